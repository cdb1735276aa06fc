"""Web pages to articles, with trafilatura."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from summarizer.article.blocks import Piece, compose, key_of
from summarizer.article.markup import check_markup, one_line
from summarizer.errors import NotReadable, TooHeavy
from summarizer.language.detect import detect, known_code
from summarizer.limits import LIMITS
from summarizer.links import host_of
from summarizer.types import Article, BlockKind, Outcome

FEWEST_WORDS = 15  # below it stands a message ("enable JavaScript"), a caption or nothing
FREE_OPENING_WORDS = 250  # what sites show for free before a wall; a longer text is the article itself
_META_CHARS = 1000  # trafilatura looks for authors with regular expressions that are quadratic in this
_WALL = re.compile(rb'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
_UNSEEN = "//noscript | //template | //*[@hidden][not(self::body)]"
_KINDS = {"head": BlockKind.HEADING, "quote": BlockKind.QUOTE, "item": BlockKind.LIST, "row": BlockKind.LIST}
# The date that the page states; a search through its text finds one on nine of ten pages that have none.
_DATES = {"original_date": True, "extensive_search": False}


def read_html(html: bytes | str, url: str | None = None) -> Article:
    """The article of a page; bytes are better than text, as the page itself says how they are encoded.

    Raises:
        NotReadable: `no_text`, there is no article on it.
        TooHeavy: it is too big to be read safely.
    """
    data = html.encode("utf-8", "replace") if isinstance(html, str) else html
    data = data.replace(b"\0", b"") if b"\0" in data[4:] and not _is_wide(data) else data
    check_markup(data, LIMITS.html_bytes, LIMITS.html_tag_bytes)
    tree = _tree(data if isinstance(html, bytes) else html, url)
    captions = _captions(tree)
    found = _extract(tree, url)
    text, blocks = compose(_pieces(found.body, captions))
    words = len(text.split()) or 0
    if words < FEWEST_WORDS and len(text) < LIMITS.title_chars:  # Chinese has no spaces to count by
        raise NotReadable("no_text", host_of(url or ""))
    site = _site(found.sitename, url)
    partial = words < FREE_OPENING_WORDS and _WALL.search(data)
    return Article(
        text=text,
        key=key_of(url, text),
        url=url,
        title=_without_site(one_line(found.title, LIMITS.title_chars), site),
        blocks=blocks,
        language=detect(text) or known_code(tree.get("lang")),
        site=site,
        author=one_line(found.author, LIMITS.author_chars),
        published=_date(found.date),
        outcome=Outcome.PARTIAL if partial else Outcome.OK,
    )


def _is_wide(data: bytes) -> bool:
    return data[:2] in {b"\xff\xfe", b"\xfe\xff"}


def _tree(page: bytes | str, url: str | None) -> Any:  # noqa: ANN401 - lxml has no types
    """The parsed page without what nobody sees, its metadata cut to a sane length."""
    from trafilatura import load_html  # noqa: PLC0415 - a third of a second that only HTML needs

    tree = load_html(page)
    if tree is None:
        raise NotReadable("no_text", host_of(url or ""))
    for element in tree.xpath(_UNSEEN):
        if element.getparent() is not None:
            element.drop_tree()
    for meta in tree.iter("meta"):
        meta.set("content", meta.get("content", "")[:_META_CHARS])
    return tree


def _extract(tree: Any, url: str | None) -> Any:  # noqa: ANN401 - lxml has no types
    from trafilatura import bare_extraction  # noqa: PLC0415 - see above

    try:
        found: Any = bare_extraction(
            tree,
            url=url,
            include_comments=False,
            include_formatting=True,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )
    except (RecursionError, MemoryError):
        raise TooHeavy("too_heavy", host_of(url or "")) from None
    if found is None or found.body is None:
        raise NotReadable("no_text", host_of(url or ""))
    return found


def _captions(tree: Any) -> frozenset[str]:  # noqa: ANN401 - lxml has no types
    return frozenset(" ".join(each.text_content().split()) for each in tree.iter("figcaption"))


def _pieces(body: Any, captions: frozenset[str]) -> Iterator[Piece]:  # noqa: ANN401 - lxml has no types
    """The page's blocks in order; a list gives its items, a table its rows."""
    for element in body:
        if not isinstance(element.tag, str) or element.tag == "code":
            continue
        if element.tag in {"list", "table"} or (element.tag == "quote" and len(element) > 1):
            yield from _inner(element, captions)
            continue
        text = " ".join("".join(element.itertext()).split())
        kind = _KINDS.get(element.tag, BlockKind.PARAGRAPH)
        yield (BlockKind.CAPTION if text in captions else kind, text)


def _inner(element: Any, captions: frozenset[str]) -> Iterator[Piece]:  # noqa: ANN401 - lxml has no types
    if element.tag == "quote":
        yield from ((BlockKind.QUOTE, text) for _, text in _pieces(element, captions))
        return
    for row in element.iter("item", "row"):
        if row.tag == "item" and any(True for _ in row.iterdescendants("item")):
            continue  # its own items follow
        cells = [" ".join("".join(cell.itertext()).split()) for cell in row.iter("cell")]
        yield (BlockKind.LIST, " | ".join(filter(None, cells)) if cells else "".join(row.itertext()))


def _site(name: str | None, url: str | None) -> str | None:
    """The site as it names itself; a name that is only its address, as people write that."""
    own = one_line(name, LIMITS.author_chars)
    host = host_of(url or "")
    return host or own if own is None or re.fullmatch(r"[\w.-]+\.\w+(?::\d+)?", own) else own


def _without_site(title: str | None, site: str | None) -> str | None:
    """The title without the site's name behind a bar or a dash."""
    head, _, tail = re.sub(r"\s+[|–—·-]\s+(?=[^|–—·]*$)", "\0", title or "").partition("\0")  # noqa: RUF001 - dashes
    known = site and tail and (tail.lower() in site.lower() or site.lower() in tail.lower())
    return head if head and known else title


def _date(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None
    except ValueError:
        return None
