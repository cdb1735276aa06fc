"""Which of what is new goes into a digest, and how. Pure.

Events come from `digests.sorting`, which runs in a worker: articles that tell of one thing, with what of it is new.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.digests.rank import Facts, Ranked, Reason, choose, rank
from bot.digests.sorting import Event
from bot.messages.digest import sections
from bot.messages.facts import WORDS_PER_MINUTE
from bot.models import Outlet
from bot.storage.items import NewItem

# Stories told with their bullets where nobody set another bound; more is no digest.
MAX_STORIES = 12
# Words of a story with so many bullets, for the budget: a title and bullets of 22 words, the mean of our own.
_TITLE_WORDS, _BULLET_WORDS = 10, 22


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long a digest may be: stories, minutes of reading, bullets of a story."""

    most: int = MAX_STORIES
    minutes: int | None = None
    sentences: int = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A story on its way into a digest: its items, the lead first, and why it is there."""

    items: tuple[NewItem, ...]
    event: Event
    reasons: tuple[Reason, ...] = ()

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """Who tells it, each once."""
        return tuple(
            {name_of(item): Outlet(name_of(item), item.url) for item in reversed(self.items)}.values()
        )[::-1]

    @property
    def tag(self) -> str:
        """The first of the chat's words for the lead's feed."""
        return self.items[0].tags[0] if self.items[0].tags else ""

    @property
    def signs(self) -> tuple[str, ...]:
        """What likes go by."""
        words = [f"word:{word}" for word in self.event.words]
        feeds = [f"feed:{item.source}" for item in self.items]
        authors = [f"author:{item.author}" for item in self.items if item.author]
        return tuple(dict.fromkeys((*words, *feeds, *authors)))


@dataclass(frozen=True, slots=True)
class Selection:
    """What a digest holds: stories told in full, stories named in a line, and articles that it passes over."""

    told: tuple[Entry, ...]
    lines: tuple[Entry, ...]
    passed: tuple[int, ...] = ()

    @property
    def articles(self) -> tuple[int, ...]:
        """Every article that the digest brings, and that is not new afterwards."""
        return tuple(item.article for entry in (*self.told, *self.lines) for item in entry.items)


def name_of(item: NewItem) -> str:
    """An item's outlet: what the page calls itself, else its feed's title."""
    return item.site or item.source


def compose(
    new: Sequence[NewItem],
    events: Sequence[Event],
    liked: Mapping[str, float],
    now: datetime,
    bounds: Bounds,
) -> Selection:
    """Choose the stories that matter most; the rest is named in a line each, the newest first.

    An event that was told before and that has nothing new is passed over; one of which only another outlet is new is
    never more than a line.
    """
    entries = [entry for event in events if (entry := _entry(new, event))]
    stale = [entry for entry in entries if entry.event.was_told and not _news(entry)]
    fit = [entry for entry in entries if not entry.event.was_told or entry.event.news]
    minor = [entry for entry in entries if entry.event.was_told and not entry.event.news and _news(entry)]
    facts = [_facts(entry, bounds) for entry in fit]
    ranked = rank(facts, liked, now)
    words = None if bounds.minutes is None else bounds.minutes * WORDS_PER_MINUTE
    chosen = choose(ranked, facts, most=bounds.most, words=words)
    places = {each.place for each in chosen}
    rest = [entry for place, entry in enumerate(fit) if place not in places] + minor
    return Selection(
        _in_sections([_explained(fit, each) for each in chosen]),
        tuple(sorted(rest, key=_newest, reverse=True)),
        tuple(item.article for entry in stale for item in entry.items),
    )


def _in_sections(told: Sequence[Entry]) -> tuple[Entry, ...]:
    """Stories of one tag together where tags get sections, the section of the best story first, the rest last."""
    large = sections([entry.tag for entry in told])
    place = {tag: number for number, tag in enumerate(large)}
    return tuple(sorted(told, key=lambda entry: place.get(entry.tag, len(large))))


def _entry(new: Sequence[NewItem], event: Event) -> Entry | None:
    """The event with its items, in the event's order; an article that several feeds list is told once."""
    by_article = {item.article: item for item in reversed(new)}
    mine = tuple(by_article[number] for number in event.articles if number in by_article)
    return Entry(mine, event) if mine else None


def _news(entry: Entry) -> tuple[str, ...]:
    """What is new of an event that was told: facts, else outlets that were not among those that told it."""
    return entry.event.news or tuple(
        outlet.name for outlet in entry.outlets if outlet.name not in entry.event.told_by
    )


def _explained(fit: Sequence[Entry], each: Ranked) -> Entry:
    return replace(fit[each.place], reasons=each.reasons)


def _facts(entry: Entry, bounds: Bounds) -> Facts:
    return Facts(
        outlets=len(entry.outlets),
        newest=_newest(entry),
        feeds=tuple(item.feed for item in entry.items),
        pace=entry.items[0].pace,
        signs=entry.signs,
        words=_TITLE_WORDS + math.ceil(_BULLET_WORDS * bounds.sentences),
    )


def _newest(entry: Entry) -> datetime:
    return max(item.published or item.ready_at for item in entry.items)
