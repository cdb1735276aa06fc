"""E-mail to articles."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from itertools import groupby

from summarizer.article.blocks import Piece, article_from, fact, first_pieces, in_utc
from summarizer.article.damage import named_errors
from summarizer.article.html import read_html
from summarizer.article.markup import plain_text
from summarizer.article.plain import decode, plain_pieces
from summarizer.errors import NotReadable, TooHeavy
from summarizer.limits import LIMITS
from summarizer.types import Article, BlockKind

_HEADER_CHARS = 8 * LIMITS.title_chars  # of a header, coded; parsers of headers are quadratic
_SIGNED = re.compile(r"^-- ?$", re.MULTILINE)
_CHARSET = re.compile(
    r"utf|us-ascii|iso|latin|windows|cp\d|koi8|mac|gb|hz|big5|shift|euc|ks_?c|tis"
)  # others take time
_QUOTED = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)


def read_mail(data: bytes, url: str | None = None) -> Article:
    """The article in an e-mail: its plain text where it has one, else its page; its subject is the title.

    Raises:
        NotReadable: `no_text`, it has neither, or no words; `damaged`, it is broken.
        TooHeavy: it has more parts than may be read, or too long a text.
    """
    if len(re.findall(rb"(?im)^Content-Type:", data)) > LIMITS.mail_parts:
        raise TooHeavy("too_heavy")
    with named_errors():
        message = message_from_bytes(data)
        bodies = {part.get_content_type(): part for part in reversed(list(_bodies(message)))}
    title = fact(_decoded(_raw(message, "subject")), LIMITS.title_chars)
    author, published = fact(_author(message), LIMITS.author_chars), in_utc(_date(message))
    text = _text(bodies["text/plain"]) if "text/plain" in bodies else ""
    if not re.search(r"\w", text) and "text/html" in bodies:
        page = _page(_text(bodies["text/html"]), url)
        return replace(page, title=title or page.title, author=author, published=published)
    pieces, cut = first_pieces(_pieces(text))
    return article_from(pieces, url, title, author, published, partial=cut)


def _bodies(message: Message) -> Iterator[Message]:
    """What is to be read of it: texts that are no attachments."""
    for part in message.walk():
        attached = part.get_filename() or part.get_content_disposition() == "attachment"
        if part.get_content_type() in {"text/plain", "text/html"} and not attached:
            yield part


def _text(part: Message) -> str:
    """A part's text in the encoding that it says, else in the one that it looks like."""
    with named_errors():
        payload = part.get_payload(decode=True)
        charset = str(part.get_content_charset() or "")
    data = payload if isinstance(payload, bytes) else b""
    with suppress(LookupError, UnicodeError):
        return data.decode(charset if _CHARSET.match(charset) else "utf-8")
    return decode(data)


def _page(html: str, url: str | None) -> Article:
    """The article of a page; a mail of two lines is one as well."""
    try:
        return read_html(html, url)
    except NotReadable:
        return article_from(list(plain_pieces(plain_text(html[: LIMITS.entry_chars]))), url)


def _pieces(text: str) -> Iterator[Piece]:
    """Its paragraphs without the signature; what it quotes of other mail is a quote."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    body = _SIGNED.split(lines, maxsplit=1)[0]
    runs = groupby((body if body.strip() else lines).split("\n"), lambda line: bool(_QUOTED.match(line)))
    for quoted, run in runs:
        for kind, piece in plain_pieces(_QUOTED.sub("", "\n".join(run)) if quoted else "\n".join(run)):
            yield (BlockKind.QUOTE if quoted else kind), piece


def _raw(message: Message, name: str) -> str:
    """A header as it was sent; letters that are not coded, as mail of today has them, are UTF-8."""
    found = (value for key, value in message.raw_items() if key.lower() == name)
    raw = str(next(found, ""))[:_HEADER_CHARS]
    return " ".join(raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace").split())


def _decoded(raw: str) -> str:
    with suppress(NotReadable), named_errors():
        return str(make_header(decode_header(raw)))
    return raw


def _author(message: Message) -> str | None:
    """The name of the sender, else the address."""
    with suppress(NotReadable, TooHeavy), named_errors():
        name, address = parseaddr(_raw(message, "from"))
        return _decoded(name) or address
    return None


def _date(message: Message) -> datetime | None:
    with suppress(NotReadable), named_errors():
        return parsedate_to_datetime(_raw(message, "date"))
    return None
