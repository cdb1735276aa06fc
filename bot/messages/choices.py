"""What a chat decides, of one feed or of all, in words: what each choice is about and what its values are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.locale import Translator, mark
from bot.models import ChatSettings, Subscription
from summarizer.limits import LIMITS

DEFAULT = "default"
YES, NO = "yes", "no"
# Bullets of a story where nobody decided.
STORY_BULLETS = 3
_BULLETS = tuple(map(str, range(1, LIMITS.bullets + 1)))
_INTERVALS = (15, 30, 60, 180, 360, 720, 1440)

Value = str | int | bool | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to decide: `key` is its label, `line` shows its value, `about` says what it does."""

    key: str
    line: str
    about: str
    values: tuple[str, ...]


_DELIVERY = ("instant", "digest", "off")
_SOUND = (mark("Sound"), mark("Sound: {value}"))
_PREVIEW = (mark("Preview"), mark("Link preview: {value}"))
_SOURCE = (mark("Text"), mark("Text: {value}"))
_INTERVAL = (mark("Interval"), mark("Interval: {value}"))
_OFTEN = mark("How often I look for news. /setinterval 45 sets any number of minutes.")
_OFTEN_ONE = mark(
    "How often I look for its news. /setinterval 45 2 sets any number of minutes for the second feed."
)
# By the column of `subscriptions`.
OF_FEED: Mapping[str, Choice] = {
    "delivery": Choice(
        mark("Delivery"),
        mark("Delivery: {value}"),
        mark("How its stories come: each at once, all in the digest, or only on asking with /latest."),
        _DELIVERY,
    ),
    "interval": Choice(*_INTERVAL, _OFTEN_ONE, ()),
    "sentences": Choice(
        mark("Bullets"),
        mark("Bullets of a story: {value}"),
        mark("How many bullets a story has that comes at once."),
        _BULLETS,
    ),
    "silent": Choice(*_SOUND, mark("Whether your phone makes a sound when its stories come."), (NO, YES)),
    "preview": Choice(*_PREVIEW, mark("Whether a single story comes with a picture of its page."), (YES, NO)),
    "source": Choice(
        *_SOURCE,
        mark("What new stories are condensed from: their pages, or what the feed itself says of them."),
        ("page", "feed"),
    ),
}
# By the column of `chats`.
OF_CHAT: Mapping[str, Choice] = {
    "sentences": Choice(
        mark("Bullets"),
        mark("Bullets of a summary: {value}"),
        mark(
            "How many bullets a link, a text or a file gets. /length short, medium and long are 3, 5 and 8."
        ),
        _BULLETS,
    ),
    "delivery": Choice(
        mark("Delivery"),
        mark("Delivery: {value}"),
        mark(
            "How stories of your feeds come: each at once, all in the digest, or only on asking with /latest."
        ),
        _DELIVERY,
    ),
    "interval": Choice(*_INTERVAL, _OFTEN, ()),
    "silent": Choice(*_SOUND, mark("Whether your phone makes a sound when news comes."), (NO, YES)),
    "preview": Choice(
        *_PREVIEW, mark("Whether a digest comes with a picture of its top story's page."), (YES, NO)
    ),
    "source": Choice(
        *_SOURCE,
        mark("What new stories are condensed from: their pages, or what the feeds themselves say of them."),
        ("page", "feed"),
    ),
    "access": Choice(
        mark("Who may change this"),
        mark("Who may change settings: {value}"),
        mark("Who in this group may change its feeds and settings."),
        ("admins", "everyone"),
    ),
    "autosummary": Choice(
        mark("Links"),
        mark("Links in the group: {value}"),
        mark("What I do with a link that somebody writes here."),
        ("off", "button", "on"),
    ),
}
# What holds for feeds that decide nothing themselves.
SHARED = ("delivery", "interval", "sentences", "silent", "preview", "source")
IN_GROUPS = ("access", "autosummary")

_WORDS = {
    ("delivery", "instant"): mark("instant"),
    ("delivery", "digest"): mark("digest"),
    ("delivery", "off"): mark("off"),
    ("interval", DEFAULT): mark("as each feed posts"),
    ("silent", YES): mark("silent"),
    ("silent", NO): mark("with sound"),
    ("preview", YES): mark("shown"),
    ("preview", NO): mark("not shown"),
    ("source", "page"): mark("from the page"),
    ("source", "feed"): mark("from the feed"),
    ("access", "admins"): mark("only admins"),
    ("access", "everyone"): mark("everyone"),
    ("autosummary", "off"): mark("left alone"),
    ("autosummary", "button"): mark("a key to condense it"),
    ("autosummary", "on"): mark("condensed at once"),
}


def code(value: Value) -> str:
    """A value as keys carry it."""
    if isinstance(value, bool):
        return YES if value else NO
    return DEFAULT if value is None else value.value if isinstance(value, StrEnum) else str(value)


def value(name: str, coded: str) -> Value:
    """What a key carries, as the column of a chat holds it."""
    if coded == DEFAULT:
        return None
    if name in {"silent", "preview"}:
        return coded == YES
    return int(coded) if coded.isdecimal() else coded


def own(name: str, coded: str) -> Value:
    """The same as the column of a subscription holds it."""
    return DEFAULT if (name, coded) == ("delivery", DEFAULT) else value(name, coded)


def words(tr: Translator, name: str, coded: str) -> str:
    """A value in words: digest, 30 minutes, 5."""
    if not coded.isdecimal():
        return tr.plain(_WORDS[name, coded])
    return span(tr, int(coded)) if name == "interval" else tr.number(int(coded))


def span(tr: Translator, minutes: int) -> str:
    """A number of minutes: 45 minutes, 3 hours."""
    if minutes % 60:
        return tr.many("{number} minute", "{number} minutes", minutes)
    return tr.many("{number} hour", "{number} hours", minutes // 60)


def of_chat(settings: ChatSettings, name: str) -> str:
    """What a chat has decided."""
    return code(getattr(settings, name))


def of_feed(mine: Subscription, name: str) -> str:
    """What a chat has decided of one feed."""
    return code(mine.own_delivery if name == "delivery" else getattr(mine, name))


def inherited(settings: ChatSettings, name: str) -> str:
    """What holds for a feed of which nothing was decided."""
    return str(STORY_BULLETS) if name == "sentences" else of_chat(settings, name)


def shown(tr: Translator, mine: Subscription, settings: ChatSettings, name: str) -> str:
    """What holds for a feed, in words: instant, or default (digest)."""
    own = of_feed(mine, name)
    return default(tr, settings, name) if own == DEFAULT else words(tr, name, own)


def default(tr: Translator, settings: ChatSettings, name: str) -> str:
    """What the chat has, in words: default (digest)."""
    return tr("default ({value})", value=words(tr, name, inherited(settings, name)))


def intervals(least: float, most: float) -> tuple[str, ...]:
    """The intervals that keys offer, within the operator's bounds."""
    return tuple(str(each) for each in _INTERVALS if least <= each <= most)
