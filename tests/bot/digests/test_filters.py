"""Filters keep and drop whole words, whatever their case and accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.filters import MOST_TERMS, fold, parse_terms, passes, subject
from bot.models import Filter, FilterKind

KEEP, DROP, MUTE = FilterKind


def of(text: str, feed: int | None = None) -> list[Filter]:
    return [Filter(number, kind, words, feed) for number, (kind, words) in enumerate(parse_terms(text) or ())]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("election", [(KEEP, ("election",))]),
        ("election, !football", [(KEEP, ("election",)), (DROP, ("football",))]),
        ('"trade war"', [(KEEP, ("trade war",))]),
        ('!"trade war", dam', [(DROP, ("trade war",)), (KEEP, ("dam",))]),
        ("„zwei Wörter“", [(KEEP, ("zwei Wörter",))]),
        ("-football", [(DROP, ("football",))]),
        ("选举，！足球、洪水", [(KEEP, ("选举",)), (DROP, ("足球",)), (KEEP, ("洪水",))]),  # noqa: RUF001
        ("「貿易戦争」、!『大会』", [(KEEP, ("貿易戦争",)), (DROP, ("大会",))]),
        ("السد، !كرة", [(KEEP, ("السد",)), (DROP, ("كرة",))]),
        ("two words", [(KEEP, ("two words",))]),
        ("a, a", [(KEEP, ("a",))]),
    ],
)
def test_terms_are_understood_as_people_write_them(
    text: str, terms: list[tuple[FilterKind, tuple[str, ...]]]
) -> None:
    assert parse_terms(text) == tuple(terms)


@pytest.mark.parametrize("text", ["", ",,", "!", '""', "x" * 61, ",".join(map(str, range(MOST_TERMS + 1)))])
def test_what_holds_no_word_or_too_much_is_refused(text: str) -> None:
    assert parse_terms(text) is None


@pytest.mark.parametrize(
    ("rule", "title", "through"),
    [
        ("dam", "The Dam breaks", True),
        ("dam", "Damage everywhere", False),
        ("cafe", "Un café à Paris", True),
        ("КИЇВ", "Дощ у місті київ", True),  # noqa: RUF001 - Ukrainian
        ("trade war", "A trade-war begins", True),
        ("trade war", "War on trade", False),
        ("!football", "Football: two goals", False),
        ("!football", "The dam breaks", True),
        ("dam, !football", "Football at the dam", False),
        ("東京", "東京で地震", True),
        ("(a+)+$", "aaaa", False),
    ],
)
def test_a_title_gets_through_or_not(rule: str, title: str, through: bool) -> None:
    assert passes(subject(1, title, "", None), of(rule)) is through


def test_a_feeds_filter_holds_for_that_feed_alone() -> None:
    assert not passes(subject(1, "Football", "", None), of("!football", feed=1))
    assert passes(subject(2, "Football", "", None), of("!football", feed=1))


def test_both_the_chat_and_the_feed_must_let_an_item_pass() -> None:
    rules = [*of("dam"), *of("spillway", feed=1)]
    assert not passes(subject(1, "The dam breaks", "", None), rules)
    assert passes(subject(1, "The dam breaks", "The spillway is open", None), rules)


def test_a_muted_story_is_known_by_two_of_its_words() -> None:
    rules = [Filter(1, MUTE, ("reservoir", "orlova", "families"))]
    assert not passes(subject(1, "Orlova: reservoir falls", "", None), rules)
    assert passes(subject(1, "Market day in Orlova", "", None), rules)


def test_a_single_muted_word_is_enough() -> None:
    assert not passes(subject(1, "Football tonight", "", None), [Filter(1, MUTE, ("football",))])


@given(st.text(), st.text(), st.text())
def test_no_text_breaks_a_filter(rule: str, title: str, text: str) -> None:
    passes(subject(1, title, text, None), of(rule))


@given(st.text())
def test_an_item_passes_a_filter_for_its_own_words_and_not_one_against_them(title: str) -> None:
    word = next(iter(fold(title).split()), "")
    if word:
        assert passes(subject(1, title, "", None), [Filter(1, KEEP, (word,))])
        assert not passes(subject(1, title, "", None), [Filter(1, DROP, (word,))])


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
