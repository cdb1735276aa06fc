"""The list of well-known feeds: the packaged one is whole, and an operator's own takes its place or says what is wrong."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot import starter
from bot.errors import StorageError
from bot.locale import NAMES
from bot.starter import TOPICS, Starter, parse

FEED = '"The Courier" = "https://courier.example/feed"'


def test_every_language_has_four_to_eight_feeds_each_with_a_topic_and_an_address(tmp_path: Path) -> None:
    found = starter.load(tmp_path)
    assert set(found) == set(NAMES)
    assert all(4 <= len(feeds) <= 8 for feeds in found.values())
    every = [feed for feeds in found.values() for feed in feeds]
    assert {feed.topic for feed in every} == set(TOPICS)
    assert all(urlsplit(feed.url).scheme == "https" and urlsplit(feed.url).hostname for feed in every)
    assert len({feed.url for feed in every}) == len({feed.key for feed in every}) == len(every)


def test_an_operators_list_takes_the_place_of_the_packaged_one(tmp_path: Path) -> None:
    (tmp_path / "starter.toml").write_text(f"[en.local]\n{FEED}\n", "utf-8")
    feed = Starter("local", "The Courier", "https://courier.example/feed")
    assert starter.load(tmp_path) == {"en": (feed,)}
    assert starter.of_language(tmp_path, "de") == (feed,), "no feed in German: those in English"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("en.world = [", "no TOML"),
        (f"[xx.world]\n{FEED}", "no language “xx”"),
        (f"[en.gossip]\n{FEED}", "no topic “gossip”"),
        ("en = 1", r"\[en\] holds no names"),
        ("[en]\nworld = 'https://courier.example/feed'", r"\[en.world\] holds no names"),
        ("[en.world]\n'The Courier' = 'courier.example'", "has no web address"),
        ("[en.world]\n'The Courier' = 1", "has no web address"),
        (f"[en.world]\n'{'x' * 41}' = 'https://courier.example/feed'", "1 to 40 signs"),
    ],
)
def test_a_list_that_is_wrong_is_named_with_what_is_wrong(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "starter.toml").write_text(text, "utf-8")
    with pytest.raises(StorageError, match=words) as raised:
        starter.load(tmp_path)
    assert str(tmp_path / "starter.toml") in str(raised.value)


def test_a_list_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "starter.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(StorageError, match=r"starter\.toml can't be read"):
        starter.load(tmp_path)


def test_an_empty_list_offers_nothing() -> None:
    assert parse("") == {}
