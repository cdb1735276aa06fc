"""How alike articles are, as a number from 0 to 1, and which pairs are worth asking about."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from operator import mul

import numpy as np
import numpy.typing as npt

from summarizer.stories.profiles import Bag, Profile

# What names, words and the title count for. Logistic regression on pairs of two sets, Russian and Vietnamese,
# rounded: every split of the shares near these gives the same figures within a point.
SHARES = (0.45, 0.3, 0.25)
# A word's rarity is a matter of at least so many articles: two alone cannot tell what is rare, and a word that is in
# one of ten thousand may not outweigh all others. Measured from 0 to 300 on 313 articles, flat above 30.
PRIOR = 100
PRIOR_SHARE = 1 / 3  # of the articles; keeps likeness comparable between few articles and many

COMMON = 500  # articles that have a word; beyond it the word finds too many
HINT = 0.5  # share of the likeness asked for that rarer words must give before it is worked out in full; judgement

Vector = dict[int, float]
_Floats = npt.NDArray[np.float64]
_Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Vectors of length one, row behind row: `keys[starts[n]:starts[n + 1]]` are row n's words, rising."""

    starts: _Places
    keys: _Places
    weights: _Floats

    def vector(self, row: int) -> Vector:
        """One row, to add up with others."""
        part = slice(self.starts[row], self.starts[row + 1])
        return dict(zip(self.keys[part].tolist(), self.weights[part].tolist(), strict=True))


def rows(profiles: Sequence[Profile]) -> Rows:
    """A row for each profile, whose dot products are how alike the articles are.

    Words that only one profile has count for the length and are left out.
    """
    columns, first = [], 0
    for share, bags in zip(SHARES, zip(*profiles, strict=True), strict=True):
        column = _weighted(bags, share, first)
        columns.append(column)
        first = int(column[1].max(initial=first - 1)) + 1
    at, keys, weights = (np.concatenate(part) for part in zip(*columns, strict=True))
    return _rows(at, keys, weights / np.sqrt(_squares(at, weights, len(profiles)))[at], len(profiles))


def alike(table: Rows, least: float) -> Iterator[tuple[float, int, int]]:
    """The pairs of rows that are at least so alike: (likeness, later, earlier).

    They are found by their rarer words, so that the time grows with the articles and not with their square.
    """
    index = _index(table)
    dense = np.zeros(len(index.spread))
    for row in range(len(table.starts) - 1):
        part = slice(table.starts[row], table.starts[row + 1])
        keys, weights = table.keys[part], table.weights[part]
        others = np.flatnonzero(_hints(index, keys, weights)[:row] >= HINT * least)
        dense[keys] = weights
        for other, likeness in zip(others.tolist(), _dots(table, others, dense), strict=True):
            if likeness >= least:
                yield likeness, row, other
        dense[keys] = 0.0


def dot(one: Vector, other: Vector) -> float:
    """What two vectors have in common; quick where that is little."""
    shared = one.keys() & other.keys()
    return math.fsum(map(mul, map(one.__getitem__, shared), map(other.__getitem__, shared)))


def add(to: Vector, vector: Vector) -> None:
    """Add `vector` to `to` in place."""
    for key, weight in vector.items():
        to[key] = to.get(key, 0.0) + weight


def _weighted(bags: Sequence[Bag], share: float, first: int) -> tuple[_Places, _Places, _Floats]:
    """The words of one column: their rows, keys from `first`, and weights, each row of length √`share`."""
    vocabulary = defaultdict[str, int](count(first).__next__)
    keys = np.fromiter(map(vocabulary.__getitem__, chain.from_iterable(bags)), np.int64)
    at = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    times = np.fromiter(chain.from_iterable(bag.values() for bag in bags), np.float64)
    prior = max(PRIOR, PRIOR_SHARE * len(bags))
    rarity = 1 + np.log((len(bags) + prior) / (np.bincount(keys) + prior))
    weights = (1 + np.log(times)) * rarity[keys]
    return at, keys, weights * np.sqrt(share / _squares(at, weights, len(bags)))[at]


def _squares(at: _Places, weights: _Floats, size: int) -> _Floats:
    """The squared length of each row; 1 for an empty one."""
    squares = np.bincount(at, weights * weights, size)
    return np.where(squares == 0.0, 1.0, squares)


def _rows(at: _Places, keys: _Places, weights: _Floats, size: int) -> Rows:
    """Rows of all words that two of them have."""
    kept = np.bincount(keys)[keys] > 1
    at, keys, weights = at[kept], keys[kept], weights[kept]
    order = np.lexsort((keys, at))
    starts = np.concatenate(([0], np.cumsum(np.bincount(at, minlength=size))))
    return Rows(starts, keys[order], weights[order])


@dataclass(frozen=True, slots=True)
class _Index:
    """Where words are: word k is in `spread[k]` rows, at `rows` and `weights` from `starts[k]`."""

    spread: _Places
    starts: _Places
    rows: _Places
    weights: _Floats


def _index(table: Rows) -> _Index:
    order = np.argsort(table.keys, kind="stable")
    spread = np.bincount(table.keys)
    at = np.repeat(np.arange(len(table.starts) - 1), np.diff(table.starts))
    return _Index(spread, np.cumsum(spread) - spread, at[order], table.weights[order])


def _hints(index: _Index, keys: _Places, weights: _Floats) -> _Floats:
    """What each row has in common with a vector, in words that are not too common."""
    rare = index.spread[keys] <= COMMON
    lengths = index.spread[keys[rare]]
    picked = _ranges(index.starts[keys[rare]], lengths)
    products = np.repeat(weights[rare], lengths) * index.weights[picked]
    return np.bincount(index.rows[picked], products).astype(np.float64)


def _ranges(starts: _Places, lengths: _Places) -> _Places:
    """All places of the ranges that begin at `starts`."""
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(lengths.sum())


def _dots(table: Rows, others: _Places, dense: _Floats) -> list[float]:
    """The dot products of rows with a vector that has all keys."""
    lengths = table.starts[others + 1] - table.starts[others]
    picked = _ranges(table.starts[others], lengths)
    products = table.weights[picked] * dense[table.keys[picked]]
    dots: list[float] = np.bincount(
        np.repeat(np.arange(len(others)), lengths), products, len(others)
    ).tolist()
    return dots
