"""Two years of digests in every time zone: one for each local date, whenever its clock changes.

When a run must come is worked out here from the moments at which a zone's offset changes, apart from the bot's way.
"""

import asyncio
import os
import random
import sqlite3
import tempfile
from bisect import bisect_right
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import cycle, pairwise
from multiprocessing import get_context
from pathlib import Path
from zoneinfo import available_timezones

from bot import resources as opening
from bot.digests import plan
from bot.digests.schedule import next_fire
from bot.models import EVERY_DAY, ChatKind, Schedule
from bot.playground.clock import write_offset
from bot.storage import chats, digests, schedules
from bot.zones import zone_of
from config.settings import Settings
from tests.torture.table import Row, timed

START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
QUARTERS = tuple(time(minutes // 60, minutes % 60) for minutes in range(0, 24 * 60, 15))
OFFSETS = tuple(
    f"{'-' if quarters < 0 else '+'}{abs(quarters) // 4:02}:{abs(quarters) % 4 * 15:02}"
    for quarters in range(-12 * 4, 14 * 4 + 1)
)
WEEKLY = (
    ("Mondays", frozenset({0})),
    ("weekdays", frozenset(range(5))),
    ("weekends", frozenset({5, 6})),
    ("Tuesdays, Thursdays", frozenset({1, 3})),
)
# How late the sweep is that plans a run; the next one is looked for from then on, also in an hour that comes twice.
LATE = (timedelta(), timedelta(seconds=2), timedelta(minutes=31), timedelta(minutes=61), timedelta(hours=9))

Run = tuple[date, datetime]
"""The local date that a run is for, and its moment."""


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `end` a zone has one offset."""

    start: datetime
    end: datetime
    offset: timedelta


Pattern = tuple[Span, ...]


@dataclass(slots=True)
class Found:
    """Runs that came, and what is wrong with them."""

    runs: int = 0
    missing: int = 0
    twice: int = 0
    wrong: int = 0
    first: str = ""  # what was wrong first

    def add(self, other: "Found") -> None:
        for name in ("runs", "missing", "twice", "wrong"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.first = self.first or other.first

    def row(self, case: str, seconds: float) -> Row:
        bad = self.missing or self.twice or self.wrong
        fault = f"{self.wrong} at another moment; first {self.first}" if bad else ""
        said = f"{self.runs} runs, {self.missing} missing, {self.twice} twice"
        return Row(case, said, seconds, None, fault)


@cache
def patterns() -> dict[Pattern, str]:
    """What zones do in these two years, each once, with the first of the zones that do it."""
    found: dict[Pattern, str] = {}
    for name in sorted(available_timezones()):
        found.setdefault(pattern_of(name), name)
    return found


def pattern_of(name: str) -> Pattern:
    """The spans of a zone, from a month before to a month behind."""
    zone = zone_of(name)
    start, end, step = START - 31 * DAY, END + 31 * DAY, 2 * DAY
    spans = []
    begin = low = start
    while low < end:
        high = low + step
        if high.astimezone(zone).utcoffset() != (offset := _offset(name, low)):
            change = _change(name, low, high)
            spans.append(Span(begin, change, offset))
            begin = change
        low = high
    return (*spans, Span(begin, end + DAY, _offset(name, end)))


def _offset(name: str, moment: datetime) -> timedelta:
    offset = moment.astimezone(zone_of(name)).utcoffset()
    assert offset is not None
    return offset


def _change(name: str, low: datetime, high: datetime) -> datetime:
    """The minute at which the offset becomes another, between two moments."""
    before = _offset(name, low)
    while high - low > timedelta(minutes=1):
        middle = (low + (high - low) // 2).replace(second=0)
        low, high = (middle, high) if _offset(name, middle) == before else (low, middle)
    return high


def moment_of(pattern: Pattern, day: date, at: time) -> datetime:
    """The first moment at which it is a wall time on a date; as the clock was before, where it jumps over it."""
    wall = datetime.combine(day, at, UTC)
    earlier = pattern[0]
    for span in pattern:
        moment = wall - span.offset
        if moment < span.start:
            break
        if moment < span.end:
            return moment
        earlier = span
    return wall - earlier.offset


def expected(pattern: Pattern, at: time, weekdays: frozenset[int] = EVERY_DAY) -> list[Run]:
    """The runs of these two years."""
    days = (START.date() + number * DAY for number in range(-2, (END - START).days + 2))
    runs = [(day, moment_of(pattern, day, at)) for day in days if day.weekday() in weekdays]
    return [(day, moment) for day, moment in runs if START < moment < END]


def walked(zone: str, at: time, weekdays: frozenset[int] = EVERY_DAY) -> Iterator[Run]:
    """The runs as the bot plans them, one after the other, by sweeps that come more or less late."""
    lates, after = cycle(LATE), START
    while True:
        fire, _ = next_fire(at, zone, after, weekdays)
        if fire >= END:
            return
        fire, slot = next_fire(at, zone, fire - SECOND, weekdays)  # asked just before, it is the same
        yield date.fromisoformat(slot.partition("T")[0]), fire
        after = fire + next(lates)


def compared(where: str, came: Sequence[Run], wanted: Sequence[Run]) -> Found:
    """What is missing, came twice or at another moment."""
    if came == wanted:
        return Found(len(came))
    days, moments = Counter(day for day, _ in came), dict(wanted)
    missing = sorted(moments.keys() - days.keys())
    twice = sorted(day for day, count in days.items() if count > 1)
    wrong = [day for day, moment in came if moments.get(day) != moment]
    first = f"{where} {min((*missing, *twice, *wrong))}"
    return Found(len(came), len(missing), sum(days[day] - 1 for day in twice), len(wrong), first)


def swept(zone: str, pattern: Pattern, times: Iterable[time], weekdays: frozenset[int]) -> Found:
    """Walk a zone through two years for each of the times."""
    total = Found()
    for at in times:
        came = list(walked(zone, at, weekdays))
        total.add(compared(f"{zone} {at:%H:%M}", came, expected(pattern, at, weekdays)))
    return total


async def rows() -> AsyncIterator[Row]:
    """Every pattern at every quarter hour, offsets, weekdays, and the same through the real planning."""
    known = sorted(patterns().items(), key=lambda each: each[1])
    still = [(name, pattern) for pattern, name in known if len(pattern) == 1]
    changing = [(name, pattern) for pattern, name in known if len(pattern) > 1]
    fixed = [(name, pattern_of(name)) for name in OFFSETS if name != "+00:00"]
    few = QUARTERS[::5]
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        yield await _sweep(pool, "patterns whose clock changes", changing, QUARTERS)
        yield await _sweep(pool, "patterns whose clock does not", still, QUARTERS)
        yield await _sweep(pool, "offsets as people type them", fixed, few)
        for days, weekdays in WEEKLY:
            yield await _sweep(pool, f"patterns, {days}", [*changing, *still], few, weekdays)
    yield await _planning()


async def _sweep(
    pool: ProcessPoolExecutor,
    case: str,
    zones: Sequence[tuple[str, Pattern]],
    times: Sequence[time],
    weekdays: frozenset[int] = EVERY_DAY,
) -> Row:
    loop, total = asyncio.get_running_loop(), Found()
    with timed() as clock:
        jobs = [loop.run_in_executor(pool, swept, zone, spans, times, weekdays) for zone, spans in zones]
        for found in await asyncio.gather(*jobs):
            total.add(found)
    return total.row(f"{len(zones)} {case}, at {len(times)} times a day", clock.seconds)


# The real planning: a database, and a clock that is moved.

ZONES = (
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Nuuk",
    "America/Santiago",
    "Antarctica/Troll",
    "Australia/Lord_Howe",
    "Europe/Kyiv",
    "+05:30",
)
SPRING, WINTER = datetime(2026, 2, 12, tzinfo=UTC), datetime(2026, 11, 12, tzinfo=UTC)
SEED = 7
DOWN, RESTART = 0.01, 0.05  # of steps: the bot is down for days, or starts again
HOUR = timedelta(hours=1).total_seconds()


@dataclass(slots=True)
class Life:
    """Chats by number with zone and time, and the moments at which their schedules were looked at."""

    folder: Path
    rng: random.Random
    chats: dict[int, tuple[str, time]]
    looks: list[datetime] = field(default_factory=lambda: [SPRING])
    starts: int = 0
    downs: int = 0

    @property
    def settings(self) -> Settings:
        return Settings(token="1000:clock", data_dir=self.folder, clock_file=self.folder / "clock")

    def move(self, moment: datetime) -> None:
        """Move the bot's clock; never to where the time that the look takes could matter."""
        write_offset(self.folder / "clock", (moment - datetime.now(UTC)).total_seconds())

    def step(self) -> None:
        """Some minutes to hours, seldom days; half a minute beside every time that a chat has."""
        minutes = self.rng.randint(7, 9 * 60)
        if self.rng.random() < DOWN:
            minutes, self.downs = self.rng.randint(36 * 60, 100 * 60), self.downs + 1
        self.looks.append((self.looks[-1] + timedelta(minutes=minutes)).replace(second=30))
        self.move(self.looks[-1])


async def _planning() -> Row:
    every = [(zone, at) for zone in ZONES for at in QUARTERS]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name, timed() as clock:
        life = Life(Path(name), random.Random(SEED), dict(enumerate(every, 1)))
        await _seed(life)
        while life.looks[-1] < WINTER:
            await _live(life)
        found = _audit(life)
    case = (
        f"planned: {len(every)} chats, {len(life.looks)} looks, {life.starts} starts, {life.downs} times down"
    )
    return found.row(case, clock.seconds)


async def _seed(life: Life) -> None:
    life.move(SPRING)
    async with opening.opened(life.settings) as bot, bot.database.begin() as tx:
        for chat, (zone, at) in life.chats.items():
            await chats.remember(tx, chat, ChatKind.PRIVATE, "You")
            await chats.change(tx, chat, timezone=zone)
            await schedules.replace(tx, chat, "", [Schedule(0, chat, at, *next_fire(at, zone, SPRING))])


async def _live(life: Life) -> None:
    """One process: it starts as the clock's role does, and plans until it ends."""
    async with opening.opened(life.settings) as bot:
        life.starts += 1
        async with bot.database.begin() as tx:
            await digests.recover(tx, None)
        await plan.keep_wall_times(bot)
        while life.rng.random() > RESTART and life.looks[-1] < WINTER:
            life.step()
            while await plan.plan_scheduled(bot):
                pass
    _other_rules(life)


def _other_rules(life: Life) -> None:
    """Some schedules as if their zone's rules had been others when they were planned; the next start mends them."""
    with closing(sqlite3.connect(life.folder / "nutgraf.db")) as connection, connection:
        for chat in life.rng.sample(sorted(life.chats), 40):
            hour = life.rng.choice((-HOUR, HOUR))
            connection.execute("UPDATE schedules SET next_at = next_at + ? WHERE chat = ?", (hour, chat))


def _audit(life: Life) -> Found:
    """Compare the digests with what each look must have found: of several dates since the one before, the first."""
    came: dict[int, list[Run]] = {}
    with closing(sqlite3.connect(life.folder / "nutgraf.db")) as connection:
        query = "SELECT chat, key, due_at FROM digests WHERE kind = 'scheduled' ORDER BY id"
        for chat, key, due_at in connection.execute(query):
            day = date.fromisoformat(key.partition(":")[2][:10])
            came.setdefault(chat, []).append((day, datetime.fromtimestamp(due_at, UTC)))
    total = Found()
    for chat, (zone, at) in life.chats.items():
        runs = expected(pattern_of(zone), at)
        total.add(compared(f"{zone} {at:%H:%M}", came.get(chat, []), list(_due(runs, life.looks))))
    return total


def _due(runs: Sequence[Run], looks: Sequence[datetime]) -> Iterator[Run]:
    moments = [moment for _, moment in runs]
    for before, now in pairwise(looks):
        place = bisect_right(moments, before)
        if place < len(runs) and moments[place] <= now:
            yield runs[place]
