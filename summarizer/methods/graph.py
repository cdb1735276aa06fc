"""LexRank and TextRank as sumy has them, to the same sentences, with matrix products in place of loops over pairs.

Stems, weights, thresholds and the walk over the graph are sumy's own; only how alike the sentences are is computed
here for all pairs at once. Memory grows with the square of the sentences: 32 MB a matrix at 2,000.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

Matrix = NDArray[np.float64]

_Held = list[tuple[int, float]]  # the rows that have a word, each with its weight

_FEW = 16  # a word in at most a sixteenth of the sentences is added pair by pair: measured, 8 times faster at 2,000
_WIDTH = 1024  # words in one product, which then takes 16 MB at 2,000 sentences


class LexRank(LexRankSummarizer):  # type: ignore[misc]  # sumy has no types
    """Sentences that many others are like; drops in for sumy's `LexRankSummarizer`."""

    @staticmethod
    def _compute_idf(sentences: Sequence[Sequence[str]]) -> dict[str, float]:
        """How rare each word is, counted in one pass."""
        spread = Counter(chain.from_iterable(map(set, sentences)))
        return {word: math.log(len(sentences) / (1 + seen)) for word, seen in spread.items()}

    def _create_matrix(
        self,
        sentences: Sequence[Sequence[str]],  # noqa: ARG002 - sumy's signature
        threshold: float,
        tf_metrics: Sequence[Mapping[str, float]],
        idf_metrics: Mapping[str, float],
    ) -> Matrix:
        """From each sentence to all that are like it, itself among them, with equal shares."""
        weights = [{word: tf * idf_metrics[word] for word, tf in metrics.items()} for metrics in tf_metrics]
        lengths = np.array([math.sqrt(sum(weight**2 for weight in row.values())) for row in weights])
        alike = _products(weights) > threshold * np.outer(lengths, lengths)
        np.fill_diagonal(alike, lengths > 0)
        return alike / np.maximum(1, alike.sum(axis=1))[:, np.newaxis]  # type: ignore[no-any-return]

    @staticmethod
    def power_method(matrix: Matrix, epsilon: float) -> Matrix:
        """The rating of each sentence; where none has a word that counts, all rate the same."""
        if not matrix.any():  # sumy divides by zero here, and its ratings are no numbers
            return np.zeros(len(matrix))
        ratings: Matrix = LexRankSummarizer.power_method(matrix, epsilon)
        return ratings


class TextRank(TextRankSummarizer):  # type: ignore[misc]  # sumy has no types
    """Sentences that share words with many others; drops in for sumy's `TextRankSummarizer`."""

    def _create_matrix(self, document: Any) -> Matrix:  # noqa: ANN401 - sumy's document
        """From each sentence to all others, by the words that they share for their length."""
        sentences = [self._to_words_set(sentence) for sentence in document.sentences]
        counts = [Counter(words) for words in sentences]
        shared = _products(counts)
        np.fill_diagonal(shared, [sum(times**2 for times in row.values()) for row in counts])
        lengths = np.array([math.log(max(1, len(words))) for words in sentences])
        lengths = lengths[:, np.newaxis] + lengths
        lengths[lengths == 0] = 1.0  # two sentences of one word each
        shared /= lengths
        shared /= shared.sum(axis=1)[:, np.newaxis] + self._ZERO_DIVISION_PREVENTION
        shared *= self.damping
        shared += (1.0 - self.damping) / len(sentences)
        return shared


def _products(rows: Sequence[Mapping[str, float]]) -> Matrix:
    """The dot product of each pair of rows; the diagonal leaves out what only one row has."""
    found = np.zeros((len(rows), len(rows)))
    frequent: list[_Held] = []
    for spread, words in _by_spread(rows).items():
        if spread * _FEW <= len(rows):
            _add_pairs(found, words)
        else:
            frequent.extend(words)
    for start in range(0, len(frequent), _WIDTH):
        block = _columns(len(rows), frequent[start : start + _WIDTH])
        found += block @ block.T
    return found


def _by_spread(rows: Sequence[Mapping[str, float]]) -> dict[int, list[_Held]]:
    """The words that several rows have, by how many have them."""
    held: dict[str, _Held] = {}
    for number, row in enumerate(rows):
        for word, weight in row.items():
            held.setdefault(word, []).append((number, weight))
    found: dict[int, list[_Held]] = {}
    for rows_of_word in held.values():
        if len(rows_of_word) > 1:
            found.setdefault(len(rows_of_word), []).append(rows_of_word)
    return found


def _add_pairs(found: Matrix, words: list[_Held]) -> None:
    """Add to `found` what words that equally many rows have give each pair of these."""
    cells = np.array(words)
    numbers, weights = cells[..., 0].astype(np.intp), cells[..., 1]
    places = numbers[:, :, np.newaxis] * len(found) + numbers[:, np.newaxis, :]
    products = weights[:, :, np.newaxis] * weights[:, np.newaxis, :]
    np.add.at(found.reshape(-1), places.reshape(-1), products.reshape(-1))


def _columns(height: int, words: list[_Held]) -> Matrix:
    """A column of weights for each word."""
    block = np.zeros((height, len(words)))
    for column, held in enumerate(words):
        numbers, weights = zip(*held, strict=True)
        block[numbers, column] = weights
    return block
