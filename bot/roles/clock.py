"""The clock: sweeps at real intervals over rows that say what is due."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.digests import build, deliver
from bot.feeds import notices, refresh
from bot.models import Digest, DigestState
from bot.resources import Resources, wall_clock
from bot.sending import Sender
from bot.storage import digests, updates

log = structlog.get_logger(__name__)

# Real seconds between sweeps; a sweep that finds nothing costs two look-ups in an index.
SWEEP_SECONDS = 2
FEEDS_SECONDS = 5
# Seconds between the signs of life that `nutgraf doctor` reads; each costs a write to the disk.
BEAT_SECONDS = 20.0
# How long what a person was asked about is kept, and how many digests are under way at once.
_KEEP_UPDATES = timedelta(days=1)
_AT_ONCE = 4

_NEXT: dict[DigestState, Callable[[Resources, Sender, Digest], Awaitable[None]]] = {
    DigestState.DUE: lambda resources, _sender, digest: build.build(resources, digest),
    DigestState.READY: deliver.send,
    DigestState.UNKNOWN: deliver.notice,
}


class Clock:
    """Runs the sweeps until it is stopped."""

    def __init__(self, resources: Resources, sender: Sender) -> None:
        self._resources = resources
        self._sender = sender
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._gate = asyncio.Semaphore(_AT_ONCE)
        self._last_beat = -BEAT_SECONDS
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )

    async def start(self) -> None:
        """Mend what a crash left, and begin."""
        async with self._resources.database.begin() as tx:
            await digests.recover(tx)
        jobs: tuple[tuple[Callable[[], Awaitable[None]], float], ...] = (
            (self._digests, SWEEP_SECONDS),
            (self._feeds, FEEDS_SECONDS),
            (self._housekeeping, 3600),
        )
        for job, seconds in jobs:
            self._scheduler.add_job(_logged(job), "interval", seconds=seconds)
        self._scheduler.start()

    async def stop(self, grace: float) -> None:
        """End the sweeps and give what is under way so many seconds; the rest goes on at the next start."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        tasks = list(self._under_way.values())
        if tasks:
            _done, late = await asyncio.wait(tasks, timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _digests(self) -> None:
        await build.plan(self._resources)
        now = self._resources.now()
        async with self._resources.database.reading() as tx:
            waiting = await digests.open_ones(tx, now)
        busy = {digest.chat for digest in waiting if digest.id in self._under_way}
        for digest in waiting:
            # one at a time in a chat, so that two never bring the same story
            if digest.state in _NEXT and digest.chat not in busy:
                busy.add(digest.chat)
                self._under_way[digest.id] = asyncio.create_task(self._carry(digest))
        if time.monotonic() - self._last_beat > BEAT_SECONDS:
            self._last_beat = time.monotonic()
            async with self._resources.database.begin() as tx:
                await updates.beat(tx, "sweep", wall_clock(None))

    async def _carry(self, digest: Digest) -> None:
        """Take a digest as far as it goes now."""
        try:
            async with self._gate:
                current: Digest | None = digest
                while current and (step := _NEXT.get(current.state)):
                    await step(self._resources, self._sender, current)
                    async with self._resources.database.reading() as tx:
                        after = await digests.get(tx, digest.id)
                    current = after if after and after.state != current.state else None
        except Exception:
            log.exception("a bug in a digest", digest=digest.id)
        finally:
            del self._under_way[digest.id]

    async def _feeds(self) -> None:
        await refresh.due(self._resources)
        await notices.tell(self._resources, self._sender)

    async def _housekeeping(self) -> None:
        async with self._resources.database.begin() as tx:
            await updates.purge(tx, self._resources.now() - _KEEP_UPDATES)


def _logged(job: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """The job, with a bug in it logged once and the next run left to come."""

    async def run() -> None:
        try:
            await job()
        except Exception:
            log.exception("a bug in a sweep", sweep=getattr(job, "__name__", "?"))

    return run
