"""Sentences as word vectors in plain dictionaries, fast enough for a page and free of numpy."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

Vector = dict[str, float]


def tf_idf(texts: Sequence[Sequence[str]]) -> list[Vector]:
    """A vector of length one for each text's words: frequent here weighs more, frequent everywhere less."""
    counts = [Counter(words) for words in texts]
    spread = Counter(word for count in counts for word in count)
    rarity = {word: math.log((len(texts) + 1) / (seen + 0.5)) for word, seen in spread.items()}
    return [unit({word: _weight(times) * rarity[word] for word, times in count.items()}) for count in counts]


def _weight(times: int) -> float:
    return 1.0 if times == 1 else 1 + math.log(times)


def unit(vector: Vector) -> Vector:
    """The vector at length one."""
    length = norm(vector)
    return {word: weight / length for word, weight in vector.items()}


def norm(vector: Vector) -> float:
    """The vector's length; never quite zero, so that it can be divided by."""
    return math.hypot(*vector.values()) + 1e-9


def dot(one: Vector, other: Vector) -> float:
    """How much two vectors have in common."""
    if len(one) > len(other):
        one, other = other, one
    get = other.get
    return sum([weight * get(word, 0.0) for word, weight in one.items()])


def total(vectors: Iterable[Vector]) -> Vector:
    """The sum of vectors."""
    out: Vector = {}
    for vector in vectors:
        add(out, vector)
    return out


def add(to: Vector, vector: Vector) -> None:
    """Add `vector` to `to` in place."""
    get = to.get
    for word, weight in vector.items():
        to[word] = get(word, 0.0) + weight


def scaled(values: Sequence[float]) -> list[float]:
    """The values moved and stretched to 0…1."""
    low, high = min(values), max(values)
    return [(value - low) / (high - low + 1e-9) for value in values]
