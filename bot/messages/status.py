"""How a chat does, and the small answers: version, ping, cancel."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.locale import Translator
from bot.messages import feeds
from bot.messages.facts import city, clock, slot, when
from bot.messages.feed_list import is_paused
from bot.messages.rich import Button, Message, Rich, bold, join
from bot.models import ChatSettings, Schedule, Subscription

_SHOWN = 10  # feeds in trouble; the rest are counted


@dataclass(frozen=True, slots=True)
class State:
    """What there is to say of a chat: what it follows, its next digests, and how many are on their way."""

    mine: Sequence[Subscription]
    coming: Sequence[tuple[Schedule, str]]
    on_their_way: int
    settings: ChatSettings
    zone: str
    now: datetime


def status(tr: Translator, state: State) -> Message:
    """How a chat does."""
    ill = [each for each in state.mine if each.feed.failures or each.feed.paused]
    head = bold(tr.many("{number} feed", "{number} feeds", len(state.mine)) + f" · {_health(tr, state, ill)}")
    keys = ((Button(tr("Feeds"), "list:1"), Button(tr("Settings"), "p:c")),)
    body = join("\n\n", [join("\n", [head, *_troubles(tr, ill, state.now)]), join("\n", _digests(tr, state))])
    return Message(body, keys)


def _health(tr: Translator, state: State, ill: Sequence[Subscription]) -> str:
    resting = [each for each in state.mine if is_paused(each, state.now) and each not in ill]
    facts = [
        tr("{number} well", number=len(state.mine) - len(ill) - len(resting)),
        tr("{number} failing", number=len(ill)) if ill else "",
        tr("{number} paused", number=len(resting)) if resting else "",
    ]
    return tr.listed(filter(None, facts), brief=True)


def _troubles(tr: Translator, ill: Sequence[Subscription], now: datetime) -> Iterator[Rich]:
    for each in ill[:_SHOWN]:
        yield Rich("⚠ ") + feeds.name(each.title, each.feed.url) + f" · {feeds.trouble(tr, each.feed, now)}"
    if len(ill) > _SHOWN:
        yield Rich(tr("and {number} more", number=len(ill) - _SHOWN))


def _digests(tr: Translator, state: State) -> Iterator[str]:
    settings = state.settings
    if settings.paused_until and settings.paused_until > state.now:
        yield f"⏸ {_paused(tr, state, settings.paused_until)}"
    runs = " · ".join(slot(tr, at, state.now, state.zone) for _, at in state.coming)
    if runs:
        yield tr("Next: {runs} ({city}).", runs=runs, city=city(state.zone))
    else:
        yield tr("No digest is scheduled: /schedule 08:00 brings one every day.")
    if quiet := settings.quiet:
        yield tr("Quiet from {start} to {end}.", start=clock(tr, quiet.start), end=clock(tr, quiet.end))
    if state.on_their_way:
        yield tr.many(
            "{number} digest is on its way.", "{number} digests are on their way.", state.on_their_way
        )
    else:
        yield tr("Nothing waits to be sent.")


def _paused(tr: Translator, state: State, until: datetime) -> str:
    if (until - state.now).days > 365 * 50:
        return tr("Your digests are paused until you send /resume.")
    return tr("Your digests are paused until {end}.", end=when(tr, until, state.now, state.zone))


def version(tr: Translator, version_: str, python: str) -> Message:
    """Which build this is."""
    return Message(Rich(tr("Nutgraf {version}, Python {python}", version=version_, python=python)))


def pong(tr: Translator, milliseconds: int | None) -> Message:
    """How long a question to Telegram takes."""
    if milliseconds is None:
        return Message(Rich(tr("pong · Telegram does not answer me now")))
    return Message(Rich(tr("pong · {number} ms", number=milliseconds)))


def nothing_open(tr: Translator) -> Message:
    """There are no dialogues that could be left."""
    return Message(Rich(tr("Nothing is open: each command is done at once. Most answers have an Undo key.")))
