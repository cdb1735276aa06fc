"""Time zones: by name, by city, by place, by offset. Pure."""

import re
import unicodedata
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+\u2212-])\s*(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_NAME = re.compile(r"([+-])(\d\d):(\d\d)")
# Names that are kept for old programs only; each has a twin under a region.
_OLD_AREAS = frozenset({"US", "Canada", "Brazil", "Chile", "Etc", "Mexico", "posix", "right", "SystemV"})


def zone_of(name: str) -> tzinfo:
    """The zone of a stored name: one of tzdata, or an offset like `+05:30`.

    Raises:
        ValueError: it is neither.
    """
    if match := _NAME.fullmatch(name):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
        return timezone(-offset if match[1] == "-" else offset)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError(name) from error


def label(name: str) -> str:
    """A zone's short name: Kyiv, New York, UTC+05:30."""
    return f"UTC{name}" if _NAME.fullmatch(name) else name.rpartition("/")[2].replace("_", " ")


def offset_name(text: str) -> str | None:
    """The stored name of an offset as people write it: +5:30, UTC+2, GMT-3; None for anything else."""
    match = _OFFSET.fullmatch(text.strip())
    if match is None:
        return None
    sign = "+" if match[1] == "+" else "-"
    hours, minutes = int(match[2]), int(match[3] or 0)
    if minutes % 15 or hours + minutes / 60 > (14 if sign == "+" else 12):
        return None
    return f"{sign}{hours:02}:{minutes:02}" if hours or minutes else "UTC"


def zone_at(latitude: float, longitude: float) -> str | None:
    """The zone of a place on earth; at sea an offset. None where there is none."""
    from tzfpy import get_tz  # noqa: PLC0415 - five megabytes that only a place needs

    found = get_tz(longitude, latitude)
    if not found:
        return None
    if nautical := re.fullmatch(
        r"Etc/GMT([+-])(\d{1,2})", found
    ):  # named by what is to be added to reach GMT
        return offset_name(f"{'-' if nautical[1] == '+' else '+'}{nautical[2]}")
    return found if found in available_timezones() else None


def find_zones(text: str, limit: int = 8) -> tuple[str, ...]:
    """Time zones of what was typed, the best first: a zone's name, a city, an offset, a piece of a name.

    `Europe/Kyiv`, `kyiv`, `new york`, `Munich`, `+5:30`.
    """
    wanted = _folded(text)
    if wanted in {"utc", "gmt"}:
        return ("UTC",)
    if offset := offset_name(text):
        return (offset,)
    names = {name: _folded(name) for name in sorted(available_timezones()) if "/" in name}
    if whole := tuple(name for name, folded in names.items() if folded == wanted):
        return whole
    current = {name: folded for name, folded in names.items() if name.partition("/")[0] not in _OLD_AREAS}
    if cities := tuple(name for name, folded in current.items() if folded.rpartition("/")[2] == wanted):
        return cities[:limit]
    if len(wanted) < 3:
        return ()
    pieces = (name for name, folded in current.items() if wanted in folded)
    return tuple(dict.fromkeys((*_of_cities(wanted), *pieces)))[:limit]


def _of_cities(wanted: str) -> tuple[str, ...]:
    """The zones of cities with an airport, by their name, else by its beginning."""
    from airportsdata import load  # noqa: PLC0415 - eleven megabytes that are given back when the answer is found

    cities = [(_folded(each["city"]), each["tz"]) for each in load("IATA").values() if each["tz"]]
    exact = sorted({zone for city, zone in cities if city == wanted})
    found = exact or sorted({zone for city, zone in cities if city.startswith(f"{wanted}_")})
    return tuple(zone for zone in found if zone in available_timezones())


def _folded(name: str) -> str:
    """A name as it is compared: no case and no accents, and spaces, hyphens and underscores alike."""
    plain = unicodedata.normalize("NFKD", name.strip().casefold())
    return re.sub(r"[\s_-]+", "_", "".join(sign for sign in plain if not unicodedata.combining(sign)))
