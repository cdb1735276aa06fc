"""Pieces of an article put together: one text, and which stretch of it is what."""

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, datetime

from summarizer.errors import NotReadable, TooHeavy
from summarizer.language.detect import detect
from summarizer.limits import LIMITS
from summarizer.links import canonical_url, host_of
from summarizer.types import Article, Block, BlockKind, Outcome

Piece = tuple[BlockKind, str]
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\xad\ufeff\ufffe\uffff]")
_HALVES = re.compile(r"[\ud800-\udfff]")


def compose(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text of all pieces, an empty line between any two, and a block for each; empty pieces are left out."""
    parts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for kind, raw in pieces:
        part = " ".join(raw.split())
        if part:
            parts.append(part)
            blocks.append(Block(kind, start, start + len(part)))
            start += len(part) + 2
    return "\n\n".join(parts), tuple(blocks)


def key_of(url: str | None, text: str) -> str:
    """What tells an article apart from all others: its canonical address, else a hash of its text."""
    return canonical_url(url) if url else hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def article_from(
    pieces: list[Piece],
    url: str | None = None,
    title: str | None = None,
    author: str | None = None,
    published: datetime | None = None,
    *,
    partial: bool = False,
) -> Article:
    """The article that a file's pieces make; without a title, a heading that they begin with is it.

    A time without a zone is taken for UTC; `partial` says that something was left out.

    Raises:
        NotReadable: `no_text`, there is no word in them.
        TooHeavy: they are longer than a text may be.
    """
    title, pieces = _titled(pieces, fact(title, LIMITS.title_chars))
    text, blocks = compose(pieces)
    if not re.search(r"\w", text):
        raise NotReadable("no_text")
    if len(text) > LIMITS.text_chars:
        raise TooHeavy("too_heavy")
    return Article(
        text=text,
        key=key_of(url, text),
        url=url,
        title=title,
        blocks=blocks,
        language=detect(text),
        site=host_of(url or "") or None,
        author=fact(author, LIMITS.author_chars),
        published=in_utc(published),
        outcome=Outcome.PARTIAL if partial else Outcome.OK,
    )


def first_pieces(pieces: Iterable[Piece]) -> tuple[list[Piece], bool]:
    """As many pieces as one text may hold, cleaned of what no reader sees; and whether any were left out."""
    kept: list[Piece] = []
    room = LIMITS.text_chars
    for kind, raw in pieces:
        text = sound(raw).strip()
        if not text:
            continue
        room -= len(text) + 2
        if room < 0:
            return kept, True
        kept.append((kind, text))
    return kept, False


def first_heading(pieces: Iterable[Piece]) -> str | None:
    """The first heading among them, wherever it stands."""
    return next((text for kind, text in pieces if kind is BlockKind.HEADING and text.strip()), None)


def sound(text: str) -> str:
    """A text without control characters and soft hyphens, whose halves of letters are whole again."""
    if _HALVES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _UNSEEN.sub("", text)


def fact(text: str | None, longest: int) -> str | None:
    """A title or a name as one line of at most `longest` characters; None where nothing is left."""
    return " ".join(sound((text or "")[: longest * 8]).split())[:longest].rstrip() or None


def _titled(pieces: list[Piece], title: str | None) -> tuple[str | None, list[Piece]]:
    """The title, and the pieces without a first heading that says the same."""
    if len(pieces) < 2 or pieces[0][0] is not BlockKind.HEADING:
        return title, pieces
    first = fact(pieces[0][1], LIMITS.title_chars)
    same = title is None or (first or "").casefold() == title.casefold()
    return (title or first, pieces[1:]) if same else (title, pieces)


def in_utc(when: datetime | None) -> datetime | None:
    """A time in UTC, which one without a zone is taken to be in."""
    if when is None or when.tzinfo is None:
        return when and when.replace(tzinfo=UTC)
    try:
        return when.astimezone(UTC)
    except OverflowError:  # a zone at the edge of the calendar
        return None
