"""Filters and mutes in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.messages.facts import count
from bot.messages.rich import Button, Message, Rich, bold, clean, code, join
from bot.models import Filter, FilterKind


def filters(rules: Sequence[Filter], feeds: Mapping[int, str], pass_: int, of: int) -> Message:
    """What a chat keeps and drops, in all and of single feeds, and how much of the latest would pass."""
    words = [each for each in rules if each.kind is not FilterKind.MUTE]
    muted = len(rules) - len(words)
    if not words:
        head = bold("No filter: every story may come.")
        how = (
            Rich("Send ")
            + code("/filter election, !football")
            + " to keep the first and drop the second, or "
            + code("/filter 2 election")
            + " for the second feed of /list only."
        )
        return Message(join("\n", [head, how, _muted(muted)]))
    scopes = [None, *dict.fromkeys(each.feed for each in words if each.feed is not None)]
    lines = [_scope(scope, words, feeds) for scope in scopes]
    sample = (
        f"{pass_:,} of the last {count(of, 'item', 'items')} would pass." if of else "There are no items yet."
    )
    return Message(
        join("\n", [bold("Your filter"), *lines, sample, _muted(muted)]),
        ((Button("Turn off", "filter:off"),),),
    )


def _scope(scope: int | None, words: Sequence[Filter], feeds: Mapping[int, str]) -> str:
    mine = [each for each in words if each.feed == scope]
    if not mine:
        return ""
    keep = [f"“{clean(each.words[0])}”" for each in mine if each.kind is FilterKind.KEEP]
    drop = [f"“{clean(each.words[0])}”" for each in mine if each.kind is FilterKind.DROP]
    said = [f"only {' or '.join(keep)}" if keep else "", f"never {' or '.join(drop)}" if drop else ""]
    where = "All feeds" if scope is None else clean(feeds.get(scope, "One feed"))[:60]
    return f"{where}: {', '.join(filter(None, said))}"


def _muted(number: int) -> str:
    return f"{count(number, 'mute', 'mutes')} beside it: /mute." if number else ""


def mutes(muted: Sequence[Filter], now: datetime) -> Message:
    """What is muted, for how long still, and how to end it."""
    if not muted:
        how = (
            Rich("Nothing is muted. ")
            + code("/mute football 7d")
            + " mutes a word; Mute under a story its words."
        )
        return Message(how)
    lines = [f"{number}  {_words(each)} · {_left(each, now)}" for number, each in enumerate(muted, 1)]
    keys = tuple(Button(f"Unmute {number}", f"unmute:{each.id}") for number, each in enumerate(muted[:8], 1))
    rows = tuple(keys[start : start + 2] for start in range(0, len(keys), 2))
    return Message(join("\n", [bold(f"Muted · {len(muted)}"), *lines[:40]]), rows)


def _words(each: Filter) -> str:
    return ", ".join(clean(word) for word in each.words)


def _left(each: Filter, now: datetime) -> str:
    if each.until is None:
        return "for good"
    hours = max(1, round((each.until - now) / timedelta(hours=1)))
    span = count(hours, "hour", "hours") if hours < 48 else count(round(hours / 24), "day", "days")
    return f"{span} left"
