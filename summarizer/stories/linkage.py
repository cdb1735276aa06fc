"""Which articles become one story: average linkage, so that each must be like all that the story has."""

import heapq
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.stories.likeness import Vector, add, dot

# Likeness between two groups of articles, on average over all their pairs, from which they are one story. Chosen on
# Vietnamese clusters and Russian pairs: precision first.
LEAST = 0.4
WINDOW = 72 * 3600.0  # seconds from a story's first article to its last; judgement: news of three days
_SAME = 1e-9  # below it a likeness has not changed


@dataclass(slots=True)
class Group:
    """Articles that are one story so far, by their places; grows while stories are joined.

    `total` is the sum of their vectors, made when it is first needed; `first` and `last` say when they were published, in seconds, where known;
    `fixed` says that the story has been told before, and does not join another such.
    """

    members: list[int]
    first: float | None = None
    last: float | None = None
    fixed: bool = False
    total: Vector = field(default_factory=dict)


def join(
    groups: Iterable[Group], pairs: Iterable[tuple[float, int, int]], vector: Callable[[int], Vector]
) -> list[Group]:
    """The groups after all were joined that are alike and of one time, the most alike first.

    `pairs` are (likeness, place, place) of members, worth asking about; `vector` gives a member's. Which group or
    pair comes first does not matter.
    """
    home = {member: group for group in groups for member in group.members}
    heap = [(-likeness, one, other) for likeness, one, other in pairs]
    heapq.heapify(heap)
    asked: dict[frozenset[tuple[int, int]], tuple[int, int]] = {}
    while heap:
        hoped, one, other = heapq.heappop(heap)
        here, there = home[one], home[other]
        if here is there or not _may_join(here, there):
            continue
        state = frozenset((id(each), len(each.members)) for each in (here, there))
        if asked.setdefault(state, (one, other)) != (one, other):
            continue  # another pair asks for the same two groups
        likeness = _mean_likeness(here, there, vector)
        if likeness < LEAST:
            continue
        if likeness < -hoped - _SAME:  # one of them has grown: others may be more alike now
            heapq.heappush(heap, (-likeness, one, other))
            continue
        _merge(here, there, home)
    return list({id(group): group for group in home.values()}.values())


def span(times: Sequence[float | None]) -> tuple[float | None, float | None]:
    """The first and the last of the times that are known."""
    known = [time for time in times if time is not None]
    return min(known, default=None), max(known, default=None)


def _may_join(one: Group, other: Group) -> bool:
    first, last = span([one.first, one.last, other.first, other.last])
    return not (one.fixed and other.fixed) and (first is None or last is None or last - first <= WINDOW)


def _mean_likeness(one: Group, other: Group, vector: Callable[[int], Vector]) -> float:
    """How alike the members of two groups are, on average over all pairs."""
    for group in (one, other):
        for member in () if group.total else group.members:
            add(group.total, vector(member))
    return dot(one.total, other.total) / (len(one.members) * len(other.members))


def _merge(one: Group, other: Group, home: dict[int, Group]) -> None:
    """Let the larger group take in the other."""
    large, small = (one, other) if len(one.members) >= len(other.members) else (other, one)
    large.first, large.last = span([one.first, one.last, other.first, other.last])
    large.fixed = one.fixed or other.fixed
    add(large.total, small.total)
    large.members.extend(small.members)
    for member in small.members:
        home[member] = large
