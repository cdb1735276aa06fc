"""What trafilatura found of a page, in blocks: paragraphs, headings, captions, lists, quotes and code."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from summarizer.article.blocks import Piece
from summarizer.types import BlockKind

_LISTED = frozenset({"list", "item", "table", "row"})
_BLANKS = re.compile(r"\s+")
_KINDS = {"head": BlockKind.HEADING, "quote": BlockKind.QUOTE, "code": BlockKind.CODE}


def captions_of(tree: Any) -> frozenset[str]:  # noqa: ANN401 - lxml has no types
    """What stands under the page's pictures."""
    return frozenset(" ".join(each.text_content().split()) for each in tree.iter("figcaption"))


def pieces_of(body: Any, captions: frozenset[str]) -> Iterator[Piece]:  # noqa: ANN401 - lxml has no types
    """The page's blocks in order; a list gives its items, a table its rows, and what stands between them a paragraph."""
    for element in body:
        if isinstance(element.tag, str):
            yield from _block(element, captions)
        yield from ((BlockKind.PARAGRAPH, line) for line in _lines([element.tail or ""]))


def _block(element: Any, captions: frozenset[str]) -> Iterator[Piece]:  # noqa: ANN401 - lxml has no types
    if element.tag == "quote" and len(element) > 1:
        yield from ((BlockKind.QUOTE, text) for _, text in pieces_of(element, captions))
    else:
        kind = _KINDS.get(element.tag, BlockKind.PARAGRAPH)
        for line in _lines(_texts(element)):
            yield (BlockKind.CAPTION if line in captions else kind, line)
        yield from ((BlockKind.LIST, line) for row in element.iter("item", "row") for line in _row(row))


def _row(row: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """What stands in a row, cell by cell; in an item, but for the items within it, which follow by themselves."""
    cells = [" ".join("".join(cell.itertext()).split()) for cell in row.iter("cell")]
    if cells:
        yield " | ".join(filter(None, cells))
    else:
        yield from _lines(_texts(row))


def _texts(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """The pieces of text in an element, without those of lists in it; a line break is a piece of its own."""
    yield _one_blank(element.text)
    for child in element:
        if child.tag == "lb":
            yield "\n"
        elif child.tag not in _LISTED and isinstance(child.tag, str):
            yield from _texts(child)
        yield _one_blank(child.tail)


def _one_blank(text: str | None) -> str:
    return _BLANKS.sub(" ", text or "")


def _lines(texts: Iterable[str]) -> Iterator[str]:
    """The lines of a text, without those that are empty; a line that begins in small letters goes on the one before."""
    joined: list[str] = []
    for line in "".join(texts).split("\n"):
        text = " ".join(line.split())
        if text and joined and text[0].islower():
            joined[-1] += f" {text}"
        elif text:
            joined.append(text)
    yield from joined
