"""Web pages to articles, with trafilatura."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from summarizer.article.blocks import compose, key_of
from summarizer.article.markup import check_markup, one_line
from summarizer.article.pieces import captions_of, pieces_of
from summarizer.article.signs import SCRIPT, SCRIPT_ROOTS
from summarizer.article.verdict import Page, is_list, is_partial, trouble
from summarizer.errors import NotReadable, TooHeavy
from summarizer.language.detect import detect, known_code
from summarizer.language.words import count_words
from summarizer.limits import LIMITS
from summarizer.links import canonical_url, host_of
from summarizer.types import Article, Outcome

FEWEST_WORDS = 15  # below it stands a message, a caption or nothing
_OPENING = 5000  # characters within which a page says that it is one
_META_CHARS = 1000  # trafilatura looks for authors with regular expressions that are quadratic in this
_WALL = re.compile(rb'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
_TYPED = re.compile(rb'"@type"\s*:\s*\[?\s*"(?:\w*Article|\w*Posting|Report\w*)"')
_DESCRIPTIONS = (
    "//meta[@name='description' or @property='og:description' or @name='twitter:description']/@content"
)
_UNSEEN = "//noscript | //template"
_HIDDEN = "//*[@hidden][not(self::body)]"
_MOST_HIDDEN = 0.5  # of a page's text: more is the article itself, which a script would show
# The date that the page states; a search through its text finds one on nine of ten pages that have none.
_DATES = {"original_date": True, "extensive_search": False}


def read_html(html: bytes | str, url: str | None = None) -> Article:
    """The article of a page; bytes are better than text, as the page itself says how they are encoded.

    What stands before a wall is `partial`; so is a page's description of itself, where that is all there is to read. A
    page that looks like a list of articles is `not_article`, with its text.

    Raises:
        NotReadable: there is no article on it: `no_text`, or one of the reasons in `verdict.TROUBLES`.
        TooHeavy: it is too big to be read safely.
    """
    data = html.encode("utf-8", "replace") if isinstance(html, str) else html
    data = data.replace(b"\0", b"") if b"\0" in data[4:] and not _is_wide(data) else data
    check_markup(data, LIMITS.html_bytes, LIMITS.html_tag_bytes)
    tree = _tree(data if isinstance(html, bytes) else html, url)
    captions = captions_of(tree)
    page = _page(tree, data, url)
    found = _extract(tree, url)
    text, blocks = compose(pieces_of(found.body, captions)) if found is not None else ("", ())
    if found is not None:
        page = replace(
            page,
            title=one_line(found.title, LIMITS.title_chars) or page.title,
            paragraphs=tuple(text[block.start : block.end] for block in blocks),
            words=count_words(text),
            author=bool(found.author),
            dated=bool(found.date),
        )
    why = trouble(page) or (("no_text", Outcome.NOT_ARTICLE) if page.words < FEWEST_WORDS else None)
    if why:
        text, blocks = _description(tree, why, url), ()
    site = _site(found and found.sitename, url)
    return Article(
        text=text,
        key=key_of(url, text),
        url=canonical_url(url) if url else None,
        title=_without_site(page.title, site) or None,
        blocks=blocks,
        language=detect(text) or known_code(tree.get("lang")),
        site=site,
        author=one_line(found and found.author, LIMITS.author_chars),
        published=_date(found and found.date),
        outcome=_outcome(page, described=why is not None),
    )


def _page(tree: Any, data: bytes, url: str | None) -> Page:  # noqa: ANN401 - lxml has no types
    """What the page shows before its text is looked for."""
    return Page(
        url=url,
        title=one_line("".join(tree.xpath("//title[1]//text()")), LIMITS.title_chars) or "",
        links=len(tree.xpath("//a[@href]")),
        scripted=_is_scripted(tree, data),
        marked=_is_marked(tree, data),
        walled=bool(_WALL.search(data)),
    )


def _outcome(page: Page, *, described: bool) -> Outcome:
    if described or is_partial(page):
        return Outcome.PARTIAL
    return Outcome.NOT_ARTICLE if is_list(page) else Outcome.OK


def _description(tree: Any, why: tuple[str, Outcome], url: str | None) -> str:  # noqa: ANN401 - lxml has no types
    """What the page says of itself, where it has no text to read but stands for one.

    Raises:
        NotReadable: there is no such thing.
    """
    reason, outcome = why
    told = [one_line(each, LIMITS.title_chars * 4) or "" for each in tree.xpath(_DESCRIPTIONS)]
    longest = max(told, key=len, default="")
    if outcome is not Outcome.NOT_ARTICLE or count_words(longest) < FEWEST_WORDS:
        raise NotReadable(reason, host_of(url or ""), outcome)
    return longest


def _is_marked(tree: Any, data: bytes) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether the page calls itself an article."""
    types = tree.xpath("//meta[@property='og:type']/@content")
    return "article" in types or bool(_TYPED.search(data))


def _is_scripted(tree: Any, data: bytes) -> bool:  # noqa: ANN401 - lxml has no types
    ids = set(tree.xpath("//*[self::div or self::main or self::section][not(normalize-space())]/@id"))
    return bool(ids & SCRIPT_ROOTS) or any(sign.encode() in data.lower() for sign in SCRIPT)


def _is_wide(data: bytes) -> bool:
    return data[:2] in {b"\xff\xfe", b"\xfe\xff"}


def _tree(page: bytes | str, url: str | None) -> Any:  # noqa: ANN401 - lxml has no types
    """The parsed page without what nobody sees, its metadata cut to a sane length."""
    from trafilatura import load_html  # noqa: PLC0415 - a third of a second that only HTML needs

    tree = load_html(_whole(page))
    if tree is None:
        raise NotReadable("no_text", host_of(url or ""))
    _drop(tree.xpath(_UNSEEN))
    most = _MOST_HIDDEN * len(tree.text_content())
    _drop(element for element in tree.xpath(_HIDDEN) if len(element.text_content()) < most)
    for meta in tree.iter("meta"):
        meta.set("content", meta.get("content", "")[:_META_CHARS])
    return tree


def _whole(page: bytes | str) -> bytes | str:
    """The page, and a piece of one as a page: trafilatura takes nothing else for HTML."""
    if isinstance(page, str):
        return page if "<html" in page[:_OPENING].lower() else f"<html><body>{page}</body></html>"
    wide = _is_wide(page) or b"<html" in page[:_OPENING].lower()
    return page if wide else b"<html><body>" + page + b"</body></html>"


def _drop(elements: Iterable[Any]) -> None:
    for element in elements:
        if element.getparent() is not None:
            element.drop_tree()


def _extract(tree: Any, url: str | None) -> Any:  # noqa: ANN401 - lxml has no types
    """What trafilatura finds, or None."""
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
    return found if found is not None and found.body is not None else None


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
