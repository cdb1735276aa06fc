"""A world of many chats: feeds as popular as Zipf's law has it, and two weeks of their articles."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from itertools import accumulate, islice

DAY = timedelta(days=1)
ZONES = ("UTC", "Europe/Kyiv", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "America/Sao_Paulo")
_ONE_IN = 50  # subscriptions that bring news as it comes
_BUSIER = 0.15  # power of a feed's rank with which it posts less: what many read posts more


@dataclass(frozen=True, slots=True)
class Size:
    """How many there are of each; one chat in `old` has been sent its feeds' news each day, the others came today."""

    chats: int = 10_000
    follows: int = 20
    feeds: int = 5_000
    articles: int = 100_000
    days: int = 14
    old: int = 20


@dataclass(frozen=True, slots=True)
class World:
    """Who follows what and what there is to read; chats, feeds and articles are numbered from 1, the oldest first."""

    size: Size
    follows: Sequence[Sequence[int]]
    listed: Sequence[tuple[timedelta, int]]  # of each article its age and its feed

    def is_old(self, chat: int) -> bool:
        """Whether the chat is one of those that were sent digests."""
        return chat % self.size.old == 0

    def is_instant(self, chat: int, place: int) -> bool:
        """Whether the chat wants news of its feed at that place as it comes."""
        return (chat * self.size.follows + place) % _ONE_IN == 0

    def slot(self, chat: int) -> time:
        """The local time of day of the chat's digest."""
        hour, minute = divmod(chat * 1440 // self.size.chats % 1440, 60)
        return time(hour, minute)

    def zone(self, chat: int) -> str:
        """The chat's time zone."""
        return ZONES[chat % len(ZONES)]

    def digest(self, chat: int, age: int) -> int:
        """The number of the chat's digest of so many days ago."""
        return (self.size.days - 1 - age) * self.size.chats + chat


def invent(size: Size, seed: int = 1) -> World:
    """The same world for the same size and seed."""
    source = random.Random(seed)
    shares = list(accumulate(1 / rank for rank in range(1, size.feeds + 1)))
    follows = [follow(source, shares, size.follows) for _ in range(size.chats)]
    pace = list(accumulate(rank**-_BUSIER for rank in range(1, size.feeds + 1)))
    posting = source.choices(range(1, size.feeds + 1), cum_weights=pace, k=size.articles)
    step = size.days * DAY / size.articles
    return World(
        size, follows, [(step * (size.articles - place), feed) for place, feed in enumerate(posting)]
    )


def follow(source: random.Random, shares: Sequence[float], count: int) -> tuple[int, ...]:
    """So many feeds, none twice, each as likely as its share."""
    found: dict[int, None] = {}
    while len(found) < count:
        found |= dict.fromkeys(source.choices(range(1, len(shares) + 1), cum_weights=shares, k=count))
    return tuple(islice(found, count))
