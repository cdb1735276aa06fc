"""A digest comes once per local date, in every zone and through every change of its clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.schedule import LocalTimeTrigger, next_fire, parse_time


def fires(zone: str, at: time, start: datetime, end: datetime) -> list[tuple[datetime, date]]:
    trigger, found, after = LocalTimeTrigger(ZoneInfo(zone), at), [], start
    while (fire := trigger.get_next_fire_time(after, after)) and fire < end:
        found.append((fire, trigger.nominal(fire)))
        after = fire
    return found


def changes(zone: str) -> list[datetime]:
    """The hours of 2026 and 2027 after which the zone's offset is another."""
    info, moment, found = ZoneInfo(zone), datetime(2026, 1, 1, tzinfo=UTC), []
    while moment.year < 2028:
        after = moment + timedelta(days=1)
        if moment.astimezone(info).utcoffset() != after.astimezone(info).utcoffset():
            found.append(moment)
        moment = after
    return found


ODD_ZONES = [
    "Africa/Cairo",
    "America/Santiago",
    "America/Nuuk",
    "Australia/Lord_Howe",
    "Europe/Kyiv",
    "America/New_York",
    "Asia/Kathmandu",
    "Antarctica/Troll",
]


@pytest.mark.parametrize("zone", ODD_ZONES)
def test_every_local_date_has_exactly_one_fire_at_every_half_hour(zone: str) -> None:
    for change in changes(zone):
        for minutes in range(0, 24 * 60, 30):
            at = time(minutes // 60, minutes % 60)
            got = [day for _, day in fires(zone, at, change - timedelta(days=3), change + timedelta(days=4))]
            assert got == [got[0] + timedelta(days=number) for number in range(len(got))], (zone, at, change)
            assert len(got) >= 6


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
