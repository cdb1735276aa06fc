"""Feeds of every format."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarizer.errors import NotReadable, TooHeavy
from summarizer.feed.parse import parse_feed

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Laar &amp;amp; Co</title><link>https://laar.example/</link>
<item><title>Bridge &lt;b&gt;closed&lt;/b&gt;</title><link>/bridge?utm_source=rss</link><guid>1</guid>
<pubDate>Tue, 03 Mar 2026 10:00:00 +0200</pubDate><description>&lt;p&gt;A crack&amp;nbsp;was found.&lt;/p&gt;&lt;p&gt;Engineers&lt;br&gt;came.&lt;/p&gt;</description></item>
<item><title>No guid</title><link>https://laar.example/b?utm_source=rss#x</link></item>
<item><title>Nothing but a title</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title><id>urn:f</id><updated>2026-03-01T00:00:00Z</updated>
<entry><id>urn:1</id><title type="html">One &amp;mdash; two</title><link href="https://a.example/1"/>
<updated>2026-03-01T00:00:00Z</updated><author><name>Ada</name></author><content type="html">&lt;script&gt;bad()&lt;/script&gt;Good.</content></entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Json",
    "home_page_url": "https://j.example/",
    "items": [
        {
            "id": 7,
            "url": "/seven",
            "title": "Seven",
            "content_html": "<p>Body</p>",
            "date_published": "2026-03-01T10:00:00+02:00",
        },
        "noise",
        {"id": "8", "content_text": "Only text", "authors": [{"name": "Ada"}]},
    ],
}


def test_rss_is_read() -> None:
    feed = parse_feed(RSS.encode(), "https://laar.example/feed")
    first = feed.entries[0]
    assert (feed.title, feed.site) == ("Laar & Co", "https://laar.example/")
    assert (first.guid, first.title, first.url) == (
        "1",
        "Bridge closed",
        "https://laar.example/bridge?utm_source=rss",
    )
    assert first.text == "A crack was found.\n\nEngineers\ncame."
    assert first.published == datetime(2026, 3, 3, 8, tzinfo=UTC)


def test_an_entry_without_guid_is_known_by_its_link_and_then_by_its_title() -> None:
    entries = parse_feed(RSS.encode()).entries
    assert entries[1].guid == "https://laar.example/b"
    assert len(entries[2].guid) == 64
    assert parse_feed(RSS.encode()).entries[2].guid == entries[2].guid


def test_entries_of_one_guid_are_told_apart() -> None:
    one = "<item><guid>same</guid><title>{0}</title><link>https://x.example/{0}</link></item>"
    feed = f"<rss version='2.0'><channel>{one.format('a')}{one.format('b')}{one.format('b')}</channel></rss>"
    guids = [entry.guid for entry in parse_feed(feed.encode()).entries]
    assert guids[:2] == ["same", "https://x.example/b"]
    assert guids[2] == guids[1]


def test_atom_is_read_without_its_scripts() -> None:
    entry = parse_feed(ATOM.encode()).entries[0]
    assert (entry.title, entry.author, entry.text) == ("One — two", "Ada", "Good.")


def test_json_feed_is_read() -> None:
    feed = parse_feed(json.dumps(JSON).encode(), "https://j.example/feed.json")
    first, second = feed.entries
    assert (first.guid, first.url, first.text) == ("7", "https://j.example/seven", "Body")
    assert first.published == datetime(2026, 3, 1, 8, tzinfo=UTC)
    assert (second.text, second.author, second.published) == ("Only text", "Ada", None)


def test_an_empty_feed_is_a_feed() -> None:
    assert parse_feed(b"<rss version='2.0'><channel><title>T</title></channel></rss>").entries == ()
    assert parse_feed(b'{"items": []}').entries == ()


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"<html><body><p>Hi</p></body></html>", b"{}", b"{broken", b"[]", b'{"items": 5}']
)
def test_what_is_no_feed_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(NotReadable) as caught:
        parse_feed(data, "https://www.x.example/")
    assert (caught.value.reason, caught.value.host) == ("not_a_feed", "x.example")


def test_a_body_that_names_a_file_opens_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "feed.xml"
    secret.write_text(RSS)
    for body in (str(secret), secret.as_uri()):
        with pytest.raises(NotReadable):
            parse_feed(body.encode())


def test_only_web_links_are_kept() -> None:
    feed = RSS.replace("/bridge?utm_source=rss", "javascript:alert(1)")
    assert parse_feed(feed.encode(), "https://laar.example/feed").entries[0].url is None


def test_caps_hold() -> None:
    item = f"<item><title>{'t' * 5000}</title><description>{'d' * 90_000}</description></item>"
    many = "<item><guid>{}</guid></item>"
    body = item + "".join(many.format(number) for number in range(700))
    feed = parse_feed(f"<rss version='2.0'><channel>{body}</channel></rss>".encode())
    assert len(feed.entries) == 500
    assert len(feed.entries[0].title or "") == 300
    assert len(feed.entries[0].text or "") == 50_000


def test_a_tag_of_endless_attributes_is_refused() -> None:
    with pytest.raises(TooHeavy):
        parse_feed(b"<rss" + b"".join(b' a%d="x"' % number for number in range(20_000)) + b"/>")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&#55357;&#56832;!", "😀!"),
        ("&#xD83D;&#xDE00;!", "😀!"),
        ("&#xD83D;!", "!"),
        ("&#57343;&#55296;!", "!"),
    ],
)
def test_letters_written_in_halves_are_joined_and_half_ones_dropped(written: str, read: str) -> None:
    feed = f"<rss version='2.0'><channel><title>Quill</title><item><title>{written}</title></item></channel></rss>"
    assert parse_feed(feed.encode()).entries[0].title == read


def test_half_a_letter_in_a_json_feed_is_dropped() -> None:
    feed = r"""{"version": "https://jsonfeed.org/version/1", "title": "Quill", "items": [
        {"id": "1\ud83d", "title": "\ud83d\ude00\ud83d!", "content_html": "a\ude00b"}]}"""
    (entry,) = parse_feed(feed.encode()).entries
    assert (entry.guid, entry.title, entry.text) == ("1", "😀!", "ab")
