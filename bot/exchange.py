"""All that a chat has decided, as a file that any chat of any instance takes back. Pure; docs/export.md describes it.

What a file says is checked as it is read: it is right from end to end, or refused with the place. What the database holds
was checked when it came in, and goes out as it is.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
)

from bot.errors import PersonError
from bot.models import (
    EVERY_DAY,
    MOST_SCHEDULES,
    Access,
    AutoSummary,
    ChatSettings,
    Delivery,
    FilterKind,
    Quiet,
    Schedule,
    Subscription,
    TextFrom,
)
from bot.zones import zone_of
from summarizer.limits import LIMITS, MIB

FORMAT: Final = "nutgraf"
VERSION: Final = 1
MOST_BYTES = LIMITS.body_bytes
_MOST = 20_000  # rows of one kind; the size of the file ends sooner
_CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"

Value = TypeVar("Value")


def _zone(name: str) -> str:
    zone_of(name)
    return name


def _moment(value: datetime) -> datetime:
    if not 1970 <= value.year <= 9998 and value != datetime(9999, 1, 1, tzinfo=UTC):
        raise ValueError("out of bounds")
    return value.astimezone(UTC)


def _unique(values: tuple[Value, ...]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(values))


Moment = Annotated[AwareDatetime, AfterValidator(_moment)]
Zone = Annotated[str, Field(max_length=64), AfterValidator(_zone)]
Clock = Annotated[str, Field(pattern=_CLOCK)]
Span = Annotated[str, Field(pattern=rf"{_CLOCK[:-1]}-{_CLOCK[1:]}")]
Name = Annotated[str, Field(max_length=LIMITS.title_chars)]
Word = Annotated[str, Field(min_length=1, max_length=LIMITS.author_chars)]
Tags = Annotated[tuple[Word, ...], Field(max_length=100), AfterValidator(_unique)]
Bullets = Annotated[int, Field(ge=1, le=LIMITS.bullets)]
Minutes = Annotated[int, Field(ge=1, le=100_000)]
Number = Annotated[int, Field(ge=-(2**62), le=2**62)]
# What is learnt from, as `bot.digests.rank` names it.
Sign = Annotated[str, Field(max_length=400, pattern="^(word|author|feed):")]
Some = Annotated[int, Field(ge=1, le=1000)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore", hide_input_in_errors=True)


class _Settings(_Part):
    timezone: Zone | None = None
    sentences: Bullets = 5
    quiet: Span | None = None
    paused_until: Moment | None = None
    language: Annotated[str, Field(pattern="^[a-z]{2}$")] | None = None
    delivery: Delivery = Delivery.DIGEST
    interval: Minutes | None = None
    silent: bool = False
    preview: bool = False
    source: TextFrom = TextFrom.PAGE
    thread: Number | None = None
    access: Access = Access.ADMINS
    autosummary: AutoSummary = AutoSummary.BUTTON

    @classmethod
    def of(cls, settings: ChatSettings) -> "_Settings":
        """As a file has them."""
        names = set(cls.model_fields) - {"quiet"}
        return cls.model_construct(
            **{name: getattr(settings, name) for name in names}, quiet=_span(settings.quiet)
        )


class Followed(_Part):
    """A feed as a chat reads it; what is None is as the chat has it."""

    url: str
    since: Moment | None = None
    name: Name | None = None
    tags: Tags = ()
    delivery: Delivery | None = None
    interval: Minutes | None = None
    sentences: Bullets | None = None
    silent: bool | None = None
    preview: bool | None = None
    source: TextFrom | None = None
    paused_until: Moment | None = None

    @classmethod
    def of(cls, mine: Subscription) -> "Followed":
        """As a file has it."""
        same = set(cls.model_fields) - {"url", "delivery"}
        return cls.model_construct(
            url=mine.feed.url, delivery=mine.own_delivery, **{name: getattr(mine, name) for name in same}
        )


class Planned(_Part):
    """A schedule."""

    name: Annotated[str, Field(max_length=100)] = ""
    at: Clock
    weekdays: Annotated[
        tuple[Annotated[int, Field(ge=0, le=6)], ...],
        Field(min_length=1, max_length=7),
        AfterValidator(_unique),
    ] = tuple(sorted(EVERY_DAY))
    tags: Tags = ()
    most: Some | None = None
    minutes: Some | None = None
    sentences: Bullets | None = None
    thread: Number | None = None

    @classmethod
    def of(cls, mine: Schedule) -> "Planned":
        """As a file has it."""
        same = set(cls.model_fields) - {"at", "weekdays"}
        values = {name: getattr(mine, name) for name in same}
        return cls.model_construct(**values, at=f"{mine.at:%H:%M}", weekdays=tuple(sorted(mine.weekdays)))

    @property
    def time(self) -> time:
        """When it fires, local."""
        return time.fromisoformat(self.at)


class Filtered(_Part):
    """Words that are kept, dropped or muted, of the feed at an address or of all."""

    kind: FilterKind
    words: Annotated[tuple[Word, ...], Field(min_length=1, max_length=50)]
    feed: str | None = None
    until: Moment | None = None


class Voted(_Part):
    """What somebody thought of a story, by the signs that are learnt from."""

    value: Literal[1, -1]
    signs: Annotated[tuple[Sign, ...], Field(max_length=200)]
    at: Moment


class Saved(_Part):
    """An article that was saved: its title and where it is, never its text."""

    url: Annotated[str, Field(max_length=LIMITS.url_chars, pattern="^https?://")] | None = None
    title: Name | None = None
    at: Moment


class Export(_Part):
    """A file. `chat` is whose it is: topics, which are numbers, mean something only there."""

    format: Literal["nutgraf"] = FORMAT
    version: Literal[1] = VERSION
    chat: Number
    settings: _Settings = _Settings()
    feeds: Annotated[tuple[Followed, ...], Field(max_length=_MOST)] = ()
    schedules: Annotated[tuple[Planned, ...], Field(max_length=MOST_SCHEDULES)] = ()
    filters: Annotated[tuple[Filtered, ...], Field(max_length=_MOST)] = ()
    votes: Annotated[tuple[Voted, ...], Field(max_length=_MOST)] = ()
    saved: Annotated[tuple[Saved, ...], Field(max_length=_MOST)] = ()


def exported(
    chat: int,
    settings: ChatSettings,
    feeds: Sequence[Subscription],
    schedules: Sequence[Schedule],
    rest: tuple[Sequence[Filtered], Sequence[Voted], Sequence[Saved]],
) -> Export:
    """What a chat has decided, in an order that does not depend on the numbers of rows."""
    filters, votes, saved = rest
    return Export.model_construct(
        chat=chat,
        settings=_Settings.of(settings),
        feeds=tuple(Followed.of(each) for each in sorted(feeds, key=lambda one: (one.since, one.feed.url))),
        schedules=tuple(sorted(map(Planned.of, schedules), key=lambda one: (one.name, one.at, one.weekdays))),
        filters=tuple(filters),
        votes=tuple(sorted(votes, key=lambda one: (one.at, one.value, one.signs))),
        saved=tuple(sorted(saved, key=lambda one: (one.at, one.url or "", one.title or ""))),
    )


def write(export: Export) -> bytes:
    """The file: the same decisions give the same bytes."""
    return export.model_dump_json(indent=1, exclude_none=True).encode() + b"\n"


def looks_like(data: bytes) -> bool:
    """Whether a file may be one of ours, whatever it is called."""
    return data[:100].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


class _Head(_Part):
    format: Literal["nutgraf"]
    version: int


def read(data: bytes) -> Export:
    """The file that somebody sent.

    Raises:
        PersonError: it is too large, none of ours, of a version that is not known, or wrong somewhere.
    """
    if len(data) > MOST_BYTES:
        raise PersonError("large_export", megabytes=MOST_BYTES // MIB)
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        head = _Head.model_validate_json(data)
    except ValidationError:
        raise PersonError("not_export") from None
    if head.version != VERSION:
        raise PersonError("other_export", version=str(head.version)[:20], known=str(VERSION))
    try:
        return Export.model_validate_json(data)
    except ValidationError as error:
        raise PersonError("bad_export", place=_place(error.errors(include_input=False)[0]["loc"])) from None


def _place(steps: tuple[Any, ...]) -> str:
    """Where in the file: `feeds[3].url`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return re.sub(r"[^\w.\[\]-]", "", text.lstrip("."))[:60]


def _span(quiet: Quiet | None) -> str | None:
    return f"{quiet.start:%H:%M}-{quiet.end:%H:%M}" if quiet else None
