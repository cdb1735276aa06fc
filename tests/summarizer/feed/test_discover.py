"""The feeds of a page."""

import pytest

from summarizer.feed.discover import find_feeds
from summarizer.feed.guesses import guesses


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


def test_links_that_look_like_feeds_count_where_the_head_names_none() -> None:
    page = b'<a href="/about">About</a><a href="/index.rss">RSS</a><a href="https://x.example/feed/">Feed</a>'
    assert [url for url, _ in find_feeds(page, "https://courier.example/news")] == [
        "https://courier.example/index.rss",
        "https://x.example/feed/",
    ]


def test_the_feed_of_comments_comes_last() -> None:
    link = '<link rel="alternate" type="application/rss+xml" title="{0}" href="/{0}">'
    page = (link.format("comments") + link.format("news")).encode()
    assert [title for _, title in find_feeds(page, "https://courier.example/")] == ["news", "comments"]


def test_a_channel_of_videos_has_a_feed() -> None:
    page = b'{"metadata":{"externalId":"UCabcdefghijklmnopqrstuv"}}'
    assert find_feeds(page, "https://www.youtube.com/@orlova")[0][0].endswith("UCabcdefghijklmnopqrstuv")


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("https://www.reddit.com/r/orlova/top", "https://www.reddit.com/r/orlova/.rss"),
        ("https://github.com/quill/ferry", "https://github.com/quill/ferry/releases.atom"),
        ("https://github.com/quill/ferry/commits/main", "https://github.com/quill/ferry/commits/main.atom"),
        ("https://mastodon.example/@quill", "https://mastodon.example/@quill.rss"),
        ("https://quill.substack.com/p/ferry", "https://quill.substack.com/feed"),
        ("https://courier.example/", "https://courier.example/feed"),
        ("https://courier.example/sport?day=1", "https://courier.example/sport/feed"),
        ("https://bsky.app/profile/quill.example", "https://bsky.app/profile/quill.example/rss"),
    ],
)
def test_known_sites_keep_their_feeds_at_known_places(page: str, feed: str) -> None:
    assert guesses(page)[0] == feed


def test_guesses_are_few_and_never_the_page_itself() -> None:
    found = guesses("https://courier.example/feed")
    assert len(found) <= 8
    assert "https://courier.example/feed" not in found
