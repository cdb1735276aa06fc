"""The words of a text's sentences as one sparse matrix of tf-idf weights, kept as three flat arrays.

Everything is a sum over its entries, so that time grows with the words of the text and no pair of sentences is ever
looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Terms:
    """Entry by entry its sentence, its word and its weight, by sentence; a sentence's weights have length one.

    `vocabulary` numbers the words; `height` is how many sentences there are, those without words too.
    """

    rows: Places
    words: Places
    weights: Numbers
    vocabulary: dict[str, int]
    height: int

    def whole(self) -> Numbers:
        """The sum of all sentences, word by word."""
        return self._by_word(slice(None))

    def first(self, sentences: int) -> Numbers:
        """The sum of the first sentences, word by word."""
        return self._by_word(slice(0, int(np.searchsorted(self.rows, sentences))))

    def likeness(self, vector: Numbers) -> Numbers:
        """How much each sentence has in common with a vector of words."""
        return _sums(self.rows, self.weights * vector[self.words], self.height)

    def likeness_among(self, rows: Places) -> Numbers:
        """How much each of a few sentences has in common with each of them."""
        place = np.full(self.height, -1)
        place[rows] = np.arange(len(rows))
        held = place[self.rows] >= 0
        words = self.words[held]
        used = np.zeros(len(self.vocabulary), dtype=bool)
        used[words] = True
        columns = np.cumsum(used) - 1  # the words of these few, numbered anew
        dense = np.zeros((len(rows), int(used.sum())))
        dense[place[self.rows[held]], columns[words]] = self.weights[held]
        alike: Numbers = dense @ dense.T
        return alike

    def earlier(self) -> Numbers:
        """How much each sentence has in common with the sum of those before it."""
        order = np.argsort(self.words, kind="stable")  # by word, and for each word by sentence
        weights, words = self.weights[order], self.words[order]
        sums = np.cumsum(weights) - weights
        starts = np.searchsorted(words, np.arange(len(self.vocabulary)))
        before = sums - sums[starts][words]
        return _sums(self.rows[order], weights * before, self.height)

    def share(self, words: set[str]) -> Numbers:
        """Which share of some words each sentence has."""
        held = np.zeros(len(self.vocabulary))
        held[[self.vocabulary[word] for word in words if word in self.vocabulary]] = 1 / max(1, len(words))
        return _sums(self.rows, held[self.words], self.height)

    def _by_word(self, entries: slice) -> Numbers:
        return _sums(self.words[entries], self.weights[entries], len(self.vocabulary))


def terms_of(sentences: Sequence[Sequence[str]]) -> Terms:
    """The terms of sentences of stems: frequent in the sentence weighs more, frequent in the text less."""
    vocabulary: dict[str, int] = {}
    numbers = [vocabulary.setdefault(word, len(vocabulary)) for word in chain.from_iterable(sentences)]
    width, height = max(1, len(vocabulary)), len(sentences)
    owners = np.repeat(np.arange(height), [len(words) for words in sentences])
    keys, times = np.unique(owners * width + np.array(numbers, dtype=np.intp), return_counts=True)
    rows, words = np.divmod(keys, width)
    rarity = np.log((height + 1) / (np.bincount(words, minlength=width) + 0.5))
    weights = (1 + np.log(times)) * rarity[words]
    lengths = np.sqrt(_sums(rows, weights**2, height)) + 1e-9
    return Terms(rows, words, weights / lengths[rows], vocabulary, height)


def _sums(places: Places, values: Numbers, size: int) -> Numbers:
    """The values added up by place."""
    return np.bincount(places, values, size).astype(np.float64, copy=False)
