"""Small facts in words: dates, hosts, reading times."""

from datetime import date, datetime, time
from urllib.parse import urlsplit

from babel.dates import format_date

from bot.zones import label, zone_of

# A silent reader's words a minute for non-fiction: Brysbaert 2019, "How many words do we read per minute?", 238.
WORDS_PER_MINUTE = 238


def day(moment: datetime, zone: str = "UTC") -> str:
    """A moment's local date: 12 Aug 2024."""
    return format_date(moment.astimezone(zone_of(zone)).date(), "d MMM y", locale="en")


def long_day(moment: datetime, zone: str) -> str:
    """A moment's local date in full: Monday, 23 November."""
    return format_date(moment.astimezone(zone_of(zone)).date(), "EEEE, d MMMM", locale="en")


def when(moment: datetime, now: datetime, zone: str) -> str:
    """A coming moment as people say it: today, 08:00 Kyiv."""
    local, today = moment.astimezone(zone_of(zone)), now.astimezone(zone_of(zone)).date()
    days = (local.date() - today).days
    name = {0: "today", 1: "tomorrow"}.get(days) or format_date(local.date(), "EEEE, d MMMM", locale="en")
    return f"{name}, {clock(local.time())} {city(zone)}"


def slot_day(slot: str, now: datetime, zone: str) -> str:
    """The nominal day of a slot like `2026-11-24T08:00`: today, tomorrow, Wednesday, Wednesday, 2 December."""
    day_, today = date.fromisoformat(slot[:10]), now.astimezone(zone_of(zone)).date()
    days = (day_ - today).days
    if days in {0, 1}:
        return ("today", "tomorrow")[days]
    return format_date(day_, "EEEE" if days < 7 else "EEEE, d MMMM", locale="en")


def ago(moment: datetime, now: datetime) -> str:
    """A past moment as people say it: just now, 5 min ago, 3 h ago, 2 days ago, 12 Aug 2024."""
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    if minutes < 24 * 60:
        return f"{minutes // 60} h ago"
    days = minutes // (24 * 60)
    return f"{count(days, 'day', 'days')} ago" if days < 30 else day(moment)


def often(pace: float) -> str:
    """Items a day as people say it: 12 a day, 3 a week, 2 a month, now and then."""
    for times, span in ((1, "day"), (7, "week"), (30, "month")):
        if pace * times >= 1:
            return f"{pace * times:.0f} a {span}"
    return "now and then"


def clock(at: time) -> str:
    """A time of day: 08:00."""
    return f"{at:%H:%M}"


def city(zone: str) -> str:
    """A time zone's short name: Kyiv, New York, UTC+05:30."""
    return label(zone)


def since_day(moment: datetime, zone: str) -> str:
    """The day from which something counts: Friday."""
    return format_date(moment.astimezone(zone_of(zone)).date(), "EEEE", locale="en")


def host(url: str | None) -> str:
    """The site of an address without www."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def duration(words: int) -> str:
    """How long so many words take to read: 30 s, 4 min."""
    seconds = words * 60 / WORDS_PER_MINUTE
    return f"{max(10, round(seconds, -1)):.0f} s" if seconds < 55 else f"{max(1, round(seconds / 60))} min"


def count(number: int, one: str, many: str) -> str:
    """1 feed, 3 feeds."""
    return f"{number:,} {one if number == 1 else many}"
