"""When a feed is looked at again. Pure; time is an argument."""

from datetime import datetime, timedelta

# A feed that fails is asked less and less, until once in `most`.
_BACKOFF = 2.0
MAX_TRIES = 3


def next_check(
    now: datetime, *, least: float, most: float, failures: int = 0, wait: float | None = None
) -> datetime:
    """The moment of the next look.

    Args:
        now: when this look ended, UTC.
        least: fewest minutes between two looks.
        most: most minutes between two looks.
        failures: how many looks failed in a row, this one included.
        wait: seconds that the server asked for (Retry-After), which count even beyond `most`.
    """
    minutes = min(least * _BACKOFF ** min(failures, 32), most)
    return now + max(timedelta(minutes=minutes), timedelta(seconds=wait or 0))


def next_try(now: datetime, tries: int) -> datetime | None:
    """When to read an article again that could not be read; None when it is given up.

    Args:
        now: when this try ended, UTC.
        tries: how many there were, this one included.
    """
    return now + timedelta(minutes=5 * 2 ** (tries - 1)) if tries < MAX_TRIES else None
