"""What people mean by what they type."""

from datetime import UTC, datetime

import pytest

from bot.handlers.feeds import matching
from bot.handlers.gate import may_change
from bot.handlers.inputs import address_of
from bot.models import ChatKind, Feed, Subscription

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def following(*titles: str) -> list[Subscription]:
    feeds = [Feed(n, f"https://{t.lower()}.example/feed", t, NOON) for n, t in enumerate(titles, 1)]
    return [Subscription(1, feed, NOON) for feed in feeds]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("example.com", "https://example.com"),
        ("http://example.com/feed?x=1", "http://example.com/feed?x=1"),
        ("HTTPS://Example.com", "HTTPS://Example.com"),
        ("example.com:8080/a", "https://example.com:8080/a"),
        ("hello", None),
        ("hello world.com", None),
        ("javascript:alert(1)", None),
        ("me@example.com", None),
        ("file:///etc/passwd", None),
    ],
)
def test_an_address_is_told_from_any_other_text(text: str, address: str | None) -> None:
    assert address_of(text) == address


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("2", ["Post"]),
        ("0", []),
        ("9", []),
        ("cour", ["Courier"]),
        ("o", ["Courier", "Post"]),
        ("post", ["Post"]),
    ],
)
def test_a_feed_is_meant_by_number_or_word(text: str, titles: list[str]) -> None:
    assert [one.feed.title for one in matching(following("Courier", "Post"), text)] == titles


@pytest.mark.parametrize(
    ("kind", "as_the_chat", "status", "allowed"),
    [
        (ChatKind.PRIVATE, False, None, True),
        (ChatKind.CHANNEL, False, None, True),
        (ChatKind.GROUP, False, "member", False),
        (ChatKind.SUPERGROUP, False, "administrator", True),
        (ChatKind.SUPERGROUP, False, "creator", True),
        (ChatKind.SUPERGROUP, True, None, True),
        (ChatKind.SUPERGROUP, False, None, False),
    ],
)
def test_who_may_change_a_chat(kind: ChatKind, as_the_chat: bool, status: str | None, allowed: bool) -> None:
    assert may_change(kind, as_the_chat=as_the_chat, status=status) is allowed
