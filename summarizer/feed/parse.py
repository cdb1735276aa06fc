"""Feeds of any format to entries: RSS, RDF and Atom through feedparser, JSON Feed here."""

import calendar
import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from summarizer.article.markup import check_markup, one_line, plain_text
from summarizer.errors import NotReadable
from summarizer.feed.wishes import DAYS, HOURS, skipped, ttl_of
from summarizer.language.detect import known_code
from summarizer.limits import LIMITS
from summarizer.links import canonical_url, host_of
from summarizer.types import Entry, ParsedFeed

# What a feed has whose parser found nothing; and how far tags have to be mended until it does.
_ANY_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)\b", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)
_PREFIX = re.compile(
    rb"<(/?)(?:rss\d*|atom\d*|ns\d+):(rss|feed|channel|item|entry|title|link|description|summary|content|guid|id|pubDate|"
    rb"published|updated|author)\b",
    re.IGNORECASE,
)
# References to UTF-16 surrogates, which feedparser takes for letters, and then fails to encode.
_HALF = re.compile(
    rb"&#(?:x0*(d[89a-f][0-9a-f]{2})|0*(5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));",
    re.IGNORECASE,
)
_HALVES = re.compile(rb"(?:" + _HALF.pattern + rb")+", re.IGNORECASE)
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
    parsed = _understood(data)
    if not parsed.entries and _ANY_ITEM.search(data):
        parsed = _understood(_mended(data))
    if not parsed.get("version") and not parsed.entries:
        raise NotReadable("not_a_feed", host_of(url or ""))
    base = url or parsed.feed.get("link")
    entries = (_from_xml(item, base) for item in parsed.entries[: LIMITS.feed_entries])
    return ParsedFeed(
        title=one_line(parsed.feed.get("title"), LIMITS.title_chars),
        entries=_told_apart(entries),
        site=_web_address(parsed.feed.get("link"), url),
        language=known_code(parsed.feed.get("language")),
        ttl=ttl_of(parsed.feed),
        skip_hours=skipped(data, b"hour", HOURS),
        skip_days=skipped(data, b"day", DAYS),
    )


def _understood(data: bytes) -> Any:  # noqa: ANN401 - feedparser has no types
    import feedparser  # noqa: PLC0415 - a quarter of a second that JSON feeds need not pay

    # Bytes or text would be opened when they name a file or an address: only a stream is safe.
    stream = io.BytesIO(_HALVES.sub(_joined, data))
    return feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)


def _joined(halves: re.Match[bytes]) -> bytes:
    """Letters beyond the 65,536th that stand as references to their halves: whole, and nothing for a half alone."""
    numbers = [int(hexa, 16) if hexa else int(plain) for hexa, plain in _HALF.findall(halves[0])]
    text = b"".join(number.to_bytes(2, "little") for number in numbers).decode("utf-16-le", "ignore")
    return "".join(f"&#{ord(char)};" for char in text).encode()


def _mended(data: bytes) -> bytes:
    """A feed without what stands before its first element, and without prefixes of the elements that matter."""
    root = _ROOT.search(data)
    return _PREFIX.sub(rb"<\1\2", data[root.start() :] if root else data)


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
        entries=_told_apart(entries),
        site=_web_address(_text(feed, "home_page_url"), url),
        language=known_code(_text(feed, "language")),
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


def _told_apart(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries of one guid that are not the same get another: their link, else what their title and date make."""
    first: dict[str, Entry] = {}
    kept = []
    for entry in entries:
        names = (name for name in _names(entry) if _is_same(first.get(name, entry), entry))
        guid = next(names, _hash(f"{entry.url} {entry.title}", entry.published))
        first.setdefault(guid, entry)
        kept.append(entry if guid == entry.guid else replace(entry, guid=guid))
    return tuple(kept)


def _is_same(one: Entry, other: Entry) -> bool:
    return (one.url, one.title) == (other.url, other.title)


def _names(entry: Entry) -> Iterator[str]:
    yield entry.guid
    if entry.url:
        yield canonical_url(entry.url)
    yield _hash(entry.title, entry.published)


def _hash(title: str | None, published: datetime | None) -> str:
    return hashlib.sha256(f"{title}|{published}".encode()).hexdigest()


def _text(holder: Mapping[str, Any], name: str) -> str | None:
    value = holder.get(name)
    if not isinstance(value, str | int | float):
        return None
    return str(value).encode("utf-8", "ignore").decode() or None  # JSON may hold halves of letters


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
