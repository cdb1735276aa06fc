"""How a message gets into a chat, whoever wrote it: its author, its place, and the ears it reaches."""

from bot.playground.chats import CHANNEL_BOT, GROUP_ANONYMOUS, Chat, Json, User
from bot.playground.errors import bad_request
from bot.playground.hearing import hears
from bot.playground.members import RUNS, is_restricted
from bot.playground.state import Playground


def author(chat: Chat, user: User, *, as_the_chat: bool = False, as_channel: Chat | None = None) -> Json:
    """Who a message is from, as the Bot API shows it.

    Raises:
        ApiError: they may not write here, or not in this name.
    """
    runs = chat.role(user.id) in RUNS
    if chat.kind == "channel":
        _allow(runs)
        return {"sender_chat": chat.as_json()}
    muted = is_restricted(chat, user.id, "can_send_messages")
    _allow(chat.role(user.id) != "kicked" and not muted and not chat.deactivated)
    if as_the_chat:
        _allow(runs)
        return {"from": GROUP_ANONYMOUS.as_json(), "sender_chat": chat.as_json()}
    if as_channel is not None:
        _allow(as_channel.role(user.id) == "creator")
        return {"from": CHANNEL_BOT.as_json(), "sender_chat": as_channel.as_json()}
    return {"from": user.as_json()}


def post(
    playground: Playground,
    chat: Chat,
    who: Json,
    content: Json,
    *,
    reply_to: int | None = None,
    thread: int | None = None,
) -> Json:
    """Puts a message into its chat, and tells the bot where it may hear it."""
    message = written(playground, chat, who, content, reply_to=reply_to, thread=thread)
    if hears(playground, chat, message):
        playground.updates.push("channel_post" if chat.kind == "channel" else "message", message)
    return playground.put(chat, message)


def written(
    playground: Playground,
    chat: Chat,
    who: Json,
    content: Json,
    *,
    reply_to: int | None = None,
    thread: int | None = None,
) -> Json:
    """A new message, not yet in its chat."""
    number = chat.next_id()
    head = {"message_id": number, "date": playground.timestamp(), "chat": chat.as_json()}
    return head | who | content | _place(chat, reply_to, thread)


def without_reply(message: Json) -> Json:
    """A message as it is shown inside of its reply."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def _place(chat: Chat, reply_to: int | None, thread: int | None) -> Json:
    """Where in the chat a message stands: in a topic, under another message.

    What stands in a topic and answers nothing is shown as a reply to the message that opened the topic. In a
    supergroup without topics a thread is only a chain of replies.
    """
    replied = chat.messages.get(reply_to or 0)
    if thread is None and replied and replied.get("is_topic_message"):
        thread = replied["message_thread_id"]
    if thread is not None:
        place: Json = {"message_thread_id": thread, "is_topic_message": True}
        replied = replied or chat.messages.get(thread)
    elif replied and chat.kind == "supergroup":
        place = {"message_thread_id": replied.get("message_thread_id", replied["message_id"])}
    else:
        place = {}
    return place | ({"reply_to_message": without_reply(replied)} if replied else {})


def _allow(allowed: bool) -> None:
    if not allowed:
        raise bad_request("CHAT_WRITE_FORBIDDEN")
