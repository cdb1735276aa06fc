"""When a digest is due: a local wall time turned into moments. Pure; time is an argument."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from apscheduler.triggers.base import BaseTrigger

from bot.models import EVERY_DAY
from bot.zones import zone_of

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?", re.IGNORECASE)


class LocalTimeTrigger(BaseTrigger):  # type: ignore[misc] # APScheduler ships no types
    """Fires exactly once per local date at a wall time, on some weekdays or on all.

    A time that a spring change leaves out fires as far behind the jump as it lies in the gap, 02:30 at 03:30; one that an
    autumn change repeats fires the first time. (APScheduler's CronTrigger skips 166 and doubles 176 local days of 2026-27.)
    """

    __slots__ = ("at", "weekdays", "zone")

    def __init__(self, zone: tzinfo, at: time, weekdays: frozenset[int] = EVERY_DAY) -> None:
        self.zone = zone
        self.at = at
        self.weekdays = weekdays

    def moment(self, day: date) -> datetime:
        """The UTC moment of the wall time on a local date."""
        # fold=0 is the first of two; for a time in a gap it is the offset before the jump, which lands behind it
        return datetime.combine(day, self.at, self.zone).astimezone(UTC)

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime | None:
        """The first fire at or after `now` and after the previous one, on a local date that is one of the weekdays; UTC."""
        day = now.astimezone(self.zone).date() - timedelta(days=1)
        while (
            day.weekday() not in self.weekdays
            or (fire := self.moment(day)) < now
            or (previous_fire_time is not None and fire <= previous_fire_time)
        ):
            day += timedelta(days=1)
        return fire

    def nominal(self, fire: datetime) -> date:
        """The local date a fire belongs to: a gap may push 23:30 past midnight."""
        day = fire.astimezone(self.zone).date()
        return day if self.moment(day) == fire else day - timedelta(days=1)

    def __getstate__(self) -> dict[str, Any]:
        """As APScheduler's triggers do it."""
        return {"zone": self.zone, "at": self.at, "weekdays": self.weekdays}


def next_fire(
    at: time, zone: str, after: datetime, weekdays: frozenset[int] = EVERY_DAY
) -> tuple[datetime, str]:
    """The next fire after a moment: UTC, and its nominal local date and time as `2026-11-24T08:00`."""
    trigger = LocalTimeTrigger(zone_of(zone), at, weekdays)
    fire = trigger.get_next_fire_time(after, after)
    assert fire is not None
    return fire, f"{trigger.nominal(fire)}T{at:%H:%M}"


def parse_time(text: str) -> time | None:
    """A time of day as people write it: 8, 08:00, 8.30, 6pm; None for anything else."""
    match = _TIME.fullmatch(text.strip())
    if not match:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
