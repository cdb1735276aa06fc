"""ROUGE as papers report it, for English and beyond, and what it takes to compare at equal words."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

import numpy as np
from nltk.stem.snowball import SnowballStemmer  # type: ignore[import-untyped]
from numpy.typing import NDArray

METRICS = ("rouge1", "rouge2", "rougeLsum")
_UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # Thai, Japanese, Chinese
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_PIECE = re.compile(rf"[{_UNSPACED}]{{1,2}}|[^\s{_UNSPACED}]+")  # two such signs are about a word
_STEMS = {
    "da": "danish",
    "de": "german",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}
_RESAMPLES = 1000


class Tokens:
    """Words of any script in small letters, stemmed where NLTK can; rouge-score's own drop all but a to z."""

    def __init__(self, language: str) -> None:
        stem = SnowballStemmer(_STEMS[language]).stem if language in _STEMS else str
        self._stem = lru_cache(maxsize=100_000)(stem)

    def tokenize(self, text: str) -> list[str]:
        """The tokens of a text."""
        return [self._stem(token) for token in _TOKEN.findall(text.lower())]


@cache
def tokens(language: str) -> Any:
    """What parts the texts of a language: for English Porter's stems, as in papers."""
    if language == "en":
        return import_module("rouge_score.tokenizers").DefaultTokenizer(use_stemmer=True)
    return Tokens(language)


@cache
def _scorer(language: str) -> Any:
    scoring = import_module("rouge_score.rouge_scorer")
    return scoring.RougeScorer(METRICS, tokenizer=tokens(language))


def score(sentences: Sequence[str], references: Sequence[str], language: str) -> tuple[float, ...]:
    """F1 x 100 of ROUGE-1, -2 and -Lsum: each metric against the reference that it is best for."""
    mine = "\n".join(sentences)
    rows = [_scorer(language).score(reference, mine) for reference in references]
    return tuple(100 * max(row[metric].fmeasure for row in rows) for metric in METRICS)


def cut(sentences: Sequence[str], words: int) -> list[str]:
    """The first `words` words of a summary; borders of sentences are kept."""
    kept = []
    for sentence in sentences:
        ends = [piece.end() for piece in _PIECE.finditer(sentence)][: max(0, words)]
        words -= len(ends)
        if ends:
            kept.append(sentence[: ends[-1]])
    return kept


def count(sentences: Sequence[str]) -> int:
    """How many words a summary has."""
    return sum(len(_PIECE.findall(sentence)) for sentence in sentences)


def verbatim(sentence: str, text: str) -> bool:
    """Whether a sentence stands in the text word for word; blanks don't count, and "…" may join two runs."""
    folded, bare = " ".join(text.split()), " ".join(sentence.split())
    return bare in folded or all(part.strip() in folded for part in bare.split("…"))


def interval(differences: NDArray[np.float64]) -> tuple[float, float]:
    """The 95 % interval of a mean, by paired bootstrap with a fixed seed."""
    random = np.random.default_rng(0)
    picks = random.integers(0, len(differences), (_RESAMPLES, len(differences)))
    low, high = np.percentile(differences[picks].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)
