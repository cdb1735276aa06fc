"""The next fires of a chat's schedules are told in the order in which they come."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.digests.schedule import next_fire
from bot.handlers.schedules import upcoming
from bot.models import EVERY_DAY, Schedule

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a Monday
KYIV = "Europe/Kyiv"


def of(
    number: int, at: time, weekdays: frozenset[int] = EVERY_DAY, zone: str = KYIV, now: datetime = NOON
) -> Schedule:
    """A schedule that waits for its next fire."""
    return Schedule(number, 1, at, *next_fire(at, zone, now, weekdays), weekdays=weekdays)


def slots(*mine: Schedule, most: int = 3, zone: str = KYIV) -> list[tuple[int, str]]:
    return [(each.id, slot) for each, slot in upcoming(mine, zone, most)]


def test_one_schedule_comes_on_the_next_days() -> None:
    assert slots(of(1, time(8))) == [
        (1, "2026-11-24T08:00"),
        (1, "2026-11-25T08:00"),
        (1, "2026-11-26T08:00"),
    ]


def test_several_schedules_take_turns() -> None:
    assert slots(of(1, time(8)), of(2, time(18, 30)), most=4) == [
        (2, "2026-11-23T18:30"),
        (1, "2026-11-24T08:00"),
        (2, "2026-11-24T18:30"),
        (1, "2026-11-25T08:00"),
    ]


def test_a_weekly_one_stands_where_its_day_is() -> None:
    weekly = of(1, time(18), frozenset({1}))
    assert slots(weekly, of(2, time(8)), most=3) == [
        (2, "2026-11-24T08:00"),
        (1, "2026-11-24T18:00"),
        (2, "2026-11-25T08:00"),
    ]
    assert slots(weekly)[-1] == (1, "2026-12-08T18:00")


def test_of_two_at_the_same_time_the_older_comes_first() -> None:
    assert slots(of(2, time(8)), of(1, time(8)), most=2) == [(1, "2026-11-24T08:00"), (2, "2026-11-24T08:00")]


def test_nothing_scheduled_is_nothing_to_come() -> None:
    assert slots() == []


def test_a_time_that_a_change_of_the_clock_leaves_out_or_repeats_comes_once_a_day() -> None:
    for now in (datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC)):
        days = [slot[:10] for _, slot in slots(of(1, time(3, 30), now=now), most=4)]
        assert days == [f"{now.date() + timedelta(days=day)}" for day in range(4)]


@given(
    st.lists(st.tuples(st.times(), st.frozensets(st.integers(0, 6), min_size=1)), min_size=1, max_size=5),
    st.integers(0, 365 * 24),
    st.integers(1, 6),
    st.sampled_from([KYIV, "Africa/Cairo", "Australia/Lord_Howe", "+05:30"]),
)
def test_no_fire_is_left_out_and_each_is_on_a_day_of_its_schedule(
    wanted: list[tuple[time, frozenset[int]]], hours: int, most: int, zone: str
) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    mine = [
        of(number, at.replace(second=0, microsecond=0), days, zone, now)
        for number, (at, days) in enumerate(wanted, 1)
    ]
    found = upcoming(mine, zone, most)
    assert len(found) == len({(each.id, slot) for each, slot in found}) == most
    assert found[0][1] == min(mine, key=lambda each: (each.next_at, each.id)).next_slot
    assert all(datetime.fromisoformat(slot).weekday() in each.weekdays for each, slot in found)


def test_slots_are_local_to_the_zone_that_is_asked_for() -> None:
    (first, *_) = upcoming([of(1, time(0, 30))], KYIV, 1)
    assert first[1] == "2026-11-24T00:30"
    assert first[0].next_at.astimezone(ZoneInfo(KYIV)).hour == 0
