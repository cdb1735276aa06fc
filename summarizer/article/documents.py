"""Files and texts to articles: which reader takes which kind of file."""

import re
from collections.abc import Callable
from pathlib import PurePath

from summarizer.article.blocks import article_from
from summarizer.article.epub import read_epub
from summarizer.article.html import read_html
from summarizer.article.mail import read_mail
from summarizer.article.office import read_docx
from summarizer.article.pdf import read_pdf
from summarizer.article.plain import plain_pieces, read_markdown, read_plain
from summarizer.article.rtf import read_rtf
from summarizer.errors import NotReadable
from summarizer.types import Article, File, Outcome

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EPUB = "application/epub+zip"
MAIL = "message/rfc822"
PDF = "application/pdf"
RTF = "application/rtf"
_ENDINGS = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".log": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": PDF,
    ".docx": DOCX,
    ".docm": DOCX,
    ".dotx": DOCX,
    ".epub": EPUB,
    ".rtf": RTF,
    ".eml": MAIL,
}
_BINARY = frozenset({DOCX, EPUB, PDF, RTF})  # known by how they begin, whatever their sender says
_VAGUE = frozenset({"", "application/octet-stream", "text/plain"})  # what senders say when they don't know
_FEED = re.compile(
    rb"\A[^<]{0,9}(?:<[?!][^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b|\A\s*\{[^{]{0,200}jsonfeed\.org/version",
    re.IGNORECASE,
)
_MAIL_LINES = re.compile(
    rb"^(?:From|Date|Received|Message-ID|MIME-Version|Return-Path):", re.IGNORECASE | re.MULTILINE
)
_MAIL_HEAD = re.compile(rb"\A(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){3}")


def read_document(file: File, url: str | None = None) -> Article:
    """The article in a file, which came from `url` where that is known.

    Its kind is told by how it begins where that is plain, else by MIME type, else by its name.

    Raises:
        NotReadable: `unsupported` for a kind that no reader knows, `feed` for a list of articles, `no_text` for a file without words; `scanned`,
            `encrypted` and `damaged` say themselves.
        TooHeavy: it is, or unpacks to, more than may be read.
    """
    return READERS[_kind(file)](file.data, url)


def read_text(text: str, title: str | None = None) -> Article:
    """The article in a plain text: empty lines or line ends part its paragraphs, short lines are headings."""
    return article_from(list(plain_pieces(text)), title=title)


READERS: dict[str, Callable[[bytes, str | None], Article]] = {
    "text/plain": read_plain,
    "text/markdown": read_markdown,
    "text/html": read_html,
    "application/xhtml+xml": read_html,
    PDF: read_pdf,
    DOCX: read_docx,
    EPUB: read_epub,
    RTF: read_rtf,
    MAIL: read_mail,
}


def _kind(file: File) -> str:
    if _FEED.match(file.data[:4096]):
        raise NotReadable("feed")
    seen = _seen(file.data)
    mime = (file.mime or "").split(";")[0].strip().lower()
    said = ("" if mime in _VAGUE else mime, _ENDINGS.get(PurePath(file.name[-20:]).suffix.lower(), ""))
    fitting = [kind for kind in said if kind in READERS and (kind in _BINARY) == (not seen)]
    kind = seen if seen in _BINARY else next(iter([*fitting, seen]))
    known = mime in _VAGUE or mime in READERS or seen in _BINARY or bool(fitting)
    if kind not in READERS or not known:
        raise NotReadable("unsupported", outcome=Outcome.UNSUPPORTED)
    return kind


def _seen(data: bytes) -> str:
    """The kind of file that bytes look like; empty for what looks like none."""
    return next((kind for kind, looks_like in _LOOKS if looks_like(data)), "")


def _begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda data: data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(starts)


def _looks_like_text(data: bytes) -> bool:
    head = data[:4096]
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return True
    odd = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return b"\0" not in head and odd * 50 <= len(head)


_is_zip = _begins(b"PK\x03\x04")

# The first that fits.
_LOOKS: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    (PDF, lambda data: data.startswith(b"%PDF-") or b"\n%PDF-" in data[:1024]),
    (RTF, _begins(b"{\\rtf")),
    (EPUB, lambda data: _is_zip(data) and (b"META-INF/container.xml" in data or EPUB.encode() in data[:200])),
    (DOCX, lambda data: _is_zip(data) and b"word/" in data),
    ("text/html", _begins(b"<")),
    (MAIL, lambda data: bool(_MAIL_HEAD.match(data)) and len(set(_MAIL_LINES.findall(data[:8192]))) > 1),
    ("text/plain", _looks_like_text),
)
