"""What feeds ask of those who poll them, and how often they bring something."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import parse_feed
from summarizer.feed.pace import pace
from summarizer.types import Entry, ParsedFeed

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SYNDICATION = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'


def feed(head: str) -> ParsedFeed:
    return parse_feed(
        f"<rss version='2.0' {SYNDICATION}><channel><title>x</title>{head}</channel></rss>".encode()
    )


@pytest.mark.parametrize(
    ("head", "minutes"),
    [
        ("<ttl>60</ttl>", 60),
        ("<ttl>0</ttl>", None),
        ("<ttl>soon</ttl>", None),
        ("<ttl>99999999</ttl>", 10_080),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 30),
        ("<sy:updatePeriod>daily</sy:updatePeriod>", 1440),
        ("", None),
    ],
)
def test_a_feed_says_how_long_to_leave_it_alone(head: str, minutes: int | None) -> None:
    assert feed(head).ttl == minutes


def test_a_feed_says_when_nobody_should_look() -> None:
    asked = feed(
        "<skipHours><hour>0</hour><hour> 7 </hour><hour>24</hour><hour>99</hour></skipHours>"
        "<skipDays><day>Saturday</day><day>Someday</day></skipDays>"
    )
    assert (asked.skip_hours, asked.skip_days) == (frozenset({0, 7}), frozenset({5}))


def entries(*hours: float) -> list[Entry]:
    return [Entry(str(hour), published=NOON - timedelta(hours=hour)) for hour in hours]


def test_pace_is_items_a_day() -> None:
    assert pace(entries(*range(0, 240, 12)), NOON) == pytest.approx(20 / 9.5)


def test_a_burst_is_no_habit_and_silence_slows_down() -> None:
    assert pace(entries(0.1, 0.2, 0.3), NOON) == 3
    assert (pace(entries(2400, 2424), NOON) or 9) < 0.03


def test_a_feed_without_dates_has_no_pace() -> None:
    assert pace([Entry("a"), Entry("b")], NOON) is None
    assert pace(entries(-5, -6), NOON) is None


@given(st.lists(st.floats(-1000, 100_000), max_size=60))
def test_pace_is_never_negative_or_endless(hours: list[float]) -> None:
    assert 0 <= (pace(entries(*hours), NOON) or 0) <= 20
