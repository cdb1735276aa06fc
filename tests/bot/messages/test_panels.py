"""Panels say what is so, offer what can be, and their keys fit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.locale import translator
from bot.messages import choices, feed_list, panels
from bot.messages.feed_list import Page
from bot.messages.panels import FeedView
from bot.messages.rich import Message
from bot.models import Chat, ChatKind, ChatSettings, Delivery, Feed, Subscription
from bot.signing import MOST_BYTES, signed

TR = translator("en")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FEED = Feed(1234567890, "https://courier.example/feed", "Courier", NOON, pace=14.2, checked_at=NOON)
MINE = Subscription(1, FEED, NOON)
SETTINGS = ChatSettings(timezone="Europe/Kyiv")
GROUP = Chat(-1001234567890, ChatKind.SUPERGROUP, "Readers", settings=SETTINGS)


def view(**values: object) -> FeedView:
    return FeedView(replace(MINE, **values), 14, SETTINGS, NOON, "Europe/Kyiv")  # type: ignore[arg-type] # fields of a subscription


def keys(message: Message) -> list[list[str]]:
    return [[key.label for key in row] for row in message.buttons]


def every_panel() -> Iterator[Message]:
    """Each panel that there is, with every key it may have."""
    shown = view(name="Mine", tags=("tech",))
    yield panels.feed_panel(TR, shown)
    for name, choice in choices.OF_FEED.items():
        yield panels.feed_choice(TR, shown, name, choice.values or choices.intervals(1, 10_000))
    for name, choice in choices.OF_CHAT.items():
        offered = choice.values or (choices.DEFAULT, *choices.intervals(1, 10_000))
        yield panels.chat_choice(TR, SETTINGS, name, offered)
    yield from (part(TR, shown) for part in (panels.tags, panels.name, panels.pauses))
    yield panels.chat_panel(TR, GROUP, NOON, "Europe/Kyiv", None)
    yield from (panels.languages(TR, "en", page) for page in (1, 2))
    yield panels.ask_apply(TR, 12)


def test_every_key_of_every_panel_fits_with_the_chat_that_it_is_about() -> None:
    labels = [key for panel in every_panel() for row in panel.buttons for key in row]
    assert len(labels) > 100
    for key in labels:
        assert key.action is not None
        assert len(key.action.encode()) <= 40, key
        assert len(signed(b"key", key.action, 1, -1001234567890).encode()) <= MOST_BYTES


def test_every_part_of_a_panel_ends_with_back() -> None:
    for panel in every_panel():
        last = [key.label for key in panel.buttons[-1]]
        assert last == ["Back"] or panel.body.text.startswith("Settings · Readers")


def test_a_feeds_panel_says_what_was_decided_and_what_follows_the_chat() -> None:
    shown = view(own_delivery=Delivery.INSTANT, interval=90, silent=False, tags=("tech", "news"))
    assert panels.feed_panel(TR, shown).body.text == (
        "Courier\ncourier.example · 14 a day · looked at just now\n\n"
        "Tags: #tech #news\nDelivery: instant\nInterval: 90 minutes\nBullets of a story: default (3)\n"
        "Sound: with sound\nLink preview: default (not shown)\nText: default (from the page)"
    )


def test_a_feeds_panel_leads_back_to_its_page_of_the_list() -> None:
    assert panels.feed_panel(TR, view()).buttons[-1][0].action == "list:2"


def test_a_paused_feed_can_be_resumed_and_says_until_when_it_rests() -> None:
    panel = panels.feed_panel(TR, view(paused_until=NOON + timedelta(days=7)))
    assert "⏸ paused until 30 Nov 2026" in panel.body.text
    assert ["Resume", "Unfollow"] in keys(panel)


@pytest.mark.parametrize(
    ("own", "marked"), [(None, "✓ default (digest)"), (Delivery.DIGEST, "✓ digest"), (Delivery.OFF, "✓ off")]
)
def test_the_value_that_was_chosen_is_marked(own: Delivery | None, marked: str) -> None:
    choice = panels.feed_choice(TR, view(own_delivery=own), "delivery", ("instant", "digest", "off"))
    assert [label for row in keys(choice) for label in row if label.startswith("✓")] == [marked]


def test_only_a_group_decides_who_may_change_it_and_what_becomes_of_links() -> None:
    private = replace(GROUP, kind=ChatKind.PRIVATE)
    group, alone = (panels.chat_panel(TR, chat, NOON, "UTC", None) for chat in (GROUP, private))
    for label in ("Who may change this", "Links"):
        assert [label in row for row in keys(group)].count(True) == 1
        assert not any(label in row for row in keys(alone))


def test_intervals_are_offered_within_the_operators_bounds() -> None:
    assert choices.intervals(20, 400) == ("30", "60", "180", "360")


def listed(count: int, page: int, word: str = "") -> Message:
    found = [
        (number, replace(MINE, feed=replace(FEED, id=number, title=f"Paper {number}")))
        for number in range(1, count + 1)
    ]
    return feed_list.feed_list(TR, Page.of(found, page, word), None, NOON, "UTC")


def test_a_long_list_has_pages_of_ten_with_keys_to_each_feed_and_to_other_pages() -> None:
    first, middle, last = (listed(25, page) for page in (1, 2, 3))
    assert first.body.text.splitlines()[0] == "Your feeds · 25 · page 1 of 3"
    assert first.body.text.splitlines()[2] == "1  ✅ Paper 1 · courier.example · digest · 14 a day"
    assert keys(middle) == [
        ["11", "12", "13", "14", "15"],
        ["16", "17", "18", "19", "20"],
        ["‹", "›"],  # noqa: RUF001 - single angle quotation marks
        ["Add", "Export"],
    ]
    assert [row for row in keys(first) if "‹" in row] == [row for row in keys(last) if "›" in row] == []  # noqa: RUF001 - likewise
    assert listed(25, 99) == last


def test_pages_of_what_was_looked_for_keep_the_word() -> None:
    page = listed(12, 1, "a:b")
    assert page.buttons[2][0].action == "list:2:a:b"
    assert page.body.text.startswith("Your feeds with “a:b” · 12 · page 1 of 2")


@pytest.mark.parametrize(
    ("feed", "mine", "line"),
    [
        ({"failures": 3, "failing_since": NOON - timedelta(days=3), "trouble": "gone"}, {}, "⚠ Courier · the site has no such page, for 3 days now · digest"),
        ({"failures": 9, "paused": True, "trouble": "gone"}, {}, "⏸ Courier · paused: the site has no such page · digest"),
        ({}, {"paused_until": NOON + timedelta(days=8)}, "⏸ Courier · courier.example · paused until 1 Dec 2026 · digest · 14 a day"),
        ({}, {"paused_until": datetime(9999, 1, 1, tzinfo=UTC)}, "⏸ Courier · courier.example · paused · digest · 14 a day"),
        ({}, {"name": "Mine", "tags": ("tech",), "delivery": Delivery.OFF}, "✅ Mine · courier.example · off · 14 a day · #tech"),
    ],
)  # fmt: skip
def test_each_feed_has_its_sign_and_what_is_to_be_known_of_it(
    feed: dict[str, object], mine: dict[str, object], line: str
) -> None:
    one = replace(MINE, feed=replace(FEED, **feed), **mine)  # type: ignore[arg-type] # fields of both
    text = feed_list.feed_list(TR, Page.of([(1, one)], 1), None, NOON, "UTC").body.text
    assert text.splitlines()[2] == f"1  {line}"
