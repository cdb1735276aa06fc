"""What an article costs: CPU time of every system in one process, one behind the other."""

import time
from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from statistics import mean

from tests.bench import report
from tests.bench.compare import SYSTEMS, made
from tests.bench.data import Plan, Sample, load, names, plan_of, title

TIMED = 80  # articles; a quarter of a minute for all systems
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
    samples, cost = load(name), milliseconds(name)
    size = mean(len(sample.sentences) for sample in samples)
    base = cost["sumy LexRank"]
    rows = (
        (system, f"{ms:.2f}", f"{base / ms:.1f}") for system, ms in sorted(cost.items(), key=itemgetter(1))
    )
    lines = report.table(["system", "ms an article", "times as fast as sumy LexRank"], rows)
    return f"CPU of an article of {title(name)} ({size:.0f} sentences), splitting included, warm:\n\n{lines}"


def milliseconds(name: str) -> dict[str, float]:
    """CPU time of an article of that data set by system, splitting included; warm from other articles of the set.

    Each article goes to one system after the other, so that what else the machine does meets all of them.
    """
    samples = load(name)
    some = samples[:: max(1, len(samples) // TIMED)][:TIMED]
    systems = [system for system in SYSTEMS if system not in _UNTIMED]
    for sample in some[::2]:
        _costs(sample, plan_of(name), systems)
    costs = [_costs(sample, plan_of(name), systems) for sample in some[1::2]]
    return {system: mean(cost[system] for cost in costs) for system in systems}


def _costs(sample: Sample, plan: Plan, systems: Sequence[str]) -> dict[str, float]:
    """CPU milliseconds of one article by system."""
    cost = {}
    for system in systems:
        began = time.process_time()
        made(sample, plan, system)
        cost[system] = 1000 * (time.process_time() - began)
    return cost
