"""The feeds that a page names in its head."""

import html
import re
from urllib.parse import urljoin, urlsplit

from summarizer.article.markup import one_line
from summarizer.limits import LIMITS

_LINK = re.compile(r"<(link|base)\b([^>]{1,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "text/xml",
    }
)


def find_feeds(page: bytes, url: str) -> tuple[tuple[str, str | None], ...]:
    """The (address, title) of each feed that the page at `url` links to, in its order, each once."""
    text = page[: LIMITS.html_bytes].decode("utf-8", "replace")
    found: dict[str, str | None] = {}
    base = url
    for tag, inside in _LINK.findall(text):
        attributes = _attributes(inside)
        if tag.lower() == "base":
            base = urljoin(url, attributes.get("href", ""))
        elif _is_feed(attributes):
            address = urljoin(base, attributes["href"].strip())
            if urlsplit(address).scheme in {"http", "https"}:
                found.setdefault(address, one_line(attributes.get("title"), LIMITS.title_chars))
    return tuple(found.items())


def _attributes(inside: str) -> dict[str, str]:
    return {
        name.lower(): html.unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(inside)
    }


def _is_feed(attributes: dict[str, str]) -> bool:
    kind = attributes.get("type", "").split(";")[0].strip().lower()
    return (
        "alternate" in attributes.get("rel", "").lower().split() and kind in _TYPES and "href" in attributes
    )
