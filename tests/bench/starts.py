"""A start with many schedules: our rows, and beside them APScheduler with a job for each."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot import resources as opening
from bot.digests import plan
from bot.playground.clock import write_offset
from bot.storage import digests
from config.settings import Settings
from tests.bench import report
from tests.bench.chats import DAY, World

Begin = Callable[[Any], AbstractAsyncContextManager[None]]


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds until the first look at what is due, and the megabytes that it left in the process."""

    seconds: float
    memory: float


def settings_of(folder: Path) -> Settings:
    """Of a bot in which no feed is so old that a digest would look at it."""
    pause = 3 * DAY.total_seconds() / 60
    clock = folder / "clock"
    return Settings(
        token="1000:bench", data_dir=folder, clock_file=clock, feed_check_min=pause, feed_check_max=pause
    )


def set_clock(folder: Path, now: datetime) -> None:
    """Let the bots on a folder believe that it is now."""
    write_offset(folder / "clock", (now - datetime.now(UTC)).total_seconds())


def beside(folder: Path, world: World, now: datetime) -> str:
    """A start of ours and one of APScheduler with a job for each chat, each in a process of its own."""
    set_clock(folder, now)
    ours, theirs = _in_a_process(_ours, folder), _in_a_process(_theirs, world)
    rows = [
        [name, f"{each.seconds:.2f}", f"{each.memory:.1f}", f"{each.seconds / ours.seconds:.1f}"]
        for name, each in (("our rows", ours), ("APScheduler, a CronTrigger each", theirs))
    ]
    heads = ["start", "seconds to the first look", "MB", "times as long"]
    told = (
        f"\nA start with {world.size.chats:,} schedules. Our rows are there already: the file is opened and checked, times are held "
        "against\nthe zones of today, and one sweep asks what is due. APScheduler's jobs in memory are gone with each process, "
        "so all are\nadded, without whatever they would be read from.\n"
    )
    return report.table(heads, rows) + told


def _in_a_process(begin: Begin, given: Any) -> Start:
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_timed, args=(there, begin, given))
    child.start()
    there.close()  # a child that dies is an end of file
    start: Start = here.recv()
    child.join()
    return start


def _timed(answer: Connection, begin: Begin, given: Any) -> None:
    asyncio.run(_begun(answer, begin, given))


async def _begun(answer: Connection, begin: Begin, given: Any) -> None:
    me = psutil.Process()
    before, began = me.memory_full_info().uss, time.perf_counter()
    async with begin(given):
        seconds = time.perf_counter() - began
        answer.send(Start(seconds, (me.memory_full_info().uss - before) / 2**20))


@asynccontextmanager
async def _ours(folder: Path) -> AsyncIterator[None]:
    """What `Clock.start` does, and its first sweep."""
    async with opening.opened(settings_of(folder)) as resources:
        async with resources.database.begin() as tx:
            await digests.recover(tx, None)
        await plan.keep_wall_times(resources)
        await plan.plan_scheduled(resources)
        async with resources.database.reading() as tx:
            await digests.open_ones(tx, resources.now())
        yield


@asynccontextmanager
async def _theirs(world: World) -> AsyncIterator[None]:
    """With the options of our own clock."""
    scheduler = AsyncIOScheduler(
        timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    for chat in range(1, world.size.chats + 1):
        at = world.slot(chat)
        trigger = CronTrigger(hour=at.hour, minute=at.minute, timezone=world.zone(chat))
        scheduler.add_job(_push, trigger, args=[chat])
    scheduler.start()
    await asyncio.sleep(0)  # its first look
    yield
    scheduler.shutdown(wait=False)


async def _push(chat: int) -> None:
    """Nothing is due while the start is measured."""
    raise AssertionError(chat)
