"""How many entries parsers find in feeds, well-made and not: ours, feedparser alone, and fastfeedparser, in one run."""

import io
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import import_module
from statistics import mean, median
from typing import Any
from warnings import simplefilter

import feedparser

from summarizer import parse_feed
from tests.bench import feed_files, report
from tests.bench.data import FOLDER
from tests.bench.feed_files import Feed
from tests.bench.rounds import Made, measure, noise

Titles = list[str]  # of the entries
ROUNDS = 3
_HEADS = [
    "parser",
    "feeds",
    "right",
    "wrong count",
    "failed",
    "refused, none expected",
    "ms, median",
    "ms, mean",
]
_HOW = """The command: `NUTGRAF_BENCH_DATA=~/data make bench PARTS="feeds"`.

All get the same bytes and no HTTP headers. "Right" is the expected number of entries; "failed" is an error where there
are entries; an error where none is expected may be as good an answer, and stands apart. Milliseconds are CPU time of a
feed.

Entries of the folder's feeds are those that a test suite tells, or those that feedparser and a count of elements, and
mostly fastfeedparser too, agreed on: a table of the latter can show no error of feedparser. nutgraf reads XML with
feedparser, so they share most of what they find.
"""
_TRAPPED = """
A reader should see the first title without markup and with its letters. The other parsers hand on what stands in the
feed and leave the markup to their caller, so that is a difference and no error. Where it came out otherwise:
"""


def _nutgraf(feed: Feed) -> Titles:
    return [entry.title or "" for entry in parse_feed(feed.data).entries]


def _feedparser(feed: Feed) -> Titles:
    """Its defaults, which clean HTML and resolve links; a stream, as bytes may name a file."""
    return [str(entry.get("title", "")) for entry in feedparser.parse(io.BytesIO(feed.data)).entries]


def _fastfeedparser(feed: Feed) -> Titles:
    """Bytes are never taken for an address."""
    parsed: Any = import_module("fastfeedparser").parse(feed.data)
    return [str(entry.get("title") or "") for entry in parsed.entries]


PARSERS: dict[str, Callable[[Feed], Titles]] = {
    "nutgraf": _nutgraf,
    "feedparser": _feedparser,
    "fastfeedparser": _fastfeedparser,
}


def run(day: date) -> None:
    """Measure our own feeds and the folder's, print, and write the page if there is a folder."""
    simplefilter("ignore")
    logging.disable(logging.CRITICAL)  # they tell their troubles feed by feed
    ours, others = feed_files.own(), feed_files.foreign()
    measured = [*ours, *others]
    made = measure(PARSERS, measured, ROUNDS)
    logging.disable(logging.NOTSET)
    parts = [
        f"The machine's noise: rounds differ by {noise(made):.0f} %.\n",
        *(_section(source, measured, made) for source in dict.fromkeys(feed.source for feed in measured)),
    ]
    print("\n".join(parts))
    if not others:
        print(f"{FOLDER} names no folder with feeds, so only our own are measured.")
        return
    report.write("feeds.md", "\n".join(["# Feeds\n", report.machine(day), report.load(), _HOW, *parts]))


def _section(source: str, measured: Sequence[Feed], made: Mapping[str, Sequence[Made[Titles]]]) -> str:
    """The table of the feeds of a source, and below it what went wrong with our own."""
    found = {
        name: [pair for pair in zip(measured, each, strict=True) if pair[0].source == source]
        for name, each in made.items()
    }
    lines = report.table(_HEADS, (_line(name, pairs) for name, pairs in found.items()))
    traps = "".join(f"- {name}: {_told(pairs)}\n" for name, pairs in found.items())
    notes = f"{_TRAPPED}\n{traps}" if source == feed_files.OWN else ""
    return f"## Feeds {source}\n\n{lines}{notes}"


def _line(name: str, pairs: Sequence[tuple[Feed, Made[Titles]]]) -> list[str]:
    answered = [(feed, made.value) for feed, made in pairs if made.value is not None]
    right = sum(len(titles) == feed.entries for feed, titles in answered)
    refused = sum(made.value is None and feed.entries == 0 for feed, made in pairs)
    times = [made.ms for _, made in pairs]
    return [
        name,
        str(len(pairs)),
        str(right),
        str(len(answered) - right),
        str(len(pairs) - len(answered) - refused),
        str(refused),
        f"{median(times):.2f}",
        f"{mean(times):.2f}",
    ]


def _told(pairs: Sequence[tuple[Feed, Made[Titles]]]) -> str:
    """The traps that a parser went into, each with what it made of the feed."""
    return "; ".join(filter(None, (_trapped(feed, made) for feed, made in pairs))) or "none"


def _trapped(feed: Feed, made: Made[Titles]) -> str | None:
    if made.value is None:
        return f"{feed.name} ({(made.error or '').partition(':')[0]})"
    if len(made.value) != feed.entries:
        return f"{feed.name} ({len(made.value)} of {feed.entries})"
    first = next(iter(made.value), "")
    return f"{feed.name} (title `{first}`)" if first != feed.title else None
