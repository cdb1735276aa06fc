"""The nouns of the bot. Frozen; times are UTC unless a name says local."""

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum

from summarizer.types import Summary


class ChatKind(StrEnum):
    """What Telegram calls a chat's type."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class DigestKind(StrEnum):
    """Why a digest exists."""

    SCHEDULED = "scheduled"


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
class ChatSettings:
    """What a chat decides. `timezone` is None until it was chosen; `sentences` is 1 to 12."""

    timezone: str | None = None
    sentences: int = 5


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
    """A feed as one chat reads it; `since` is when it subscribed, `tags` are its own words for it."""

    chat: int
    feed: Feed
    since: datetime
    tags: tuple[str, ...] = ()


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

    `refused` are pairs of an address and a reason: `bad_url`, `private_address` or `beyond`.
    """

    added: int
    known: int
    refused: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """A time of day at which a chat gets a digest. `at` is local; `next_slot` is the nominal local date and time."""

    id: int
    chat: int
    at: time
    next_at: datetime
    next_slot: str


@dataclass(frozen=True, slots=True)
class Story:
    """One entry of a digest: an article as a chat will see it. An empty summary leaves only the title."""

    title: str
    url: str | None
    site: str | None
    summary: Summary | None


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest on its way; `parts` are ready messages as `messages.Message.dump` gives them."""

    id: int
    chat: int
    kind: DigestKind
    key: str
    schedule: int | None
    state: DigestState
    due_at: datetime
    parts: tuple[str, ...] = field(default=())
    sent_parts: int = 0
