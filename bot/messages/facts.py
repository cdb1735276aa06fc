"""Small facts in words: dates, hosts, reading times, and what things are called."""

from datetime import date, datetime, time

from bot.locale import Translator
from bot.messages.rich import clean, cut
from bot.zones import label, zone_of
from summarizer.links import host_of

# A silent reader's words a minute for non-fiction: Brysbaert 2019, "How many words do we read per minute?", 238.
WORDS_PER_MINUTE = 238


def day(tr: Translator, moment: datetime, zone: str = "UTC") -> str:
    """A moment's local date: 12 Aug 2024."""
    return tr.date("d MMM y", moment.astimezone(zone_of(zone)).date())


def long_day(tr: Translator, moment: datetime, zone: str) -> str:
    """A moment's local date in full: Monday, 23 November."""
    return tr.date("EEEE, d MMMM", moment.astimezone(zone_of(zone)).date())


def when(tr: Translator, moment: datetime, now: datetime, zone: str) -> str:
    """A coming moment as people say it: today, 08:00 Kyiv."""
    local = moment.astimezone(zone_of(zone))
    day_ = _near(tr, local.date(), now.astimezone(zone_of(zone)).date()) or tr.date(
        "EEEE, d MMMM", local.date()
    )
    return tr("{day}, {time} {city}", day=day_, time=clock(tr, local.time()), city=city(zone))


def slot(tr: Translator, moment: str, now: datetime, zone: str) -> str:
    """A nominal moment like `2026-11-24T08:00`: today, 08:00; Wednesday, 08:00; Wednesday, 2 December, 08:00."""
    local = datetime.fromisoformat(moment)
    today = now.astimezone(zone_of(zone)).date()
    week = (local.date() - today).days < 7
    day_ = _near(tr, local.date(), today) or tr.date("EEEE" if week else "EEEE, d MMMM", local.date())
    return tr("{day}, {time}", day=day_, time=clock(tr, local.time()))


def _near(tr: Translator, local: date, today: date) -> str:
    return {0: tr("today"), 1: tr("tomorrow")}.get((local - today).days, "")


def ago(tr: Translator, moment: datetime, now: datetime) -> str:
    """A past moment as people say it: just now, 5 min ago, 3 h ago, 2 days ago, 12 Aug 2024."""
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 1:
        return tr("just now")
    if minutes < 60:
        return tr("{minutes} min ago", minutes=minutes)
    if minutes < 24 * 60:
        return tr("{hours} h ago", hours=minutes // 60)
    days = minutes // (24 * 60)
    return tr.many("{number} day ago", "{number} days ago", days) if days < 30 else day(tr, moment)


def often(tr: Translator, pace: float) -> str:
    """Items a day as people say it: 12 a day, 3 a week, 2 a month, now and then."""
    if pace >= 1:
        return tr("{number} a day", number=round(pace))
    if pace * 7 >= 1:
        return tr("{number} a week", number=round(pace * 7))
    if pace * 30 >= 1:
        return tr("{number} a month", number=round(pace * 30))
    return tr("now and then")


def clock(tr: Translator, at: time) -> str:
    """A time of day: 08:00."""
    return tr.time("HH:mm", at)


def city(zone: str) -> str:
    """A time zone's short name: Kyiv, New York, UTC+05:30."""
    return label(zone)


def since_day(tr: Translator, moment: datetime, zone: str) -> str:
    """The day from which something counts: Friday."""
    return tr.date("EEEE", moment.astimezone(zone_of(zone)).date())


def weekday(tr: Translator, number: int) -> str:
    """The name of a day of the week, 0 for Monday."""
    return tr.date("EEEE", date(2024, 1, 1 + number))


def host(url: str | None) -> str:
    """The site of an address without www."""
    return host_of(url) if url else ""


def duration(tr: Translator, words: int) -> str:
    """How long so many words take to read: 30 s, 4 min."""
    seconds = words * 60 / WORDS_PER_MINUTE
    if seconds < 55:
        return tr("{number} s", number=max(10, round(seconds / 10) * 10))
    return tr("{number} min", number=max(1, round(seconds / 60)))


def short(text: str, most: int, url: str | None = None) -> str:
    """A foreign text in so many units; where nothing can be read in it, the site of its address, else an ellipsis. Never empty."""
    return cut(clean(text) or host(url) or clean(url or ""), most) or "…"
