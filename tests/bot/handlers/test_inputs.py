"""What people mean by what they type."""

from datetime import UTC, datetime
from typing import Any

import pytest
import telegram

from bot.errors import PersonError
from bot.handlers.feeds import matching
from bot.handlers.gate import may_change
from bot.handlers.inputs import (
    MOST_LINKS,
    OWN_WORDS,
    address_of,
    length_in,
    links_in,
    means_file,
    wanted_in,
)
from bot.handlers.reading import is_followed
from bot.models import Access, ChatKind, Feed, Subscription
from bot.playground.entities import detected
from summarizer.types import Source, Text, Url

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
STORY, OTHER = "https://courier.example/dam", "https://post.example/river"
TALK = "They say that this is the one to read today"
LONG = " ".join(f"word{number}" for number in range(60))


class Me(telegram.Bot):
    """A bot that knows its own number without asking."""

    @property
    def id(self) -> int:
        return 1000


ME = Me("1000:token")


def message(text: str = "", /, *links: str, by: int = 1, **more: Any) -> telegram.Message:
    """A message as Telegram gives it; `links` stand behind its first letters, as the text itself does not show."""
    hidden = [
        {"type": "text_link", "offset": 0, "length": number, "url": url}
        for number, url in enumerate(links, 1)
    ]
    raw = {
        "message_id": 5,
        "date": int(NOON.timestamp()),
        "chat": {"id": 1, "type": "private"},
        "from": {"id": by, "is_bot": by == 1000, "first_name": "You"},
        "text": text,
        "entities": [*hidden, *detected(text)],
    }
    return telegram.Message.de_json({**raw, **more}, ME)


def document(mime: str, caption: str = "") -> dict[str, Any]:
    file = {"file_id": "f", "file_unique_id": "u", "file_name": "dam", "mime_type": mime}
    return {"document": file, "caption": caption, "caption_entities": detected(caption), "text": None}


async def sources(asked: telegram.Message, arguments: str) -> tuple[Source, ...] | None:
    wanted = await wanted_in(asked, arguments)
    return wanted.sources if wanted else None


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
        (ChatKind.CHANNEL, True, None, True),
        (ChatKind.CHANNEL, False, "administrator", True),
        (ChatKind.CHANNEL, False, None, False),
        (ChatKind.GROUP, False, "member", False),
        (ChatKind.SUPERGROUP, False, "administrator", True),
        (ChatKind.SUPERGROUP, False, "creator", True),
        (ChatKind.SUPERGROUP, True, None, True),
        (ChatKind.SUPERGROUP, False, None, False),
    ],
)
def test_who_may_change_a_chat(kind: ChatKind, as_the_chat: bool, status: str | None, allowed: bool) -> None:
    assert may_change(kind, Access.ADMINS, as_the_chat=as_the_chat, status=status) is allowed


async def test_the_links_of_a_message_are_read_in_their_order_each_page_once() -> None:
    text = f"{STORY} and {OTHER} and {STORY}?utm_source=feed#top"
    assert links_in(message(text)) == [STORY, OTHER]
    assert await sources(message(text), text) == (Url(STORY), Url(OTHER))


async def test_of_many_links_the_first_are_read_and_all_are_counted() -> None:
    text = " ".join(f"{STORY}/{number}" for number in range(MOST_LINKS + 3))
    wanted = await wanted_in(message(text), text)
    assert wanted is not None
    assert (len(wanted.sources), wanted.links) == (MOST_LINKS, MOST_LINKS + 3)


async def test_a_link_behind_words_counts_and_one_that_opens_a_chat_does_not() -> None:
    assert links_in(message("Dam", "tg://user?id=7", STORY)) == [STORY]


async def test_addresses_without_a_scheme_behind_the_command_are_links() -> None:
    asked = message("/tldr courier.invalid/a post.invalid/b")
    assert await sources(asked, "courier.invalid/a post.invalid/b") == (
        Url("https://courier.invalid/a"),
        Url("https://post.invalid/b"),
    )


