"""When a feed and an article are looked at again, and what becomes of a feed that fails or moves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.polling import (
    MAX_TRIES,
    Wishes,
    is_given_up,
    moved,
    next_check,
    next_try,
    pause_of,
    spread_of,
)
from bot.models import Feed

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a Monday
DAY = 1440.0
FEED = Feed(1, "https://quill.example/feed", "Quill", NOON)
NO_WISHES = Wishes()


def minutes(wishes: Wishes = NO_WISHES, failures: int = 0) -> float:
    """The pause without jitter, between 15 minutes and six hours where nothing fails."""
    return (next_check(NOON, wishes, least=15, most=360, failures=failures) - NOON) / timedelta(minutes=1)


@pytest.mark.parametrize(
    ("pace", "pause"), [(None, 15), (1000, 15), (48, 15), (24, 30), (4, 180), (2, 360), (0.01, 360)]
)
def test_a_feed_is_looked_at_twice_as_often_as_it_posts_within_the_operators_bounds(
    pace: float | None, pause: float
) -> None:
    assert minutes(Wishes(pace)) == pytest.approx(pause)


def test_a_server_that_names_a_pause_gets_it_within_the_operators_bounds() -> None:
    assert minutes(Wishes(1000, minutes=60)) == pytest.approx(60)
    assert minutes(Wishes(1000, minutes=9999)) == pytest.approx(360)


def test_each_failure_doubles_the_pause_up_to_a_day() -> None:
    pauses = [minutes(failures=count) for count in (1, 2, 3, 30)]
    assert pauses == pytest.approx([30, 60, 120, DAY])


def test_a_server_that_asks_for_time_gets_it_up_to_a_day() -> None:
    assert minutes(Wishes(seconds=7200), failures=1) == pytest.approx(120)
    assert minutes(Wishes(seconds=10**9), failures=1) == pytest.approx(DAY)


def test_a_feed_is_left_alone_in_the_hours_and_on_the_days_that_it_names() -> None:
    lunch = next_check(NOON, Wishes(hours=frozenset({12, 13})), least=15, most=360)
    assert lunch == NOON.replace(hour=14)
    monday = next_check(NOON, Wishes(days=frozenset({0, 1})), least=15, most=360)
    assert monday == datetime(2026, 11, 25, tzinfo=UTC)


def test_a_feed_that_never_wants_to_be_looked_at_is_all_the_same() -> None:
    never = Wishes(hours=frozenset(range(24)))
    assert minutes(never) == pytest.approx(15)


@given(
    st.builds(
        Wishes,
        st.none() | st.floats(0, 1e6),
        st.floats(0, 1e9),
        st.frozensets(st.integers(0, 23)),
        st.frozensets(st.integers(0, 6)),
        st.floats(0, 1e12),
    ),
    st.integers(0, 10_000),
    st.floats(0, 1),
)
def test_no_feed_is_asked_too_soon_or_forgotten(wishes: Wishes, failures: int, spread: float) -> None:
    found = next_check(NOON, wishes, least=15, most=360, failures=failures, spread=spread)
    assert timedelta(minutes=15) <= found - NOON <= timedelta(days=9)


def test_feeds_of_one_pause_are_spread_over_a_tenth_of_it() -> None:
    looks = {next_check(NOON, Wishes(2), least=15, most=360, spread=spread_of(number)) for number in range(9)}
    assert len(looks) == 9
    assert max(looks) - min(looks) <= timedelta(minutes=36)


@pytest.mark.parametrize(
    ("control", "ttl", "pause"),
    [
        ("max-age=600", None, 10),
        ("public, max-age=600", 30, 30),
        ('Max-Age="7200"', 30, 120),
        ("no-cache", 45, 45),
        ("max-age=-1", None, 0),
        ("max-age=soon", None, 0),
        ("", None, 0),
    ],
)
def test_the_pause_that_an_answer_names_is_the_longer_of_the_two(
    control: str, ttl: int | None, pause: float
) -> None:
    assert pause_of({"cache-control": control}, ttl) == pause


@pytest.mark.parametrize(
    ("days", "status", "given_up"),
    [(0, 404, False), (29, None, False), (30, None, True), (0, 410, True), (None, None, False)],
)
def test_a_feed_is_given_up_after_a_month_or_when_it_is_gone_for_good(
    days: int | None, status: int | None, given_up: bool
) -> None:
    since = NOON - timedelta(days=days) if days is not None else None
    assert is_given_up(replace(FEED, failing_since=since), NOON, status) is given_up


def test_a_feed_moves_when_it_was_found_at_one_new_address_three_times_in_a_row() -> None:
    target, times = "https://quill.example/new", []
    feed = FEED
    for _ in range(3):
        count, has_moved = moved(feed, target)
        times.append((count, has_moved))
        feed = replace(feed, moves=count, moved_to=target)
    assert times == [(1, False), (2, False), (3, True)]


def test_another_new_address_and_the_old_one_begin_the_count_again() -> None:
    feed = replace(FEED, moves=2, moved_to="https://quill.example/new")
    assert moved(feed, "https://quill.example/other") == (1, False)
    assert moved(feed, None) == (0, False)


def test_an_article_is_given_up_after_a_few_tries() -> None:
    tries = [next_try(NOON, count) for count in range(1, MAX_TRIES + 1)]
    assert tries[0] == NOON + timedelta(minutes=5)
    assert tries[-1] is None
