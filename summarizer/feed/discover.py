"""The feeds that a page names in its head."""

import html
import re
from urllib.parse import urljoin, urlsplit

from summarizer.article.markup import one_line
from summarizer.limits import LIMITS
from summarizer.links import host_of

_LINK = re.compile(r"<(link|base)\b([^>]{1,4000})>", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\b([^>]{1,2000})>", re.IGNORECASE)
_LOOKS_LIKE_A_FEED = re.compile(
    r"(?:/(?:feed|rss|atom)/?|\.(?:rss|atom|rdf)|(?:feed|rss|atom)\.(?:xml|json))$", re.IGNORECASE
)
# How a page of YouTube says whose it is.
_CHANNEL = re.compile(r'(?:"(?:externalId|channelId)":"|channel_id=)(UC[\w-]{22})')
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
    """The (address, title) of each feed that the page at `url` names, in its order, each once; comments come last.

    Where its head names none, links that look like feeds count.
    """
    text = page[: LIMITS.html_bytes].decode("utf-8", "replace")
    named, base = _named(text, url)
    found = named or _linked(text, base)
    if channel := _CHANNEL.search(text) if "youtube.com" in host_of(url) else None:
        found.setdefault(f"https://www.youtube.com/feeds/videos.xml?channel_id={channel[1]}", None)
    return tuple(sorted(found.items(), key=_is_of_comments))


def _named(text: str, url: str) -> tuple[dict[str, str | None], str]:
    """The feeds of the page's head with their titles, and the address that its links start from."""
    found: dict[str, str | None] = {}
    base = url
    for tag, inside in _LINK.findall(text):
        attributes = _attributes(inside)
        if tag.lower() == "base":
            base = _joined(url, attributes.get("href", "")) or url
        elif _is_feed(attributes) and (address := _joined(base, attributes["href"])):
            found.setdefault(address, one_line(attributes.get("title"), LIMITS.title_chars))
    return found, base


def _linked(text: str, base: str) -> dict[str, str | None]:
    links = (_joined(base, _attributes(inside).get("href", "")) for inside in _ANCHOR.findall(text))
    return {
        address: None for address in links if address and _LOOKS_LIKE_A_FEED.search(urlsplit(address).path)
    }


def _joined(base: str, link: str) -> str | None:
    """The web address of a link on a page, or None."""
    try:
        address = urljoin(base, link.strip())
        return address if urlsplit(address).scheme in {"http", "https"} else None
    except ValueError:
        return None


def _is_of_comments(feed: tuple[str, str | None]) -> bool:
    return "comment" in f"{feed[0]} {feed[1]}".lower()


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
