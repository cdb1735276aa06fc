"""What people do in a chat: write, send files, press buttons, edit, block the bot."""

from bot.playground.chats import Chat, Json, Role, User
from bot.playground.entities import part, with_found
from bot.playground.errors import bad_request
from bot.playground.keyboards import has_data
from bot.playground.state import Playground


def say(
    playground: Playground,
    chat: Chat,
    user: User,
    text: str,
    *,
    reply_to: int | None = None,
    thread: int | None = None,
) -> Json:
    """A person writes a message."""
    content = _content("text", "entities", text)
    return _send(playground, chat, user, content, reply_to=reply_to, thread=thread)


def send_file(
    playground: Playground, chat: Chat, user: User, name: str, mime: str, data: bytes, *, caption: str = ""
) -> Json:
    """A person sends a document."""
    content: Json = {"document": playground.files.add(name, mime, data).as_document()}
    if caption:
        content |= _content("caption", "caption_entities", caption)
    return _send(playground, chat, user, content)


def press(playground: Playground, chat: Chat, user: User, message_id: int, data: str) -> str:
    """A person presses a button.

    Returns:
        The id of the query that the bot is to answer.

    Raises:
        ApiError: there is no such message, or it has no such button.
    """
    message = chat.messages.get(message_id)
    if message is None or not has_data(message.get("reply_markup"), data):
        raise bad_request("button not found")
    query = playground.queries.add(chat.id, user.id)
    update = {
        "id": query,
        "from": user.as_json(),
        "chat_instance": str(chat.id),
        "message": message,
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
    playground.updates.push("edited_channel_post" if chat.kind == "channel" else "edited_message", new)
    return playground.replace(chat, new)


def block(playground: Playground, chat: Chat, user: User, *, blocked: bool) -> None:
    """A person stops the bot in their private chat, or lets it write again."""
    roles: tuple[Role, Role] = ("member", "kicked") if blocked else ("kicked", "member")
    chat.blocked = blocked
    _tell_member(playground, chat, user, *roles)


def set_bot_role(playground: Playground, chat: Chat, user: User, role: Role) -> None:
    """Somebody adds the bot to a group, removes it, or changes what it may do."""
    old = chat.roles.get(playground.bot.id, "left")
    chat.roles[playground.bot.id] = role
    _tell_member(playground, chat, user, old, role)


def _content(text_name: str, entities_name: str, text: str) -> Json:
    entities = with_found(text, [])
    return {text_name: text, entities_name: entities} if entities else {text_name: text}


def _send(
    playground: Playground,
    chat: Chat,
    user: User,
    content: Json,
    *,
    reply_to: int | None = None,
    thread: int | None = None,
) -> Json:
    chat.check_thread(thread)
    message: Json = {
        "message_id": chat.next_id(),
        "date": playground.timestamp(),
        "chat": chat.as_json(),
        **({"sender_chat": chat.as_json()} if chat.kind == "channel" else {"from": user.as_json()}),
        **content,
    }
    if reply_to in chat.messages:
        message["reply_to_message"] = without_reply(chat.messages[reply_to])
    if thread is not None:
        message |= {"message_thread_id": thread, "is_topic_message": True}
    if _is_for_bot(playground, chat, message):
        playground.updates.push("channel_post" if chat.kind == "channel" else "message", message)
    return playground.put(chat, message)


def without_reply(message: Json) -> Json:
    """A message as it is shown inside of its reply."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def _is_for_bot(playground: Playground, chat: Chat, message: Json) -> bool:
    """Privacy mode: in groups a bot that is no admin gets only commands and replies to it."""
    role = chat.roles.get(playground.bot.id, "left")
    if chat.blocked or chat.kind in {"private", "channel"}:
        return not chat.blocked and (chat.kind == "private" or role == "administrator")
    if role == "administrator":
        return True
    replied = message.get("reply_to_message", {}).get("from", {}).get("id")
    return role == "member" and (replied == playground.bot.id or _commands_bot(playground, message))


def _commands_bot(playground: Playground, message: Json) -> bool:
    text = message.get("text", "")
    commands = [
        part(text, entity) for entity in message.get("entities", ()) if entity["type"] == "bot_command"
    ]
    names = {command.partition("@")[2].lower() for command in commands}
    return bool(names & {"", str(playground.bot.username).lower()})


def _tell_member(playground: Playground, chat: Chat, user: User, old: Role, new: Role) -> None:
    def member(role: Role) -> Json:
        return member_json(playground.bot, role)

    update = {
        "chat": chat.as_json(),
        "from": user.as_json(),
        "date": playground.timestamp(),
        "old_chat_member": member(old),
        "new_chat_member": member(new),
    }
    playground.updates.push("my_chat_member", update)


RIGHTS: dict[Role, Json] = {
    "creator": {"is_anonymous": False},
    "administrator": dict.fromkeys(
        (
            "can_be_edited",
            "is_anonymous",
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories",
        ),
        False,
    ),
    "kicked": {"until_date": 0},
}


def member_json(user: User, role: Role) -> Json:
    """A member of a chat, as the Bot API shows them."""
    return {"status": role, "user": user.as_json(), **RIGHTS.get(role, {})}
