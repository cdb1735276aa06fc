"""Who may use the bot at all, and how often. Pure: what is known of somebody and the time are arguments.

A bucket holds as many tokens as a minute allows and fills evenly. It is kept as the one moment at which it will be full
again, so that a full one need not be kept.
"""

import math
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

# So many people, and so many chats, are remembered; of more, those whose last request is longest ago are let go.
MOST = 10_000
DAY_SECONDS = 86_400.0
_MINUTE = 60.0
# Sums of fractions of a second are never quite exact.
_NEARLY = 1e-6
_EVERYBODY = 0

Mode = Literal["open", "allowlist", "invite"]
Whose = Literal["person", "chat", "all"]


class Standing(StrEnum):
    """What an operator or an invitation made of somebody, or of a chat."""

    ALLOWED = "allowed"
    BANNED = "banned"


class Verdict(StrEnum):
    """Whether somebody is let in. Who is banned gets no answer at all."""

    IN = "in"
    OUT = "out"
    BANNED = "banned"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the operator decided; `operators` and `allowed` are Telegram's numbers, of chats too."""

    mode: Mode = "open"
    operators: frozenset[int] = frozenset()
    allowed: frozenset[int] = frozenset()


def verdict(rules: Rules, person: int, chat: int, standings: Mapping[int, Standing]) -> Verdict:
    """Whether a person may ask in a chat.

    Args:
        rules: the operator's.
        person: who asks; 0 where a chat speaks for itself.
        chat: where.
        standings: what is known of the two.
    """
    if person in rules.operators:
        return Verdict.IN
    if Standing.BANNED in (standings.get(person), standings.get(chat)):
        return Verdict.BANNED
    if rules.mode == "open" or _is_let_in(rules, person, standings) or _is_let_in(rules, chat, standings):
        return Verdict.IN
    return Verdict.OUT


def brings(rules: Rules, person: int, chat: int, standings: Mapping[int, Standing]) -> bool:
    """Whether the person's presence lets in the chat, for whoever else is in it, from now on."""
    if rules.mode == "open" or person == chat or chat in rules.allowed or chat in standings:
        return False
    return verdict(rules, person, chat, standings) is Verdict.IN


def _is_let_in(rules: Rules, number: int, standings: Mapping[int, Standing]) -> bool:
    return number in rules.operators | rules.allowed or standings.get(number) is Standing.ALLOWED


class Buckets:
    """Tokens per key, `most` in a minute; with 0 there is no limit. Moments are monotonic seconds."""

    def __init__(self, most: int, remembered: int = MOST) -> None:
        self.most = most
        self._remembered = remembered
        self._full_at: OrderedDict[int, float] = OrderedDict()

    def __len__(self) -> int:
        """How many buckets are remembered."""
        return len(self._full_at)

    def wait(self, key: int, now: float, tokens: int = 1) -> float:
        """Seconds until there are so many tokens, or as many as there can be; 0 where there are."""
        if not self.most:
            return 0.0
        wait = self._full_at.get(key, now) - now - max(0, self.most - tokens) * self._gap
        return wait if wait > _NEARLY else 0.0

    def take(self, key: int, now: float, tokens: int = 1) -> None:
        """Take so many tokens, or as many as there can be."""
        if self.most:
            gone = min(tokens, self.most) * self._gap
            self._full_at[key] = max(now, self._full_at.pop(key, now)) + gone
            self._forget(now)

    @property
    def _gap(self) -> float:
        return _MINUTE / self.most

    def _forget(self, now: float) -> None:
        """Let go of buckets that are full again, and of more than may be remembered; the longest unused stand first."""
        while self._full_at:
            key, full_at = next(iter(self._full_at.items()))
            if full_at > now and len(self._full_at) <= self._remembered:
                return
            del self._full_at[key]


class Once:
    """What was said to whom lately, so that it is not said again until a moment."""

    def __init__(self, remembered: int = MOST) -> None:
        self._remembered = remembered
        self._until: OrderedDict[int, float] = OrderedDict()

    def __len__(self) -> int:
        """How many are remembered."""
        return len(self._until)

    def may(self, key: int, now: float, seconds: float) -> bool:
        """Whether to say it now; then it is not said again for so long."""
        if self._until.get(key, now) > now:
            return False
        self._until[key] = now + seconds
        self._until.move_to_end(key)
        while len(self._until) > self._remembered:
            self._until.popitem(last=False)
        return True


@dataclass(frozen=True, slots=True)
class Limit:
    """Why a request is not answered now: `whose` limit of how many in a minute, and the seconds to wait.

    `is_news` says that it was not told yet.
    """

    whose: Whose
    most: int
    seconds: int
    is_news: bool


class Quota:
    """How many costly requests a person, a chat and everybody together may make in a minute; 0 means any number."""

    def __init__(self, person: int, chat: int, everybody: int) -> None:
        self._people, self._chats, self._all = Buckets(person), Buckets(chat), Buckets(everybody)
        self._told = Once()

    def take(self, person: int, chat: int, now: float, tokens: int = 1) -> Limit | None:
        """Take tokens of each, or none at all where one of them lacks some. Without a person the chat alone counts."""
        waits = self._waits(person, chat, now, tokens)
        seconds, whose, most = max(waits)
        if not seconds:
            if person:
                self._people.take(person, now, tokens)
            self._chats.take(chat, now, tokens)
            self._all.take(_EVERYBODY, now, tokens)
            return None
        listener = chat if whose == "chat" else person or chat
        return Limit(whose, most, math.ceil(seconds - _NEARLY), self._told.may(listener, now, seconds))

    def _waits(self, person: int, chat: int, now: float, tokens: int) -> Iterator[tuple[float, Whose, int]]:
        yield self._people.wait(person, now, tokens) if person else 0.0, "person", self._people.most
        yield self._chats.wait(chat, now, tokens), "chat", self._chats.most
        yield self._all.wait(_EVERYBODY, now, tokens), "all", self._all.most
