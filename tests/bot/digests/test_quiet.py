"""Quiet hours end when they say, in the chat's own zone."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.quiet import parse_quiet, quiet_until
from bot.models import Quiet

NIGHT = Quiet(time(23), time(7))
ZONES = ["Europe/Kyiv", "America/St_Johns", "Africa/Cairo", "Australia/Lord_Howe", "+05:30"]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("23:00-07:00", NIGHT),
        ("23-7", NIGHT),
        ("11pm to 7am", NIGHT),
        ("23:00 – 07:00", NIGHT),  # noqa: RUF001 - as phones write it
        ("12:00-13:30", Quiet(time(12), time(13, 30))),
    ],
)
def test_hours_are_understood_as_people_write_them(text: str, hours: Quiet) -> None:
    assert parse_quiet(text) == hours


@pytest.mark.parametrize("text", ["", "23:00", "23:00-23:00", "25-7", "night", "-"])
def test_what_is_no_span_of_hours_is_none(text: str) -> None:
    assert parse_quiet(text) is None


@pytest.mark.parametrize(
    ("hour", "end"),
    [(20, None), (21, (24, 5)), (23, (24, 5)), (4, (23, 5)), (5, None)],
)
def test_a_night_in_kyiv_reaches_past_midnight(hour: int, end: tuple[int, int] | None) -> None:
    moment = datetime(2026, 11, 23, hour, tzinfo=UTC)
    expected = datetime(2026, 11, *end, tzinfo=UTC) if end else None
    assert quiet_until(NIGHT, "Europe/Kyiv", moment) == expected


def test_a_night_in_which_the_clock_goes_back_is_an_hour_longer() -> None:
    start = datetime(2026, 10, 24, 21, 0, tzinfo=UTC)  # 23:00 in Berlin, before the change
    end = quiet_until(NIGHT, "Europe/Berlin", start)
    assert end
    assert end - start == timedelta(hours=9)


@given(st.times(), st.times(), st.integers(0, 2 * 365 * 24 * 60), st.sampled_from(ZONES))
def test_the_end_of_quiet_hours_lies_ahead_and_is_not_quiet(
    start: time, end: time, minutes: int, zone: str
) -> None:
    hours = Quiet(start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0))
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    until = quiet_until(hours, zone, now) if hours.start != hours.end else None
    if until:
        assert now < until <= now + timedelta(hours=25)
        assert quiet_until(hours, zone, until) is None
