"""Articles become events, each in exactly one, and an event knows whether it was told before and what is new."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digests.sorting import Event, Numbered, sort_out
from summarizer.types import Article
from tests.bot.digests.conftest import CHESS, DAM, DAM_ELSEWHERE, DAM_WITH_NEWS, DAY, NOON, TITLES

TEXTS = tuple(TITLES)


def numbered(number: int, text: str, site: str | None = "Courier", hours: float = 0) -> Numbered:
    """An article with its number."""
    moment = NOON + timedelta(hours=hours)
    url = f"https://paper.example/{number}"
    return number, Article(text, url, url, TITLES.get(text, text), language="en", site=site, published=moment)


def only(new: list[Numbered], told: list[Numbered]) -> Event:
    """The one event of the new articles."""
    (event,) = sort_out(new, told)
    return event


def test_two_articles_on_one_event_are_one_event_and_another_is_its_own() -> None:
    events = sort_out([numbered(1, DAM), numbered(2, CHESS), numbered(3, DAM_ELSEWHERE, "Harbour")], [])
    assert sorted(sorted(event.articles) for event in events) == [[1, 3], [2]]
    assert not any(event.was_told or event.told_by or event.news for event in events)


def test_an_event_is_known_by_the_words_of_its_title() -> None:
    assert only([numbered(1, DAM)], []).words == ("orlova", "dam", "breaks", "families", "flee")


@pytest.mark.parametrize("days", [1, 2.9, 5, 6.9])
def test_an_event_that_was_told_within_a_week_and_brings_nothing_new_has_no_news(days: float) -> None:
    event = only([numbered(2, DAM_ELSEWHERE, "Harbour", 24 * days)], [numbered(1, DAM)])
    assert event == replace(event, articles=(2,), was_told=True, told_by=("Courier",), news=())


def test_an_event_that_was_told_and_has_a_new_number_has_it_as_news() -> None:
    event = only([numbered(2, DAM_WITH_NEWS, hours=20)], [numbered(1, DAM)])
    assert (event.was_told, event.news) == (True, ("1,250",))


def test_what_was_told_of_another_event_is_no_telling_of_this_one() -> None:
    assert not only([numbered(2, CHESS, hours=20)], [numbered(1, DAM)]).was_told


def test_a_copy_of_what_was_told_is_no_news() -> None:
    event = only([numbered(2, DAM, hours=20)], [numbered(1, DAM)])
    assert (event.articles, event.was_told, event.news) == ((2,), True, ())


def test_what_was_told_is_never_an_event_by_itself() -> None:
    assert sort_out([], [numbered(1, DAM), numbered(2, CHESS)]) == []
    assert [event.articles for event in sort_out([numbered(3, CHESS)], [numbered(1, DAM)])] == [(3,)]


def test_all_sites_that_told_are_named_each_once() -> None:
    told = [numbered(1, DAM), numbered(2, DAM_ELSEWHERE, "Harbour", 1), numbered(3, DAM, hours=2)]
    assert sorted(only([numbered(4, DAM, "Post", 20)], told).told_by) == ["Courier", "Harbour"]


@pytest.mark.parametrize("text", ["", " ", "…", "\u202e", "1 2 3"])
def test_an_article_that_says_nothing_is_an_event_of_its_own(text: str) -> None:
    new = [numbered(1, text), (2, Article("", "bare")), numbered(3, DAM)]
    assert sorted(event.articles for event in sort_out(new, [])) == [(1,), (2,), (3,)]


@given(
    st.lists(st.sampled_from(TEXTS) | st.text(max_size=80), max_size=7),
    st.lists(st.sampled_from(TEXTS) | st.text(max_size=80), max_size=4),
    st.integers(0, 9 * 24),
)
@settings(max_examples=40, deadline=None)
def test_each_new_article_is_in_exactly_one_event_and_no_told_one_is(
    new: list[str], told: list[str], hours: int
) -> None:
    fresh = [numbered(number, text, hours=hours) for number, text in enumerate(new, 1)]
    events = sort_out(fresh, [numbered(-number, text) for number, text in enumerate(told, 1)])
    assert sorted(number for event in events for number in event.articles) == list(range(1, len(new) + 1))
    assert all(event.was_told or not (event.told_by or event.news) for event in events)


def test_the_order_in_which_articles_came_does_not_matter() -> None:
    new = [numbered(1, DAM), numbered(2, CHESS), numbered(3, DAM_ELSEWHERE, "Harbour"), numbered(4, DAM)]
    told = [numbered(5, DAM_WITH_NEWS, hours=-DAY / timedelta(hours=1))]
    assert sort_out(new, told) == sort_out(new[::-1], told)
