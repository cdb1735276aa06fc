"""Where the bot may look, act and write: the refusals of the official server, in its order and its words."""

from typing import Literal

from bot.playground.chats import PRESENT, Chat
from bot.playground.errors import ApiError, bad_request, forbidden
from bot.playground.members import is_restricted, may

Access = Literal["read", "members", "edit", "write"]
Content = Literal["text messages", "documents"]
RIGHT_TO: dict[Content, str] = {"text messages": "can_send_messages", "documents": "can_send_documents"}
ACTS: frozenset[Access] = frozenset({"edit", "write"})


def check_access(chat: Chat, bot: int, access: Access) -> None:
    """Lets the bot in, as far as it wants to go.

    Raises:
        ApiError: the chat was upgraded, the bot was blocked, removed or never there, or it may not write.
    """
    if chat.kind == "private":
        _check_private(chat, access)
    elif chat.kind == "group":
        _check_group(chat, bot, access)
    else:
        _check_supergroup(chat, bot, access)


def check_thread(chat: Chat, thread: int | None, bot: int) -> None:
    """Refuses a topic that this chat does not have, or that is closed to the bot.

    Raises:
        ApiError: there is none with this number, or nobody writes there any more.
    """
    if thread is None:
        return
    if thread not in chat.threads:
        raise bad_request("message thread not found")
    if thread in chat.closed and not may(chat, bot, "can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")


def check_content(chat: Chat, bot: int, what: Content) -> None:
    """Refuses a bot that is in the chat and may not say this there.

    Raises:
        ApiError: it may not post in the channel, or its rights in the group are restricted.
    """
    if chat.kind == "channel" and not may(chat, bot, "can_post_messages"):
        raise bad_request("need administrator rights in the channel chat")
    if is_restricted(chat, bot, RIGHT_TO[what]):
        raise bad_request(f"not enough rights to send {what} to the chat")


def _check_private(chat: Chat, access: Access) -> None:
    if access not in ACTS:
        return
    if chat.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")


def _check_group(chat: Chat, bot: int, access: Access) -> None:
    if access == "read":
        return
    if chat.migrated_to is not None:
        reason = "Bad Request: group chat was upgraded to a supergroup chat"
        raise ApiError(400, reason, migrate_to_chat_id=chat.migrated_to)
    if chat.role(bot) not in PRESENT:
        raise _absent(chat, bot)


def _check_supergroup(chat: Chat, bot: int, access: Access) -> None:
    public = chat.username is not None
    if chat.role(bot) == "kicked" or (chat.role(bot) == "left" and (access in ACTS or not public)):
        raise _absent(chat, bot)


def _absent(chat: Chat, bot: int) -> ApiError:
    if chat.role(bot) == "kicked":
        return forbidden(f"bot was kicked from the {chat.kind} chat")
    return forbidden(f"bot is not a member of the {chat.kind} chat")
