"""Tables and plots as the files in docs/benchmarks/."""

import os
import platform
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

PAGES = Path(__file__).parents[2] / "docs" / "benchmarks"


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; all columns but the first are numbers and stand to the right."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def machine(day: date) -> str:
    """The sentence that says when and where figures were taken."""
    return (
        f"Measured on {day.isoformat()}: {os.cpu_count()} cores ({_processor()}), "
        f"Python {platform.python_version()}. Quote the ratios, not the milliseconds.\n"
    )


def load() -> str:
    """The sentence that says what else the machine did."""
    return f"Load {os.getloadavg()[0]:.1f} at the end of the part.\n"


def write(name: str, text: str) -> None:
    """The page or plot of that name."""
    PAGES.mkdir(parents=True, exist_ok=True)
    (PAGES / name).write_text(text, "utf-8")


def _processor() -> str:
    """The processor's name where the system tells it."""
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text("utf-8").splitlines() if facts.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
