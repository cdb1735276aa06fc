"""What a feed asks of those who poll it: how often, and when not."""

import re
from collections.abc import Mapping
from typing import Any

# RSS 2.0: <skipHours> holds <hour> 0 to 23 in GMT (24 is midnight too), <skipDays> holds the days' English names.
HOURS = {str(number): number % 24 for number in range(25)} | {f"{number:02}": number for number in range(10)}
DAYS = {
    name: number
    for number, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    )
}
# RSS 1.0's syndication module: so many updates in such a period.
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_SKIPS = re.compile(rb"<(skipHours|skipDays)>(.{0,4000}?)</\1>", re.IGNORECASE | re.DOTALL)
_LONGEST = 10_080  # minutes: no feed may ask to be left alone for more than a week


def ttl_of(feed: Mapping[str, Any]) -> int | None:
    """The shortest pause in minutes that a feed's head asks for, by its ttl or its syndication module; at most a week."""
    minutes = str(feed.get("ttl") or "").strip()
    if minutes.isdecimal():
        return min(int(minutes[:9]), _LONGEST) or None
    period = _PERIODS.get(str(feed.get("sy_updateperiod") or feed.get("updateperiod") or "").strip().lower())
    times = str(feed.get("sy_updatefrequency") or feed.get("updatefrequency") or "1").strip()
    if period is None or not times.isdecimal():
        return None
    return min(period // max(1, int(times[:9])), _LONGEST) or None


def skipped(data: bytes, unit: bytes, names: Mapping[str, int]) -> frozenset[int]:
    """The hours or days at which nobody should look; `unit` is the element that holds one, `names` says which it is."""
    inner = b"".join(found[2] for found in _SKIPS.finditer(data))
    told = re.findall(rb"<%b>\s*(\w{1,9})\s*</%b>" % (unit, unit), inner, re.IGNORECASE)
    return frozenset(names[each.decode().lower()] for each in told if each.decode().lower() in names)
