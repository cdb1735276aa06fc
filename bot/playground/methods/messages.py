"""What the bot writes: new messages, edits, and what it takes back."""

from bot.playground import entities
from bot.playground.access import Content, check_content, check_thread
from bot.playground.chats import Chat, Json
from bot.playground.contents import LONGEST_CAPTION, keyboard_of, styled, text_of
from bot.playground.errors import bad_request
from bot.playground.members import may
from bot.playground.methods.common import Method, chat_of
from bot.playground.params import Params
from bot.playground.posting import written
from bot.playground.state import Playground

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


async def send_message(playground: Playground, params: Params) -> Json:
    """A new message of the bot."""
    return _new(playground, params, text_of(params), "text messages")


async def send_document(playground: Playground, params: Params) -> Json:
    """A new message of the bot with a file; its words are the caption."""
    upload = params.uploads.get("document") or next(iter(params.uploads.values()), None)
    if upload is None:
        raise bad_request("there is no document in the request")
    text, given = entities.trimmed(
        *styled(params.text("caption"), params.text("parse_mode"), params.json("caption_entities"))
    )
    if len(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    every = entities.with_found(text, given)
    caption = {"caption": text, **({"caption_entities": every} if every else {})} if text else {}
    stored = playground.files.add(upload.name, upload.mime, upload.data)
    content = {"document": stored.as_document(), **caption, **keyboard_of(params)}
    return _new(playground, params, content, "documents")


async def edit_message_text(playground: Playground, params: Params) -> Json | bool:
    """Another text and keyboard in the place of the old ones."""
    return _edit(playground, params, text_of(params), {"text", "entities", "reply_markup"})


async def edit_message_reply_markup(playground: Playground, params: Params) -> Json | bool:
    """Another keyboard under the same text."""
    return _edit(playground, params, keyboard_of(params), {"reply_markup"})


async def delete_message(playground: Playground, params: Params) -> bool:
    """A message disappears."""
    chat = chat_of(playground, params, "write")
    number = params.integer("message_id") or 0
    if number not in chat.messages:
        raise bad_request("message to delete not found")
    free = chat.kind == "private" or may(chat, playground.bot.id, "can_delete_messages")
    if number not in chat.own and not free:
        raise bad_request("message can't be deleted")
    del chat.messages[number]
    playground.events.publish(chat.id, "delete", {"message_id": number})
    return True


METHODS: dict[str, Method] = {
    "sendmessage": send_message,
    "senddocument": send_document,
    "editmessagetext": edit_message_text,
    "editmessagereplymarkup": edit_message_reply_markup,
    "deletemessage": delete_message,
}


def _new(playground: Playground, params: Params, content: Json, what: Content) -> Json:
    """Put a new message of the bot into its chat."""
    chat, bot = chat_of(playground, params, "write"), playground.bot
    check_content(chat, bot.id, what)
    thread = params.integer("message_thread_id")
    check_thread(chat, thread, bot.id)
    reply = _reply(chat, params)
    who = {"sender_chat": chat.as_json()} if chat.kind == "channel" else {"from": bot.as_json()}
    message = written(playground, chat, who, content, reply_to=reply, thread=thread)
    check_thread(chat, message["message_thread_id"] if message.get("is_topic_message") else None, bot.id)
    chat.own.add(message["message_id"])
    return playground.put(chat, message)


def _reply(chat: Chat, params: Params) -> int | None:
    """The message that is to be answered, if it is there."""
    wanted = params.json("reply_parameters") or {}
    number = wanted.get("message_id") or params.integer("reply_to_message_id")
    if not number or number in chat.messages:
        return number or None
    if wanted.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def _edit(playground: Playground, params: Params, content: Json, replaced: set[str]) -> Json | bool:
    """Put other content into a message; one that came of an inline result is answered without it."""
    if name := params.text("inline_message_id"):
        number, message_id = playground.offers.place_of(name)
        chat = playground.chats[number]
        _edited(playground, chat, chat.messages[message_id], content, replaced)
        return True
    chat = chat_of(playground, params, "edit")
    message = chat.messages.get(params.integer("message_id") or 0)
    if message is None:
        raise bad_request("message to edit not found")
    if message["message_id"] not in chat.own:
        raise bad_request("message can't be edited")
    return _edited(playground, chat, message, content, replaced)


def _edited(playground: Playground, chat: Chat, old: Json, content: Json, replaced: set[str]) -> Json:
    if content == {name: value for name, value in old.items() if name in replaced}:
        raise bad_request(NOT_MODIFIED)
    kept = {name: value for name, value in old.items() if name not in replaced}
    return playground.replace(chat, kept | content | {"edit_date": playground.timestamp()})
