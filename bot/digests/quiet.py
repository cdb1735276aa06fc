"""Hours in which nothing is pushed. Pure; time is an argument."""

import re
from datetime import datetime, timedelta

from bot.digests.schedule import LocalTimeTrigger, parse_time
from bot.models import Quiet
from bot.zones import zone_of

_SPAN = re.compile(r"\s*(.+?)\s*(?:-|\u2013|\u2014|\bto\b|\btill?\b|\buntil\b)\s*(.+?)\s*", re.IGNORECASE)


def parse_quiet(text: str) -> Quiet | None:
    """Hours as people write them: 23:00-07:00, 11pm to 7am; None for anything else, and for no hours at all."""
    match = _SPAN.fullmatch(text)
    start, end = (parse_time(match[1]), parse_time(match[2])) if match else (None, None)
    if start is None or end is None or start == end:
        return None
    return Quiet(start, end)


def quiet_until(quiet: Quiet | None, zone: str, moment: datetime) -> datetime | None:
    """When the quiet hours that hold a moment end, UTC; None outside them. Their end is no longer quiet."""
    if quiet is None:
        return None
    starts, ends = (LocalTimeTrigger(zone_of(zone), at) for at in (quiet.start, quiet.end))
    today = moment.astimezone(zone_of(zone)).date()
    for day in (today - timedelta(days=1), today):
        last = day if quiet.start < quiet.end else day + timedelta(days=1)
        if starts.moment(day) <= moment < ends.moment(last):
            return ends.moment(last)
    return None
