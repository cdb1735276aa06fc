"""Where somebody may live whose phone speaks a language, and which time zones that is. Pure."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from babel.core import get_global

_MOST = 4
# Countries with several zones: those in which most of their people live.
_OF_LARGE: Mapping[str, tuple[str, ...]] = {
    "AR": ("America/Argentina/Buenos_Aires",),
    "AU": ("Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Perth"),
    "BR": ("America/Sao_Paulo", "America/Manaus"),
    "CA": ("America/Toronto", "America/Winnipeg", "America/Edmonton", "America/Vancouver"),
    "CL": ("America/Santiago",),
    "CN": ("Asia/Shanghai",),
    "CY": ("Asia/Nicosia",),
    "DE": ("Europe/Berlin",),
    "EC": ("America/Guayaquil",),
    "ES": ("Europe/Madrid", "Atlantic/Canary"),
    "ID": ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
    "KZ": ("Asia/Almaty",),
    "MX": ("America/Mexico_City", "America/Tijuana"),
    "MY": ("Asia/Kuala_Lumpur",),
    "NZ": ("Pacific/Auckland",),
    "PT": ("Europe/Lisbon", "Atlantic/Azores"),
    "RU": ("Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Asia/Vladivostok"),
    "UA": ("Europe/Kyiv",),
    "US": ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
    "UZ": ("Asia/Tashkent",),
    "VN": ("Asia/Ho_Chi_Minh",),
}
# Languages of several countries, and of the world; what is not here is spoken where most of its speakers live.
_OF_LANGUAGE: Mapping[str, tuple[str, ...]] = {
    "en": (),
    "ar": ("EG", "SA"),
    "es": ("ES", "MX", "AR"),
    "pt": ("BR", "PT"),
    "zh": ("CN", "TW"),
}


def region_in(code: str | None) -> str:
    """The country in a language code as Telegram gives it: AT of `de-AT`; empty where it names none."""
    match = re.fullmatch(r"[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})", (code or "").lower())
    return match[1].upper() if match else ""


def likely_zones(code: str) -> tuple[str, ...]:
    """The zones in which somebody may live, the likeliest first, by a language code; none where that says nothing."""
    if region := region_in(code):
        return _zones_of(region)[:_MOST]
    language = code.lower().partition("-")[0]
    spoken = _OF_LANGUAGE.get(language)
    regions = _region_of(language) if spoken is None else spoken
    first = [zone for region in regions for zone in _zones_of(region)[: _MOST if len(regions) == 1 else 1]]
    return tuple(first[:_MOST])


def _region_of(language: str) -> tuple[str, ...]:
    """The country in which a language is spoken most: UA of uk."""
    likely: str = get_global("likely_subtags").get(language, "")
    region = likely.rpartition("_")[2]
    return (region,) if re.fullmatch("[A-Z]{2}", region) else ()


def _zones_of(region: str) -> tuple[str, ...]:
    return _OF_LARGE.get(region) or _table().get(region, ())


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    """The zones of each country, as tzdata lists them."""
    zones: dict[str, tuple[str, ...]] = {}
    for line in files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            region, _, zone, *_ = line.split("\t")
            zones[region] = (*zones.get(region, ()), zone)
    return zones
