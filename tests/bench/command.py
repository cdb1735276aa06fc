"""What people wait for: the command's start, and texts through it."""

import json
import resource
import subprocess
import sys
import time
from datetime import date
from statistics import median

from bot.playground.site import ARTICLES, load
from tests.bench import report

RUNS = 7


def run(day: date) -> None:
    """Measure, print, and write the page."""
    lines = [*start_up(), *methods()]
    print("\n".join(lines))
    parts = ["# The command\n", report.machine(day), *(f"- {line}" for line in lines), ""]
    report.write("command.md", "\n".join(parts))


def start_up() -> list[str]:
    """The light import: help beside a bare interpreter."""
    pairs = [
        (_cpu([sys.executable, "-c", "pass"]), _cpu([sys.executable, "-m", "bot", "--help"]))
        for _ in range(RUNS)
    ]
    bare, full = (sorted(column) for column in zip(*pairs, strict=True))
    more = 1000 * (median(full) - median(bare))
    spread = ", ".join(
        f"{name} {1000 * column[0]:.0f}-{1000 * column[-1]:.0f} ms"
        for name, column in (("bare", bare), ("help", full))
    )
    return [f"`nutgraf --help`: {more:.0f} ms CPU above a bare interpreter (most 450); {spread}, {RUNS} runs"]


def methods() -> list[str]:
    """Texts through the command line, method beside method."""
    texts = [" ".join(load(path).body) for path in sorted(ARTICLES.glob("*/*.txt"))] * 60
    lines = "\n".join(json.dumps({"id": number, "text": text}) for number, text in enumerate(texts)).encode()
    took = {name: _through_the_command(name, lines) for name in ("lead", "nutgraf", "lexrank")}
    return [
        f"{len(texts)} texts through `nutgraf summarize --jsonl` by {name}: {seconds:.1f} s wall, "
        f"{seconds / took['lexrank']:.2f} of `lexrank`"
        for name, seconds in took.items()
    ]


def _cpu(arguments: list[str]) -> float:
    """CPU seconds of a process and what it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _through_the_command(name: str, lines: bytes) -> float:
    began = time.monotonic()
    arguments = [sys.executable, "-m", "bot", "summarize", "--jsonl", "--method", name]
    subprocess.run(arguments, input=lines, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began
