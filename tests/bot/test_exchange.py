"""A file of a chat's decisions says the same when it is read, and a wrong one is refused with the place."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from bot.digests.rank import VOTE
from bot.errors import PersonError
from bot.exchange import (
    MOST_BYTES,
    Export,
    Filtered,
    Followed,
    Planned,
    Saved,
    Voted,
    looks_like,
    read,
    write,
)
from bot.models import Delivery, FilterKind, TextFrom

words = some.text(some.characters(codec="utf-8"), min_size=1, max_size=20)
moments = some.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=some.just(UTC))  # noqa: DTZ001
clocks = some.times().map(lambda at: f"{at:%H:%M}")
numbers = some.integers(1, 12)
maybe = some.none()
feeds = some.builds(
    Followed,
    url=words,
    since=maybe | moments,
    name=maybe | words,
    tags=some.lists(words, max_size=3, unique=True).map(tuple),
    delivery=maybe | some.sampled_from(Delivery),
    interval=maybe | numbers,
    sentences=maybe | numbers,
    silent=maybe | some.booleans(),
    source=maybe | some.sampled_from(TextFrom),
    paused_until=maybe | moments,
)
schedules = some.builds(
    Planned,
    name=words,
    at=clocks,
    weekdays=some.sets(some.integers(0, 6), min_size=1).map(tuple),
    tags=some.lists(words, max_size=3, unique=True).map(tuple),
    most=maybe | numbers,
    thread=maybe | numbers,
)
filters = some.builds(
    Filtered,
    kind=some.sampled_from(FilterKind),
    words=some.lists(words, min_size=1, max_size=3).map(tuple),
    feed=maybe | words,
    until=maybe | moments,
)
votes = some.builds(
    Voted,
    value=some.sampled_from([1, -1]),
    signs=some.lists(words.map("word:{}".format), max_size=3).map(tuple),
    at=moments,
)
saved = some.builds(Saved, url=some.just("https://example.com/a"), title=maybe | words, at=moments)


def several(parts: some.SearchStrategy[object]) -> some.SearchStrategy[tuple[object, ...]]:
    return some.lists(parts, max_size=3).map(tuple)


exports = some.builds(
    Export,
    chat=some.integers(-(2**52), 2**52),
    feeds=several(feeds),
    schedules=several(schedules),
    filters=several(filters),
    votes=several(votes),
    saved=several(saved),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(exports)
def test_what_is_written_is_read_again(export: Export) -> None:
    data = write(export)
    assert read(data) == export
    assert write(read(data)) == data
    assert looks_like(data)


@settings(max_examples=300, deadline=None)
@given(some.binary(max_size=200) | some.text(max_size=200).map(str.encode))
def test_any_other_file_is_none_of_ours(data: bytes) -> None:
    with pytest.raises(PersonError) as raised:
        read(data)
    assert raised.value.key == "not_export"


def file(**parts: object) -> bytes:
    return json.dumps({"format": "nutgraf", "version": 1, "chat": 1} | parts).encode()


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"settings": {"sentences": 99}}, "settings.sentences"),
        ({"settings": {"sentences": "5"}}, "settings.sentences"),
        ({"settings": {"timezone": "Mars/Olympus"}}, "settings.timezone"),
        ({"settings": {"timezone": "../../etc/passwd"}}, "settings.timezone"),
        ({"settings": {"quiet": "23:00"}}, "settings.quiet"),
        ({"settings": {"paused_until": "2026-01-01T00:00:00"}}, "settings.paused_until"),
        ({"settings": {"access": "owner"}}, "settings.access"),
        ({"feeds": [{"url": "a"}, {"url": 5}]}, "feeds[1].url"),
        ({"feeds": [{"url": "a", "interval": 0}]}, "feeds[0].interval"),
        ({"schedules": [{"at": "24:00"}]}, "schedules[0].at"),
        ({"schedules": [{"at": "08:00"}] * 25}, "schedules"),
        ({"schedules": [{"at": "08:00", "weekdays": []}]}, "schedules[0].weekdays"),
        ({"filters": [{"kind": "drop", "words": []}]}, "filters[0].words"),
        ({"votes": [{"value": 7, "signs": [], "at": "2026-01-01T00:00:00Z"}]}, "votes[0].value"),
        (
            {"votes": [{"value": 1, "signs": ["mood:good"], "at": "2026-01-01T00:00:00Z"}]},
            "votes[0].signs[0]",
        ),
        ({"saved": [{"url": "javascript:alert(1)", "at": "2026-01-01T00:00:00Z"}]}, "saved[0].url"),
        ({"chat": 2**80}, "chat"),
    ],
)
def test_what_is_wrong_is_refused_with_the_place(parts: dict[str, object], place: str) -> None:
    with pytest.raises(PersonError) as raised:
        read(file(**parts))
    assert raised.value.key == "bad_export"
    assert raised.value.arguments["place"] == place


def test_a_version_to_come_is_named() -> None:
    with pytest.raises(PersonError) as raised:
        read(file(version=7))
    assert (raised.value.key, raised.value.arguments["version"]) == ("other_export", "7")


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    with pytest.raises(PersonError) as raised:
        read(b"{" * (MOST_BYTES + 1))
    assert raised.value.key == "large_export"


def test_names_of_later_versions_are_passed_over() -> None:
    assert read(file(mood="good", settings={"mood": "good"})) == read(file())


def test_whatever_votes_teach_by_may_stand_in_a_file() -> None:
    signs = [f"{kind}:x" for kind in VOTE]
    assert read(file(votes=[{"value": 1, "signs": signs, "at": "2026-01-01T00:00:00Z"}])).votes[0].signs
