"""What the bot can call: `METHODS`, by name in small letters."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.playground import entities, keyboards, markup
from bot.playground.chats import Chat, Json
from bot.playground.errors import bad_request
from bot.playground.params import Params
from bot.playground.people import member_json, without_reply
from bot.playground.state import Playground

# TDLib counts code points after the entities were parsed.
LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_TOAST = 200
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
Method = Callable[[Playground, Params], Awaitable[Any]]


async def get_me(playground: Playground, _params: Params) -> Json:
    """The bot itself."""
    rights = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return playground.bot.as_json() | rights


async def get_updates(playground: Playground, params: Params) -> list[Json]:
    """What people did, after the bot confirmed what it has."""
    limit = params.integer("limit") or 100
    return await playground.updates.poll(
        params.integer("offset") or 0,
        min(max(limit, 1), 100),
        params.number("timeout"),
        params.json("allowed_updates"),
    )


async def delete_webhook(playground: Playground, params: Params) -> bool:
    """There is none; only the wish to drop what waits has an effect."""
    if params.flag("drop_pending_updates"):
        playground.updates.drop()
    return True


async def get_webhook_info(playground: Playground, _params: Params) -> Json:
    """That there is none."""
    return {"url": "", "has_custom_certificate": False, "pending_update_count": len(playground.updates)}


async def send_message(playground: Playground, params: Params) -> Json:
    """A new message of the bot."""
    return _new(playground, params, _content(params))


async def send_document(playground: Playground, params: Params) -> Json:
    """A new message of the bot with a file; its words are the caption."""
    upload = params.uploads.get("document") or next(iter(params.uploads.values()), None)
    if upload is None:
        raise bad_request("there is no document in the request")
    text, styled = entities.trimmed(
        *_styled(params.text("caption"), params.text("parse_mode"), params.json("caption_entities"))
    )
    if len(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    every = entities.with_found(text, styled)
    caption = {"caption": text, **({"caption_entities": every} if every else {})} if text else {}
    stored = playground.files.add(upload.name, upload.mime, upload.data)
    return _new(playground, params, {"document": stored.as_document(), **caption, **_keyboard(params)})


async def edit_message_text(playground: Playground, params: Params) -> Json:
    """Another text and keyboard in the place of the old ones."""
    chat = _reachable(playground, params)
    return _edited(
        playground,
        chat,
        _own(playground, chat, params),
        _content(params),
        {"text", "entities", "reply_markup"},
    )


async def edit_message_reply_markup(playground: Playground, params: Params) -> Json:
    """Another keyboard under the same text."""
    chat = _reachable(playground, params)
    return _edited(playground, chat, _own(playground, chat, params), _keyboard(params), {"reply_markup"})


async def delete_message(playground: Playground, params: Params) -> bool:
    """A message disappears."""
    chat = _reachable(playground, params)
    if chat.messages.pop(params.integer("message_id") or 0, None) is None:
        raise bad_request("message to delete not found")
    playground.events.publish(chat.id, "delete", {"message_id": params.integer("message_id")})
    return True


async def answer_callback_query(playground: Playground, params: Params) -> bool:
    """What the person sees who pressed a button."""
    text = params.text("text")
    if len(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    query = playground.queries.answer(params.text("callback_query_id"))
    playground.events.publish(query.chat, "toast", {"text": text, "alert": params.flag("show_alert")})
    return True


async def send_chat_action(playground: Playground, params: Params) -> bool:
    """The bot is at work."""
    chat = _reachable(playground, params)
    playground.events.publish(chat.id, "typing", {})
    return True


async def set_my_commands(playground: Playground, params: Params) -> bool:
    """Publish the command menu."""
    playground.commands.set(params.json("scope"), params.text("language_code"), params.json("commands"))
    for chat in playground.chats.values():
        listed = playground.commands.seen_in(chat, playground.me)
        playground.events.publish(chat.id, "commands", {"commands": listed})
    return True


async def get_my_commands(playground: Playground, params: Params) -> list[Json]:
    """The command menu of one scope and language."""
    return playground.commands.get(params.json("scope"), params.text("language_code"))


async def delete_my_commands(playground: Playground, params: Params) -> bool:
    """Take a command menu back."""
    playground.commands.delete(params.json("scope"), params.text("language_code"))
    return True


async def get_file(playground: Playground, params: Params) -> Json:
    """Where a file can be downloaded."""
    stored = playground.files.by_id(params.text("file_id"))
    return stored.as_json() | {"file_path": stored.path}


async def get_chat(playground: Playground, params: Params) -> Json:
    """A chat in full."""
    chat = _reachable(playground, params)
    full = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}
    return chat.as_json() | full


async def get_chat_member(playground: Playground, params: Params) -> Json:
    """Somebody's role in a chat."""
    chat = _reachable(playground, params)
    user = playground.users.get(params.integer("user_id") or 0)
    if user is None:
        raise bad_request("invalid user_id specified")
    return member_json(user, "member" if chat.kind == "private" else chat.roles.get(user.id, "left"))


