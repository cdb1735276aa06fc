"""Who may do what. The rule is pure; asking Telegram for a role is not."""

import telegram
from telegram.constants import ChatMemberStatus

from bot.errors import PersonError
from bot.models import ChatKind

_ADMINS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})


def may_change(kind: ChatKind, *, as_the_chat: bool, status: str | None) -> bool:
    """Whether somebody may change a chat's settings.

    Args:
        kind: the chat's.
        as_the_chat: the message was written in the name of the chat itself: an anonymous admin, or a channel's post.
        status: the person's role as Telegram names it.
    """
    return kind in {ChatKind.PRIVATE, ChatKind.CHANNEL} or as_the_chat or status in _ADMINS


async def admit(update: telegram.Update, *, changes: bool) -> None:
    """Let the request pass.

    Raises:
        PersonError: only admins may do this.
    """
    chat, person = update.effective_chat, update.effective_user
    assert chat is not None
    kind = ChatKind(chat.type)
    message = update.message
    as_the_chat = (
        message is not None and message.sender_chat is not None and message.sender_chat.id == chat.id
    )
    if not changes or may_change(kind, as_the_chat=as_the_chat, status=None):
        return
    member = await chat.get_member(person.id) if person else None
    if not may_change(kind, as_the_chat=False, status=member.status if member else None):
        raise PersonError("not_admin")
