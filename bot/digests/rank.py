"""Which stories matter to a chat, and why. Pure; every weight is here to be read.

A story's signs are what likes go by: `word:sqlite`, `feed:The Courier`, `author:Jane Doe`.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.models import Vote

# What one vote moves each of a story's signs by, and how far votes can move one sign and one story.
VOTE = {"word": 1.0, "author": 1.0, "feed": 0.5}
MOST_LIKED = 3.0
# How much telling by one more outlet counts, and being new; news halves in value each day.
COVERAGE = 1.0
RECENCY = 1.0
HALF_LIFE = timedelta(hours=24)
# A feed of fewer items a day than this is seldom heard and gets up to so much more: its news would drown otherwise.
RARE_PACE = 1.0
RARE = 0.7
PER_FEED = 3

Reason = tuple[str, str]
"""A kind and a value: ("sources", "3"), ("word", "sqlite"), ("rare", "A Blog"), ("hours", "5")."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a story is weighed. `feeds` are its items' feeds, the lead's first; `pace` is the lead feed's a day."""

    outlets: int
    newest: datetime
    feeds: tuple[int, ...]
    pace: float | None
    signs: tuple[str, ...]
    words: int = 0  # what reading it takes


@dataclass(frozen=True, slots=True)
class Ranked:
    """A story's place in the list that was given, its score, and what made it, the weightiest first."""

    place: int
    score: float
    reasons: tuple[Reason, ...]


def taste(votes: Iterable[Vote]) -> dict[str, float]:
    """What a chat's votes say of each sign, from -`MOST_LIKED` to `MOST_LIKED`; what came to nothing is left out."""
    total: Counter[str] = Counter()
    for vote in votes:
        for sign in vote.signs:
            total[sign] += vote.value * VOTE[sign.partition(":")[0]]  # type: ignore[assignment]  # halves, too
    return {sign: _clip(weight) for sign, weight in total.items() if weight}


def score(facts: Facts, liked: Mapping[str, float], now: datetime) -> tuple[float, tuple[Reason, ...]]:
    """How much a story matters, and what of it is worth saying."""
    hours = max(0.0, (now - facts.newest) / timedelta(hours=1))
    fresh = RECENCY * 0.5 ** (hours / (HALF_LIFE / timedelta(hours=1)))
    coverage = COVERAGE * math.log2(max(1, facts.outlets))
    rare = RARE * max(0.0, 1 - facts.pace / RARE_PACE) if facts.pace is not None else 0.0
    likes = {sign: liked[sign] for sign in facts.signs if sign in liked}
    weighed: list[tuple[float, Reason]] = [
        (coverage, ("sources", str(facts.outlets))),
        (fresh, ("hours", str(round(hours)))),
        (rare, ("rare", "")),
        *((weight, _reason(sign)) for sign, weight in likes.items()),
    ]
    said = sorted((each for each in weighed if each[0]), key=lambda each: -abs(each[0]))
    return coverage + fresh + rare + _clip(sum(likes.values())), tuple(reason for _, reason in said)


def rank(stories: Sequence[Facts], liked: Mapping[str, float], now: datetime) -> list[Ranked]:
    """The stories, those that matter most first; equal ones keep their order."""
    scored = [Ranked(place, *score(facts, liked, now)) for place, facts in enumerate(stories)]
    return sorted(scored, key=lambda each: -each.score)


def choose(
    ranked: Sequence[Ranked], stories: Sequence[Facts], *, most: int, words: int | None = None
) -> list[Ranked]:
    """The first of them that fit: at most `most`, at most `words` to read, always one.

    Of one feed at most `PER_FEED`, or its even share where few feeds have news.
    """
    chosen: list[Ranked] = []
    of_feed: Counter[int] = Counter()
    feeds = len({facts.feeds[:1] for facts in stories})
    share = max(PER_FEED, math.ceil(most / max(1, feeds)))
    left = math.inf if words is None else words
    for each in ranked:
        facts = stories[each.place]
        feed = facts.feeds[0] if facts.feeds else 0
        if len(chosen) >= most or of_feed[feed] >= share or (chosen and facts.words > left):
            continue
        chosen.append(each)
        of_feed[feed] += 1
        left -= facts.words
    return chosen


def _reason(sign: str) -> Reason:
    kind, _, name = sign.partition(":")
    return kind, name


def _clip(weight: float) -> float:
    return max(-MOST_LIKED, min(MOST_LIKED, weight))
