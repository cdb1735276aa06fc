"""How much of a page's article an extractor found, and how much else: runs of four words, as extraction is scored.

The measure of the article extraction benchmark: precision and recall of a page count runs of four words as often as
they stand in both texts; those of a set are means over its pages, and its F1 is made of the means.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

RUN = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Score:
    """Of one page, from 0 to 1; `said` is whether there was any word, `asked` whether there should be."""

    precision: float
    recall: float
    said: bool
    asked: bool

    @property
    def f1(self) -> float:
        """0 where nothing was found."""
        return harmonic(self.precision, self.recall)


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text; a shorter one is one run."""
    words = _WORD.findall(text)
    starts = range(max(1, len(words) - RUN + 1)) if words else ()
    return Counter(tuple(words[start : start + RUN]) for start in starts)


def score(gold: str, made: str) -> Score:
    """Of what was made beside what should have been; an empty text for an empty page is right."""
    wanted, found = runs(gold), runs(made)
    shared = (wanted & found).total()
    right = 1.0 if not wanted and not found else 0.0
    return Score(
        precision=shared / found.total() if found else right,
        recall=shared / wanted.total() if wanted else right,
        said=bool(found),
        asked=bool(wanted),
    )


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return 2 * precision * recall / ((precision + recall) or 1)


def total(scores: Sequence[Score]) -> tuple[float, float, float]:
    """Precision of the pages for which there was an answer, recall of those that have an article, and F1 of these."""
    precision = _mean(each.precision for each in scores if each.said)
    recall = _mean(each.recall for each in scores if each.asked)
    return precision, recall, harmonic(precision, recall)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / max(1, len(listed))
