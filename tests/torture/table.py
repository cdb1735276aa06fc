"""Rows of a table, and what is measured for them."""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field

import psutil  # type: ignore[import-untyped]

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Row:
    """What became of a case; `fault` says what is not as it must be."""

    case: str
    outcome: str
    seconds: float
    memory: float | None = None  # MiB
    fault: str = ""


@dataclass(slots=True)
class Clock:
    """The seconds that a block took."""

    seconds: float = 0.0


@contextmanager
def timed() -> Iterator[Clock]:
    """Measure a block."""
    clock, start = Clock(), time.monotonic()
    try:
        yield clock
    finally:
        clock.seconds = time.monotonic() - start


@dataclass(slots=True)
class Lag:
    """How late the event loop woke a task that slept 5 ms, in seconds."""

    seen: list[float] = field(default_factory=list)

    @property
    def p99(self) -> float:
        """What one of a hundred wakings was later than."""
        return statistics.quantiles(self.seen, n=100)[98] if len(self.seen) > 1 else 0.0

    async def watch(self, sleep: float = 0.005) -> None:
        """Measure until cancelled."""
        while True:
            start = time.monotonic()
            await asyncio.sleep(sleep)
            self.seen.append(time.monotonic() - start - sleep)


@asynccontextmanager
async def lag() -> AsyncIterator[Lag]:
    """Measure the loop's lag beside a block."""
    measured = Lag()
    task = asyncio.create_task(measured.watch())
    try:
        yield measured
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def resident(pid: int | None = None) -> float:
    """The memory that a process, or our own, holds now, in MiB; 0 when it is gone."""
    try:
        return float(psutil.Process(pid).memory_info().rss) / MIB
    except psutil.NoSuchProcess:
        return 0.0


def line(case: str, outcome: str, seconds: str, memory: str, fault: str = "") -> str:
    """A line of the table; a fault stands behind."""
    return f"{case:64}  {outcome:34}  {seconds:>7}  {memory:>5}  {fault and f'** {fault}'}".rstrip()


def told(row: Row) -> str:
    """A row as a line."""
    memory = "" if row.memory is None else f"{row.memory:.0f}"
    return line(row.case, row.outcome, f"{row.seconds:.2f}", memory, row.fault)
