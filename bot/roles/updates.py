"""Updates on their way in: read, kept before they are confirmed, and answered in the order of their chat."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from typing import Any
from weakref import WeakValueDictionary

import structlog
from telegram import Update
from telegram.ext import BaseUpdateProcessor
from telegram.request import HTTPXRequest

from bot.resources import Resources
from bot.roles.missed import awaits_answer, is_too_old
from bot.storage import updates
from bot.storage.updates import UpdateState

log = structlog.get_logger(__name__)

# Seconds that a poll may wait for news.
POLL_SECONDS = 30
# Handlers at once; those that wait for their chat's turn do not count.
AT_ONCE = 32
_MOST_WAITING = 10_000
_DATABASE_SECONDS = 2.0
# A poll that took longer had to wait for its news; an answer of fewer bytes holds none.
_AT_ONCE_SECONDS = 1.0
_EMPTY_BYTES = 40
# So long without an answered poll is an outage: what comes then has waited.
_OUTAGE_SECONDS = 600.0
_HIGHEST = 2**63 - 1


class Backlog:
    """Whether what a poll brings may have waited: from a start or an outage on, until a poll had to wait itself.

    Only then does a message's age count: what comes while the bot listens is new, whatever clock has dated it.
    """

    def __init__(self) -> None:
        self.is_open = True
        self._heard = time.monotonic()

    def answered(self, seconds: float, *, empty: bool) -> None:
        """A poll was answered after so many seconds."""
        self._heard = time.monotonic()
        if seconds > _AT_ONCE_SECONDS or empty:
            self.is_open = False

    def failed(self) -> None:
        """A poll failed; when none was answered for long, messages wait at Telegram."""
        if time.monotonic() - self._heard > _OUTAGE_SECONDS:
            self.is_open = True


class PollRequest(HTTPXRequest):
    """The request that polls. One update that can't be parsed must not keep all behind it from being answered."""

    def __init__(self, backlog: Backlog, on_answer: Callable[[], Awaitable[None]]) -> None:
        super().__init__(connection_pool_size=1, read_timeout=POLL_SECONDS + 10)
        self._backlog = backlog
        self._on_answer = on_answer

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 - the library's signature
        """Pass the request on, and tell that an answer came."""
        asked = time.monotonic()
        status, body = await super().do_request(*args, **kwargs)
        if status == 200:
            self._backlog.answered(time.monotonic() - asked, empty=len(body) < _EMPTY_BYTES)
            await self._on_answer()
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer, with updates that can't be read emptied: they are confirmed, and nothing else."""
        data: dict[str, Any] = HTTPXRequest.parse_json_payload(payload)
        result = data.get("result")
        if isinstance(result, list):
            data["result"] = [_readable(raw) for raw in result if _is_numbered(raw)]
        return data


def _is_numbered(raw: object) -> bool:
    """Whether it is an update at all: one without a number can't be confirmed."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    if isinstance(number, int) and 0 <= number <= _HIGHEST:
        return True
    log.error("an update without a number", update=number)
    return False


def _readable(raw: dict[str, Any]) -> dict[str, Any]:
    try:
        json.dumps(Update.de_json(raw, None).to_dict())
    except Exception:  # whatever the library trips over
        log.exception("an update could not be read", update=raw["update_id"])
        return {"update_id": raw["update_id"]}
    return raw


def state_of(update: Update, now: datetime) -> UpdateState:
    """What is to be done with an update that waited until now."""
    if not is_too_old(update, now):
        return UpdateState.NEW
    return UpdateState.MISSED if awaits_answer(update) else UpdateState.DONE


class DurableQueue(asyncio.Queue[object]):
    """Keeps an update before the poll that brought it is confirmed. `on_missed` hears of each that came too late."""

    def __init__(self, resources: Resources, backlog: Backlog, on_missed: Callable[[], None]) -> None:
        super().__init__()
        self._resources = resources
        self._backlog = backlog
        self._on_missed = on_missed

    async def put(self, item: object) -> None:
        """Keep it, and queue it if it is new and not too old."""
        if not isinstance(item, Update) or item.inline_query:  # a keystroke: its loss does no harm
            await super().put(item)
            return
        state = state_of(item, self._resources.now()) if self._backlog.is_open else UpdateState.NEW
        if await self._keep(item, state):
            await self._go_on(item, state)

    async def _keep(self, item: Update, state: UpdateState) -> bool:
        """Whether it is new. While nothing can be kept nothing is confirmed, and Telegram keeps what comes."""
        while True:
            try:
                async with self._resources.database.begin() as tx:
                    return await updates.receive(
                        tx, item.update_id, item.to_dict(), self._resources.now(), state
                    )
            except Exception:  # a full disk, a lock that is held: polling would end with it
                log.exception("an update could not be kept", update=item.update_id)
                await asyncio.sleep(_DATABASE_SECONDS)

    async def put_left(self, item: Update) -> None:
        """Queue one that an earlier process left, if it has not become too old."""
        state = state_of(item, self._resources.now())
        if state is not UpdateState.NEW:
            async with self._resources.database.begin() as tx:
                await updates.move(tx, item.update_id, UpdateState.NEW, state)
        await self._go_on(item, state)

    async def put_again(self, item: Update) -> None:
        """Queue an update that is kept already and that somebody asked for, however old."""
        await super().put(item)

    async def _go_on(self, item: Update, state: UpdateState) -> None:
        if state is UpdateState.NEW:
            await super().put(item)
        elif state is UpdateState.MISSED:
            self._on_missed()


class Confirming(BaseUpdateProcessor):
    """Answers the updates of one chat in their order, and notes each as done when it is answered.

    The library's own bound counts those that wait for their chat's turn, too: one chat that sends much would hold up
    all others. So it is wide, and this class has one of its own for those that run.
    """

    def __init__(self, resources: Resources) -> None:
        super().__init__(_MOST_WAITING)
        self._resources = resources
        self._running = asyncio.Semaphore(AT_ONCE)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self.stopping = False

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Run the handlers, unless the process is about to end: what is left is answered after the next start."""
        if not isinstance(update, Update):
            await coroutine
            return
        whose = update.effective_chat or update.effective_user
        async with self._locks.setdefault(whose.id if whose else 0, asyncio.Lock()), self._running:
            if self.stopping:
                if isinstance(coroutine, Coroutine):
                    coroutine.close()
                return
            await coroutine
        async with self._resources.database.begin() as tx:
            await updates.done(tx, update.update_id)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""
