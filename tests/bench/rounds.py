"""Systems over the same inputs in one process, round by round: what each made, why it failed, and its CPU time."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Generic, TypeVar

ROUNDS = 2
T = TypeVar("T")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Made(Generic[V]):
    """What a system made of an input in the first round, or the error, and the CPU time of each round."""

    value: V | None
    error: str | None
    times: tuple[float, ...]

    @property
    def ms(self) -> float:
        """The median of the rounds."""
        return median(self.times)


def measure(
    systems: Mapping[str, Callable[[T], V]], inputs: Sequence[T], rounds: int = ROUNDS, step: int = 1
) -> dict[str, list[Made[V]]]:
    """By system what it made of each input; rounds after the first take only every `step`-th of them.

    In each round one system after the other takes all inputs, as a batch would, so that a slow minute of the machine
    meets more than one of them; of many inputs, no cache that they share keeps what the system before put in.
    """
    for system in systems.values():  # imports
        _made(system, inputs[0])
    found: dict[str, list[list[Made[V]]]] = {name: [[] for _ in inputs] for name in systems}
    for each in range(rounds):
        for name, system in systems.items():
            for place in range(0, len(inputs), step if each else 1):
                found[name][place].append(_made(system, inputs[place]))
    return {name: [_joined(tries) for tries in places] for name, places in found.items()}


def noise(found: Mapping[str, Sequence[Made[V]]]) -> float:
    """By how many per cent the slowest round of a system cost more than its fastest; the median of the systems."""
    totals = [
        [sum(column) for column in zip(*(made.times for made in each if len(made.times) > 1), strict=True)]
        for each in found.values()
    ]
    return 100 * float(median(max(rounds) / min(rounds) - 1 for rounds in totals))


def _made(system: Callable[[T], V], given: T) -> Made[V]:
    """One call: one bad input must not lose a table, and stands in it."""
    began = time.process_time()
    try:
        value, error = system(given), None
    except Exception as raised:  # noqa: BLE001 - what a peer may raise is not known
        value, error = None, f"{type(raised).__name__}: {raised}"
    return Made(value, error, (1000 * (time.process_time() - began),))


def _joined(tries: Sequence[Made[V]]) -> Made[V]:
    return Made(tries[0].value, tries[0].error, tuple(time for made in tries for time in made.times))
