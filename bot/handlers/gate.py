"""Who may do what, and to which chat. The rules are pure; asking Telegram for a role is not."""

import re
from dataclasses import dataclass

import telegram
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden

from bot.errors import PersonError
from bot.models import Access, Chat, ChatKind

_ADMINS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})
_TARGET = re.compile(r"(@[A-Za-z]\w{3,31}|-\d{5,15})(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: Telegram's number of a person, 0 where a chat speaks; `as_the_chat` says that it is the chat itself.

    An anonymous admin and a channel's post speak as the chat; another channel in a group does not.
    """

    person: int
    as_the_chat: bool


def asker_of(update: telegram.Update) -> Asker:
    """Who wrote the message or pressed the key."""
    person, chat = update.effective_user, update.effective_chat
    said = None if update.callback_query else update.effective_message
    voice = said.sender_chat if said else None
    if voice is not None and chat is not None:
        return Asker(0, as_the_chat=voice.id == chat.id)
    return Asker(person.id if person else 0, as_the_chat=False)


def may_change(kind: ChatKind, access: Access, *, as_the_chat: bool, status: str | None) -> bool:
    """Whether somebody may change a chat's settings.

    Args:
        kind: the chat's.
        access: who in a group may.
        as_the_chat: the message was written in the name of the chat itself.
        status: the person's role as Telegram names it, None for nobody.
    """
    if kind is ChatKind.PRIVATE or as_the_chat or is_admin(status):
        return True
    return access is Access.EVERYONE and kind is not ChatKind.CHANNEL and status is not None


async def admit(bot: telegram.Bot, chat: Chat, asker: Asker) -> str | None:
    """Let a change of a chat's settings pass; returns the person's role where it was asked for.

    Raises:
        PersonError: only admins may do this.
    """
    access = chat.settings.access
    if may_change(chat.kind, access, as_the_chat=asker.as_the_chat, status=None):
        return None
    status = await role(bot, chat.id, asker.person)
    if not may_change(chat.kind, access, as_the_chat=False, status=status):
        raise PersonError("not_admin_channel" if chat.kind is ChatKind.CHANNEL else "not_admin")
    return status


def is_admin(status: str | None) -> bool:
    """Whether a role is an admin's."""
    return status in _ADMINS


async def admit_manager(bot: telegram.Bot, chat: int, person: int) -> None:
    """Let somebody act on a chat from a private one: both the person and the bot must be its admins.

    Raises:
        PersonError: one of them is not.
    """
    if not is_admin(await role(bot, chat, person)):
        raise PersonError("not_manager")
    if not is_admin(await role(bot, chat, bot.id)):
        raise PersonError("bot_not_admin")


async def role(bot: telegram.Bot, chat: int, person: int) -> str | None:
    """Somebody's role in a chat as Telegram names it; None for nobody, and where Telegram does not say."""
    if not person:
        return None
    try:
        member = await bot.get_chat_member(chat, person)
    except (
        BadRequest,
        Forbidden,
    ):  # the chat, or the person in it, is unknown to Telegram or hidden from the bot
        return None
    return None if member.status in {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED} else member.status


def target_in(arguments: str) -> tuple[str, str] | None:
    """The chat that stands before the other arguments, `@channel` or `-100…`, and what is behind it."""
    match = _TARGET.match(arguments)
    return (match[1], arguments[match.end() :].strip()) if match else None


async def chat_of(bot: telegram.Bot, target: str) -> telegram.ChatFullInfo:
    """The chat of a name or number.

    Raises:
        PersonError: the bot does not know it.
    """
    try:
        return await bot.get_chat(target if target.startswith("@") else int(target))
    except (BadRequest, Forbidden):
        raise PersonError("no_chat", text=target) from None
