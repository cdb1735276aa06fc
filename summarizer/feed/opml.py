"""Lists of feeds as readers exchange them: OPML in, through listparser, and out."""

import re
import xml.etree.ElementTree as ET  # only to write; what strangers send is read by listparser
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from summarizer.article.markup import one_line
from summarizer.errors import NotReadable, TooHeavy
from summarizer.limits import LIMITS

_WEB = frozenset({"http", "https"})
_ROOT = re.compile(rb"<(?:opml|outlineDocument)\b", re.IGNORECASE)  # the second is what Radio UserLand wrote
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list: its address, its title where there is one, its tags."""

    url: str
    title: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opml:
    """A list of feeds; `refused` are addresses that are none, `beyond` those that one list has no room for."""

    outlines: tuple[Outline, ...]
    refused: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()


def read_opml(data: bytes) -> Opml:
    """The feeds of a list in its order, each address once; folders and categories are tags.

    Raises:
        NotReadable: `not_opml`.
        TooHeavy: more than 2 MB.
    """
    import listparser  # noqa: PLC0415 - only those who move from another reader need it

    if len(data) > LIMITS.opml_bytes:
        raise TooHeavy("too_heavy")
    if not _ROOT.search(data[:4096]):
        raise NotReadable("not_opml")
    parsed = listparser.parse(data)
    found = [_outline(feed) for feed in parsed.feeds]
    web = [each for each in found if _is_web(each.url)]
    refused = [each.url for each in found if not _is_web(each.url)]
    beyond = [each.url for each in web[LIMITS.opml_feeds :]]
    return Opml(tuple(web[: LIMITS.opml_feeds]), tuple(refused), tuple(beyond))


def _outline(feed: Any) -> Outline:  # noqa: ANN401 - listparser's own dict
    """Its tags are the folders around it, from the outside in, and its categories."""
    steps = [one_line(step, LIMITS.author_chars) for path in feed.get("categories", ()) for step in path]
    title = one_line(feed.get("title"), LIMITS.title_chars)
    url = str(feed.get("url", "")).strip()
    return Outline(url, title if title != url else None, tuple(dict.fromkeys(filter(None, steps))))


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in _WEB and bool(parts.hostname) and len(url) <= LIMITS.url_chars


def write_opml(title: str, outlines: Iterable[Outline]) -> bytes:
    """A list of feeds that other readers read: a folder for each tag, and a feed in each of its folders."""
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = _sound(title)
    body = ET.SubElement(root, "body")
    folders: dict[str, ET.Element] = {}
    for each in outlines:
        for tag in each.tags:
            if tag not in folders:
                folders[tag] = ET.SubElement(body, "outline", text=_sound(tag), title=_sound(tag))
        for place in [folders[tag] for tag in each.tags] or [body]:
            name = _sound(each.title or each.url)
            ET.SubElement(place, "outline", type="rss", text=name, title=name, xmlUrl=_sound(each.url))
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _sound(text: str) -> str:
    return _NO_XML.sub("", text)
