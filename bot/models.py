"""The nouns of the bot. Frozen; times are UTC unless a name says local."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime, time
from enum import StrEnum
from typing import Any, Self

EVERY_DAY = frozenset(range(7))


class ChatKind(StrEnum):
    """What Telegram calls a chat's type."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"

    @property
    def is_group(self) -> bool:
        """Whether people talk in it with one another."""
        return self in {ChatKind.GROUP, ChatKind.SUPERGROUP}


class DigestKind(StrEnum):
    """Why a digest exists."""

    SCHEDULED = "scheduled"
    INSTANT = "instant"  # a feed's news as it comes
    CATCHUP = "catchup"  # a span of days, told again
    ASKED = "asked"
    BROADCAST = "broadcast"  # what an operator writes to many chats


class Delivery(StrEnum):
    """How a chat gets a feed's news."""

    INSTANT = "instant"
    DIGEST = "digest"
    OFF = "off"


class FilterKind(StrEnum):
    """What words of a filter do to a story that has them."""

    KEEP = "keep"
    DROP = "drop"
    MUTE = "mute"  # drops what has two of them, or the only one


class DigestState(StrEnum):
    """A digest's life; changed only by compare-and-set.

    due → building → ready → sending → sent (or ready again for its next part), failed, unknown, empty.
    """

    DUE = "due"
    BUILDING = "building"
    READY = "ready"
    SENDING = "sending"
    SENT = "sent"
    EMPTY = "empty"  # nothing was new: nothing was sent
    FAILED = "failed"
    UNKNOWN = "unknown"  # a request left and no answer came: never sent again unasked


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours, local, in which nothing is pushed; they may reach past midnight."""

    start: time
    end: time


class TextFrom(StrEnum):
    """Whose text of a story is condensed."""

    PAGE = "page"
    FEED = "feed"


class Access(StrEnum):
    """Who in a group may change its settings."""

    ADMINS = "admins"
    EVERYONE = "everyone"


class AutoSummary(StrEnum):
    """What becomes of a link that somebody in a group writes."""

    OFF = "off"
    BUTTON = "button"
    ON = "on"


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """What a chat decides. `timezone` and `language` are None until they were chosen; `sentences` is 1 to 12.

    `delivery`, `interval` (minutes between two looks at a feed, None for the operator's), `silent`, `preview` and `source`
    hold for feeds that decide nothing themselves. Pushes go to the topic `thread`.
    """

    timezone: str | None = None
    sentences: int = 5
    quiet: Quiet | None = None
    paused_until: datetime | None = None
    language: str | None = None
    delivery: Delivery = Delivery.DIGEST
    interval: int | None = None
    silent: bool = False
    preview: bool = False
    source: TextFrom = TextFrom.PAGE
    thread: int | None = None
    access: Access = Access.ADMINS
    autosummary: AutoSummary = AutoSummary.BUTTON


@dataclass(frozen=True, slots=True)
class Chat:
    """A conversation the bot is in; `id` is Telegram's."""

    id: int
    kind: ChatKind
    title: str
    active: bool = True
    settings: ChatSettings = ChatSettings()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that at least one chat reads, shared by all of them.

    `pace` is its items a day; `ttl` (minutes), `skip_hours` (UTC) and `skip_days` (Monday is 0) are what it asks for.
    `failing_since` and `trouble` say since when and why it can't be read; a paused one is asked no more. `moved_to` is
    where it was found the last `moves` times.
    """

    id: int
    url: str
    title: str
    next_check_at: datetime
    etag: str | None = None
    modified: str | None = None
    checked_at: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    trouble: str | None = None
    paused: bool = False
    pace: float | None = None
    ttl: int | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    moved_to: str | None = None
    moves: int = 0


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed as one chat reads it; `since` is when it subscribed, `tags` are its own words for it.

    What is None is as the chat has it; `delivery` is what holds, `own_delivery` what was chosen for this feed.
    """

    chat: int
    feed: Feed
    since: datetime
    tags: tuple[str, ...] = ()
    delivery: Delivery = Delivery.DIGEST
    paused_until: datetime | None = None
    own_delivery: Delivery | None = None
    name: str | None = None
    interval: int | None = None
    sentences: int | None = None
    silent: bool | None = None
    preview: bool | None = None
    source: TextFrom | None = None

    @property
    def title(self) -> str:
        """What the chat calls it."""
        return self.name or self.feed.title


@dataclass(frozen=True, slots=True)
class Filter:
    """Words that a chat keeps, drops or has muted, of one feed or of all; `until` is the end of a mute."""

    id: int
    kind: FilterKind
    words: tuple[str, ...]
    feed: int | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """What somebody thought of a story: 1 or -1, and its signs as `digests.rank` knows them."""

    value: int
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed that a chat may choose; `pace` is its items a day, `newest` the moment of its newest item."""

    title: str
    url: str
    pace: float | None
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a list: how many feeds are new, how many were followed before, and what was refused and why.

    `refused` are pairs of an address and a reason: `bad_url`, `private_address`, `beyond` the list, or the chat is `full`.
    """

    added: int
    known: int
    refused: tuple[tuple[str, str], ...] = ()


MOST_SCHEDULES = 24  # of one chat


@dataclass(frozen=True, slots=True)
class Schedule:
    """A time of day at which a chat gets a digest.

    `at` is local, `weekdays` are 0 (Monday) to 6; `next_slot` is the nominal local date and time. A schedule with
    `tags` brings only feeds that have one of them. `most` stories and `minutes` of reading are its bounds, `sentences`
    the bullets of a story; it comes to the topic `thread`.
    """

    id: int
    chat: int
    at: time
    next_at: datetime
    next_slot: str
    name: str = ""
    weekdays: frozenset[int] = EVERY_DAY
    tags: tuple[str, ...] = ()
    most: int | None = None
    minutes: int | None = None
    sentences: int | None = None
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who tells a story, and where."""

    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Point:
    """One bullet of a story; `outlet` is the place of its source in `Story.outlets`."""

    text: str
    outlet: int = 0


@dataclass(frozen=True, slots=True)
class Story:
    """One entry of a digest: an event as a chat will see it. Without points only the title is shown.

    `articles` are their numbers, the lead first; `signs` are what likes go by and `reasons` why it was chosen, both as
    `digests.rank` knows them. `news` is what an update brings: numbers, names or outlets that were not told before.
    """

    title: str
    url: str | None
    outlets: tuple[Outlet, ...] = ()
    points: tuple[Point, ...] = ()
    articles: tuple[int, ...] = ()
    tag: str = ""
    signs: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    news: tuple[str, ...] = ()

    def dump(self) -> str:
        """As JSON, for a row."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def load(cls, dumped: str) -> Self:
        """From what `dump` gave."""
        data: dict[str, Any] = json.loads(dumped)
        outlets = tuple(Outlet(**outlet) for outlet in data.pop("outlets"))
        points = tuple(Point(**point) for point in data.pop("points"))
        reasons = tuple((kind, value) for kind, value in data.pop("reasons"))
        rest: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
        }
        return cls(**rest, outlets=outlets, points=points, reasons=reasons)


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest on its way; `parts` are ready messages as `messages.Message.dump` gives them.

    `due_at` is the earliest moment for it; it goes to the topic `thread`.
    """

    id: int
    chat: int
    kind: DigestKind
    key: str
    schedule: int | None
    state: DigestState
    due_at: datetime
    thread: int | None = None
    parts: tuple[str, ...] = field(default=())
    sent_parts: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """What there is of everything, for the operators.

    `standings` are of people and chats that were let in (`allowed`) or shut out (`banned`); `feeds` are by `well`,
    `failing` and `paused`; `digests` are those of the last day; `waiting_` is what is left to do.
    """

    chats: dict[ChatKind, int]
    gone: int
    standings: dict[str, int]
    feeds: dict[str, int]
    articles: int
    digests: dict[DigestState, int]
    waiting_updates: int
    waiting_digests: int


@dataclass(frozen=True, slots=True)
class Use:
    """How much of the bot a chat uses; `last_sent` is when its last digest was due, `manages` chats of a person."""

    feeds: int
    schedules: int
    manages: int
    last_sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """How much is kept of a chat, by what it is.

    `articles` are links, texts and files that it asked for, `left` feeds that it left and may take back, `groups` other
    chats that are managed from it, `other_votes` what its person thinks of stories there.
    """

    feeds: int
    schedules: int
    filters: int
    digests: int
    saved: int
    votes: int
    articles: int
    left: int
    groups: int
    other_votes: int
    is_invited: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back with a file: feeds as of any list, and how many of the rest are new or decided anew."""

    feeds: Imported
    schedules: int
    filters: int
    saved: int
    votes: int