async def get_chat_administrators(playground: Playground, params: Params) -> list[Json]:
    """Who runs a chat."""
    chat = _reachable(playground, params)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    roles = [(user, role) for user, role in chat.roles.items() if role in {"creator", "administrator"}]
    return [member_json(playground.users[user], role) for user, role in roles]


async def leave_chat(playground: Playground, params: Params) -> bool:
    """The bot goes."""
    chat = _reachable(playground, params)
    chat.roles[playground.bot.id] = "left"
    return True


METHODS: dict[str, Method] = {
    "getme": get_me,
    "getupdates": get_updates,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
    "sendmessage": send_message,
    "senddocument": send_document,
    "editmessagetext": edit_message_text,
    "editmessagereplymarkup": edit_message_reply_markup,
    "deletemessage": delete_message,
    "answercallbackquery": answer_callback_query,
    "sendchataction": send_chat_action,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "getfile": get_file,
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "getchatadministrators": get_chat_administrators,
    "leavechat": leave_chat,
}
_NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


def _reachable(playground: Playground, params: Params) -> Chat:
    chat = playground.chat(params.text("chat_id"))
    chat.check_reachable(playground.bot.id)
    return chat


def _content(params: Params) -> Json:
    """Text, entities and keyboard of a message, checked as the official server checks them."""
    text, styled = entities.trimmed(
        *_styled(params.text("text"), params.text("parse_mode"), params.json("entities"))
    )
    if not text:
        raise bad_request("message text is empty")
    if len(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    every = entities.with_found(text, styled)
    return {"text": text, **({"entities": every} if every else {}), **_keyboard(params)}


def _styled(text: str, mode: str, given: Any) -> tuple[str, list[Json]]:  # noqa: ANN401 - whatever the JSON holds
    """A text and its entities, from markup or as they are given."""
    return markup.parse_html(text) if mode.lower() == "html" else (text, entities.checked(text, given))


def _new(playground: Playground, params: Params, content: Json) -> Json:
    """Put a new message of the bot into its chat."""
    chat = _reachable(playground, params)
    thread = params.integer("message_thread_id")
    chat.check_thread(thread)
    reply = _reply(chat, params)
    message: Json = {
        "message_id": chat.next_id(),
        "date": playground.timestamp(),
        "chat": chat.as_json(),
        **({"sender_chat": chat.as_json()} if chat.kind == "channel" else {"from": playground.bot.as_json()}),
        **content,
        **reply,
    }
    if thread is not None:
        message |= {"message_thread_id": thread, "is_topic_message": True}
    return playground.put(chat, message)


def _keyboard(params: Params) -> Json:
    keyboard = keyboards.checked(params.json("reply_markup"))
    return {"reply_markup": keyboard} if keyboard else {}


def _reply(chat: Chat, params: Params) -> Json:
    wanted = params.json("reply_parameters") or {}
    number = wanted.get("message_id") or params.integer("reply_to_message_id")
    if not number:
        return {}
    if number in chat.messages:
        return {"reply_to_message": without_reply(chat.messages[number])}
    if wanted.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def _own(playground: Playground, chat: Chat, params: Params) -> Json:
    message = chat.messages.get(params.integer("message_id") or 0)
    if message is None:
        raise bad_request("message to edit not found")
    if message.get("from", {}).get("id", playground.bot.id) != playground.bot.id:
        raise bad_request("message can't be edited")
    return message


def _edited(playground: Playground, chat: Chat, old: Json, content: Json, replaced: set[str]) -> Json:
    if content == {name: value for name, value in old.items() if name in replaced}:
        raise bad_request(NOT_MODIFIED)
    kept = {name: value for name, value in old.items() if name not in replaced}
    return playground.replace(chat, kept | content | {"edit_date": playground.timestamp()})
