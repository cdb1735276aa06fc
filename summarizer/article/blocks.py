"""Pieces of an article put together: one text, and which stretch of it is what."""

import hashlib
from collections.abc import Iterable

from summarizer.links import canonical_url
from summarizer.types import Block, BlockKind

Piece = tuple[BlockKind, str]


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
