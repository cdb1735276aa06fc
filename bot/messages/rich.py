"""Text with entities, put together from pieces; nothing is ever parsed as markup, so no title can break a message.

Offsets and lengths are in UTF-16 code units, as Telegram counts them.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

# Marks that turn the direction of what follows: a title must not reach out of its line.
_BIDI = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))

_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})


def units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def clean(text: str) -> str:
    """One line of somebody else's text, without control, direction and unpaired surrogate characters."""
    shown = (
        char if char.isspace() or unicodedata.category(char) not in _UNSEEN else ""
        for char in text.translate(_BIDI)
    )
    return " ".join("".join(shown).split())


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
    whole = Rich()
    for piece in map(rich, pieces):
        if piece.text:
            whole = whole + separator + piece if whole.text else piece
    return whole


@dataclass(frozen=True, slots=True)
class Button:
    """A key under a message: `action` comes back when it is pressed (1 to 64 bytes), `url` opens."""

    label: str
    action: str | None = None
    url: str | None = None


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
