"""How much of an article is found on its page, and how much else: our reader beside the packages for it, in one run."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from warnings import simplefilter

import numpy as np

from tests.bench import pages, report, rouge
from tests.bench.data import FOLDER
from tests.bench.pages import Page
from tests.bench.readers import READERS
from tests.bench.rounds import Made, measure, noise
from tests.bench.shingles import Score, score, total

OURS = "nutgraf"
ARTICLE = "article"
_MANY, _AGAIN = 50, 4  # of a large set every fourth page is read twice, so that the whole takes three minutes
_HEADS = [
    "system",
    "precision",
    "recall",
    "F1",
    "F1 of a page",
    "nutgraf ahead by",
    "95 %",
    "failed",
    "ms a page",
]
_HOW = """The command: `NUTGRAF_BENCH_DATA=~/data make bench PARTS="reading"`.

Precision, recall and F1 (x 100) count runs of four words, as the article extraction benchmark does: precision is the
mean of pages on which something was found, recall that of all, F1 is made of both. "F1 of a page" is the mean over all
pages, with 0 where a package raised an error or found nothing, which is "failed"; "ahead by" is the mean difference of
that on the same pages, with the 95 % interval of a paired bootstrap. An interval that holds 0 means: no difference was
shown. Milliseconds are CPU time, the median of the pages.

nutgraf is built on trafilatura, told to leave out comments, so "no comments" is its like; "for precision" has no
comments either. Its time holds more than the text: language, date, kinds of blocks, whether the page is an article.
Versions are those of `requirements/bench.txt`; the newest newspaper4k (0.9.5 and later) and readability-lxml (0.9) do
not go with our own python-dateutil and chardet.
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What a system found on a page, scored."""

    page: Page
    score: Score
    made: Made[str]


def run(day: date) -> None:
    """Measure our own pages and the folder's, print, and write the page if there is a folder."""
    simplefilter("ignore")
    logging.disable(logging.CRITICAL)  # they tell their troubles page by page
    sets = {"our own pages": pages.own(), "pages of the folder": pages.foreign()}
    parts = [_section(name, measured) for name, measured in sets.items() if measured]
    logging.disable(logging.NOTSET)
    print("\n".join(parts))
    if not sets["pages of the folder"]:
        print(f"{FOLDER} names no folder with pages, so only our own are measured.")
        return
    report.write("reading.md", "\n".join(["# Reading\n", report.machine(day), report.load(), _HOW, *parts]))


def _section(name: str, measured: Sequence[Page]) -> str:
    """The tables of a set: all pages, and articles alone where there are others."""
    made = measure(READERS, measured, step=1 if len(measured) < _MANY else _AGAIN)
    found = {system: _scored(measured, each) for system, each in made.items()}
    kinds = {page.kind for page in measured}
    tables = [_table(f"All {len(measured)}", found)]
    if kinds != {ARTICLE}:
        only = {system: [f for f in each if f.page.kind == ARTICLE] for system, each in found.items()}
        tables.append(_table(f"The {len(only[OURS])} articles among them", only))
    return "\n".join(
        [
            f"## {name.capitalize()}\n",
            f"The machine's noise: rounds differ by {noise(made):.0f} %.\n",
            *tables,
        ]
    )


def _scored(measured: Sequence[Page], made: Sequence[Made[str]]) -> list[Found]:
    return [
        Found(page, score(page.gold, each.value or ""), each)
        for page, each in zip(measured, made, strict=True)
    ]


def _table(what: str, found: Mapping[str, Sequence[Found]]) -> str:
    lines = report.table(_HEADS, (_line(system, each, found[OURS]) for system, each in found.items()))
    return f"{what}:\n\n{lines}"


def _line(system: str, found: Sequence[Found], ours: Sequence[Found]) -> list[str]:
    scores = [each.score for each in found]
    return [
        system,
        *(f"{100 * each:.1f}" for each in total(scores)),
        f"{100 * sum(each.f1 for each in scores) / len(scores):.1f}",
        *(["-", "-"] if system == OURS else _ahead(ours, found)),
        str(sum(not each.said for each in scores)),
        f"{median(each.made.ms for each in found):.1f}",
    ]


def _ahead(ours: Sequence[Found], theirs: Sequence[Found]) -> list[str]:
    """By how much we are better on the same pages, and the interval of that."""
    pairs = zip(ours, theirs, strict=True)
    gains = np.array([100 * (one.score.f1 - other.score.f1) for one, other in pairs])
    low, high = rouge.interval(gains)
    return [f"{gains.mean():+.1f}", f"{low:+.1f} to {high:+.1f}"]
