"""Feeds with the number of their entries: some of our own, each with a trap, and those of the folder."""

import json
from dataclasses import dataclass

from tests.bench.data import folder

OWN, SUITE, AGREED = "our own", "told by a test suite", "agreed by parsers"
_ITEM = (
    "<item><title>{0}</title><link>https://laar.example/{1}</link><guid>https://laar.example/{1}</guid>"
    "<pubDate>Tue, 0{1} Mar 2026 10:00:00 +0200</pubDate></item>"
)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as a server sends it, and how many entries it has; `title` is what the first is called, where known."""

    name: str
    source: str
    data: bytes
    entries: int
    title: str | None = None


def _rss(items: str, prolog: str = '<?xml version="1.0" encoding="utf-8"?>\n') -> str:
    head = "<title>Laar</title><link>https://laar.example/</link><description>News</description>"
    return f'{prolog}<rss version="2.0"><channel>{head}{items}</channel></rss>'


def _two(title: str) -> str:
    return _ITEM.format(title, 1) + _ITEM.format("The ferry", 2)


_ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Laar</title><id>urn:laar</id>
<updated>2026-03-01T00:00:00Z</updated><entry><id>urn:laar:1</id><title type="html">Bridge &lt;em&gt;closed&lt;/em&gt;</title>
<link href="https://laar.example/1"/><updated>2026-03-01T00:00:00Z</updated></entry><entry><id>urn:laar:2</id>
<title>The ferry</title><link rel="alternate" href="/2"/><updated>2026-03-02T00:00:00Z</updated></entry></feed>"""
_RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://laar.example/"><title>Laar</title><link>https://laar.example/</link>
<description>News</description></channel><item rdf:about="https://laar.example/1"><title>Bridge closed</title>
<link>https://laar.example/1</link></item><item rdf:about="https://laar.example/2"><title>The ferry</title>
<link>https://laar.example/2</link></item></rdf:RDF>"""
_JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Laar",
    "items": [
        {"id": "1", "url": "https://laar.example/1", "title": "Bridge closed", "content_text": "A crack."},
        {"id": 2, "url": "https://laar.example/2", "content_html": "<p>No title</p>"},
    ],
}
_SAME = "<item><title>{0}</title><link>https://laar.example/{0}</link><guid>same</guid></item>"
_UNDATED = "<item><title>Bridge closed</title></item><item><link>https://laar.example/2</link></item>"
_WRONG = _rss(_two("Brücke gesperrt"), '<?xml version="1.0" encoding="us-ascii"?>')
_LATIN = _rss(_two("Brücke gesperrt"))  # said to be UTF-8
_PREFIXED = """<?xml version="1.0"?><atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>Laar</atom:title>
<atom:entry><atom:id>urn:laar:1</atom:id><atom:title>Bridge closed</atom:title></atom:entry></atom:feed>"""
# What the trap is, the feed, its entries, and what a reader should see above the first.
_TRAPS: tuple[tuple[str, str | bytes, int, str], ...] = (
    ("ASCII declared, UTF-8 sent", _WRONG, 2, "Brücke gesperrt"),
    ("UTF-8 declared, Latin-1 sent", _LATIN.encode("latin-1"), 2, "Brücke gesperrt"),
    ("RDF", _RDF, 2, "Bridge closed"),
    ("Atom", _ATOM, 2, "Bridge closed"),
    ("Atom under a prefix", _PREFIXED, 1, "Bridge closed"),
    ("JSON Feed", json.dumps(_JSON), 2, "Bridge closed"),
    ("one guid for all", _rss(_SAME.format("Bridge") + _SAME.format("Ferry")), 2, "Bridge"),
    ("no dates, no guids", _rss(_UNDATED), 2, "Bridge closed"),
    ("HTML in titles", _rss(_two("Bridge &lt;b&gt;closed&lt;/b&gt;")), 2, "Bridge closed"),
    ("junk before the prolog", "\n\n<!-- cached -->\nWarning: 1\n" + _rss(_two("Bridge closed")), 2, "Bridge closed"),
    ("CDATA", _rss(_two("<![CDATA[Bridge <b>closed</b>]]>")), 2, "Bridge closed"),
    ("an unknown entity", _rss(_two("Bridge closed &mdash; &nosuch; now")), 2, "Bridge closed — &nosuch; now"),
    ("a bare ampersand", _rss(_two("Laar & Co")), 2, "Laar & Co"),
    ("cut off", _rss(_two("Bridge closed"))[:-25], 2, "Bridge closed"),
    ("no entry yet", _rss(""), 0, ""),
)  # fmt: skip


def own() -> list[Feed]:
    """Small feeds, each with one trap that feeds of the web have."""
    return [
        Feed(name, OWN, data if isinstance(data, bytes) else data.encode(), entries, title)
        for name, data, entries, title in _TRAPS
    ]


def foreign() -> list[Feed]:
    """The feeds of the folder; who counted the entries matters, as two of those who are measured helped to count."""
    root = folder()
    index = root / "feeds" / "index.json" if root else None
    rows = json.loads(index.read_text("utf-8")) if index and index.exists() else []
    return [
        Feed(
            name=row["file"],
            source=SUITE if row["how"] == "suite" else AGREED,
            data=(index.parent / row["file"]).read_bytes(),
            entries=row["expected_entries"],
        )
        for row in rows
        if index
    ]
