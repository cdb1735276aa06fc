"""ROUGE-1, ROUGE-2 and ROUGE-L as F1 of words in small letters (Lin 2004), for the gate; the bench has the full one."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from summarizer.language.words import words


def rouge(summary: str, reference: str) -> float:
    """The mean of ROUGE-1, ROUGE-2 and ROUGE-L of a summary, 0 to 100."""
    mine, theirs = ([word.lower() for word in words(text)] for text in (summary, reference))
    grams = [_overlap(mine, theirs), _overlap(list(pairwise(mine)), list(pairwise(theirs)))]
    return 100 * sum([*grams, _f1(_common(mine, theirs), len(mine), len(theirs))]) / 3


def _overlap(mine: Sequence[object], theirs: Sequence[object]) -> float:
    return _f1((Counter(mine) & Counter(theirs)).total(), len(mine), len(theirs))


def _f1(hits: int, mine: int, theirs: int) -> float:
    return 2 * hits / (mine + theirs) if hits else 0.0


def _common(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(theirs) + 1)
    for word in mine:
        before = row[:]
        for place, other in enumerate(theirs):
            row[place + 1] = before[place] + 1 if word == other else max(before[place + 1], row[place])
    return row[-1]
