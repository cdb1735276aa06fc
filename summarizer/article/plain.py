"""Plain text and Markdown to pieces."""

import re
from collections.abc import Iterator
from contextlib import suppress

from summarizer.article.blocks import Piece, article_from, sound
from summarizer.errors import NotReadable, TooHeavy
from summarizer.language.detect import detect
from summarizer.limits import LIMITS
from summarizer.types import Article, BlockKind, Outcome

HEADING_CHARS = 100  # a line that is longer is no heading, whatever it ends in
WRAP_CHARS = 100  # mail and terminals wrap lines at 72 to 80
END = re.compile(r"""[.!?…:;,。！？][\s"'”’»)\]*_]*$""")  # noqa: RUF001 - full-width and typographic signs are meant
# The code pages of Latin scripts, by what is written in them.
_LANGUAGES = {
    "cp1250": "cs hr hu pl ro sk sl sq",
    "cp1252": "ca da de en es eu fi fr ga gl id is it nl no pt sv",
    "cp1254": "tr",
    "cp1257": "et lt lv",
}
_PAGES = {code: page for page, codes in _LANGUAGES.items() for code in codes.split()}
_HALF_WIDTH = re.compile(
    r"[\uff61-\uff9f]{3}"
)  # what Russian and German look like as Shift JIS; Japanese has few
_SHIFT_JIS = ["cp932", "shift_jis", "shift_jis_2004", "shift_jisx0213"]
_MARKED = re.compile(r"^(?P<hash>#{1,6})\s+|^(?P<bullet>[-*+•]|\d{1,3}[.)])\s+|^(?P<quote>>)\s*")
# Each of them ends at the next sign of its kind, or a text of nothing else takes the square of its length.
_CODE = re.compile(r"^[ \t]*(```|~~~).*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)")
_INLINE = re.compile(r"(?<![\w*])[*_]{1,3}([^\s*_](?:[^*_]*[^\s*_])?)[*_]{1,3}(?!\w)|`([^`]+)`")


def read_plain(data: bytes, url: str | None = None) -> Article:
    """The article in a plain text of any encoding.

    Raises:
        NotReadable: `unsupported`, it is in no known encoding; `no_text`, it has no words.
        TooHeavy: it is too long.
    """
    return article_from(list(plain_pieces(decode(data))), url)


def read_markdown(data: bytes, url: str | None = None) -> Article:
    """The article in a Markdown text; raises what `read_plain` does."""
    return article_from(list(_markdown_pieces(decode(data))), url)


def decode(data: bytes) -> str:
    """Bytes as text; what is not UTF-8 is looked at for its encoding.

    Raises:
        NotReadable: `unsupported`, it is in no known encoding.
        TooHeavy: it is too long to be looked at.
    """
    if len(data) > LIMITS.html_bytes:
        raise TooHeavy("too_heavy")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> str:
    """Text in the encoding that it looks like; letters of Latin scripts look alike in all, their language tells."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only odd files need it

    best = from_bytes(data).best()
    if best and _HALF_WIDTH.search(str(best)):
        best = from_bytes(data, cp_exclusion=_SHIFT_JIS).best()
    if best is None:
        raise NotReadable("unsupported", outcome=Outcome.UNSUPPORTED)
    page = None if best.encoding.startswith(("utf", "mac")) else _PAGES.get(detect(str(best)) or "")
    with suppress(UnicodeDecodeError):
        return data.decode(page or best.encoding)
    return str(best)


def plain_pieces(text: str) -> Iterator[Piece]:
    """Its paragraphs: empty lines or line ends part them, short lines are headings."""
    chunks = [
        chunk
        for chunk in re.split(r"\n\s*\n", sound(text).replace("\r\n", "\n").replace("\r", "\n"))
        if chunk.strip()
    ]
    for chunk in chunks:
        lines = [line.strip() for line in chunk.split("\n") if line.strip()]
        if _is_wrapped(lines):
            lines = [" ".join(lines)]
        for line in lines:
            yield (BlockKind.HEADING if is_heading(line) else BlockKind.PARAGRAPH, line)


def is_heading(line: str) -> bool:
    """Whether a line that stands alone is short and ends like a heading: in no sign."""
    return len(line) <= HEADING_CHARS and not END.search(line)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines are one paragraph that was cut at a width, rather than a paragraph each."""
    lengths = [len(line) for line in lines]
    open_ends = sum(not END.search(line) for line in lines[:-1])
    even = len(lines) > 1 and max(lengths) <= WRAP_CHARS and min(lengths[:-1]) * 2 >= max(lengths)
    return even and open_ends * 2 >= len(lines) - 1


def _markdown_pieces(text: str) -> Iterator[Piece]:
    """A paragraph each, without its marks; code and rules are left out."""
    text = re.sub(r"\A---\n.*?\n---\n", "", sound(text).replace("\r\n", "\n"), flags=re.DOTALL)
    text = _CODE.sub("", text)
    text = re.sub(r"^([^\n#>-][^\n]*)\n(?:=+|-{3,})[ ]*$", r"# \1", text, flags=re.MULTILINE)
    text = re.sub(r"^[ ]*(?:[-*_][ ]*){3,}$", "", text, flags=re.MULTILINE)
    for chunk in re.split(r"\n\s*\n|\n(?=\s*(?:#{1,6}\s|[-*+•]\s|\d{1,3}[.)]\s))|(?<=\n)(?=#)", text):
        mark = _MARKED.match(chunk.strip())
        name = mark.lastgroup if mark else None
        head, _, rest = chunk.strip().partition("\n") if name == "hash" else (chunk.strip(), "", "")
        kind = {"hash": BlockKind.HEADING, "bullet": BlockKind.LIST, "quote": BlockKind.QUOTE}.get(
            name or "", BlockKind.PARAGRAPH
        )
        body = re.sub(r"^>\s?", "", head, flags=re.MULTILINE) if name == "quote" else _MARKED.sub("", head)
        yield (kind, _unmarked(body.rstrip("# ") if name == "hash" else body))
        yield (BlockKind.PARAGRAPH, _unmarked(rest))


def _unmarked(text: str) -> str:
    """A text without the marks in it; a link may hold a picture, which is why links are looked for twice."""
    line = " ".join(text.split())
    return _INLINE.sub(lambda found: found[1] or found[2], _LINK.sub(r"\1", _LINK.sub(r"\1", line)))
