"""EPUB to articles: chapter by chapter, in the order of its spine."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from html.entities import html5
from typing import Any
from urllib.parse import unquote

from lxml import etree

from summarizer.article.blocks import Piece, article_from, first_heading, first_pieces
from summarizer.article.damage import damaged, encrypted, named_errors
from summarizer.article.markup import check_markup
from summarizer.article.zipped import unzip
from summarizer.limits import LIMITS
from summarizer.types import Article, BlockKind

_KINDS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    "li": BlockKind.LIST,
    "dd": BlockKind.LIST,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_PARTS = (
    "address",
    "article",
    "aside",
    "body",
    "div",
    "dl",
    "dt",
    "figure",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
)
_BLOCKS = frozenset({*_KINDS, *_PARTS})
_UNSEEN = frozenset({"head", "math", "nav", "script", "style", "svg", "template"})
_NAME = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OWN = frozenset({b"amp", b"apos", b"gt", b"lt", b"quot"})  # names that XML knows by itself
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def read_epub(data: bytes, url: str | None = None) -> Article:
    """The article in an EPUB; it is `PARTIAL` where the book is longer than a text may be.

    Raises:
        NotReadable: `damaged`, it is broken; `encrypted`, its chapters are; `no_text`, it has none.
        TooHeavy: it unpacks to more than one document may hold.
    """
    files = unzip(data)
    with named_errors():
        path = _package_path(files)
        package = _xml(files[path])
        names = [name for name in _spine(package, posixpath.dirname(path)) if name in files]
        _check_locks(files, names)
        pieces, cut = first_pieces(piece for name in names for piece in _chapter(files[name]))
        title, author, date = (_stated(package, name) for name in ("title", "creator", "date"))
    return article_from(pieces, url, title or first_heading(pieces), author, _date(date), partial=cut)


def _xml(data: bytes) -> Any:  # noqa: ANN401 - lxml has no types
    """The root of an XML file; entities that it declares itself stay what they are."""
    check_markup(data, LIMITS.zip_bytes, LIMITS.html_tag_bytes)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(_NAME.sub(_by_number, data), parser)
    if root is None:
        raise damaged()
    return root


def _by_number(name: re.Match[bytes]) -> bytes:
    """An entity of HTML as numbers, which XML knows without a list of names."""
    letters = "" if name[1] in _OWN else html5.get(f"{name[1].decode()};", "")
    return "".join(f"&#{ord(letter)};" for letter in letters).encode() or name[0]


def _package_path(files: Mapping[str, bytes]) -> str:
    """Where the list of the book's files is."""
    roots = _xml(files["META-INF/container.xml"]).iterfind(".//{*}rootfile")
    path: str = next(roots).get("full-path")
    return path


def _spine(package: Any, folder: str) -> list[str]:  # noqa: ANN401 - lxml has no types
    """The names of the chapters' files in reading order, each once; a table of contents is none."""
    items = {
        item.get("id"): posixpath.normpath(
            posixpath.join(folder, unquote(item.get("href", "").partition("#")[0]))
        )
        for item in package.iterfind(".//{*}manifest/{*}item")
        if "nav" not in item.get("properties", "").split()
    }
    wanted = (
        items.get(entry.get("idref"))
        for entry in package.iterfind(".//{*}spine/{*}itemref")
        if entry.get("linear") != "no"
    )
    return list(dict.fromkeys(filter(None, wanted)))


def _check_locks(files: Mapping[str, bytes], names: list[str]) -> None:
    """Fonts may be scrambled, chapters may not."""
    locks = files.get("META-INF/encryption.xml")
    locked = (
        {unquote(each.get("URI", "")) for each in _xml(locks).iter("{*}CipherReference")} if locks else set()
    )
    if locked & set(names):
        raise encrypted()


def _chapter(data: bytes) -> Iterator[Piece]:
    """The pieces of a chapter: blocks within a list or a quote are of its kind, a table gives its rows."""
    kinds, texts = [BlockKind.PARAGRAPH], [""]
    walk = etree.iterwalk(_xml(data), events=("start", "end"))
    for event, element in walk:
        tag = etree.QName(element).localname.lower() if isinstance(element.tag, str) else "entity"
        if event == "start" and (tag in _UNSEEN or tag == "tr"):
            yield from ((BlockKind.LIST, row) for row in [_row(element)] if tag == "tr")
            walk.skip_subtree()
        elif tag in _BLOCKS:
            yield kinds[-1], texts.pop()
            texts.append("")
            if event == "start":
                kinds.append(_KINDS.get(tag, kinds[-1]))
            else:
                kinds.pop()
        texts[-1] += _around(element, event, tag)
    yield kinds[-1], texts[-1]


def _around(element: Any, event: str, tag: str) -> str:  # noqa: ANN401 - lxml has no types
    """The text that follows the beginning or the end of an element."""
    if event == "end":
        return element.tail or ""
    return "" if tag in _UNSEEN or tag in {"tr", "entity"} else " " if tag == "br" else element.text or ""


def _row(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    cells = (" ".join("".join(cell.itertext()).split()) for cell in element)
    return " | ".join(filter(None, cells))


def _stated(package: Any, name: str) -> str | None:  # noqa: ANN401 - lxml has no types
    found = package.find(f".//{{http://purl.org/dc/elements/1.1/}}{name}")
    return None if found is None else "".join(found.itertext())


def _date(text: str | None) -> datetime | None:
    """A day, or the first of a month or a year."""
    day = _DAY.match((text or "").strip())
    with suppress(ValueError):
        return day and datetime.fromisoformat("-".join((day[1], day[2] or "01", day[3] or "01")))
    return None
