"""The memory of the bot as people run it, in a process of its own beside the playground."""

import asyncio
import os
import sys
import tempfile
from datetime import UTC, date, datetime

import psutil  # type: ignore[import-untyped]

from bot.playground.person import Person
from bot.playground.server import serving
from bot.playground.state import Playground
from tests.bench import report

TOKEN = "1000:a-token-for-the-bench"
QUIET = 70  # seconds, after which the workers have gone


def run(day: date) -> None:
    """Measure, print, and write the page."""
    lines = asyncio.run(idle())
    print("\n".join(lines))
    report.write(
        "memory.md", "\n".join(["# Memory\n", report.machine(day), *(f"- {line}" for line in lines), ""])
    )


def pss(process: psutil.Process) -> tuple[int, float]:
    """How many processes, and their proportional memory in MB."""
    family = [process, *process.children(recursive=True)]
    return len(family), sum(each.memory_full_info().pss for each in family) / 2**20


async def idle() -> list[str]:
    """The bot's memory: at rest, at work, and at rest again when the workers have gone."""
    with tempfile.TemporaryDirectory() as folder:
        playground = Playground(TOKEN, lambda: datetime.now(UTC))
        async with serving(playground) as url:
            settings = {
                "NUTGRAF_TOKEN": TOKEN,
                "NUTGRAF_API_URL": url,
                "NUTGRAF_DATA_DIR": folder,
                "NUTGRAF_FETCH_ALLOW_PRIVATE": "127.0.0.0/8",
                "NUTGRAF_LOG_LEVEL": "warning",
            }
            bot = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=os.environ | settings, cwd=folder
            )
            try:
                return await _measure(psutil.Process(bot.pid), Person(playground), url)
            finally:
                bot.terminate()
                await bot.wait()


async def _measure(bot: psutil.Process, you: Person, url: str) -> list[str]:
    await you.ask("/list")
    lines = [_line("at rest", bot)]
    await you.ask(f"/tldr {url}/site/courier/dam")
    lines.append(_line("at work", bot))
    await asyncio.sleep(QUIET)
    return [*lines, _line("at rest again", bot)]


def _line(when: str, bot: psutil.Process) -> str:
    count, memory = pss(bot)
    return f"the bot {when}: {memory:.0f} MB PSS in {count} processes (most 120 at rest)"
