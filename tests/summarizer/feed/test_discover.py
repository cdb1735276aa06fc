"""The feeds of a page."""

from summarizer.feed.discover import find_feeds


def test_feeds_in_the_head_are_found_in_order_and_once() -> None:
    page = b"""<head><link rel=alternate type="application/rss+xml" title="News &amp; more" href="/feed">
    <LINK type='application/atom+xml' href='https://x.example/atom' rel='alternate home'>
    <link rel="alternate" type="application/rss+xml" href="/feed">
    <link rel="alternate" type="application/json+oembed" href="/oembed"><link rel="stylesheet" href="/a.css">
    <link rel="alternate" type="application/feed+json" href="javascript:x"></head>"""
    assert find_feeds(page, "https://x.example/blog/") == (
        ("https://x.example/feed", "News & more"),
        ("https://x.example/atom", None),
    )


def test_a_base_is_respected() -> None:
    page = b'<base href="https://cdn.example/b/"><link rel="alternate" type="application/rss+xml" href="feed.xml">'
    assert find_feeds(page, "https://x.example/") == (("https://cdn.example/b/feed.xml", None),)


def test_a_page_without_feeds_has_none() -> None:
    assert find_feeds(b"<html></html>", "https://x.example/") == ()
