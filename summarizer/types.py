"""What goes in and what comes out: the nouns of the summarizer.

Everything here is frozen, picklable and free of behaviour that reaches outside. Times are UTC.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What became of reading or summarising, named so that people can be told."""

    OK = "ok"
    SHORT = "short"  # too little to condense: the text comes back whole
    PARTIAL = "partial"  # only part was readable
    NOT_ARTICLE = "not_article"  # a list, a home page, an app
    BLOCKED = "blocked"  # refused by the site, or by our own guard
    UNREACHABLE = "unreachable"  # DNS, TLS, timeout
    UNSUPPORTED = "unsupported"  # a kind of file that no reader knows


class BlockKind(StrEnum):
    """What a stretch of an article's text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    QUOTE = "quote"
    CAPTION = "caption"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Url:
    """A public web address as a person or a feed gave it."""

    url: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was pasted or piped."""

    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file that was sent: its name, its MIME type where known, its bytes."""

    name: str
    mime: str | None
    data: bytes


Source = Url | Text | File


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `Article.text`, in code points; `end` is one past the last."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A text that was read, with the facts that were found beside it; absent facts are None.

    `key` is the canonical URL, else a hash of the text. Empty `blocks` mean that all is paragraphs.
    """

    text: str
    key: str = ""
    url: str | None = None
    title: str | None = None
    blocks: tuple[Block, ...] = ()
    language: str | None = None
    site: str | None = None
    author: str | None = None
    published: datetime | None = None
    outcome: Outcome = Outcome.OK


@dataclass(frozen=True, slots=True)
class Options:
    """How to condense.

    `sentences` is 1 to 12; `words`, where given, is the most that all bullets may hold together.
    `language` is an ISO 639-1 code; None means the article's own, or what its text looks like.
    """

    method: str = "nutgraf"
    sentences: int = 5
    words: int | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Bullet:
    """A run of an article's text, word for word.

    `spans` are (start, end) in code points of `Article.text`; `source` is `Article.key`.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    source: str

    @property
    def position(self) -> int:
        """Where in `Article.text` the bullet begins."""
        return self.spans[0][0]


@dataclass(frozen=True, slots=True)
class Summary:
    """An article's bullets in its own order; words are counted before and after."""

    article: Article
    bullets: tuple[Bullet, ...]
    method: str
    language: str | None
    outcome: Outcome
    words_before: int
    words_after: int


@dataclass(frozen=True, slots=True)
class Story:
    """One event as several articles tell of it; each bullet knows its source."""

    lead: Article
    others: tuple[Article, ...] = ()
    bullets: tuple[Bullet, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed. `guid` tells it apart from the feed's others."""

    guid: str
    url: str | None = None
    title: str | None = None
    text: str | None = None
    author: str | None = None
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed as it was parsed; `entries` are in the feed's own order, and one that stands there twice is there twice.

    `ttl` (minutes), `skip_hours` (0 to 23, UTC) and `skip_days` (Monday is 0) are what it asks of those who poll it.
    """

    title: str | None
    entries: tuple[Entry, ...]
    site: str | None = None
    language: str | None = None
    ttl: int | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