async def test_a_text_is_condensed_itself_where_it_is_long_whatever_it_links_to() -> None:
    longer = f"{'word ' * OWN_WORDS}{STORY}"
    assert await sources(message(longer), longer) == (Text(longer),)
    teaser = f"{LONG} {STORY}"
    assert await sources(message(teaser), teaser) == (Url(STORY),)
    post = f"{LONG} https://t.me/channel"
    assert await sources(message(post), post) == (Text(post),)
    assert await sources(message(LONG), LONG) == (Text(LONG),)


@pytest.mark.parametrize(
    ("replied", "expected"),
    [
        (message(f"{TALK} {STORY}"), Url(STORY)),
        (message("Dam", STORY), Url(STORY)),
        (message(TALK), Text(TALK)),
        (message("", text=None, caption=TALK), Text(TALK)),
        (message("", text=None, caption=STORY, caption_entities=detected(STORY)), Url(STORY)),
        (message("word " * 2 * OWN_WORDS, STORY, OTHER, by=1000), Url(STORY)),
        (message("word " * 2 * OWN_WORDS, STORY, by=2), Text("word " * 2 * OWN_WORDS)),
        (message("", **document("image/png", STORY)), Url(STORY)),
    ],
)
async def test_a_reply_condenses_what_the_message_holds(replied: telegram.Message, expected: Source) -> None:
    asked = message("/tldr", reply_to_message=replied.to_dict())
    assert await sources(asked, "") == (expected,)
    assert await sources(asked, "this one") == (expected,)


async def test_a_channels_own_digest_gives_its_first_link() -> None:
    keys = {"inline_keyboard": [[{"text": "1", "callback_data": "story:1:1"}]]}
    digest = message("word " * 2 * OWN_WORDS, STORY, OTHER, reply_markup=keys)
    asked = message("/tldr", reply_to_message={**digest.to_dict(), "from": None})
    assert await sources(asked, "") == (Url(STORY),)


async def test_nothing_behind_the_command_and_no_reply_is_nothing() -> None:
    assert await wanted_in(message("/tldr"), "") is None
    topic = message("", text=None, forum_topic_created={"name": "News", "icon_color": 1})
    assert await wanted_in(message("/tldr", reply_to_message=topic.to_dict()), "") is None
    with pytest.raises(PersonError, match="no_source"):
        await wanted_in(message("/tldr this"), "this")


def test_a_file_is_meant_before_its_caption_but_not_a_picture() -> None:
    assert means_file(message("", **document("application/pdf", f"from {STORY}")))
    assert means_file(message("", **document("image/png")))
    assert not means_file(message("", **document("image/png", f"from {STORY}")))


@pytest.mark.parametrize(
    ("arguments", "length", "rest"),
    [
        (f"-n 7 {STORY}", 7, STORY),
        (f"-n12 {STORY}", 12, STORY),
        (f"{STORY} -n 1", 1, STORY),
        ("-n 7", 7, ""),
        (STORY, None, STORY),
        ("it says -n 7 in the middle", None, "it says -n 7 in the middle"),
        ("it ends in grep -n file", None, "it ends in grep -n file"),
    ],
)
def test_a_length_stands_before_or_behind_the_rest(arguments: str, length: int | None, rest: str) -> None:
    assert length_in(arguments) == (length, rest)


@pytest.mark.parametrize("text", ["-n 0 x", "-n 13", "-n many", "x -n 99", f"-n {'9' * 5000}"])
def test_a_length_that_there_is_not_is_said(text: str) -> None:
    with pytest.raises(PersonError, match="no_bullets"):
        length_in(text)


@pytest.mark.parametrize(
    ("feed", "followed"),
    [
        ("https://courier.example/feed", True),
        ("https://feeds.courier.example/all", True),
        ("https://example/feed", True),
        ("https://mycourier.example/feed", False),
        ("https://post.example/feed", False),
    ],
)
def test_a_site_is_followed_by_a_feed_of_its_own(feed: str, followed: bool) -> None:
    assert is_followed("https://www.courier.example/dam", ["https://else.example", feed]) is followed
