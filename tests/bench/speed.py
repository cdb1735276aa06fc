"""What an article costs: CPU time of every system in one process, one behind the other."""

import time
from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from statistics import mean, median

from tests.bench import report
from tests.bench.compare import SYSTEMS, made
from tests.bench.data import Plan, Sample, load, names, plan_of, title

TIMED = 40  # articles; six seconds a round
ROUNDS = 5
SENTENCES = 25  # of an article of news
_AROUND = 3
_UNTIMED = {"greedy oracle", "random"}


def run(day: date) -> None:
    """Measure on our corpus and on the largest set of the folder, print, and write the page."""
    tables = [articles(name) for name in (*([""] if load("") else []), *largest(names()))]
    print("\n".join(tables))
    report.write("speed.md", "\n".join(["# Speed\n", report.machine(day), *tables]))


def largest(found: Sequence[str]) -> list[str]:
    """The data set of most samples, if there is any."""
    return sorted(found, key=lambda name: len(load(name)))[-1:]


def articles(name: str) -> str:
    """The table of one data set, the fastest system first."""
    cost = milliseconds(name)
    size = mean(len(sample.sentences) for sample in timed(name))
    base = cost["sumy LexRank"]
    rows = (
        (system, f"{ms:.2f}", f"{base / ms:.1f}") for system, ms in sorted(cost.items(), key=itemgetter(1))
    )
    lines = report.table(["system", "ms an article", "times as fast as sumy LexRank"], rows)
    return f"CPU of an article of {title(name)} ({size:.0f} sentences), splitting included, warm:\n\n{lines}"


def milliseconds(name: str) -> dict[str, float]:
    """CPU time of an article of that data set by system, splitting included; the median of rounds, the first left out.

    In each round one system after the other takes all articles, as a batch would, so that what else the machine does
    meets all of them.
    """
    samples, plan = timed(name), plan_of(name)
    systems = [system for system in SYSTEMS if system not in _UNTIMED]
    rounds = [{system: _cost(samples, plan, system) for system in systems} for _ in range(1 + ROUNDS)]
    return {system: median(each[system] for each in rounds[1:]) for system in systems}


def timed(name: str) -> list[Sample]:
    """Articles of that data set with about 25 sentences; any, of a small one."""
    samples = load(name)
    some = [sample for sample in samples if abs(len(sample.sentences) - SENTENCES) <= _AROUND]
    return some[:TIMED] if len(some) >= TIMED else samples[:TIMED]


def _cost(samples: Sequence[Sample], plan: Plan, system: str) -> float:
    """CPU milliseconds of an article, at the mean."""
    began = time.process_time()
    for sample in samples:
        made(sample, plan, system)
    return 1000 * (time.process_time() - began) / len(samples)
