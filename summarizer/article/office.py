"""Word documents to articles, with python-docx."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from lxml import etree

from summarizer.article.blocks import Piece, article_from, first_heading, first_pieces
from summarizer.article.damage import encrypted, named_errors
from summarizer.article.markup import check_markup
from summarizer.article.zipped import rezip, unzip
from summarizer.errors import NotReadable
from summarizer.limits import LIMITS
from summarizer.types import Article, BlockKind, Outcome

if TYPE_CHECKING:
    from docx.document import Document

# By the first word of a style's name, which Word writes in English whatever language it shows.
_STYLES = {
    "title": BlockKind.HEADING,
    "subtitle": BlockKind.HEADING,
    "heading": BlockKind.HEADING,
    "list": BlockKind.LIST,
    "quote": BlockKind.QUOTE,
    "intense": BlockKind.QUOTE,
    "caption": BlockKind.CAPTION,
}
_NEVER = frozenset({"toc", "table"})  # the lists of contents and of figures
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL = (f"{_W}{name}" for name in ("p", "tbl", "tr", "tc"))
_TEXT = {f"{_W}t": None, f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
_ASIDE = (
    f"{_W}drawing",
    f"{_W}pict",
    f"{_W}moveFrom",  # what a tracked change moved stands a second time where it was moved to
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
)
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KIN = re.compile(  # documents with macros, and templates: python-docx opens them under the name of the plain ones
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml"
)
_OLE = b"\xd0\xcf\x11\xe0"  # what Word wraps a document in that has a password
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_DEPTH = 10  # styles that each build on the next; judgement


def read_docx(data: bytes, url: str | None = None) -> Article:
    """The article in a Word document; it is `PARTIAL` where it is longer than a text may be.

    Raises:
        NotReadable: `damaged`, it is broken; `encrypted`, it needs a password; `no_text`, it has no words;
            `unsupported`, it is of the kind before 2007.
        TooHeavy: it unpacks to more than one document may hold.
    """
    if data.startswith(_OLE):
        raise encrypted() if _PACKAGE in data else NotReadable("unsupported", outcome=Outcome.UNSUPPORTED)
    files = unzip(data)
    for name, content in files.items():
        if name.endswith((".xml", ".rels")):
            check_markup(content, LIMITS.zip_bytes, LIMITS.html_tag_bytes, LIMITS.docx_elements)
    with named_errors():
        document = _opened(files)
        pieces, cut = first_pieces(_pieces(document))
        title, author, created = _facts(document) if "docProps/core.xml" in files else (None, None, None)
    return article_from(pieces, url, title or first_heading(pieces), author, created, partial=cut)


def _opened(files: dict[str, bytes]) -> "Document":
    import docx  # noqa: PLC0415 - a tenth of a second that only Word documents need

    name = "[Content_Types].xml"
    return docx.Document(rezip({**files, name: _KIN.sub(_MAIN, files[name])}))


def _facts(document: "Document") -> tuple[str | None, str | None, datetime | None]:
    """The title, the author and the time of writing that the document states."""
    facts = document.core_properties
    return facts.title, facts.author, facts.created


def _pieces(document: "Document") -> Iterator[Piece]:
    """Its paragraphs by their styles and its tables row by row, without boxes beside the text and what moved."""
    body = document.element.body
    for aside in list(body.iter(*_ASIDE)):
        aside.getparent().remove(aside)
    kinds = _kinds(document)
    walk = etree.iterwalk(body, events=("start",), tag=(_PARAGRAPH, _TABLE))
    for _, element in walk:
        walk.skip_subtree()
        if element.tag == _TABLE:
            yield from ((BlockKind.LIST, row) for row in _rows(element))
        else:
            kind = kinds.get(element.style, BlockKind.PARAGRAPH)
            listed = kind is BlockKind.PARAGRAPH and element.find(f"{_W}pPr/{_W}numPr") is not None
            if kind:
                yield (BlockKind.LIST if listed else kind), _text(element)


def _kinds(document: "Document") -> dict[str | None, BlockKind | None]:
    """What the paragraphs of a style are, by its id; None for those that are left out."""
    return {style.style_id: _kind(style) for style in document.styles}


def _kind(style: Any) -> BlockKind | None:  # noqa: ANN401 - a style of any of four classes
    """By its name, else by the style that it builds on."""
    for _ in range(_DEPTH):
        first = ((style.name or "").lower().split() or [""])[0]
        if first in _STYLES or first in _NEVER:
            return _STYLES.get(first)
        style = getattr(style, "base_style", None)
        if style is None:
            break
    return BlockKind.PARAGRAPH


def _rows(table: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    for row in _own(table, _ROW):
        cells = (" ".join(_text(cell).split()) for cell in _own(row, _CELL))
        yield " | ".join(filter(None, cells))


def _own(outer: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types
    """A table's rows or a row's cells, also those in controls, but not those of tables within it."""
    return (each for each in outer.iter(tag) if next(each.iterancestors(outer.tag)) is outer)


def _text(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    """What is written in it, without what was struck out; paragraphs within it are apart by a blank."""
    parts = (
        _TEXT.get(each.tag) or each.text or "" if each.tag in _TEXT else " "
        for each in element.iter(_PARAGRAPH, *_TEXT)
    )
    return "".join(parts)
