"""When digests are wanted, as people type it. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from bot.digests.schedule import parse_time
from bot.models import EVERY_DAY

MOST_STORIES, MOST_MINUTES = 30, 60
MOST_TAGS, TAG_CHARS = 10, 40
_NAME_CHARS = 20
_LENGTHS = {"short": 3, "medium": 5, "long": 8}
_FILLERS = frozenset({"at", "on", "every", "each", "and", "the", "a", "digest"})
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPANS = {
    "weekdays": frozenset(range(5)),
    "weekday": frozenset(range(5)),
    "weekends": frozenset({5, 6}),
    "weekend": frozenset({5, 6}),
    "daily": EVERY_DAY,
    "day": EVERY_DAY,
}
# "top 10", "5 min", "in topic" are two words that mean one thing.
_TOP = re.compile(r"\btop\s+(\d{1,3})\b", re.IGNORECASE)
_MINUTES = re.compile(r"\b(\d{1,3})\s*min(?:ute)?s?\b", re.IGNORECASE)
_HERE = re.compile(r"\b(?:in\s+(?:this\s+)?topic|here)\b", re.IGNORECASE)
_TAG = re.compile(r"#([^\s,#]+)")
_HALF = re.compile(r"(\d)\s+(am|pm)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; `times` in order without repeats, `weekdays` are 0 (Monday) to 6, `tags` without #.

    `most` is 1 to 30 stories, `minutes` 1 to 60 of reading, `sentences` the bullets of a story; `here` wants it in the
    topic in which it was asked for.
    """

    times: tuple[time, ...]
    name: str = ""
    weekdays: frozenset[int] = EVERY_DAY
    tags: tuple[str, ...] = ()
    most: int | None = None
    minutes: int | None = None
    sentences: int | None = None
    here: bool = False


def parse(text: str) -> Wanted | None:
    """`08:00`, `weekdays 08:00`, `morning 08:00,18:30 sun #tech top 10 in topic`, in any order.

    None where there is no time in it, a number is out of range or a word can't be understood.
    """
    tags = tuple(dict.fromkeys(tag.casefold() for tag in _TAG.findall(text)))
    if len(tags) > MOST_TAGS or any(len(tag) > TAG_CHARS for tag in tags):
        return None
    rest, most = _take(_TOP, _TAG.sub(" ", text))
    rest, minutes = _take(_MINUTES, rest)
    plain = _HERE.sub(" ", _HALF.sub(r"\1\2", rest))
    words = [word for word in re.split(r"[\s,]+", plain) if word and word.casefold() not in _FILLERS]
    sorted_out = _sort(words)
    if sorted_out is None or not _within(most, MOST_STORIES) or not _within(minutes, MOST_MINUTES):
        return None
    times, days, length, name = sorted_out
    return Wanted(
        tuple(sorted(set(times))),
        name,
        frozenset(days) or EVERY_DAY,
        tags,
        most,
        minutes,
        length,
        bool(_HERE.search(rest)),
    )


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, int | None]:
    match = pattern.search(text)
    return (pattern.sub(" ", text, count=1), int(match[1])) if match else (text, None)


def _within(number: int | None, most: int) -> bool:
    return number is None or 1 <= number <= most


def _sort(words: Sequence[str]) -> tuple[list[time], set[int], int | None, str] | None:
    """Times, days, bullets and name; None where a word is none of them, or no time is among them."""
    times: list[time] = []
    days: set[int] = set()
    length, name = None, ""
    for place, word in enumerate(words):
        if (at := parse_time(word)) is not None:
            times.append(at)
        elif found := _days(word):
            days |= found
        elif word.casefold() in _LENGTHS:
            length = _LENGTHS[word.casefold()]
        elif not name and _may_be_name(words, place):
            name = word.rstrip(":").casefold()
        else:
            return None
    return (times, days, length, name) if times else None


def _may_be_name(words: Sequence[str], place: int) -> bool:
    """The first word, or the one before the first time."""
    word = words[place].rstrip(":")
    first_time = next((at for at, each in enumerate(words) if parse_time(each) is not None), 0)
    return place in {0, first_time - 1} and word[:1].isalpha() and len(word.casefold()) <= _NAME_CHARS


def _days(word: str) -> frozenset[int]:
    """The days that a word names: sun, Sundays, mon-fri, weekdays."""
    word = word.casefold()
    if word in _SPANS:
        return _SPANS[word]
    first, dash, last = word.partition("-")
    start, end = _day(first), _day(last) if dash else _day(first)
    if start is None or end is None:
        return frozenset()
    return frozenset((start + step) % 7 for step in range((end - start) % 7 + 1))


def _day(word: str) -> int | None:
    if len(word) < 3:
        return None
    return next((number for number, day in enumerate(_DAYS) if f"{day}s".startswith(word)), None)
