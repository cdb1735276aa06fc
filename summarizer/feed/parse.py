"""Feeds of any format to entries: RSS, RDF and Atom through feedparser, JSON Feed here."""

import calendar
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from summarizer.article.markup import check_markup, one_line, plain_text
from summarizer.errors import NotReadable
from summarizer.limits import LIMITS
from summarizer.links import canonical_url, host_of
from summarizer.types import Entry, ParsedFeed

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def parse_feed(data: bytes, url: str | None = None) -> ParsedFeed:
    """What a feed holds; relative links are resolved against `url`.

    At most 500 entries, titles of 300 and texts of 50,000 characters; text is plain, dates are UTC.

    Raises:
        NotReadable: `not_a_feed`; a valid feed without entries is fine.
        TooHeavy: more than 5 MB, or a tag of more than 64 kB.
    """
    check_markup(data, LIMITS.feed_bytes, LIMITS.feed_tag_bytes, LIMITS.feed_bytes)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return _parse_json(data, url) if start == b"{" else _parse_xml(data, url)


def _parse_xml(data: bytes, url: str | None) -> ParsedFeed:
    import feedparser  # noqa: PLC0415 - a quarter of a second that JSON feeds need not pay

    # Bytes or text would be opened when they name a file or an address: only a stream is safe.
    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("version") and not parsed.entries:
        raise NotReadable("not_a_feed", host_of(url or ""))
    base = url or parsed.feed.get("link")
    entries = (_from_xml(item, base) for item in parsed.entries[: LIMITS.feed_entries])
    return ParsedFeed(
        title=one_line(parsed.feed.get("title"), LIMITS.title_chars),
        entries=_each_once(entries),
        site=_web_address(parsed.feed.get("link"), url),
    )


def _from_xml(item: Any, base: str | None) -> Entry:  # noqa: ANN401 - feedparser has no types
    contents = [each.get("value") or "" for each in item.get("content", ())]
    return _entry(
        guid=item.get("id"),
        url=_web_address(item.get("link"), base),
        title=item.get("title"),
        text=max([*contents, item.get("summary") or ""], key=len),
        author=item.get("author"),
        published=_from_struct(dict.get(item, "published_parsed") or dict.get(item, "updated_parsed")),
    )


def _parse_json(data: bytes, url: str | None) -> ParsedFeed:
    try:
        feed = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NotReadable("not_a_feed", host_of(url or "")) from None
    items = feed.get("items")
    if not isinstance(items, list):
        raise NotReadable("not_a_feed", host_of(url or ""))
    entries = (_from_json(item, url) for item in items[: LIMITS.feed_entries] if isinstance(item, dict))
    return ParsedFeed(
        title=one_line(_text(feed, "title"), LIMITS.title_chars),
        entries=_each_once(entries),
        site=_web_address(_text(feed, "home_page_url"), url),
    )


def _from_json(item: Mapping[str, Any], base: str | None) -> Entry:
    authors = item.get("authors") or [item.get("author")]
    first = authors[0] if isinstance(authors, list) and authors and isinstance(authors[0], dict) else {}
    return _entry(
        guid=_text(item, "id"),
        url=_web_address(_text(item, "url") or _text(item, "external_url"), base),
        title=_text(item, "title"),
        text=_text(item, "content_html") or _text(item, "content_text") or _text(item, "summary"),
        author=_text(first, "name"),
        published=_from_iso(_text(item, "date_published") or _text(item, "date_modified")),
    )


def _entry(
    *,
    guid: str | None,
    url: str | None,
    title: str | None,
    text: str | None,
    author: str | None,
    published: datetime | None,
) -> Entry:
    title = one_line(title, LIMITS.title_chars)
    return Entry(
        guid=guid or (canonical_url(url) if url else _hash(title, published)),
        url=url,
        title=title,
        text=plain_text((text or "")[: LIMITS.entry_chars]) or None,
        author=one_line(author, LIMITS.author_chars),
        published=published,
    )


def _each_once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """No two entries of one guid: feeds that give all of them the same are told apart by link, then by title."""
    kept: dict[str, Entry] = {}
    for entry in entries:
        free = next((guid for guid in _names(entry) if guid not in kept), None)
        if free is not None:
            kept[free] = entry if free == entry.guid else replace(entry, guid=free)
    return tuple(kept.values())


def _names(entry: Entry) -> Iterator[str]:
    yield entry.guid
    if entry.url:
        yield canonical_url(entry.url)
    yield _hash(entry.title, entry.published)


def _hash(title: str | None, published: datetime | None) -> str:
    return hashlib.sha256(f"{title}|{published}".encode()).hexdigest()


def _text(holder: Mapping[str, Any], name: str) -> str | None:
    value = holder.get(name)
    return str(value) if isinstance(value, str | int | float) and value != "" else None


def _web_address(link: str | None, base: str | None) -> str | None:
    try:
        address = urljoin(base or "", (link or "").strip())
        fits = link and urlsplit(address).scheme in {"http", "https"} and len(address) <= LIMITS.url_chars
    except ValueError:
        return None
    return address if fits else None


def _from_struct(moment: Any) -> datetime | None:  # noqa: ANN401 - feedparser has no types
    try:
        return _EPOCH + timedelta(seconds=calendar.timegm(moment)) if moment else None
    except (ValueError, OverflowError, TypeError):
        return None


def _from_iso(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text or "")
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
