"""When a feed is looked at again, and what becomes of one that fails. Pure; time is an argument."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.models import Feed

_DAY = 1440.0  # minutes
_BACKOFF = 2.0  # a feed that fails is asked less and less, until once a day
_LOOKS_AN_ITEM = 2  # so that a new one waits for half of the usual pause at most
_SPREAD = 0.1  # of the pause, by which looks of many feeds are kept apart
MAX_TRIES = 3
TOLD_AFTER = timedelta(days=7)
PAUSED_AFTER = timedelta(days=30)
MOVES = 3  # permanent redirects to one address in a row, until that is the feed's own


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a feed and its server ask of those who look at it, and what its readers want.

    `pace` is how many items it brings a day, `minutes` the shortest pause that they name, `hours` (0 to 23, UTC) and
    `days` (Monday is 0) when nobody should look, `seconds` what a busy server asked to wait. `intervals` are the minutes
    between two looks that readers want, None for those who leave that to the pace.
    """

    pace: float | None = None
    minutes: float = 0
    hours: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    seconds: float = 0
    intervals: tuple[float | None, ...] = (None,)


def next_check(
    now: datetime, wishes: Wishes, *, least: float, most: float, failures: int = 0, spread: float = 0.5
) -> datetime:
    """The moment of the next look: soon where much is posted or a reader wants it, within the operator's bounds.

    Args:
        now: when this look ended, UTC.
        wishes: what the feed and its server ask; `seconds` count even beyond `most`, up to a day.
        least: fewest minutes between two looks.
        most: most minutes between two looks.
        failures: how many looks failed in a row, this one included.
        spread: a share of 0 to 1 that is the feed's own.
    """
    if failures:
        minutes = min(least * _BACKOFF ** min(failures, 32), max(_DAY, least))
    else:
        minutes = min(max(_usual(wishes, least, most), wishes.minutes), max(most, least))
    minutes *= 1 - _SPREAD / 2 + _SPREAD * spread
    wait = max(timedelta(minutes=max(minutes, least)), timedelta(seconds=min(wishes.seconds, _DAY * 60)))
    return _past_quiet(now + wait, wishes)


def _usual(wishes: Wishes, least: float, most: float) -> float:
    """Minutes between two looks: the fewest that a reader wants."""
    paced = least if wishes.pace is None else _DAY / max(_LOOKS_AN_ITEM * wishes.pace, 0.01)
    wanted = min((paced if each is None else each for each in wishes.intervals), default=paced)
    return max(least, min(most, wanted))


def _past_quiet(moment: datetime, wishes: Wishes) -> datetime:
    """The first moment from then on at which a look is welcome; the moment itself where none ever is."""
    found = moment
    for _ in range(24 * 8):
        if found.hour not in wishes.hours and found.weekday() not in wishes.days:
            return found
        found = (found + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
    return moment


def pause_of(headers: Mapping[str, str], ttl: int | None) -> float:
    """The shortest pause in minutes that an answer names, by its Cache-Control or the feed's own ttl."""
    for part in headers.get("cache-control", "").lower().split(","):
        name, _, value = part.strip().partition("=")
        if name == "max-age" and value.strip('"').isdecimal():
            return max(int(value.strip('"')[:9]) / 60, ttl or 0)
    return ttl or 0


def spread_of(feed: int) -> float:
    """A feed's own share of 0 to 1, evenly by its number: the golden ratio's multiples lie far apart."""
    return feed * 0.618033988749895 % 1


def is_given_up(feed: Feed, now: datetime, status: int | None) -> bool:
    """Whether a feed that failed again is asked no more: it is gone for good, or has failed for a month."""
    return status == 410 or (feed.failing_since is not None and now - feed.failing_since >= PAUSED_AFTER)


def moved(feed: Feed, target: str | None) -> tuple[int, bool]:
    """How often in a row the feed was found at `target` now, and whether that is its address from now on."""
    if target is None or target == feed.url:
        return 0, False
    times = feed.moves + 1 if target == feed.moved_to else 1
    return times, times >= MOVES


def next_try(now: datetime, tries: int) -> datetime | None:
    """When to read an article again that could not be read; None when it is given up.

    Args:
        now: when this try ended, UTC.
        tries: how many there were, this one included.
    """
    return now + timedelta(minutes=5 * 2 ** (tries - 1)) if tries < MAX_TRIES else None
