"""When a feed and an article are looked at again."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.polling import MAX_TRIES, next_check, next_try

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_feed_that_answers_is_looked_at_again_after_the_least_time() -> None:
    assert next_check(NOON, least=15, most=1440) == NOON + timedelta(minutes=15)


@given(st.integers(0, 10_000))
def test_failures_never_stretch_the_pause_beyond_the_most_time(failures: int) -> None:
    pause = next_check(NOON, least=15, most=1440, failures=failures) - NOON
    assert timedelta(minutes=15) <= pause <= timedelta(minutes=1440)


def test_each_failure_doubles_the_pause() -> None:
    pauses = [next_check(NOON, least=15, most=1440, failures=count) - NOON for count in (1, 2, 3)]
    assert pauses == [timedelta(minutes=minutes) for minutes in (30, 60, 120)]


def test_a_server_that_asks_for_time_gets_it() -> None:
    assert next_check(NOON, least=15, most=60, failures=1, wait=7200) == NOON + timedelta(hours=2)


def test_an_article_is_given_up_after_a_few_tries() -> None:
    tries = [next_try(NOON, count) for count in range(1, MAX_TRIES + 1)]
    assert tries[0] == NOON + timedelta(minutes=5)
    assert tries[-1] is None
