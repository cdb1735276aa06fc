"""Keys of the first steps carry little enough, languages are understood by name, and menus know who sees them."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

import pytest

from bot.handlers.commands import COMMANDS
from bot.handlers.language import named
from bot.handlers.menu import ADMINS, MEMBERS, PEOPLE, Audience, listed, menu, stamp
from bot.locale import LANGUAGES, Translator, translator
from bot.messages import start as look
from bot.messages.rich import Message
from bot.messages.start import Now, Zones
from bot.regions import likely_zones
from bot.starter import Starter
from summarizer import Outline

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MOST_BYTES = 40
ORIGIN = "zh-hans-cn"
EN = translator("en")


def starters(number: int) -> list[Starter]:
    return [Starter("world", f"Paper {each}", f"https://paper{each}.example/feed") for each in range(number)]


def panels(tr: Translator) -> Iterator[Message]:
    """Every panel, with the longest values that there are."""
    yield look.hello(tr, "Nutgraf", ORIGIN)
    for page in range(4):
        yield look.languages(tr, page, ORIGIN)
    for code in (*LANGUAGES, "en-us", "es-ar"):
        yield look.zones(tr, Zones(likely_zones(code), None, NOW, ORIGIN))
    yield look.zones(tr, Zones((), "Europe/Kyiv", NOW, ORIGIN), others=True)
    yield look.times(tr, "Europe/Kyiv", NOW, [time(8)])
    yield look.feeds(tr, starters(20), [True] * 20, 2)
    yield look.done(tr, Now(2, None, sent=True))
    yield look.shared(tr, "You", [Outline("https://paper.example", "Paper")] * 12, "x" * 12)
    yield look.sharing(tr, "https://t.me/nutgraf_bot?start=sub_x", 2)


def labels(message: Message) -> list[list[str]]:
    return [[button.label for button in row] for row in message.buttons]


def test_no_key_of_the_first_steps_carries_more_than_it_may() -> None:
    actions = [button.action or "" for panel in panels(EN) for row in panel.buttons for button in row]
    assert max(len(action.encode()) for action in actions) <= MOST_BYTES
    assert all("@" not in action for action in actions)


def test_no_panel_has_an_empty_row_or_repeats_a_key() -> None:
    for panel in panels(EN):
        actions = [button.action for row in panel.buttons for button in row]
        assert all(panel.buttons)
        assert len(actions) == len(set(actions))


def test_what_was_chosen_is_ticked() -> None:
    zones = Zones(("Europe/Kyiv", "Europe/London"), "Europe/Kyiv", NOW, "")
    assert labels(look.zones(EN, zones))[0] == ["✓ Kyiv · 14:00", "London · 12:00"]
    assert labels(look.times(EN, "Europe/Kyiv", NOW, [time(18)]))[1][0] == "✓ 18:00"
    ticks = [label for row in labels(look.feeds(EN, starters(2), [False, True], 1)) for label in row][:2]
    assert ticks == ["Paper 0 · World", "✓ Paper 1 · World"]


def test_feeds_come_six_at_a_time_and_turn_round() -> None:
    feeds, none = starters(14), [False] * 14
    pages = [look.feeds(EN, feeds, none, page) for page in (1, 2, 3, 4)]
    shown = [[row[0] for row in labels(page) if row[0].startswith("Paper")] for page in pages]
    assert [len(each) for each in shown] == [6, 6, 2, 6]
    assert shown[3] == shown[0]
    turns = [
        button.action for page in pages for row in page.buttons for button in row if "More" in button.label
    ]
    assert turns == ["first:feeds:2", "first:feeds:3", "first:feeds:1", "first:feeds:2"]
    assert "More topics" not in str(labels(look.feeds(EN, feeds[:6], none[:6], 1)))
    assert labels(look.feeds(EN, [], [], 1)) == [["Back", "Done"]]


def test_a_long_list_that_is_shared_names_ten_and_counts_the_rest() -> None:
    shown = look.shared(
        EN, "You", [Outline(f"https://paper.example/{n}", f"Paper {n}") for n in range(12)], "x"
    )
    assert shown.body.text.count("• ") == 10
    assert shown.body.text.endswith("• Paper 9\nand 2 more")


def test_descriptions_are_no_longer_than_telegram_takes() -> None:
    assert len(look.description(EN)) <= 512
    assert len(look.about(EN)) <= 120


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("pl", "pl"),
        ("Polski", "pl"),
        ("polish", "pl"),
        ("українська", "uk"),
        ("uk-UA", "uk"),
        ("klingon", None),
    ],
)
def test_a_language_is_meant_by_its_code_and_by_both_of_its_names(word: str, code: str | None) -> None:
    assert named(word) == code


def test_a_menu_holds_what_is_of_use_to_who_sees_it_and_no_more_than_telegram_takes() -> None:
    people, members, admins, operators = (
        {name for name, _ in listed(each)} for each in (PEOPLE, MEMBERS, ADMINS, Audience(operates=True))
    )
    theirs = {row.name for row in COMMANDS if row.operators}
    changing = {row.name for row in COMMANDS if row.changes}
    assert operators - people == theirs
    assert admins - members == changing
    assert "chats" in people - admins
    assert "topic" in admins - people
    assert all(len(each) <= 100 for each in (people, members, admins, operators))
    assert [each.command for each in menu(EN, PEOPLE)] == [name for name, _ in listed(PEOPLE)]


def test_a_stamp_changes_with_the_language_and_with_what_is_published() -> None:
    assert stamp("en", 1, [("list", "what")]) == stamp("en", 1, [("list", "what")])
    others = {stamp("de", 1, []), stamp("en", 2, []), stamp("en", 1, [("list", "why")]), stamp("en", 1, [])}
    assert len(others) == 4
