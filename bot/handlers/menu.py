"""The menus of commands that Telegram shows: what stands in them, and those of single chats."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

import structlog
import telegram
from telegram import BotCommand, BotCommandScope, BotCommandScopeChat, BotCommandScopeChatAdministrators
from telegram.error import TelegramError

from bot.locale import FOLDER, Translator
from bot.messages.rich import cut
from bot.models import Chat, ChatKind
from bot.resources import Resources
from bot.storage import facts

log = structlog.get_logger(__name__)

# What facts of menus are called, and among them those of chats.
FACTS = "menu:"
OF_CHATS = "menu:chat:"
_LONGEST = 256
_ONLY_PRIVATE = frozenset({"chats"})
_ONLY_GROUPS = frozenset({"topic", "autosummary", "access"})


@dataclass(frozen=True, slots=True)
class Audience:
    """Who sees a menu: somebody in a private chat or in a group, who may change its settings, or an operator."""

    private: bool = True
    may_change: bool = True
    operates: bool = False


PEOPLE, MEMBERS, ADMINS = Audience(), Audience(private=False, may_change=False), Audience(private=False)


def listed(audience: Audience) -> list[tuple[str, str]]:
    """The commands that are of use to somebody, each with what it does, in English."""
    from bot.handlers.commands import COMMANDS  # noqa: PLC0415 - the table names handlers that need this module

    hidden = _ONLY_GROUPS if audience.private else _ONLY_PRIVATE
    return [
        (row.name, row.text)
        for row in COMMANDS
        if row.name not in hidden
        and (audience.operates or not row.operators)
        and (audience.may_change or not row.changes)
    ]


def menu(tr: Translator, audience: Audience) -> list[BotCommand]:
    """The same in somebody's language, as Telegram takes it."""
    return [BotCommand(name, cut(tr(text), _LONGEST)) for name, text in listed(audience)]


def stamp(language: str, *of: object) -> str:
    """What changes when something that is published in a language does, its translation included."""
    return sha256(json.dumps([language, _catalogue(language), *of]).encode()).hexdigest()[:20]


@cache
def _catalogue(language: str) -> str:
    file = FOLDER / f"{language}.po"
    return sha256(file.read_bytes()).hexdigest() if file.exists() else ""


async def show(resources: Resources, bot: telegram.Bot, chat: Chat) -> bool:
    """Give a chat a menu of its own, in its language; an operator sees the operators' commands in it.

    Returns:
        Whether Telegram was asked to: not where the chat has that very menu.
    """
    tr = resources.translator(chat)
    menus = _menus(resources, chat)
    mark = stamp(tr.language, bot.id, [listed(audience) for _, audience in menus])
    if not menus or await _is_kept(resources, chat.id, mark):
        return False
    try:
        for scope, audience in menus:
            await bot.set_my_commands(menu(tr, audience), scope)
    except TelegramError as error:  # it keeps the menu that all have, and the next start tries again
        log.info("a chat's menu was not published", chat=chat.id, reason=error.message)
        return True
    async with resources.database.begin() as tx:
        await facts.put(tx, f"{OF_CHATS}{chat.id}", mark)
    return True


async def unshow(resources: Resources, bot: telegram.Bot, chat: Chat) -> None:
    """Give a chat the menu that all have, unless it is an operator's."""
    if chat.id in resources.settings.admins:
        await show(resources, bot, chat)
        return
    try:
        for scope, _ in _menus(resources, chat):
            await bot.delete_my_commands(scope)
    except TelegramError as error:  # a menu in another language does no harm
        log.info("a chat's menu was not removed", chat=chat.id, reason=error.message)
        return
    async with resources.database.begin() as tx:
        await facts.drop(tx, f"{OF_CHATS}{chat.id}")


async def _is_kept(resources: Resources, chat: int, mark: str) -> bool:
    async with resources.database.reading() as tx:
        kept = await facts.under(tx, f"{OF_CHATS}{chat}")
    return kept.get(f"{OF_CHATS}{chat}") == mark


def _menus(resources: Resources, chat: Chat) -> Sequence[tuple[BotCommandScope, Audience]]:
    """The menus that one chat can have; a channel shows none."""
    if chat.kind is ChatKind.CHANNEL:
        return ()
    if chat.kind is ChatKind.PRIVATE:
        operates = chat.id in resources.settings.admins
        return ((BotCommandScopeChat(chat.id), Audience(operates=operates)),)
    return (
        (BotCommandScopeChat(chat.id), MEMBERS),
        (BotCommandScopeChatAdministrators(chat.id), ADMINS),
    )
