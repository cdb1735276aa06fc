"""Text with entities, put together from pieces; nothing is ever parsed as markup, so no title can break a message.

Offsets and lengths are in UTF-16 code units, as Telegram counts them.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from itertools import accumulate
from typing import Any, Self

import regex  # type: ignore[import-untyped] # it ships no types

from bot.locale import Translator
from bot.messages import foreign

# Everything that composes messages takes it from here.
clean = foreign.clean

_CLUSTER = regex.compile(r"\X")


def units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """The text in at most so many UTF-16 units; where something is left out it ends with an ellipsis, never within a sign."""
    if units(text) <= most:
        return text
    return text[: border(text, most - 1)].rstrip() + "…"


def border(text: str, most: int) -> int:
    """How many code points come before the last border of signs within so many UTF-16 units; 0 where the first is longer.

    A sign is what a reader takes for one: a letter with its marks, a family, a flag (Unicode TR29, grapheme clusters).
    """
    end = points(text, most)
    start = text.rfind("\n", 0, end) + 1  # there always is a border
    found = start
    for cluster in _CLUSTER.finditer(text, start, end + 1):
        if cluster.end() <= end:
            found = cluster.end()
    return found


def points(text: str, most: int) -> int:
    """How many code points fit in so many UTF-16 units."""
    used = 0
    for at, char in enumerate(text):
        used += 2 if char > "\uffff" else 1
        if used > most:
            return at
    return len(text)


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of text with a look; `kind` is Telegram's name of it."""

    kind: str
    offset: int
    length: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Rich:
    """A text and what its stretches look like."""

    text: str = ""
    entities: tuple[Entity, ...] = ()

    def __add__(self, other: "Rich | str") -> "Rich":
        """This, and the other behind it."""
        other = rich(other)
        shift = units(self.text)
        moved = tuple(replace(entity, offset=entity.offset + shift) for entity in other.entities)
        return Rich(self.text + other.text, self.entities + moved)

    def __len__(self) -> int:
        """The length in UTF-16 code units."""
        return units(self.text)


def rich(value: Rich | str) -> Rich:
    """Plain text as Rich."""
    return value if isinstance(value, Rich) else Rich(value)


def _wrap(kind: str, inner: Rich | str, url: str | None = None) -> Rich:
    inner = rich(inner)
    if not inner.text:
        return inner
    return Rich(inner.text, (Entity(kind, 0, len(inner), url), *inner.entities))


def bold(inner: Rich | str) -> Rich:
    """Strong text."""
    return _wrap("bold", inner)


def code(inner: str) -> Rich:
    """Text to copy."""
    return _wrap("code", inner)


def italic(inner: Rich | str) -> Rich:
    """Text that stands aside."""
    return _wrap("italic", inner)


def link(inner: Rich | str, url: str | None) -> Rich:
    """Text that opens a web address; plain where there is none, or one of another kind."""
    return _wrap("text_link", inner, url) if url and re.match("https?://", url) else rich(inner)


def quote(inner: Rich | str) -> Rich:
    """A block that opens when touched."""
    return _wrap("expandable_blockquote", inner)


def join(separator: str, pieces: Iterable[Rich | str]) -> Rich:
    """The pieces in their order with the separator between; empty pieces fall away."""
    kept = [piece for piece in map(rich, pieces) if piece.text]
    starts = accumulate((len(piece) + units(separator) for piece in kept), initial=0)
    entities = [
        replace(entity, offset=entity.offset + start)
        for start, piece in zip(starts, kept, strict=False)
        for entity in piece.entities
    ]
    return Rich(separator.join(piece.text for piece in kept), tuple(entities))


_HOLE = re.compile(r"\{(\w+)\}")


def fill(tr: Translator, text: str, /, **values: Rich | str | int) -> Rich:
    """A text in somebody's language, its `{values}` filled in, each with its own look."""
    whole, end = Rich(), 0
    template = tr.plain(text)
    for hole in _HOLE.finditer(template):
        value = values[hole[1]]
        shown = tr.number(value) if isinstance(value, int) else isolated(tr, value)
        whole, end = whole + template[end : hole.start()] + shown, hole.end()
    return whole + template[end:]


def isolated(tr: Translator, value: Rich | str) -> Rich:
    """The same with a look."""
    value = rich(value)
    start, text, end = tr.isolated(value.text).partition(value.text) if value.text else ("", "", "")
    return Rich(start) + Rich(text, value.entities) + end


@dataclass(frozen=True, slots=True)
class Button:
    """A key under a message: `action` comes back when it is pressed (at most 40 bytes), `url` opens.

    `about` is the chat that it acts on, where that is another than the one that its message is about.
    """

    label: str
    action: str | None = None
    url: str | None = None
    about: int | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """A message ready to be sent; with a file its body is the caption. `preview` is the page that is shown with it."""

    body: Rich
    buttons: Rows = ()
    file: Attachment | None = None
    preview: str | None = None

    def dump(self) -> str:
        """As JSON, for a row."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def load(cls, dumped: str) -> Self:
        """From what `dump` gave."""
        data: dict[str, Any] = json.loads(dumped)
        entities = tuple(Entity(**entity) for entity in data["body"]["entities"])
        buttons = tuple(tuple(Button(**button) for button in row) for row in data["buttons"])
        return cls(Rich(data["body"]["text"], entities), buttons, preview=data.get("preview"))
