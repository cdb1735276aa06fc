"""Systems side by side on one set of samples, at equal words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tests.bench import data, rouge
from tests.bench.data import Plan, Sample, plan_of
from tests.bench.peers import PEERS
from tests.bench.systems import MARKS, System

SYSTEMS: dict[str, System] = MARKS | PEERS
# Peers read part of a large set, so that the whole takes minutes: what they cost grows with pairs of sentences.
PAIRS = 300_000  # on one set
SLOW_PAIRS = 80_000
SLOW = frozenset({"sumy KL", "sumy LSA"})  # several times as slow as the others
MOST_SENTENCES = 150  # of an article that peers read


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a system made of one sample: which, ROUGE-1, -2 and -Lsum, its words, and what stands word for word."""

    place: int
    scores: tuple[float, ...]
    words: int
    verbatim: tuple[bool, ...]
    error: str | None = None

    @property
    def mean(self) -> float:
        """The mean of the three."""
        return sum(self.scores) / len(self.scores)


@dataclass(frozen=True, slots=True)
class Row:
    """A system's line in the table; `gain` and its 95 % interval are against the lead on the same samples.

    A sample with an error has an empty summary.
    """

    system: str
    samples: int
    scores: tuple[float, ...]
    mean: float
    gain: float
    interval: tuple[float, float]
    words: float
    verbatim: float
    errors: tuple[str, ...]


def made(sample: Sample, plan: Plan, system: str) -> tuple[list[str], str | None]:
    """The summary and no error, or no summary and why: one bad article must not lose a table, and stands in it."""
    try:
        return SYSTEMS[system](sample, plan), None
    except Exception as error:  # noqa: BLE001 - what a peer may raise is not known
        return [], f"{type(error).__name__}: {error}"


def outcomes(name: str, system: str) -> list[Outcome]:
    """What a system made of the data set of that name; a peer reads only part of a large one."""
    samples, plan = data.load(name), plan_of(name)
    places = (
        _spread(name, SLOW_PAIRS if system in SLOW else PAIRS) if system in PEERS else range(len(samples))
    )
    return [_outcome(place, samples[place], plan, system) for place in places]


def rows(found: dict[str, list[Outcome]]) -> list[Row]:
    """The table's lines, the best gain first; a system that read nothing has none."""
    marks = {outcome.place: outcome.mean for outcome in found["lead"]}
    lines = [_row(system, results, marks) for system, results in found.items() if results]
    return sorted(lines, key=lambda row: -row.gain)


def _outcome(place: int, sample: Sample, plan: Plan, system: str) -> Outcome:
    summary, error = made(sample, plan, system)
    kept = [" ".join(sentence.split()) for sentence in rouge.cut(summary, plan.words)]
    return Outcome(
        place=place,
        scores=rouge.score(kept, sample.references, sample.language),
        words=rouge.count(kept),
        verbatim=tuple(rouge.verbatim(sentence, sample.text) for sentence in summary),
        error=error,
    )


@lru_cache(maxsize=64)
def _spread(name: str, pairs: int) -> Sequence[int]:
    """Samples from all over a data set, so many that they have about that many pairs of sentences."""
    sizes = {place: len(sample.sentences) for place, sample in enumerate(data.load(name))}
    able = [place for place, size in sizes.items() if size <= MOST_SENTENCES]
    step = max(1, -(-sum(sizes[place] ** 2 for place in able) // pairs))
    return able[::step]


def _row(system: str, results: Sequence[Outcome], marks: dict[int, float]) -> Row:
    gains = np.array([outcome.mean - marks[outcome.place] for outcome in results])
    scores = np.array([outcome.scores for outcome in results]).mean(axis=0)
    return Row(
        system=system,
        samples=len(results),
        scores=tuple(map(float, scores)),
        mean=float(scores.mean()),
        gain=float(gains.mean()),
        interval=rouge.interval(gains),
        words=_mean(outcome.words for outcome in results),
        verbatim=100 * _mean(word for outcome in results for word in outcome.verbatim),
        errors=tuple(outcome.error for outcome in results if outcome.error),
    )


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / max(1, len(listed))
