"""Files and texts to articles: which reader takes which kind of file."""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath

from summarizer.article.blocks import Piece, compose, key_of
from summarizer.article.html import read_html
from summarizer.errors import NotReadable, TooHeavy
from summarizer.language.detect import detect
from summarizer.limits import LIMITS
from summarizer.links import host_of
from summarizer.types import Article, BlockKind, File, Outcome

HEADING_CHARS = 100  # a line that is longer is no heading, whatever it ends in
WRAP_CHARS = 100  # mail and terminals wrap lines at 72 to 80
_ENDINGS = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".log": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
}
_END = re.compile(r"""[.!?…:;,。！？][\s"'”’»)\]*_]*$""")  # noqa: RUF001 - full-width and typographic signs are meant
_MARKED = re.compile(r"^(?P<hash>#{1,6})\s+|^(?P<bullet>[-*+•]|\d{1,3}[.)])\s+|^(?P<quote>>)\s*")
_INLINE = re.compile(
    r"!?\[([^\]\n]*)\]\([^)\n]*\)|(?<![\w*])[*_]{1,3}([^\s*_](?:[^*_\n]*[^\s*_])?)[*_]{1,3}(?!\w)|`([^`\n]+)`"
)


def read_document(file: File, url: str | None = None) -> Article:
    """The article in a file, which came from `url` where that is known.

    Its kind is told by MIME type, else by its name, else by a look at it.

    Raises:
        NotReadable: `unsupported` for a kind that no reader knows, `no_text` for a file without words.
    """
    return READERS[_kind(file)](file.data, url)


def read_text(text: str, title: str | None = None) -> Article:
    """The article in a plain text: empty lines or line ends part its paragraphs, short lines are headings."""
    return _article(list(_plain_pieces(text)), title)


def _read_plain(data: bytes, url: str | None) -> Article:
    return _article(list(_plain_pieces(_decode(data))), None, url)


def _read_markdown(data: bytes, url: str | None) -> Article:
    return _article(list(_markdown_pieces(_decode(data))), None, url)


READERS: dict[str, Callable[[bytes, str | None], Article]] = {
    "text/plain": _read_plain,
    "text/markdown": _read_markdown,
    "text/html": read_html,
    "application/xhtml+xml": read_html,
}


def _kind(file: File) -> str:
    mime = (file.mime or "").split(";")[0].strip().lower()
    ending = _ENDINGS.get(PurePath(file.name).suffix.lower(), "")
    sniffed = (
        "text/html" if _looks_like_html(file.data) else "text/plain" if _looks_like_text(file.data) else ""
    )
    if mime in {"", "application/octet-stream", "text/plain"}:  # what senders say when they don't know
        mime = ending or sniffed
    if mime not in READERS or not sniffed:
        raise NotReadable("unsupported", outcome=Outcome.UNSUPPORTED)
    return mime


def _looks_like_html(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def _looks_like_text(data: bytes) -> bool:
    head = data[:4096]
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return True
    odd = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return b"\0" not in head and odd * 50 <= len(head) and not head.startswith((b"%PDF", b"PK\x03\x04"))


def _decode(data: bytes) -> str:
    if len(data) > LIMITS.html_bytes:
        raise TooHeavy("too_heavy")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - only odd files need it

        best = from_bytes(data).best()
    if best is None:
        raise NotReadable("unsupported", outcome=Outcome.UNSUPPORTED)
    return str(best)


def _article(pieces: list[Piece], title: str | None, url: str | None = None) -> Article:
    if title is None and len(pieces) > 1 and pieces[0][0] is BlockKind.HEADING:
        title = pieces[0][1]
        pieces = pieces[1:]
    text, blocks = compose(pieces)
    if not re.search(r"\w", text):
        raise NotReadable("no_text")
    if len(text) > LIMITS.text_chars:
        raise TooHeavy("too_heavy")
    title = " ".join(title.split())[: LIMITS.title_chars] if title else None
    return Article(
        text=text,
        key=key_of(url, text),
        url=url,
        title=title or None,
        blocks=blocks,
        language=detect(text),
        site=host_of(url or "") or None,
    )


def _plain_pieces(text: str) -> Iterator[Piece]:
    chunks = [
        chunk
        for chunk in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
        if chunk.strip()
    ]
    for chunk in chunks:
        lines = [line.strip() for line in chunk.split("\n") if line.strip()]
        if _is_wrapped(lines):
            lines = [" ".join(lines)]
        for line in lines:
            yield (BlockKind.HEADING if _is_heading(line) else BlockKind.PARAGRAPH, line)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines are one paragraph that was cut at a width, rather than a paragraph each."""
    lengths = [len(line) for line in lines]
    open_ends = sum(not _END.search(line) for line in lines[:-1])
    even = len(lines) > 1 and max(lengths) <= WRAP_CHARS and min(lengths[:-1]) * 2 >= max(lengths)
    return even and open_ends * 2 >= len(lines) - 1


def _is_heading(line: str) -> bool:
    return len(line) <= HEADING_CHARS and not _END.search(line)


def _markdown_pieces(text: str) -> Iterator[Piece]:
    """A paragraph each, without its marks; code and rules are left out."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text.replace("\r\n", "\n"), flags=re.DOTALL)
    text = re.sub(r"^(```|~~~).*?^\1\s*$", "", text, flags=re.DOTALL | re.MULTILINE)
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
    return _INLINE.sub(lambda found: found[1] or found[2] or found[3] or "", text)
