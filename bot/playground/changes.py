"""What happens to a chat: who joins, leaves or is blocked, topics, and a group that becomes a supergroup."""

from bot.playground.chats import GROUP_ANONYMOUS, PRESENT, Chat, Json, Role, User
from bot.playground.members import member_json
from bot.playground.posting import post
from bot.playground.state import Playground


def set_role(playground: Playground, chat: Chat, by: User, user: User, role: Role, **rights: bool) -> None:
    """Somebody adds, promotes, demotes, restricts or removes somebody; the bot itself is somebody too."""
    old = member_json(chat, user)
    was = chat.role(user.id)
    chat.roles[user.id], chat.rights[user.id] = role, rights
    _tell_member(playground, chat, by, user, old)
    if chat.is_group:
        _tell_group(playground, chat, by, user, was, role)


def block(playground: Playground, chat: Chat, user: User, *, blocked: bool) -> None:
    """A person stops the bot in their private chat, or lets it write again."""
    roles: tuple[Role, Role] = ("member", "kicked") if blocked else ("kicked", "member")
    chat.blocked = blocked
    old, new = (member_json(chat, playground.bot, role) for role in roles)
    members = {"old_chat_member": old, "new_chat_member": new}
    _push_member(playground, chat, user, "my_chat_member", members)


def open_topic(playground: Playground, chat: Chat, user: User, name: str) -> int:
    """Somebody opens a topic.

    Returns:
        Its `message_thread_id`, which is the id of the message that tells of it.
    """
    created = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
    thread = chat.last_id + 1
    chat.threads[thread] = name
    post(playground, chat, {"from": user.as_json()}, created, thread=thread)
    return thread


def close_topic(playground: Playground, chat: Chat, user: User, thread: int, *, closed: bool = True) -> None:
    """Somebody closes a topic, or opens it again."""
    (chat.closed.add if closed else chat.closed.discard)(thread)
    content: Json = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
    post(playground, chat, {"from": user.as_json()}, content, thread=thread)


def delete_topic(playground: Playground, chat: Chat, thread: int) -> None:
    """A topic disappears with all that was said in it; nobody is told."""
    del chat.threads[thread]
    gone = [number for number, message in chat.messages.items() if message.get("message_thread_id") == thread]
    for number in gone:
        del chat.messages[number]
        playground.events.publish(chat.id, "delete", {"message_id": number})


def upgrade(playground: Playground, group: Chat, user: User) -> Chat:
    """A group becomes a supergroup: both are told, and the bot that it joined the new one.

    Returns:
        The supergroup.
    """
    chat = playground.upgrade(group)
    bot = playground.bot
    left, joined = member_json(chat, bot, "left"), member_json(chat, bot)
    _push_member(
        playground, chat, user, "my_chat_member", {"old_chat_member": left, "new_chat_member": joined}
    )
    post(playground, group, {"from": user.as_json()}, {"migrate_to_chat_id": chat.id})
    who = {"from": GROUP_ANONYMOUS.as_json(), "sender_chat": chat.as_json()}
    post(playground, chat, who, {"migrate_from_chat_id": group.id})
    return chat


def _tell_member(playground: Playground, chat: Chat, by: User, user: User, old: Json) -> None:
    members = {"old_chat_member": old, "new_chat_member": member_json(chat, user)}
    if user == playground.bot:
        _push_member(playground, chat, by, "my_chat_member", members)
    elif chat.role(playground.bot.id) == "administrator":
        _push_member(playground, chat, by, "chat_member", members)


def _push_member(playground: Playground, chat: Chat, by: User, kind: str, members: Json) -> None:
    about = {"chat": chat.as_json(), "from": by.as_json(), "date": playground.timestamp()}
    playground.updates.push(kind, about | members)


def _tell_group(playground: Playground, chat: Chat, by: User, user: User, old: Role, new: Role) -> None:
    """The line that everybody in a group sees when somebody comes or goes."""
    if old not in PRESENT and new in PRESENT:
        post(playground, chat, {"from": by.as_json()}, {"new_chat_members": [user.as_json()]})
    elif old in PRESENT and new not in PRESENT:
        post(playground, chat, {"from": by.as_json()}, {"left_chat_member": user.as_json()})
