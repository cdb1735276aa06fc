"""What digests cost ten thousand chats: rows that are due or new, planning, building, and APScheduler's jobs beside it."""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import psutil  # type: ignore[import-untyped]
from sqlalchemy import func, select

from bot import resources as opening
from bot.digests import plan
from bot.digests.build import build
from bot.models import Digest
from bot.queue import AT_ONCE
from bot.resources import Resources
from bot.storage import Database, digests
from bot.storage.tables import digest_items
from tests.bench import chats, queries, report, rows
from tests.bench.chats import DAY, Size, World
from tests.bench.starts import beside, set_clock, settings_of

PLANNING = 10.0  # seconds, at most
BUILT = 200  # digests
_HOW = """The command: `make bench PARTS="digests"`.

{chats:,} chats follow {follows} of {feeds:,} feeds each, by Zipf's law; {articles:,} articles came in {days} days. One chat
in {old} was sent its feeds' news each day until a day ago and is asked about here; the others came today and have a past of
empty digests. One subscription in 50 brings news as it comes, and all of it was sent.

Times are those of the functions that the bot calls, with their transaction: "in SQLite" is the same statement without
Python around it. "Reads whole" names tables that are read from end to end.
"""


def run(day: date) -> None:
    """Measure, print, and write the page."""
    size = Size()
    with tempfile.TemporaryDirectory() as folder:
        made = measured(Path(folder), size)
    text = "\n".join(made)
    print(text)
    how = _HOW.format(**{name: getattr(size, name) for name in Size.__slots__})
    report.write("digests.md", "\n".join(["# Digests\n", report.machine(day), report.load(), how, text]))


def measured(folder: Path, size: Size) -> list[str]:
    """The page's tables and lines."""
    world, now = chats.invent(size), datetime.now(UTC).replace(second=1)  # nothing is due for 59 s
    asyncio.run(_filled(folder, world, now))
    begun = beside(folder, world, now)
    return [*asyncio.run(_at_work(folder, world, now)), begun]


async def _filled(folder: Path, world: World, now: datetime) -> None:
    database = await Database.open(settings_of(folder).database_path)
    await rows.fill(database, world, now)
    await database.close()


async def _at_work(folder: Path, world: World, now: datetime) -> list[str]:
    async with opening.opened(settings_of(folder)) as resources:
        asked = await _queries(resources, world, now)
        set_clock(folder, now + DAY)
        planned = await _planning(resources, world.size.chats)
        return [asked, planned, await _building(resources, world)]


async def _queries(resources: Resources, world: World, now: datetime) -> str:
    old = [chat for chat in range(1, world.size.chats + 1) if world.is_old(chat)]
    path = resources.settings.database_path
    asked = [*queries.of_sweeps(world, now), *queries.of_digests(world, now)]
    lines = [queries.line(each, await queries.cost(resources.database, path, each, old)) for each in asked]
    return report.table(queries.HEADS, lines)


async def _planning(resources: Resources, count: int) -> str:
    began = time.perf_counter()
    while await plan.plan_scheduled(resources):
        pass
    took = time.perf_counter() - began
    made = len(await _open(resources, 2 * count))
    held = queries.verdict(took, took, PLANNING)
    return f"- {made:,} digests due at once are planned in {took:.1f} s (most {PLANNING:.0f}: {held})"


async def _open(resources: Resources, most: int) -> Sequence[Digest]:
    async with resources.database.reading() as tx:
        return await digests.open_ones(tx, resources.now(), most)


async def _building(resources: Resources, world: World) -> str:
    """As the queue has it: so many at once, all with the one worker, which is warm."""
    waiting = await _open(resources, 2 * world.size.chats)
    first, *numbers = [digest.id for digest in waiting if world.is_old(digest.chat)][: BUILT + 1]
    await build(resources, first)
    room, busy, began = asyncio.Semaphore(AT_ONCE), _cpu(), time.perf_counter()

    async def one(number: int) -> bool:
        async with room:
            return await build(resources, number)

    ready = sum(await asyncio.gather(*map(one, numbers)))
    took = 1000 * (time.perf_counter() - began) / ready
    own, worker = (1000 * (after - before) / ready for before, after in zip(busy, _cpu(), strict=True))
    new = await _delivered(resources, numbers) / ready
    return (
        f"- {ready} digests of {new:.0f} new articles each at the mean, {AT_ONCE} at once: {took:.0f} ms a digest by the "
        f"clock, {own:.0f} ms CPU of the bot and {worker:.0f} ms of its worker\n"
    )


def _cpu() -> tuple[float, float]:
    """CPU seconds of this process, and of those that it started."""
    workers = (each.cpu_times() for each in psutil.Process().children(recursive=True))
    return time.process_time(), sum(each.user + each.system for each in workers)


async def _delivered(resources: Resources, numbers: Sequence[int]) -> int:
    query = select(func.count()).select_from(digest_items).where(digest_items.c.digest.in_(numbers))
    async with resources.database.reading() as tx:
        return int(await tx.scalar(query) or 0)
