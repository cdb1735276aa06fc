"""From the language of somebody's phone to where they may live."""

from zoneinfo import ZoneInfo

import pytest

from bot.locale import LANGUAGES
from bot.regions import likely_zones, region_in


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("de-AT", "AT"),
        ("pt-br", "BR"),
        ("zh-hans-cn", "CN"),
        ("pt_BR", "BR"),
        ("zh-hans", ""),
        ("uk", ""),
        ("", ""),
        (None, ""),
        ("x-@:", ""),
    ],
)
def test_a_country_is_read_from_a_language_code(code: str | None, region: str) -> None:
    assert region_in(code) == region


@pytest.mark.parametrize(
    ("code", "zones"),
    [
        ("de-AT", ("Europe/Vienna",)),
        ("uk", ("Europe/Kyiv",)),
        ("sv", ("Europe/Stockholm",)),
        ("pt", ("America/Sao_Paulo", "Europe/Lisbon")),
        ("pt-br", ("America/Sao_Paulo", "America/Manaus")),
        ("en", ()),
        ("en-zz", ()),
        ("qq", ()),
    ],
)
def test_the_likely_zones_of_a_language_code(code: str, zones: tuple[str, ...]) -> None:
    assert likely_zones(code) == zones


def test_of_every_language_but_english_a_zone_can_be_guessed_and_there_are_four_at_most() -> None:
    for code in LANGUAGES:
        guessed = likely_zones(code)
        assert bool(guessed) is (code != "en")
        assert len(guessed) <= 4
        assert all(ZoneInfo(zone) for zone in guessed)
    assert len(likely_zones("en-us")) == len(likely_zones("ru")) == 4
