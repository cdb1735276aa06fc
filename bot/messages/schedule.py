"""When digests come: what is scheduled, what is off, quiet hours and pauses."""

from collections.abc import Sequence
from datetime import datetime

from bot.locale import Translator, mark
from bot.messages.facts import city, clock, slot, weekday, when
from bot.messages.replies import ask_zone_line, time_keys, zone_keys
from bot.messages.rich import Button, Message, Rich, bold, clean, join
from bot.models import EVERY_DAY, Quiet, Schedule

_LENGTHS = {3: mark("short"), 5: mark("medium"), 8: mark("long")}


def scheduled(
    tr: Translator,
    mine: Sequence[Schedule],
    coming: Sequence[tuple[Schedule, str]],
    zone: str,
    now: datetime,
    *,
    chosen: bool,
    feeds: int,
) -> Message:
    """When digests come from now on, their next three runs, and in which zone that is."""
    heads = [_head(tr, group) for group in _by_name(mine)]
    runs = " · ".join(slot(tr, each, now, zone) for _, each in coming)
    next_ones = tr("Next: {runs} ({city}).", runs=runs, city=city(zone))
    empty = "" if feeds else tr("You follow no feeds yet: /sub example.com adds one.")
    if chosen:
        off = Button(tr("Turn off"), "at:off")
        return Message(join("\n", [*heads, next_ones, empty]), ((off,),))
    return Message(join("\n", [*heads, next_ones, empty, ask_zone_line(tr, zone, now)]), zone_keys())


def _by_name(mine: Sequence[Schedule]) -> list[list[Schedule]]:
    groups: dict[str, list[Schedule]] = {}
    for each in mine:
        groups.setdefault(each.name, []).append(each)
    return [sorted(group, key=lambda each: each.at) for group in groups.values()]


def _head(tr: Translator, group: Sequence[Schedule]) -> Rich:
    first = group[0]
    facts = {"days": days(tr, first.weekdays), "times": tr.listed(clock(tr, each.at) for each in group)}
    name = clean(first.name)
    head = (
        tr("Your {name} digest comes {days} at {times}.", name=name, **facts)
        if name
        else tr("Your digest comes {days} at {times}.", **facts)
    )
    more = [
        " ".join(f"#{clean(tag)}" for tag in first.tags),
        tr("top {number}", number=first.most) if first.most else "",
        tr("{number} min of reading", number=first.minutes) if first.minutes else "",
        tr.plain(_LENGTHS[first.sentences]) if first.sentences in _LENGTHS else "",
        tr("in this topic") if first.thread else "",
    ]
    return join("\n", [bold(head), " · ".join(filter(None, more))])


def days(tr: Translator, weekdays: frozenset[int]) -> str:
    """Days of the week as people say them: every day, on weekdays, on Sunday."""
    if weekdays == EVERY_DAY:
        return tr("every day")
    if weekdays == frozenset(range(5)):
        return tr("on weekdays")
    if weekdays == frozenset({5, 6}):
        return tr("at weekends")
    return tr("on {days}", days=tr.listed(weekday(tr, number) for number in sorted(weekdays)))


def not_scheduled(tr: Translator) -> Message:
    """There is no schedule."""
    return Message(Rich(tr("No digest is scheduled. When should it come?")), (time_keys(tr),))


def unscheduled(tr: Translator, name: str, *, was: bool, left: int) -> Message:
    """A digest is off, or all are."""
    if name and left:
        text = tr("Your {name} digest is off. /schedule shows what still comes.", name=clean(name))
        return Message(Rich(text))
    text = tr("Your digest is off. Your feeds are kept.") if was else tr("Your digest was off already.")
    return Message(Rich(text), (time_keys(tr),))


def quiet_set(tr: Translator, quiet: Quiet | None, zone: str, inside: Sequence[Schedule]) -> Message:
    """From when to when nothing is pushed; digests that fall inside come at the end."""
    if quiet is None:
        return Message(Rich(tr("No quiet hours. /quiet 23:00-07:00 sets them.")))
    start, end = clock(tr, quiet.start), clock(tr, quiet.end)
    head = bold(tr("Quiet from {start} to {end} ({city}).", start=start, end=end, city=city(zone)))
    times = tr.listed(clock(tr, each.at) for each in inside)
    moved = tr("Your digest of {times} comes at {end} instead.", times=times, end=end) if inside else ""
    tail = tr("News that comes meanwhile waits until then.")
    return Message(join("\n", [head, moved, tail]), ((Button(tr("Turn off"), "quiet:off"),),))


def paused(tr: Translator, name: str, until: datetime | None, now: datetime, zone: str) -> Message:
    """A chat is paused, or a feed by the name that is shown of it; what it brings is collected meanwhile."""
    end = when(tr, until, now, zone) if until else ""
    if name:
        said = (
            tr("{feed} is paused until {end}.", feed=name, end=end)
            if end
            else tr("{feed} is paused until you send /resume.", feed=name)
        )
    else:
        said = (
            tr("Your digests are paused until {end}.", end=end)
            if end
            else tr("Your digests are paused until you send /resume.")
        )
    keys = ((Button(tr("Resume"), "resume:"),),) if not name else ()
    return Message(join("\n", [bold(f"⏸ {said}"), tr("News is collected meanwhile.")]), keys)


def resumed(tr: Translator, name: str, coming: str | None, *, was: bool) -> Message:
    """A pause is over, and what was missed is offered."""
    if not was:
        state = tr("Nothing was paused.")
    else:
        state = tr("{feed} is on again.", feed=name) if name else tr("Your digests are on again.")
    tail = tr("Next digest: {when}.", when=coming) if coming else ""
    keys = ((Button(tr("What did I miss"), "catchup:"),),) if was and not name else ()
    return Message(join("\n", [bold(state), tail]), keys)


def nothing_missed(tr: Translator, days_: int) -> Message:
    """Nothing happened in a span."""
    text = tr.many(
        "Your feeds brought nothing in the last day.",
        "Your feeds brought nothing in the last {number} days.",
        days_,
    )
    return Message(Rich(text))
