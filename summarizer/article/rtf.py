"""RTF to articles, with striprtf."""

import re
from collections.abc import Iterator

from summarizer.article.blocks import Piece, article_from, first_heading, first_pieces
from summarizer.article.damage import named_errors
from summarizer.article.plain import is_heading
from summarizer.errors import TooHeavy
from summarizer.limits import LIMITS
from summarizer.types import Article, BlockKind

_FONTS_MOST = 256 * 1024  # characters; judgement: Word writes 100 KB for its themes
_FONTS = "\\fonttbl"
_PICTURE = re.compile(r"[0-9A-Fa-f\s]{300,}")  # no prose has so many letters up to F in a row
_FONT = re.compile(r"\\f(\d{1,5})(?!\d)")
_CHARSET = re.compile(r"\\fcharset(\d{1,3})(?!\d)")
_CODEPAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_BULLET = re.compile(r"^(?:[•·▪◦\uf0b7]|[-–o*]|\d{1,3}[.)])\t")  # noqa: RUF001 - dashes


def read_rtf(data: bytes, url: str | None = None) -> Article:
    """The article in an RTF file; it is `PARTIAL` where it is longer than a text may be.

    Raises:
        NotReadable: `damaged`, it is broken; `no_text`, it has no words.
        TooHeavy: it is larger than may be read.
    """
    source = _PICTURE.sub("", _decoded(data))
    if len(source) > LIMITS.rtf_bytes:
        raise TooHeavy("too_heavy")
    pieces, cut = first_pieces(_pieces(_plain(source)))
    title = _stated(source, "title") or first_heading(pieces)
    return article_from(pieces, url, title, _stated(source, "author"), partial=cut)


def _decoded(data: bytes) -> str:
    """RTF is ASCII; where it is not, it is UTF-8 or in the code page that it names."""
    page = _CODEPAGE.search(data[:4096])
    for encoding in ("utf-8", f"cp{page[1].decode()}" if page else "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def _plain(source: str) -> str:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - only RTF needs it

    with named_errors():
        text: str = rtf_to_text(_tamed(source), errors="replace")  # type: ignore[no-untyped-call]  # it has no types
        return text


def _tamed(source: str) -> str:
    r"""The source without what striprtf's regular expressions need the square of its length for.

    A link is kept as its text: with a blank behind `\fldinst` the library does not see it. The table of fonts is
    written anew, as nothing but numbers, and what was in it goes to a group that is not read.
    """
    head, mark, tail = re.sub(r"(?i)(\\fldinst)\{", r"\1 {", source).partition(_FONTS)
    fonts = "".join(_fonts(tail[:_FONTS_MOST]))
    return head + (f"{_FONTS}{fonts}}}{{\\falt" if mark else "") + tail.replace(_FONTS, "\\falt")


def _fonts(table: str) -> Iterator[str]:
    for entry in table.split(";"):
        font, charset = _FONT.search(entry), _CHARSET.search(entry)
        if font and charset:
            yield f"\\f{font[1]}\\fcharset{charset[1]} x;"


def _pieces(text: str) -> Iterator[Piece]:
    """A paragraph a line; cells of a table stand between bars."""
    for line in (line.strip(" ") for line in text.split("\n")):
        if line.endswith("|"):
            yield BlockKind.LIST, " | ".join(cell.strip() for cell in line.split("|") if cell.strip())
        elif _BULLET.match(line):
            yield BlockKind.LIST, _BULLET.sub("", line)
        elif line.strip():
            yield (BlockKind.HEADING if is_heading(line.strip()) else BlockKind.PARAGRAPH), line


def _stated(source: str, name: str) -> str | None:
    r"""What the file says about itself, as in `{\title A flood}`."""
    found = re.search(rf"\{{\\{name} ([^{{}}]{{1,2000}})\}}", source[: _FONTS_MOST * 2])
    page = re.search(r"\\ansicpg\d+", source[:4096])
    return _plain(f"{{\\rtf1{page[0] if page else ''} {found[1]}}}") if found else None
