"""Bags of words as vectors in plain dictionaries."""

import math

Vector = dict[str, float]


def unit(vector: Vector) -> Vector:
    """The vector at length one; never divided by quite zero."""
    length = math.hypot(*vector.values()) + 1e-9
    return {word: weight / length for word, weight in vector.items()}


def dot(one: Vector, other: Vector) -> float:
    """How much two vectors have in common."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())
