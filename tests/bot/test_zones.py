"""A zone is found by its name, a city, a place or an offset."""

from datetime import UTC, datetime, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.zones import find_zones, label, offset_name, zone_at, zone_of

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("kyiv", "Europe/Kyiv"),
        ("Europe/Kyiv", "Europe/Kyiv"),
        ("new york", "America/New_York"),
        ("New-York", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("utc", "UTC"),
        ("Munich", "Europe/Berlin"),
        ("Odesa", "Europe/Kyiv"),
        ("lviv", "Europe/Kyiv"),
        ("Kraków", "Europe/Warsaw"),
        ("Mumbai", "Asia/Kolkata"),
        ("san francisco", "America/Los_Angeles"),
        ("frankfurt", "Europe/Berlin"),
        ("+5:30", "+05:30"),
        ("UTC+2", "+02:00"),
        ("gmt -3", "-03:00"),
        ("\u22128", "-08:00"),
        ("+0530", "+05:30"),
        ("+0", "UTC"),
    ],
)
def test_what_people_type_is_one_zone(text: str, zone: str) -> None:
    assert find_zones(text)[:1] == (zone,)
    assert len(find_zones(text)) == 1


def test_a_name_that_several_cities_have_gives_a_choice() -> None:
    assert set(find_zones("Birmingham")) == {"America/Chicago", "Europe/London"}


@pytest.mark.parametrize("text", ["../../etc/passwd", "", "x", "+15", "-13", "+5:20", "+25:00", "soon", "5"])
def test_what_is_no_zone_finds_none(text: str) -> None:
    assert find_zones(text) == ()


def test_every_zone_is_found_by_its_own_name() -> None:
    assert [name for name in available_timezones() if "/" in name and name not in find_zones(name)] == []


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (50.45, 30.52, "Europe/Kyiv"),
        (40.7, -74.0, "America/New_York"),
        (0.0, -30.0, "-02:00"),
        (-33.9, 151.2, "Australia/Sydney"),
    ],
)
def test_a_place_has_a_zone(latitude: float, longitude: float, zone: str) -> None:
    assert zone_at(latitude, longitude) == zone


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_place_has_a_zone_that_is_one_or_none(latitude: float, longitude: float) -> None:
    zone = zone_at(latitude, longitude)
    assert zone is None or zone_of(zone)


@settings(deadline=None, max_examples=30)  # each reads the list of cities anew, to keep none of it
@given(st.text(max_size=12))
def test_whatever_is_found_is_a_zone_with_a_name(text: str) -> None:
    for zone in find_zones(text):
        assert label(zone)
        assert NOON.astimezone(zone_of(zone))


@given(st.integers(-48, 56))
def test_an_offset_is_what_it_says(quarters: int) -> None:
    minutes = abs(quarters) * 15
    text = f"{'-' if quarters < 0 else '+'}{minutes // 60}:{minutes % 60:02}"
    name = offset_name(text)
    assert name
    assert zone_of(name).utcoffset(NOON) == timedelta(minutes=quarters * 15)


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "+5", "../Europe/Kyiv", "/etc/passwd"])
def test_a_stored_name_that_is_no_zone_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        zone_of(name)
