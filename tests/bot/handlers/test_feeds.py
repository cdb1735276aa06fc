"""Which feeds people mean, and what they say of them."""

from datetime import UTC, datetime

import pytest

from bot.errors import PersonError
from bot.handlers.feed_list import word_of
from bot.handlers.feeds import MOST_TAGS, matching, several, tags_in
from bot.models import Feed, Subscription

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def following() -> list[Subscription]:
    """Three feeds, of which the last has a name of the chat's own."""
    titles = ("Courier", "Courier Sport", "Harbour Post")
    feeds = [
        Feed(number, f"https://{title.split()[-1].lower()}.example/feed", title, NOON)
        for number, title in enumerate(titles, 1)
    ]
    return [
        Subscription(1, feed, NOON, name="Boats" if feed.title == "Harbour Post" else None) for feed in feeds
    ]


def numbers(found: list[Subscription]) -> list[int]:
    return [each.feed.id for each in found]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3", [3]),
        ("0", []),
        ("4", []),
        ("courier", [1]),
        ("COUR", [1, 2]),
        ("boats", [3]),
        ("boa", [3]),
        ("harbour", [3]),
        ("post.example", [3]),
        ("https://post.example/feed?utm_source=you", [3]),
        ("post.example/feed/", [3]),
        ("zebra", []),
    ],
)
def test_a_feed_is_meant_by_number_name_the_chats_own_name_and_address(text: str, meant: list[int]) -> None:
    assert numbers(matching(following(), text)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1 3", [1, 3]),
        ("3, 1, 3", [3, 1]),
        ("courier sport, boats", [2, 3]),
        ("courier sport، boats", [2, 3]),
        ("3，1", [3, 1]),  # noqa: RUF001 - as a Chinese keyboard writes it
        ("courier.example/feed post.example/feed", [1, 3]),
        ("courier sport", []),
        ("2", []),
    ],
)
def test_several_feeds_are_meant_by_numbers_addresses_and_names_with_commas(
    text: str, meant: list[int]
) -> None:
    assert numbers(several(following(), text)) == meant


@pytest.mark.parametrize(
    ("text", "key"),
    [("1 9", "not_following"), ("cour, boats", "several_feeds"), ("boats, zebra", "not_following")],
)
def test_where_one_of_several_can_not_be_told_none_is_meant(text: str, key: str) -> None:
    with pytest.raises(PersonError, match=key):
        several(following(), text)


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        (["#Tech", "news,", "#tech"], ("tech", "news")),
        (["#", ","], ()),
        (["ÄRGER"], ("ärger",)),
        ([f"t{number}" for number in range(20)], tuple(f"t{number}" for number in range(MOST_TAGS))),
    ],
)
def test_tags_are_written_with_or_without_their_sign(words: list[str], tags: tuple[str, ...]) -> None:
    assert tags_in(words) == tags


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Courier", "courier"),
        ("#tech", "tech"),
        ("me@example", "example"),
        ("ö" * 20, "ö" * 12),
        ("a:b", "a:b"),
    ],
)
def test_what_is_looked_for_fits_on_a_key(text: str, word: str) -> None:
    assert word_of(text) == word
    assert len(f"list:200:{word}".encode()) <= 40
