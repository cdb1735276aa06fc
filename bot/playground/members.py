"""Who is what in a chat: roles, the rights that come with them, and members as the Bot API shows them."""

from bot.playground.chats import Chat, Json, Role, User

RUNS: frozenset[Role] = frozenset({"creator", "administrator"})
ADMINISTRATOR = {
    "can_be_edited": False,
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_manage_video_chats": True,
    "can_restrict_members": True,
    "can_promote_members": False,
    "can_change_info": True,
    "can_invite_users": True,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
}
MORE_IN = {
    "group": {"can_pin_messages": True},
    "supergroup": {"can_pin_messages": True, "can_manage_topics": False},
    "channel": {"can_post_messages": True, "can_edit_messages": True},
}
# The usual restriction: words, and nothing else.
RESTRICTED = {"can_send_messages": True} | dict.fromkeys(
    (
        "can_send_audios",
        "can_send_documents",
        "can_send_photos",
        "can_send_videos",
        "can_send_video_notes",
        "can_send_voice_notes",
        "can_send_polls",
        "can_send_other_messages",
        "can_add_web_page_previews",
        "can_change_info",
        "can_invite_users",
        "can_pin_messages",
        "can_manage_topics",
        "can_edit_tag",
        "can_react_to_messages",
    ),
    False,
)


def member_json(chat: Chat, user: User, role: Role | None = None) -> Json:
    """A member as the Bot API shows them, in the role that they have or in another."""
    role = role or chat.role(user.id)
    facts: dict[Role, Json] = {
        "creator": {"is_anonymous": False},
        "administrator": ADMINISTRATOR | MORE_IN.get(chat.kind, {}),
        "restricted": {"is_member": True, "until_date": 0} | RESTRICTED,
        "kicked": {"until_date": 0},
    }
    own = chat.rights.get(user.id, {}) if role in RUNS | {"restricted"} else {}
    return {"status": role, "user": user.as_json()} | facts.get(role, {}) | own


def may(chat: Chat, user: int, right: str) -> bool:
    """Whether somebody who runs the chat may do this there."""
    role = chat.role(user)
    usual = ADMINISTRATOR | MORE_IN.get(chat.kind, {})
    allowed = chat.rights.get(user, {}).get(right, usual.get(right, False))
    return role == "creator" or (role == "administrator" and allowed)


def is_restricted(chat: Chat, user: int, right: str) -> bool:
    """Whether somebody in the chat was denied this."""
    allowed = chat.rights.get(user, {}).get(right, RESTRICTED[right])
    return chat.role(user) == "restricted" and not allowed
