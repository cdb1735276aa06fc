"""Filters and mutes in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import reduce

from bot.locale import Translator
from bot.messages.rich import Button, Message, bold, clean, code, cut, fill, join
from bot.models import Filter, FilterKind

_NAME = 60  # units of a feed's name


def filters(
    tr: Translator, rules: Sequence[Filter], feeds: Mapping[int, str], pass_: int, of: int
) -> Message:
    """What a chat keeps and drops, in all and of single feeds, and how much of the latest would pass."""
    words = [each for each in rules if each.kind is not FilterKind.MUTE]
    muted = _muted(tr, len(rules) - len(words))
    if not words:
        how = fill(
            tr,
            "Send {all} to keep the first and drop the second, or {one} for the second feed of /list only.",
            all=code("/filter election, !football"),
            one=code("/filter 2 election"),
        )
        return Message(join("\n", [bold(tr("No filter: every story may come.")), how, muted]))
    scopes = [None, *dict.fromkeys(each.feed for each in words if each.feed is not None)]
    lines = [_scope(tr, scope, words, feeds) for scope in scopes]
    return Message(
        join("\n", [bold(tr("Your filter")), *lines, _sample(tr, pass_, of), muted]),
        ((Button(tr("Turn off"), "filter:off"),),),
    )


def _sample(tr: Translator, pass_: int, of: int) -> str:
    if not of:
        return tr("There are no items yet.")
    return tr.many(
        "{passing} of the last {number} item would pass.",
        "{passing} of the last {number} items would pass.",
        of,
        passing=pass_,
    )


def _scope(tr: Translator, scope: int | None, words: Sequence[Filter], feeds: Mapping[int, str]) -> str:
    mine = [each for each in words if each.feed == scope]
    if not mine:
        return ""
    keep = _any_of(tr, [each for each in mine if each.kind is FilterKind.KEEP])
    drop = _any_of(tr, [each for each in mine if each.kind is FilterKind.DROP])
    if keep and drop:
        said = tr("only {keep}, never {drop}", keep=keep, drop=drop)
    else:
        said = tr("only {keep}", keep=keep) if keep else tr("never {drop}", drop=drop)
    where = tr("All feeds") if scope is None else cut(clean(feeds.get(scope, "")), _NAME) or tr("One feed")
    return tr("{feed}: {rule}", feed=where, rule=said)


def _any_of(tr: Translator, words: Sequence[Filter]) -> str:
    """Words as a choice: “a” or “b” or “c”."""
    quoted = [tr("“{word}”", word=clean(each.words[0])) for each in words]
    return (
        reduce(lambda first, last: tr("{first} or {last}", first=first, last=last), quoted) if quoted else ""
    )


def _muted(tr: Translator, number: int) -> str:
    if not number:
        return ""
    return tr.many("{number} mute beside it: /mute.", "{number} mutes beside it: /mute.", number)


def mutes(tr: Translator, muted: Sequence[Filter], now: datetime) -> Message:
    """What is muted, for how long still, and how to end it."""
    if not muted:
        how = fill(
            tr,
            "Nothing is muted. {mute} mutes a word; Mute under a story its words.",
            mute=code("/mute football 7d"),
        )
        return Message(how)
    lines = [f"{number}  {_words(tr, each)} · {_left(tr, each, now)}" for number, each in enumerate(muted, 1)]
    keys = tuple(
        Button(tr("Unmute {number}", number=number), f"unmute:{each.id}")
        for number, each in enumerate(muted[:8], 1)
    )
    rows = tuple(keys[start : start + 2] for start in range(0, len(keys), 2))
    head = bold(f"{tr('Muted')} · {tr.number(len(muted))}")
    return Message(join("\n", [head, *lines[:40]]), rows)


def _words(tr: Translator, each: Filter) -> str:
    return tr.listed((tr.isolated(clean(word)) for word in each.words), brief=True)


def _left(tr: Translator, each: Filter, now: datetime) -> str:
    if each.until is None:
        return tr("for good")
    hours = max(1, round((each.until - now) / timedelta(hours=1)))
    if hours < 48:
        return tr.many("{number} hour left", "{number} hours left", hours)
    return tr.many("{number} day left", "{number} days left", round(hours / 24))
