"""`make bench`: what it costs, as figures of this machine at this moment; quote the ratios."""

import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from statistics import median

import psutil  # type: ignore[import-untyped]

from bot.playground.person import Person
from bot.playground.server import serving
from bot.playground.site import ARTICLES, load
from bot.playground.state import Playground

RUNS = 7
TOKEN = "1000:a-token-for-the-bench"


def cpu(arguments: list[str], **options: object) -> float:
    """CPU seconds of a process and what it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, **options)  # type: ignore[call-overload]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def start_up() -> None:
    """The light import: help beside a bare interpreter."""
    pairs = [
        (cpu([sys.executable, "-c", "pass"]), cpu([sys.executable, "-m", "bot", "--help"]))
        for _ in range(RUNS)
    ]
    bare, full = (sorted(column) for column in zip(*pairs, strict=True))
    print(
        f"nutgraf --help: {1000 * (median(full) - median(bare)):.0f} ms CPU above a bare interpreter (most 450)"
    )
    print(
        f"  bare {1000 * bare[0]:.0f}-{1000 * bare[-1]:.0f} ms, help {1000 * full[0]:.0f}-{1000 * full[-1]:.0f} ms, {RUNS} runs"
    )


def methods() -> None:
    """Texts through the command line, method beside method."""
    texts = [" ".join(load(path).body) for path in sorted(ARTICLES.glob("*/*.txt"))] * 60
    lines = "\n".join(json.dumps({"id": number, "text": text}) for number, text in enumerate(texts)).encode()
    took = {}
    for name in ("lead", "nutgraf", "lexrank"):
        began = time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "bot", "summarize", "--jsonl", "--method", name],
            input=lines,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        took[name] = time.monotonic() - began
    for name, seconds in took.items():
        print(
            f"{len(texts)} texts by {name}: {seconds:.1f} s wall, {seconds / took['lexrank']:.2f} of sumy's LexRank"
        )


def pss(process: psutil.Process) -> tuple[int, float]:
    """How many processes, and their proportional memory in MB."""
    family = [process, *process.children(recursive=True)]
    return len(family), sum(each.memory_full_info().pss for each in family) / 2**20


async def idle() -> None:
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
                await _measure(psutil.Process(bot.pid), Person(playground), url)
            finally:
                bot.terminate()
                await bot.wait()


async def _measure(bot: psutil.Process, you: Person, url: str) -> None:
    await you.ask("/list")
    _say("at rest", bot)
    await you.ask(f"/tldr {url}/site/courier/dam")
    _say("at work", bot)
    await asyncio.sleep(70)
    _say("at rest again", bot)


def _say(when: str, bot: psutil.Process) -> None:
    count, memory = pss(bot)
    print(f"the bot {when}: {memory:.0f} MB PSS in {count} processes (most 120 at rest)")


if __name__ == "__main__":
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}")
    start_up()
    methods()
    asyncio.run(idle())
