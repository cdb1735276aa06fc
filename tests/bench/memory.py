"""The memory of the bot as people run it, in a process of its own beside the playground: at rest, and at many feeds."""

import asyncio
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from bot.models import ChatKind
from bot.playground.person import Person
from bot.playground.server import serving
from bot.playground.state import Playground
from bot.storage import Database, chats, feeds
from tests.bench import press, report

TOKEN = "1000:a-token-for-the-bench"
QUIET = 70  # seconds, after which the workers have gone
CHATS, FOLLOWED = 300, 20  # each chat has feeds of its own
AT_REST, AT_FEEDS, AIM = 120, 250, 200  # MB
PATIENCE = 900.0  # seconds for all feeds
_AFTER = 30.0  # seconds of reading articles
_PAUSE = 0.5  # seconds between two looks at the memory; each costs some milliseconds of the kernel


def run(day: date) -> None:
    """Measure, print, and write the page."""
    lines = [*asyncio.run(idle()), *asyncio.run(with_feeds(CHATS))]
    print("\n".join(lines))
    parts = ["# Memory\n", report.machine(day), report.load(), *(f"- {line}" for line in lines), ""]
    report.write("memory.md", "\n".join(parts))


def pss(process: psutil.Process) -> tuple[int, float]:
    """How many processes, and their proportional memory in MB."""
    family = [process, *process.children(recursive=True)]
    found = [memory for each in family if (memory := _memory(each))]
    return len(found), sum(found) / 2**20


def _memory(process: psutil.Process) -> int:
    """0 for a worker that has ended since it was listed."""
    try:
        return int(process.memory_full_info().pss)
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return 0


@dataclass(frozen=True, slots=True)
class _Running:
    """The bot with somebody who writes to it."""

    process: psutil.Process
    you: Person
    url: str  # of the playground


@asynccontextmanager
async def _bot(folder: Path) -> AsyncIterator[_Running]:
    playground = Playground(TOKEN, lambda: datetime.now(UTC))
    async with serving(playground) as url:
        settings = {
            "NUTGRAF_TOKEN": TOKEN,
            "NUTGRAF_API_URL": url,
            "NUTGRAF_DATA_DIR": str(folder),
            "NUTGRAF_FETCH_ALLOW_PRIVATE": "127.0.0.0/8",
            "NUTGRAF_LOG_LEVEL": "warning",
        }
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=os.environ | settings, cwd=folder
        )
        try:
            yield _Running(psutil.Process(bot.pid), Person(playground), url)
        finally:
            bot.terminate()
            await bot.wait()


async def idle() -> list[str]:
    """The bot's memory: at rest, at work, and at rest again when the workers have gone."""
    with tempfile.TemporaryDirectory() as folder:
        async with _bot(Path(folder)) as bot:
            await bot.you.ask("/list")
            lines = [_line("at rest", bot.process)]
            await bot.you.ask(f"/tldr {bot.url}/site/courier/dam")
            lines.append(_line("at work", bot.process))
            await asyncio.sleep(QUIET)
            return [*lines, _line("at rest again", bot.process)]


def _line(when: str, bot: psutil.Process) -> str:
    count, memory = pss(bot)
    return f"the bot {when}: {memory:.0f} MB PSS in {count} processes (most {AT_REST} at rest)"


async def with_feeds(count: int) -> list[str]:
    """Its most memory while so many chats' feeds are all looked at, and behind that, when articles are still read."""
    with tempfile.TemporaryDirectory() as folder:
        async with press.serving() as hosts:
            await _subscribe(Path(folder), count, hosts)
            async with _bot(Path(folder)) as bot, asyncio.timeout(PATIENCE):
                began, database = time.monotonic(), Path(folder) / "nutgraf.db"
                peak = await _peak(bot.process, lambda: _looked_at(database) == count * FOLLOWED)
                end = time.monotonic() + _AFTER
                after = await _peak(bot.process, lambda: time.monotonic() > end)
    when = (
        f"at {count * FOLLOWED:,} feeds of {count} chats, all looked at within {end - _AFTER - began:.0f} s"
    )
    return [f"the bot {when}: {_most(peak)}", f"the bot thereafter, at their articles: {_most(after)}"]


def _most(peak: tuple[int, float]) -> str:
    return f"{peak[1]:.0f} MB PSS in {peak[0]} processes at its peak (most {AT_FEEDS}, aim {AIM})"


async def _subscribe(folder: Path, count: int, hosts: list[str]) -> None:
    database, now = await Database.open(folder / "nutgraf.db"), datetime.now(UTC)
    async with database.begin() as tx:
        for chat in range(count):
            await chats.remember(tx, 1000 + chat, ChatKind.PRIVATE, f"Chat {chat}")
            for number in range(chat * FOLLOWED, (chat + 1) * FOLLOWED):
                url = f"{hosts[number % len(hosts)]}/feed/{number}"
                feed = await feeds.add(tx, url, f"Paper {number}", now)
                await feeds.subscribe(tx, 1000 + chat, feed.id, now)
    await database.close()


async def _peak(bot: psutil.Process, is_over: Callable[[], bool]) -> tuple[int, float]:
    """The most memory that was seen until then, and in how many processes."""
    peak = (0, 0.0)
    while not is_over():
        peak = max(peak, pss(bot), key=lambda seen: seen[1])
        await asyncio.sleep(_PAUSE)
    return peak


def _looked_at(path: Path) -> int:
    query = "SELECT count(*) FROM feeds WHERE checked_at IS NOT NULL AND failures = 0"
    with closing(sqlite3.connect(path)) as connection:
        found: int = connection.execute(query).fetchone()[0]
    return found
