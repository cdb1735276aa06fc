"""One look at markup before any parser sees it, and the plain text of short pieces of it."""

import html
import re
from urllib.parse import urljoin

from summarizer.errors import TooHeavy
from summarizer.limits import LIMITS

_UNSEEN = re.compile(
    r"<(script|style|template|noscript|iframe|svg)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|table|tr|blockquote|pre|section|article|figure|figcaption)\b[^>]*>",
    re.IGNORECASE,
)
_LINE = re.compile(r"<(?:br|li|hr)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_MOST_ATTRIBUTES = 1000
_VALUE = re.compile(rb"\"[^\"]*\"|'[^']*'")
_LINK = re.compile(rb"<link\b[^>]{1,2000}>", re.IGNORECASE)
_AMP = re.compile(rb"\brel\s*=\s*[\"']?amphtml\b", re.IGNORECASE)
_ADDRESS = re.compile(rb"\bhref\s*=\s*[\"']?([^\"'\s>]{1,2000})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def check_markup(data: bytes, most: int, tag_most: int, elements_most: int = LIMITS.html_elements) -> None:
    """Refuse what would keep a parser busy: too many bytes or elements, or an endless list of attributes.

    A tag of more than `tag_most` bytes may hold one picture as text, but no thousand attributes: parsers need
    time by their square.

    Raises:
        TooHeavy: the parser would take longer than its deadline.
    """
    if len(data) > most or data.count(b"<") > elements_most:
        raise TooHeavy("too_heavy")
    for tag in re.finditer(rb"<[a-zA-Z][^<>]{%d,}" % tag_most, data):
        names = _VALUE.sub(b"", tag[0])  # a value may hold thousands of words: a picture, a page's data
        if max(len(names.split()), names.count(b"=")) > _MOST_ATTRIBUTES:
            raise TooHeavy("too_heavy")


def plain_text(markup: str) -> str:
    """What a piece of HTML says: entities are characters, paragraphs are apart by an empty line."""
    text = _UNSEEN.sub(" ", markup)
    text = re.sub(r"\s+", " ", text) if _BREAK.search(text) or _LINE.search(text) else text
    text = _LINE.sub("\n", _BREAK.sub("\n\n", text))
    text = _CONTROL.sub("", html.unescape(_TAG.sub("", text)).replace("\u00a0", " "))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip()


def one_line(markup: str | None, longest: int) -> str | None:
    """A title or a name as one line of at most `longest` characters; None when nothing is left."""
    text = " ".join(plain_text((markup or "")[: longest * 8]).split())
    return text[:longest].rstrip() or None


def plain_version(page: bytes, url: str) -> str | None:
    """The address of the page's own AMP version, or None."""
    for link in _LINK.findall(page[: LIMITS.html_bytes]):
        found = _ADDRESS.search(link)
        if found and _AMP.search(link):
            address = urljoin(url, html.unescape(found[1].decode("utf-8", "replace")).strip())
            return address if address.startswith(("http://", "https://")) and address != url else None
    return None
