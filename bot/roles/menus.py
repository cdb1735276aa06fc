"""What Telegram shows of the bot before anybody writes: menus of commands and descriptions, in every language.

One menu is published at each start; all others only where they, or their translations, have changed since.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

import structlog
import telegram
from telegram import (
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.handlers import menu
from bot.handlers.menu import ADMINS, FACTS, MEMBERS, OF_CHATS, PEOPLE, Audience, listed, stamp
from bot.locale import LANGUAGES, Translator, translator
from bot.messages import start as texts
from bot.resources import Resources
from bot.storage import chats, facts

log = structlog.get_logger(__name__)

# Seconds between two calls: dozens of them at once would be refused.
_PACE = 0.5
_SCOPES: Mapping[str, tuple[BotCommandScope, Audience]] = {
    "private": (BotCommandScopeAllPrivateChats(), PEOPLE),
    "groups": (BotCommandScopeAllGroupChats(), MEMBERS),
    "admins": (BotCommandScopeAllChatAdministrators(), ADMINS),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to publish in one language, under the name of its fact; `stamp` changes when it does."""

    name: str
    language: str
    stamp: str
    publish: Callable[[Translator], Awaitable[object]]


class Menus:
    """Publishes; `stop` before the bot is closed."""

    def __init__(self, resources: Resources, bot: telegram.Bot, pace: float = _PACE) -> None:
        self._resources = resources
        self._bot = bot
        self._pace = pace
        self._task: asyncio.Task[None] | None = None

    async def publish(self) -> None:
        """Publish one menu now and begin with all others. Trouble is no reason not to start."""
        tr = translator(self._resources.settings.language)
        try:
            await self._bot.set_my_commands(menu.menu(tr, PEOPLE))
        except TelegramError as error:  # the menu of the last start is still there
            log.warning("the command menu was not published", reason=error.message)
        self._task = asyncio.create_task(self._publish_all())

    async def stop(self) -> None:
        """Publish no more; the next start goes on."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def finished(self) -> None:
        """Wait until all is published."""
        if self._task:
            await asyncio.gather(self._task)

    async def _publish_all(self) -> None:
        try:
            await self._everybodys()
            await self._chats_own()
        except TelegramError as error:
            log.warning("not all menus were published, the next start goes on", reason=error.message)
        except Exception:
            log.exception("a bug in publishing menus")

    async def _everybodys(self) -> None:
        async with self._resources.database.reading() as tx:
            published = await facts.under(tx, FACTS)
        for piece in self._pieces():
            if published.get(piece.name) == piece.stamp:
                continue
            tr = await asyncio.to_thread(translator, piece.language)  # its catalogue may have to be read
            if await self._patiently(lambda piece=piece, tr=tr: piece.publish(tr)):  # type: ignore[misc] # bound now
                async with self._resources.database.begin() as tx:
                    await facts.put(tx, piece.name, piece.stamp)
            await asyncio.sleep(self._pace)

    def _pieces(self) -> Iterator[Piece]:
        """All that there is: the empty code is for everybody whose language is none of ours."""
        usual = self._resources.settings.language
        for code in ("", *LANGUAGES):
            language = code or usual
            for name, (scope, audience) in _SCOPES.items():
                mark = stamp(language, self._bot.id, listed(audience))
                yield Piece(f"{FACTS}{name}:{code}", language, mark, self._menu(scope, audience, code))
            mark = stamp(language, self._bot.id, *_profile(translator("en")))
            yield Piece(f"{FACTS}profile:{code}", language, mark, self._profile(code))

    def _menu(
        self, scope: BotCommandScope, audience: Audience, code: str
    ) -> Callable[[Translator], Awaitable[object]]:
        return lambda tr: self._bot.set_my_commands(menu.menu(tr, audience), scope, code or None)

    def _profile(self, code: str) -> Callable[[Translator], Awaitable[object]]:
        async def publish(tr: Translator) -> None:
            description, about = _profile(tr)
            await self._bot.set_my_description(description, code or None)
            await self._bot.set_my_short_description(about, code or None)

        return publish

    async def _patiently(self, call: Callable[[], Awaitable[object]]) -> bool:
        """Whether a call was taken; where Telegram asks to wait, that is done."""
        while True:
            try:
                await call()
            except RetryAfter as error:
                await asyncio.sleep(cast(timedelta, error.retry_after).total_seconds())
            except (BadRequest, Forbidden) as error:
                log.warning("a menu was refused", reason=error.message)
                return False
            else:
                return True

    async def _chats_own(self) -> None:
        """Menus of chats that chose a language, and of operators."""
        async with self._resources.database.reading() as tx:
            theirs = [int(name.removeprefix(OF_CHATS)) for name in await facts.under(tx, OF_CHATS)]
        for number in dict.fromkeys((*theirs, *sorted(self._resources.settings.admins))):
            async with self._resources.database.reading() as tx:
                chat = await chats.get(tx, number)
            if chat is not None and await menu.show(self._resources, self._bot, chat):
                await asyncio.sleep(self._pace)


def _profile(tr: Translator) -> tuple[str, str]:
    return texts.description(tr), texts.about(tr)
