"""Long texts in parts that Telegram takes, cut where a reader would cut."""

from collections.abc import Iterable
from dataclasses import replace

import regex  # type: ignore[import-untyped] # it ships no types

from bot.messages.foreign import paired
from bot.messages.rich import Entity, Rich, border, points, units

# The Bot API counts code points after parsing; UTF-16 units are the stricter reading. More than 100 entities are ignored.
MAX_UNITS = 4096
MAX_ENTITIES = 100
# White space that may go at a cut; what carries a mark is part of a sign.
_WHOLE = r"(?!\p{GCB=Extend}|\p{GCB=ZWJ}|\p{GCB=SpacingMark})"
_GAP = rf"(?:\r?\n|\s{_WHOLE})"
_BORDERS = tuple(
    map(
        regex.compile,
        (
            r"\n++",
            rf"(?<=[.!?…\uff01\uff1f]){_GAP}++|[。\uff01\uff1f][」』）”]*+{_WHOLE}{_GAP}*+",  # noqa: RUF001 - CJK
            rf"{_GAP}++",
        ),
    )
)
_LEADING_GAP = regex.compile(rf"{_GAP}*+")


def pack(pieces: Iterable[Rich], gap: str = "\n\n") -> tuple[Rich, ...]:
    """The pieces joined into as few parts as they fit in, in their order; a piece that fits in no part is cut."""
    parts: list[Rich] = []
    for piece in pieces:
        for chunk in split(piece):
            joined = parts[-1] + gap + chunk if parts else chunk
            if parts and _fits(joined, MAX_UNITS):
                parts[-1] = joined
            else:
                parts.append(chunk)
    return tuple(parts)


def split(body: Rich, most: int = MAX_UNITS) -> tuple[Rich, ...]:
    """The text cut at line, sentence or word borders, entities cut along with it.

    Parts that would be empty are left out, but of an empty text one is left. Half a sign becomes a replacement character.
    """
    body = _shallow(Rich(paired(body.text), body.entities))
    parts = []
    while not _fits(body, most):
        head, tail = _cut(body, _border(body, most))
        parts.append(head)
        body = _shallow(tail)
    parts.append(body)
    return tuple(part for part in parts if part.text.strip()) or (Rich(),)


def _fits(body: Rich, most: int) -> bool:
    return len(body) <= most and len(body.entities) <= MAX_ENTITIES


def _shallow(body: Rich) -> Rich:
    """Not more entities at the very beginning than a part may have, so that a cut can always be found."""
    if len(body.entities) <= MAX_ENTITIES:
        return body
    opening = [entity for entity in body.entities if entity.offset == 0]
    gone = set(map(id, opening[MAX_ENTITIES:]))
    return Rich(body.text, tuple(entity for entity in body.entities if id(entity) not in gone))


def _border(body: Rich, most: int) -> int:
    """Where to cut, in code points: the last good border before a limit."""
    limit = most
    if len(body.entities) > MAX_ENTITIES:
        limit = min(limit, sorted(entity.offset for entity in body.entities)[MAX_ENTITIES])
    end = border(body.text, limit) or points(body.text, limit) or 1
    for pattern in _BORDERS:
        found: list[int] = [
            match.end() for match in pattern.finditer(body.text, 0, end) if match.start() > end // 4
        ]
        if found:
            return found[-1]
    return end


def _cut(body: Rich, at: int) -> tuple[Rich, Rich]:
    text = body.text
    head, tail = text[:at].rstrip(), text[_LEADING_GAP.match(text, at).end() :]
    whole, start = units(text), units(text[: len(text) - len(tail)])
    return (
        Rich(head, _inside(body.entities, 0, units(head))),
        Rich(tail, _inside(body.entities, start, whole)),
    )


def _inside(entities: tuple[Entity, ...], start: int, end: int) -> tuple[Entity, ...]:
    kept = []
    for entity in entities:
        first, last = max(entity.offset, start), min(entity.offset + entity.length, end)
        if first < last:
            kept.append(replace(entity, offset=first - start, length=last - first))
    return tuple(kept)
