"""Long texts in parts that Telegram takes, cut where a reader would cut."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.messages.rich import Entity, Rich, units

# The Bot API counts code points after parsing; UTF-16 units are the stricter reading. More than 100 entities are ignored.
MAX_UNITS = 4096
MAX_ENTITIES = 100
_BORDERS = (r"\n+", r"(?<=[.!?…。\uff01\uff1f])\s+", r"\s+")


def pack(pieces: Iterable[Rich], gap: str = "\n\n") -> tuple[Rich, ...]:
    """The pieces joined into as few parts as they fit in, in their order; a piece that fits in no part is cut."""
    parts: list[Rich] = []
    for piece in pieces:
        for chunk in split(piece):
            joined = parts[-1] + gap + chunk if parts else chunk
            if parts and _fits(joined):
                parts[-1] = joined
            else:
                parts.append(chunk)
    return tuple(parts)


def split(body: Rich) -> tuple[Rich, ...]:
    """The text cut at line, sentence or word borders, entities cut along with it."""
    parts = []
    while not _fits(body):
        at = _border(body)
        head, body = _cut(body, at)
        parts.append(head)
    return (*parts, body) if body.text or not parts else tuple(parts)


def _fits(body: Rich) -> bool:
    return len(body) <= MAX_UNITS and len(body.entities) <= MAX_ENTITIES


def _border(body: Rich) -> int:
    """Where to cut, in code points: the last good border before a limit."""
    limit = MAX_UNITS
    if len(body.entities) > MAX_ENTITIES:
        limit = min(limit, sorted(entity.offset for entity in body.entities)[MAX_ENTITIES])
    end = _points(body.text, max(limit, 1))
    for pattern in _BORDERS:
        if found := [
            match.end() for match in re.finditer(pattern, body.text[:end]) if match.start() > end // 4
        ]:
            return found[-1]
    return end


def _points(text: str, limit: int) -> int:
    """How many code points fit in so many UTF-16 units, at least one, and never half of a joined sign."""
    count = used = 0
    for char in text:
        used += 2 if ord(char) > 0xFFFF else 1
        if used > limit:
            break
        count += 1
    while count > 1 and count < len(text) and (text[count] in "\u200d\ufe0f" or text[count - 1] == "\u200d"):
        count -= 1
    return max(count, 1)


def _cut(body: Rich, at: int) -> tuple[Rich, Rich]:
    head, tail = body.text[:at].rstrip(), body.text[at:].lstrip()
    start = units(body.text[: len(body.text) - len(tail)])
    return Rich(head, _inside(body.entities, 0, units(head))), Rich(
        tail, _inside(body.entities, start, units(body.text))
    )


def _inside(entities: tuple[Entity, ...], start: int, end: int) -> tuple[Entity, ...]:
    kept = []
    for entity in entities:
        first, last = max(entity.offset, start), min(entity.offset + entity.length, end)
        if first < last:
            kept.append(replace(entity, offset=first - start, length=last - first))
    return tuple(kept)
