"""A digest comes once per local date, in every zone and through every change of its clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.schedule import next_fire, parse_time
from tests.torture.clock import END, QUARTERS, START, moment_of, pattern_of, patterns

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
ZONES = st.sampled_from([*sorted(patterns().values()), "+05:30", "-03:30", "+14:00"])
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - bounds have no zone
WEEKDAYS = st.frozensets(st.integers(0, 6), min_size=1)


def fires(zone: str, at: time, start: datetime, end: datetime) -> list[tuple[datetime, date]]:
    found, (fire, slot) = [], next_fire(at, zone, start)
    while fire < end:
        found.append((fire, date.fromisoformat(slot.partition("T")[0])))
        fire, slot = next_fire(at, zone, fire)
    return found


@pytest.mark.parametrize("zone", [name for spans, name in patterns().items() if len(spans) > 1])
def test_every_local_date_has_exactly_one_fire_at_every_quarter_hour(zone: str) -> None:
    pattern = pattern_of(zone)
    for change in (span.end for span in pattern[:-1] if START < span.end < END):
        for at in QUARTERS:
            got = fires(zone, at, change - 3 * DAY, change + 4 * DAY)
            days = [got[0][1] + number * DAY for number in range(len(got))]
            assert got == [(moment_of(pattern, day, at), day) for day in days], (zone, at, change)
            asked_before = [next_fire(at, zone, fire - SECOND)[0] for fire, _ in got]
            assert asked_before == [fire for fire, _ in got], (zone, at, change)
            assert len(got) >= 6


@given(TIMES, ZONES, MOMENTS, WEEKDAYS)
def test_the_next_fire_is_later_and_the_same_until_it_comes(
    at: time, zone: str, now: datetime, weekdays: frozenset[int]
) -> None:
    fire, slot = next_fire(at, zone, now, weekdays)
    assert fire > now
    assert fire - now < 8 * DAY + timedelta(hours=2)
    for later in (now + (fire - now) / 2, fire - timedelta(microseconds=1)):
        assert next_fire(at, zone, later, weekdays) == (fire, slot)


@given(TIMES, ZONES, MOMENTS)
def test_fires_that_follow_each_other_are_for_dates_that_do(at: time, zone: str, now: datetime) -> None:
    days = [day for _, day in fires(zone, at, now, now + 9 * DAY)]
    assert days == [days[0] + number * DAY for number in range(len(days))]


@given(TIMES, ZONES, MOMENTS, WEEKDAYS)
def test_a_fire_is_for_one_of_its_weekdays_and_none_is_left_out(
    at: time, zone: str, now: datetime, weekdays: frozenset[int]
) -> None:
    wanted = [each for each in fires(zone, at, now, now + 20 * DAY) if each[1].weekday() in weekdays]
    for fire, day in wanted:
        assert next_fire(at, zone, now, weekdays) == (fire, f"{day}T{at:%H:%M}")
        now = fire


def test_a_time_that_the_clock_jumps_over_fires_at_the_jump_or_behind_it() -> None:
    fire, slot = next_fire(time(0, 0), "Africa/Cairo", datetime(2026, 4, 23, 12, tzinfo=UTC))
    assert slot == "2026-04-24T00:00"
    assert fire.astimezone(ZoneInfo("Africa/Cairo")).hour == 1


def test_a_time_that_comes_twice_fires_the_first_time() -> None:
    fire, _ = next_fire(time(2, 30), "Europe/Berlin", datetime(2026, 10, 24, 12, tzinfo=UTC))
    assert fire == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_slot_is_never_due_again_at_the_moment_it_fires() -> None:
    first, _ = next_fire(time(8), "Europe/Kyiv", datetime(2026, 11, 23, tzinfo=UTC))
    second, _ = next_fire(time(8), "Europe/Kyiv", first)
    assert second - first == timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("08:00", time(8)),
        ("8", time(8)),
        ("8.30", time(8, 30)),
        ("6pm", time(18)),
        ("12am", time(0)),
        (" 23:59 ", time(23, 59)),
    ],
)
def test_times_are_understood_as_people_write_them(text: str, expected: time) -> None:
    assert parse_time(text) == expected


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_none(text: str) -> None:
    parse_time(text)


@pytest.mark.parametrize("text", ["24:00", "8:60", "13pm", "0am", "soon", "", "8:0", "-1"])
def test_what_is_no_time_of_day_is_none(text: str) -> None:
    assert parse_time(text) is None
