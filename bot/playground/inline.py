"""Inline mode, from the side of people: they type behind the bot's name, and choose what it offers."""

from bot.playground.chats import Chat, Json, User
from bot.playground.errors import bad_request
from bot.playground.offers import Offer
from bot.playground.posting import author, post
from bot.playground.state import Playground

LONGEST_QUERY = 256


def ask(playground: Playground, chat: Chat, user: User, text: str, *, offset: str = "") -> str | None:
    """A person types the bot's name and a text in a chat, where the bot need not be.

    Returns:
        The id of the query that the bot is to answer; None where an answer is still good, which is told at once.
    """
    text = text[:LONGEST_QUERY]
    if offer := playground.offers.cached(user.id, text, offset, playground.clock()):
        tell(playground, chat.id, user.id, offer)
        return None
    asked = playground.offers.ask(chat.id, user.id, text, offset)
    kind = "sender" if chat.kind == "private" else chat.kind
    update = {
        "id": asked.id,
        "from": user.as_json(),
        "query": text,
        "offset": offset,
        "chat_type": kind,
    }
    playground.updates.push("inline_query", update)
    return asked.id


def tell(playground: Playground, chat: int, user: int, offer: Offer) -> None:
    """A person sees what the bot offers."""
    playground.events.publish(chat, "inline", {"user": user, "offer": offer})


def choose(
    playground: Playground,
    chat: Chat,
    user: User,
    offer: Offer,
    result_id: str,
    *,
    thread: int | None = None,
) -> Json:
    """A person sends one of the results.

    Raises:
        ApiError: there is none of this id, or it is nothing that this server plays.
    """
    result = next((each for each in offer.results if each["id"] == result_id), None)
    if result is None or "content" not in result:
        raise bad_request("RESULT_ID_INVALID")
    who = author(chat, user) | {"via_bot": playground.bot.as_json()}
    number = chat.last_id + 1
    name = playground.offers.chosen(chat.id, number)
    query = {"result_id": result_id, "from": user.as_json(), "query": offer.asked.text}
    playground.updates.push("chosen_inline_result", query | {"inline_message_id": name})
    return post(playground, chat, who, result["content"], thread=thread)
