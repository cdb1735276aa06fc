"""What people do in a chat: write, forward, send files and places, press buttons, edit."""

from bot.playground.access import check_thread
from bot.playground.chats import Chat, Json, User
from bot.playground.entities import with_found
from bot.playground.errors import bad_request
from bot.playground.hearing import hears
from bot.playground.keyboards import has_data
from bot.playground.posting import author, post
from bot.playground.state import Playground

# What a forwarded message takes along.
FORWARDED = ("text", "entities", "caption", "caption_entities", "document", "location")


def say(
    playground: Playground,
    chat: Chat,
    user: User,
    text: str,
    *,
    reply_to: int | None = None,
    thread: int | None = None,
    as_the_chat: bool = False,
    as_channel: Chat | None = None,
) -> Json:
    """A person writes a message: as themselves, as the group that they run, or as a channel of theirs."""
    who = author(chat, user, as_the_chat=as_the_chat, as_channel=as_channel)
    content = _content("text", "entities", text)
    return _send(playground, chat, user, content, who=who, reply_to=reply_to, thread=thread)


def send_file(
    playground: Playground,
    chat: Chat,
    user: User,
    name: str,
    mime: str,
    data: bytes,
    *,
    caption: str = "",
    reply_to: int | None = None,
    thread: int | None = None,
) -> Json:
    """A person sends a document."""
    content: Json = {"document": playground.files.add(name, mime, data).as_document()}
    if caption:
        content |= _content("caption", "caption_entities", caption)
    return _send(playground, chat, user, content, reply_to=reply_to, thread=thread)


def share_location(
    playground: Playground,
    chat: Chat,
    user: User,
    latitude: float,
    longitude: float,
    *,
    thread: int | None = None,
) -> Json:
    """A person shows where they are."""
    content = {"location": {"latitude": latitude, "longitude": longitude}}
    return _send(playground, chat, user, content, thread=thread)


def forward(
    playground: Playground,
    chat: Chat,
    user: User,
    message: Json,
    *,
    thread: int | None = None,
    hidden: bool = False,
) -> Json:
    """A person forwards a message from anywhere; `hidden` where its author does not let forwards name them."""
    content = {name: message[name] for name in FORWARDED if name in message}
    content["forward_origin"] = message.get("forward_origin") or _origin(message, hidden=hidden)
    return _send(playground, chat, user, content, thread=thread)


def press(playground: Playground, chat: Chat, user: User, message_id: int, data: str) -> str:
    """A person presses a button; who it is, is known even of those who write in another name.

    Returns:
        The id of the query that the bot is to answer.

    Raises:
        ApiError: there is no such message, or it has no such button.
    """
    message = chat.messages.get(message_id)
    if message is None or not has_data(message.get("reply_markup"), data):
        raise bad_request("button not found")
    query = playground.queries.add(chat.id, user.id)
    inline = playground.offers.name_of(chat.id, message_id)
    update = {
        "id": query,
        "from": user.as_json(),
        "chat_instance": str(chat.id),
        **({"inline_message_id": inline} if inline else {"message": message}),
        "data": data,
    }
    playground.updates.push("callback_query", update)
    return query


def edit(playground: Playground, chat: Chat, message_id: int, text: str) -> Json:
    """A person edits a message of theirs.

    Raises:
        ApiError: there is no such message.
    """
    old = chat.messages.get(message_id)
    if old is None:
        raise bad_request("message to edit not found")
    kept = {name: value for name, value in old.items() if name not in {"text", "entities"}}
    new = kept | _content("text", "entities", text) | {"edit_date": playground.timestamp()}
    if hears(playground, chat, new):
        playground.updates.push("edited_channel_post" if chat.kind == "channel" else "edited_message", new)
    return playground.replace(chat, new)


def _content(text_name: str, entities_name: str, text: str) -> Json:
    entities = with_found(text, [])
    return {text_name: text, entities_name: entities} if entities else {text_name: text}


def _send(
    playground: Playground,
    chat: Chat,
    user: User,
    content: Json,
    *,
    who: Json | None = None,
    reply_to: int | None = None,
    thread: int | None = None,
) -> Json:
    check_thread(chat, thread, user.id)
    chat.started = True
    return post(playground, chat, who or author(chat, user), content, reply_to=reply_to, thread=thread)


def _origin(message: Json, *, hidden: bool) -> Json:
    """Where a message comes from, as its forward shows it."""
    origin = {"date": message["date"]}
    if message["chat"]["type"] == "channel":
        return origin | {"type": "channel", "chat": message["chat"], "message_id": message["message_id"]}
    if "sender_chat" in message:
        return origin | {"type": "chat", "sender_chat": message["sender_chat"]}
    if hidden:
        return origin | {"type": "hidden_user", "sender_user_name": message["from"]["first_name"]}
    return origin | {"type": "user", "sender_user": message["from"]}
