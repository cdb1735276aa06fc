"""The full comparison: every system on our own corpus, and on every set of the folder that was named."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from warnings import simplefilter

from tests.bench import compare, data, report
from tests.bench.compare import SYSTEMS, Outcome, Row
from tests.bench.data import load, plan_of, title
from tests.bench.plot import Point, scatter
from tests.bench.speed import largest, milliseconds

OURS = "nutgraf"
CORES = 2
_UNPLOTTED = {"greedy oracle", "random"}  # no methods; the oracle would press the others flat
_HEADS = [
    "system",
    "articles",
    "R-1",
    "R-2",
    "R-L",
    "mean",
    "to the lead",
    "95 %",
    "words",
    "verbatim",
    "failed",
]
_OVERVIEW = [
    "data set",
    "articles",
    "most sentences, words",
    "lead",
    "nutgraf",
    "95 %",
    "sumy LexRank",
    "oracle",
]


def run(day: date) -> None:
    """Measure, print the overview, and write a page and a plot for our corpus and for the folder."""
    jobs = {"corpus": [""] if load("") else [], "data": data.names()}
    if data.folder() is None:
        print(f"{data.FOLDER} names no folder of data sets, so only our own corpus is measured.")
    found = _measured([name for names in jobs.values() for name in names])
    for page, names in jobs.items():
        if names:
            _write(page, {name: found[name] for name in names}, day)


def _measured(names: list[str]) -> dict[str, list[Row]]:
    """Every system on every set, set by set in two processes."""
    found: dict[str, dict[str, list[Outcome]]] = {name: {} for name in names}
    pairs = [(name, system) for name in names for system in SYSTEMS]
    with ProcessPoolExecutor(CORES, get_context("spawn"), _quiet) as pool:
        for (name, system), made in zip(
            pairs, pool.map(compare.outcomes, *zip(*pairs, strict=True)), strict=True
        ):
            found[name][system] = made
    return {name: compare.rows(made) for name, made in found.items()}


def _quiet() -> None:
    """Nothing about short texts, which sumy's LSA warns of one by one."""
    simplefilter("ignore")


def _write(page: str, found: dict[str, list[Row]], day: date) -> None:
    overview = report.table(_OVERVIEW, (_overview(name, rows) for name, rows in found.items()))
    print(overview)
    print("\n".join(_failures(found)))
    tables = [f"## {title(name)}\n\n{_told(name)}\n\n{_table(rows)}" for name, rows in found.items()]
    parts = [
        f"# Quality: {'our own corpus' if page == 'corpus' else 'the folder of data sets'}\n",
        report.machine(day),
        f"![Quality against milliseconds]({page}.svg)\n",
        "All systems are cut at the same words. How to read this: [README.md](README.md).\n",
        overview,
        *tables,
    ]
    report.write(f"{page}.svg", _plot(largest(list(found))[0], found))
    report.write(f"{page}.md", "\n".join(parts))


def _failures(found: dict[str, list[Row]]) -> Iterator[str]:
    """A line for each system that failed on a set, with its first error."""
    for name, rows in found.items():
        for row in rows:
            if row.errors:
                yield f"{title(name)}: {row.system} failed {len(row.errors)} times, first by {row.errors[0]}"


def _told(name: str) -> str:
    plan = plan_of(name)
    return f"At most {plan.sentences} sentences, cut at {plan.words} words."


def _table(rows: list[Row]) -> str:
    return report.table(_HEADS, map(_line, rows))


def _line(row: Row) -> list[str]:
    low, high = row.interval
    scores = [f"{score:.2f}" for score in (*row.scores, row.mean)]
    gain = [f"{row.gain:+.2f}", f"{low:+.2f} to {high:+.2f}"]
    return [
        row.system,
        str(row.samples),
        *scores,
        *gain,
        f"{row.words:.0f}",
        f"{row.verbatim:.0f} %",
        str(len(row.errors)),
    ]


def _overview(name: str, rows: list[Row]) -> list[str]:
    found = {row.system: row for row in rows}
    plan, ours = plan_of(name), found[OURS]
    peer = found.get("sumy LexRank")
    return [
        title(name),
        str(ours.samples),
        f"{plan.sentences}, {plan.words}",
        f"{found['lead'].mean:.2f}",
        f"**{ours.gain:+.2f}**",
        f"{ours.interval[0]:+.2f} to {ours.interval[1]:+.2f}",
        f"{peer.gain:+.2f}" if peer else "-",
        f"{found['greedy oracle'].gain:+.2f}",
    ]


def _plot(name: str, found: dict[str, list[Row]]) -> str:
    cost = milliseconds(name)
    points = [
        Point(row.system, cost[row.system], row.gain, row.system == OURS)
        for row in found[name]
        if row.system not in _UNPLOTTED
    ]
    return scatter(
        points,
        title=f"What a summary is worth, and what it costs: {title(name)}",
        across="CPU milliseconds an article, splitting included",
        upward="mean ROUGE F1 above or below the lead, at equal words",
    )
