"""The clock: sweeps at real intervals over rows that say what is due."""

import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import forgetting
from bot.digests import build, deliver, plan
from bot.digests.collect import WINDOW
from bot.feeds import notices, refresh
from bot.models import DigestState
from bot.queue import Job, Queue
from bot.resources import Resources, wall_clock
from bot.roles.housekeeping import keep_house
from bot.sending import Sender
from bot.storage import digests, updates

log = structlog.get_logger(__name__)

# Real seconds between sweeps; a sweep that finds nothing costs two look-ups in an index.
SWEEP_SECONDS = 2
FEEDS_SECONDS = 5
SCRUB_SECONDS = 10
# Seconds between the signs of life that `nutgraf doctor` reads; each costs a write to the disk.
BEAT_SECONDS = 20.0
# News that waited for the end of quiet hours or of a pause is looked for so often: two weeks of it take half a second with
# 10,000 chats, the last hours a twentieth of that.
WHOLE_SECONDS = 60.0
JUST_NOW = timedelta(hours=2)
# What is left by a handler that failed is taken up again after its lease; one that failed so often is given up.
_LEASES_SECONDS = 30
_TRIES = 5

_JOB_OF = {DigestState.DUE: Job.BUILD, DigestState.READY: Job.SEND, DigestState.UNKNOWN: Job.NOTICE}


class Clock:
    """Runs the sweeps until it is stopped."""

    def __init__(self, resources: Resources, sender: Sender) -> None:
        self._resources = resources
        self._sender = sender
        self._busy: set[int] = set()
        self._queue = Queue({Job.BUILD: self._build, Job.SEND: self._send, Job.NOTICE: self._notice})
        self._last_beat = -BEAT_SECONDS
        self._last_whole = -WHOLE_SECONDS
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )

    async def start(self) -> None:
        """Mend what a crash left, and begin."""
        async with self._resources.database.begin() as tx:
            await digests.recover(tx, None)
        await plan.keep_wall_times(self._resources)
        self._queue.start()
        jobs: tuple[tuple[Callable[[], Awaitable[None]], float], ...] = (
            (self._digests, SWEEP_SECONDS),
            (self._leases, _LEASES_SECONDS),
            (self._feeds, FEEDS_SECONDS),
            (self._scrub, SCRUB_SECONDS),
            (self._housekeeping, 3600),
        )
        for job, seconds in jobs:
            self._scheduler.add_job(_logged(job), "interval", seconds=seconds)
        self._scheduler.start()

    async def stop(self, grace: float) -> None:
        """End the sweeps and give what is under way so many seconds; the rest goes on at the next start."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        await self._queue.stop(grace)

    async def _digests(self) -> None:
        await plan.plan_scheduled(self._resources)
        async with self._resources.database.reading() as tx:
            waiting = await digests.open_ones(tx, self._resources.now())
        for state, job in _JOB_OF.items():
            await self._queue.put(job, [digest.id for digest in waiting if digest.state is state])
        if time.monotonic() - self._last_beat > BEAT_SECONDS:
            self._last_beat = time.monotonic()
            async with self._resources.database.begin() as tx:
                await updates.beat(tx, "sweep", wall_clock(None))

    async def _build(self, number: int) -> None:
        with self._at_work(number):
            if await build.build(self._resources, number):
                await self._queue.put(Job.SEND, [number])

    async def _send(self, number: int) -> None:
        with self._at_work(number):
            await deliver.send(self._resources, self._sender, number)

    async def _notice(self, number: int) -> None:
        await deliver.notice(self._resources, self._sender, number)

    @contextmanager
    def _at_work(self, number: int) -> Iterator[None]:
        """Meanwhile no lease of the digest is over, wherever the clock jumps."""
        self._busy.add(number)
        try:
            yield
        finally:
            self._busy.discard(number)

    async def _leases(self) -> None:
        async with self._resources.database.begin() as tx:
            await digests.recover(tx, self._resources.now(), self._busy)
            for number in await digests.give_up(tx, _TRIES):
                log.error("a digest was given up", digest=number, tries=_TRIES)

    async def _feeds(self) -> None:
        await refresh.due(self._resources)
        await plan.plan_instant(self._resources, self._lately())
        await notices.tell(self._resources, self._sender)

    def _lately(self) -> timedelta:
        """How far back news is looked for: a little at most looks, now and then all that may have waited."""
        if time.monotonic() - self._last_whole < WHOLE_SECONDS:
            return JUST_NOW
        self._last_whole = time.monotonic()
        return WINDOW

    async def _scrub(self) -> None:
        await forgetting.scrub(self._resources)

    async def _housekeeping(self) -> None:
        await keep_house(self._resources)


def _logged(job: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """The job, with a bug in it logged once and the next run left to come."""

    async def run() -> None:
        try:
            await job()
        except Exception:
            log.exception("a bug in a sweep", sweep=getattr(job, "__name__", "?"))

    return run
