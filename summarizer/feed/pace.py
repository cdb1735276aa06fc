"""How often a feed brings something new. Pure; time is an argument."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from summarizer.types import Entry

_LOOKED_AT = 20  # newest entries: a feed's habits of today
_LEAST_DAYS = 1.0  # a burst within a day is no habit of more


def pace(entries: Iterable[Entry], now: datetime) -> float | None:
    """Items a day, by the dates of the newest entries until `now` (UTC); None where too few are dated.

    A feed that fell silent slows down by itself, as the days until now count.
    """
    dates = sorted(entry.published for entry in entries if entry.published and entry.published <= now)
    newest = dates[-_LOOKED_AT:]
    if len(newest) < 2:
        return None
    return len(newest) / max(_LEAST_DAYS, (now - newest[0]) / timedelta(days=1))
