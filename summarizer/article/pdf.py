"""PDF to articles, with pypdf."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from summarizer.article.blocks import article_from, first_heading, first_pieces
from summarizer.article.damage import damaged, encrypted, named_errors
from summarizer.article.pdf_lines import largest, pieces_of
from summarizer.article.pdf_page import Page, lines_of
from summarizer.errors import NotReadable, TooHeavy
from summarizer.limits import LIMITS
from summarizer.types import Article, Outcome

if TYPE_CHECKING:
    from pypdf import PdfReader

_FILE_NAME = re.compile(r"^untitled|\.[a-z]{2,5}$", re.IGNORECASE)


def read_pdf(data: bytes, url: str | None = None) -> Article:
    """The article in a PDF; it is `PARTIAL` where pages are too many, or some cannot be read.

    Raises:
        NotReadable: `scanned`, its pages are pictures; `encrypted`, it needs a password; `damaged`, it is broken.
        TooHeavy: it unpacks to more than one document may hold.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of each oddity of a stranger's file
    locked = b"/Encrypt" in data
    with _named(locked):
        reader, count = _opened(data)
    pages = [_page(reader, number, locked) for number in range(min(count, LIMITS.pdf_pages))]
    read = [page for page in pages if page is not None]
    if not read:
        raise damaged()
    pieces, cut = first_pieces(pieces_of(read))
    if not any(letter.isalnum() for _, text in pieces for letter in text):
        raise NotReadable("scanned", outcome=Outcome.UNSUPPORTED)
    return article_from(
        pieces,
        url,
        _title(reader) or largest(read[0]) or first_heading(pieces),
        _fact(reader, "author"),
        _date(reader),
        partial=cut or count > len(read),
    )


@contextmanager
def _named(locked: bool) -> Iterator[None]:
    """Within it, what pypdf raises gets a name of ours; `locked` says that the file has to do with passwords."""
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError  # noqa: PLC0415 - see below

    with named_errors():
        try:
            yield
        except LimitReachedError:
            raise TooHeavy("too_heavy") from None
        except (
            FileNotDecryptedError,
            DependencyError,
            NotImplementedError,
        ):  # a cipher that is not installed
            raise (encrypted() if locked else damaged()) from None


def _opened(data: bytes) -> tuple["PdfReader", int]:
    from pypdf import PdfReader  # noqa: PLC0415 - a fifth of a second that only PDF needs

    reader = PdfReader(BytesIO(data))
    return reader, len(reader.pages)


def _page(reader: "PdfReader", number: int, locked: bool) -> Page | None:
    """The lines of a page; None where it is broken, as the others may not be."""
    try:
        with _named(locked):
            return lines_of(reader.pages[number])
    except NotReadable as error:
        if error.reason != "damaged":
            raise
    return None


def _title(reader: "PdfReader") -> str | None:
    """The title that the file states, unless that is the name of the file that it was made from."""
    title = (_fact(reader, "title") or "").removeprefix("Microsoft Word - ").strip()
    return None if _FILE_NAME.search(title) else title or None


def _date(reader: "PdfReader") -> datetime | None:
    with suppress(NotReadable), named_errors():
        return reader.metadata.creation_date if reader.metadata else None
    return None


def _fact(reader: "PdfReader", name: str) -> str | None:
    """What the file says about itself, where that is not broken."""
    with suppress(NotReadable), named_errors():
        found = getattr(reader.metadata, name, None)
        return found if isinstance(found, str) else None
    return None
