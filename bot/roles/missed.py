"""Messages that waited too long: nobody wants an answer to them any more, but everybody is told, once."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import structlog
from telegram import Message, MessageEntity, Update
from telegram.constants import ChatType
from telegram.ext import filters

from bot.handlers.commands import COMMANDS
from bot.resources import Resources
from bot.storage import updates
from bot.storage.updates import UpdateState

log = structlog.get_logger(__name__)

_TOO_OLD = timedelta(hours=2)
# What waited comes in batches; a chat is told when no more has come for so many seconds.
_SETTLED_SECONDS = 2.0
_NAMES = frozenset(name for row in COMMANDS for name in (row.name, *row.aliases))

# Tells a chat of its oldest missed message, and how many there are.
Tell = Callable[[Update, int], Awaitable[None]]


def is_too_old(update: Update, now: datetime) -> bool:
    """Whether an update is what somebody wrote hours ago: to carry it out now would surprise them.

    A pressed key is not: its message is dated, the press is not. What happened to a chat stays true, however old.
    """
    message = update.message or update.channel_post
    if message is None or filters.StatusUpdate.ALL.check_update(update):
        return False
    return now - message.date > _TOO_OLD


def awaits_answer(update: Update) -> bool:
    """Whether the bot would have answered: anything to read in a private chat, elsewhere a command of its own."""
    message = update.message or update.channel_post
    if message is None:
        return False
    if message.chat.type == ChatType.PRIVATE:
        return bool(message.text or message.caption or message.document or message.location)
    name, _, whose = _command_of(message).partition("@")
    return name in _NAMES and whose in {"", message.get_bot().username.lower()}


def _command_of(message: Message) -> str:
    first, *_ = (*message.entities, *message.caption_entities, None)
    if first is None or (first.type, first.offset) != (MessageEntity.BOT_COMMAND, 0):
        return ""
    return (message.text or message.caption or "")[1 : first.length].lower()


class Missed:
    """Tells each chat once how many of its messages came too late, when no more came for so many `seconds`."""

    def __init__(
        self,
        resources: Resources,
        read: Callable[[dict[str, Any]], Update],
        tell: Tell,
        seconds: float = _SETTLED_SECONDS,
    ) -> None:
        self._seconds = seconds
        self._resources = resources
        self._read = read
        self._tell = tell
        self._telling = asyncio.Lock()
        self._timer: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def note(self) -> None:
        """Something came too late; more may follow."""
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(self._seconds, self._begin)

    def _begin(self) -> None:
        task = asyncio.create_task(self._tell_all())
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("chats were not told of what they missed", exc_info=error)

    async def _tell_all(self) -> None:
        async with self._telling:
            by_chat = defaultdict[int, list[Update]](list)
            async with self._resources.database.reading() as tx:
                waiting = await updates.all_in(tx, UpdateState.MISSED)
            for update in map(self._read, waiting):
                if update.effective_chat:
                    by_chat[update.effective_chat.id].append(update)
            for theirs in by_chat.values():
                await self._tell(theirs[0], len(theirs))
                async with self._resources.database.begin() as tx:
                    for update in theirs:
                        await updates.done(tx, update.update_id)

    async def stop(self) -> None:
        """Tell nobody more; who was not told is told after the next start."""
        if self._timer:
            self._timer.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
