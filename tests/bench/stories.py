"""How well and how fast articles on one event come together: pairwise precision, recall and F1, and a day's load."""

import json
import resource
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from summarizer.article.documents import read_text
from summarizer.stories import group
from summarizer.types import Article
from tests.bench import growth, report
from tests.bench.data import FOLDER, folder

DAY = 10_000  # articles
_SENTENCES = 12  # of each of them
_HEADS = ["data set", "lines", "precision", "recall", "F1", "CPU, s"]
Pair = tuple[int, int]


def run(day: date) -> None:
    """Judge every set in `groups/` of the folder, load a day's articles, print, and write the page."""
    seconds, memory = a_day()
    said = (
        f"{DAY:,} articles of a day: {seconds:.1f} s CPU, {memory:.0f} MB at most (most 20 s and 500 MB).\n"
    )
    print(said)
    root = folder()
    if root is None:
        print(f"{FOLDER} names no folder of data sets, so grouping is not judged.")
        return
    made = report.table(_HEADS, (_line(path) for path in sorted(root.glob("groups/*.jsonl"))))
    print(made)
    report.write("stories.md", "\n".join(["# Stories\n", report.machine(day), made, said]))


def a_day() -> tuple[float, float]:
    """CPU seconds for grouping a day's articles, each on an event of its own, and the process's peak in MB."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_load, args=(there,))
    child.start()
    seconds, memory = here.recv()
    child.join()
    return seconds, memory


def _load(answer: Connection) -> None:
    articles = [_invented(seed) for seed in range(DAY)]
    group(articles[:20])  # imports
    began = time.process_time()
    group(articles)
    took = time.process_time() - began
    answer.send((took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def _invented(seed: int) -> Article:
    text = growth.text(_SENTENCES, seed)
    return Article(text=text, key=str(seed), title=text.partition(".")[0], language="en")


def _line(path: Path) -> list[str]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    began = time.process_time()
    said, true = _pairs(rows) if "same" in rows[0] else _clusters(rows)
    took = time.process_time() - began
    precision, recall = len(said & true) / max(1, len(said)), len(said & true) / max(1, len(true))
    both = 2 * precision * recall / ((precision + recall) or 1)
    return [
        path.stem,
        str(len(rows)),
        *(f"{100 * each:.1f}" for each in (precision, recall, both)),
        f"{took:.2f}",
    ]


def _pairs(rows: list[dict[str, Any]]) -> tuple[set[Pair], set[Pair]]:
    """Judged two at a time; a pair is named by its line."""
    true = {(place, place) for place, row in enumerate(rows) if row["same"]}
    said = {(place, place) for place, row in enumerate(rows) if _joined([row["a"], row["b"]])}
    return said, true


def _clusters(rows: list[dict[str, Any]]) -> tuple[set[Pair], set[Pair]]:
    """Judged all at once."""
    places = combinations(range(len(rows)), 2)
    true = {(one, other) for one, other in places if rows[one]["cluster"] == rows[other]["cluster"]}
    return _joined(rows), true


def _joined(rows: Iterable[dict[str, Any]]) -> set[Pair]:
    stories = group([_article(row, str(place)) for place, row in enumerate(rows)])
    members = (sorted(int(each.key) for each in (story.lead, *story.others)) for story in stories)
    return {(one, other) for story in members for one, other in combinations(story, 2)}


def _article(row: dict[str, Any], key: str) -> Article:
    article = read_text(row.get("text") or row["title"], row.get("title"))
    published = datetime.fromtimestamp(row["time"], UTC) if isinstance(row.get("time"), int) else None
    return replace(article, key=key, url=row.get("url"), published=published)
