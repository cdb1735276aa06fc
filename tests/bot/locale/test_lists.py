"""Lists in a sentence read as each language writes them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time

import pytest

from bot.locale import LANGUAGES, Translator, translator
from bot.messages.facts import clock, weekday
from bot.messages.filters import mutes
from bot.messages.operators import Machine, stats
from bot.messages.schedule import days, quiet_set, scheduled
from bot.messages.status import State, status
from bot.messages.story import mute_choice, muted, why_each
from bot.models import (
    ChatKind,
    ChatSettings,
    Counts,
    DigestState,
    Feed,
    Filter,
    FilterKind,
    Quiet,
    Schedule,
    Story,
    Subscription,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ITEMS = ("08:00", "13:30", "21:00")
# Two of them, then all three.
WRITTEN = {
    "en": ("08:00 and 13:30", "08:00, 13:30 and 21:00"),
    "uk": ("08:00 і 13:30", "08:00, 13:30 і 21:00"),  # noqa: RUF001 - as people write
    "de": ("08:00 und 13:30", "08:00, 13:30 und 21:00"),
    "fr": ("08:00 et 13:30", "08:00, 13:30 et 21:00"),
    "es": ("08:00 y 13:30", "08:00, 13:30 y 21:00"),
    "it": ("08:00 e 13:30", "08:00, 13:30 e 21:00"),
    "pt": ("08:00 e 13:30", "08:00, 13:30 e 21:00"),
    "pl": ("08:00 i 13:30", "08:00, 13:30 i 21:00"),
    "tr": ("08:00 ve 13:30", "08:00, 13:30 ve 21:00"),
    "ru": ("08:00 и 13:30", "08:00, 13:30 и 21:00"),
    "ar": ("08:00 و13:30", "08:00 و13:30 و21:00"),
    "he": ("08:00 ו13:30", "08:00, 13:30 ו21:00"),  # noqa: RUF001 - likewise
    "hi": ("08:00 और 13:30", "08:00, 13:30, और 21:00"),
    "id": ("08:00 dan 13:30", "08:00, 13:30, dan 21:00"),
    "zh": ("08:00和13:30", "08:00、13:30和21:00"),
    "ja": ("08:00、13:30", "08:00、13:30、21:00"),
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_list_is_written_as_its_language_does(code: str) -> None:
    tr = translator(code)
    assert [tr.listed(ITEMS[:most]) for most in range(4)] == ["", ITEMS[0], *WRITTEN[code]]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_brief_list_has_no_word_between_where_the_language_can(code: str) -> None:
    tr = translator(code)
    brief = ("08:00, 13:30", "08:00, 13:30, 21:00") if code == "en" else WRITTEN[code]
    assert [tr.listed(ITEMS[:most], brief=True) for most in range(4)] == ["", ITEMS[0], *brief]


def test_items_are_taken_as_they_are() -> None:
    assert translator("en").listed(iter(["{0}", "%s", "{name}"])) == "{0}, %s and {name}"
    assert translator("ja").listed(["{1}", "{0}"]) == "{1}、{0}"


def slots(weekdays: frozenset[int]) -> list[Schedule]:
    return [Schedule(7, 1, time(hour), NOON, "2026-11-24T08:00", weekdays=weekdays) for hour in (8, 13, 21)]


def schedule_lists(tr: Translator) -> tuple[str, Sequence[str]]:
    mine = slots(frozenset({0, 2}))
    text = scheduled(tr, mine, [], "UTC", NOON, chosen=True, feeds=1).body.text
    return text, [days(tr, frozenset({0, 2})), tr.listed(clock(tr, each.at) for each in mine)]


def day_lists(tr: Translator) -> tuple[str, Sequence[str]]:
    return days(tr, frozenset({1, 3, 6})), [tr.listed(weekday(tr, number) for number in (1, 3, 6))]


def quiet_lists(tr: Translator) -> tuple[str, Sequence[str]]:
    mine = slots(frozenset(range(7)))
    text = quiet_set(tr, Quiet(time(7), time(22)), "UTC", mine).body.text
    return text, [tr.listed(clock(tr, each.at) for each in mine)]


def mute_lists(tr: Translator) -> tuple[str, Sequence[str]]:
    words = ("dam", "cup", "vote")
    listed = tr.listed((tr.isolated(word) for word in words), brief=True)
    return mutes(tr, [Filter(7, FilterKind.MUTE, words)], NOON).body.text, [listed]


def story_lists(tr: Translator) -> tuple[str, Sequence[str]]:
    words = ("dam", "cup")
    asked, told = mute_choice(tr, words, 1, 1).body.text, muted(tr, words, 7, 1, 1, 1).body.text
    quoted = tr.listed((tr("“{text}”", text=word) for word in words), brief=True)
    assert quoted in told
    return asked, [quoted]


def why_lists(tr: Translator) -> tuple[str, Sequence[str]]:
    story = Story("The dam", None, reasons=(("hours", "0"), ("rare", "")))
    reasons = tr.listed([tr("it is new"), tr("its feed seldom posts")], brief=True)
    return why_each(tr, [(1, story)]).body.text, [reasons]


def status_lists(tr: Translator) -> tuple[str, Sequence[str]]:
    ill = Feed(8, "https://b.example/", "B", NOON, failures=3)
    mine = [Subscription(1, Feed(7, "https://a.example/", "A", NOON), NOON), Subscription(1, ill, NOON)]
    text = status(tr, State(mine, [], 0, ChatSettings(), "UTC", NOON)).body.text
    return text, [tr.listed([tr("{number} well", number=1), tr("{number} failing", number=1)], brief=True)]


def stats_lists(tr: Translator) -> tuple[str, Sequence[str]]:
    counts = Counts({ChatKind.GROUP: 2, ChatKind.CHANNEL: 3}, 0, {}, {}, 0, {DigestState.SENT: 1}, 0, 0)
    text = stats(tr, counts, Machine("1", NOON - NOON, 0)).body.text
    return text, [tr.listed([tr("{number} groups", number=2), tr("{number} channels", number=3)], brief=True)]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "shown",
    [
        schedule_lists,
        day_lists,
        quiet_lists,
        mute_lists,
        story_lists,
        why_lists,
        status_lists,
        stats_lists,
    ],
)
def test_every_list_in_a_message_is_one_of_its_language(
    shown: Callable[[Translator], tuple[str, Sequence[str]]], code: str
) -> None:
    text, lists = shown(translator(code))
    assert lists
    for each in lists:
        assert each in text
