"""When digests come: what is scheduled, what is off, quiet hours and pauses."""

from collections.abc import Sequence
from datetime import datetime

from bot.messages.facts import city, clock, count, slot_day, when
from bot.messages.replies import TIME_KEYS, ZONE_KEYS, ask_zone_line
from bot.messages.rich import Button, Message, Rich, bold, clean, join
from bot.models import EVERY_DAY, Quiet, Schedule

_DAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
_LENGTHS = {3: "short", 5: "medium", 8: "long"}


def scheduled(
    mine: Sequence[Schedule],
    coming: Sequence[tuple[Schedule, str]],
    zone: str,
    now: datetime,
    *,
    chosen: bool,
    feeds: int,
) -> Message:
    """When digests come from now on, their next three runs, and in which zone that is."""
    heads = [_head(group) for group in _by_name(mine)]
    next_ones = f"Next: {_runs(coming, now, zone)}."
    empty = "" if feeds else "You follow no feeds yet: /sub example.com adds one."
    if chosen:
        return Message(join("\n", [*heads, next_ones, empty]), ((Button("Turn off", "at:off"),),))
    return Message(join("\n", [*heads, next_ones, empty, ask_zone_line(zone, now)]), ZONE_KEYS)


def _by_name(mine: Sequence[Schedule]) -> list[list[Schedule]]:
    groups: dict[str, list[Schedule]] = {}
    for each in mine:
        groups.setdefault(each.name, []).append(each)
    return [sorted(group, key=lambda each: each.at) for group in groups.values()]


def _head(group: Sequence[Schedule]) -> Rich:
    first = group[0]
    name = f"{clean(first.name)} " if first.name else ""
    times = _and([clock(each.at) for each in group])
    head = bold(f"Your {name}digest comes {days(first.weekdays)} at {times}.")
    more = [
        " ".join(f"#{clean(tag)}" for tag in first.tags),
        f"top {first.most}" if first.most else "",
        f"{first.minutes} min of reading" if first.minutes else "",
        _LENGTHS.get(first.sentences or 0, ""),
        "in this topic" if first.thread else "",
    ]
    said = " · ".join(filter(None, more))
    return join("\n", [head, said])


def days(weekdays: frozenset[int]) -> str:
    """Days of the week as people say them: every day, on weekdays, on Sundays."""
    if weekdays == EVERY_DAY:
        return "every day"
    if weekdays == frozenset(range(5)):
        return "on weekdays"
    if weekdays == frozenset({5, 6}):
        return "at weekends"
    return f"on {_and([_DAYS[day] for day in sorted(weekdays)])}"


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _runs(coming: Sequence[tuple[Schedule, str]], now: datetime, zone: str) -> str:
    said = [f"{slot_day(slot, now, zone)}, {slot[-5:]}" for _, slot in coming]
    return f"{' · '.join(said)} ({city(zone)})"


def not_scheduled() -> Message:
    """There is no schedule."""
    return Message(Rich("No digest is scheduled. When should it come?"), (TIME_KEYS,))


def unscheduled(name: str, *, was: bool, left: int) -> Message:
    """A digest is off, or all are."""
    if name and left:
        return Message(Rich(f"Your {clean(name)} digest is off. /schedule shows what still comes."))
    text = "Your digest is off. Your feeds are kept." if was else "Your digest was off already."
    return Message(Rich(text), (TIME_KEYS,))


def quiet_set(quiet: Quiet | None, zone: str, inside: Sequence[Schedule]) -> Message:
    """From when to when nothing is pushed; digests that fall inside come at the end."""
    if quiet is None:
        return Message(Rich("No quiet hours. /quiet 23:00-07:00 sets them."))
    head = bold(f"Quiet from {clock(quiet.start)} to {clock(quiet.end)} ({city(zone)}).")
    times = _and([clock(each.at) for each in inside]) if inside else ""
    moved = f"Your digest of {times} comes at {clock(quiet.end)} instead." if inside else ""
    tail = "News that comes meanwhile waits until then."
    return Message(join("\n", [head, moved, tail]), ((Button("Turn off", "quiet:off"),),))


def paused(name: str, until: datetime | None, now: datetime, zone: str) -> Message:
    """A chat or a feed is paused; what it brings is collected meanwhile."""
    what = f"{clean(name)} is paused" if name else "Your digests are paused"
    end = f"until {when(until, now, zone)}" if until else "until you send /resume"
    return Message(
        join("\n", [bold(f"⏸ {what} {end}."), "News is collected meanwhile."]),
        ((Button("Resume", "resume:"),),) if not name else (),
    )


def resumed(name: str, coming: str | None, *, was: bool) -> Message:
    """A pause is over, and what was missed is offered."""
    what = clean(name) if name else "Your digests"
    state = f"{what} {'is' if name else 'are'} on again." if was else "Nothing was paused."
    tail = f"Next digest: {coming}." if coming else ""
    keys = ((Button("What did I miss", "catchup:"),),) if was and not name else ()
    return Message(join("\n", [bold(state), tail]), keys)


def nothing_missed(days_: int) -> Message:
    """Nothing happened in a span."""
    return Message(Rich(f"Your feeds brought nothing in the last {count(days_, 'day', 'days')}."))
