"""Articles to stories: those that tell of one event come together."""

from collections.abc import Callable, Iterable, Sequence

from summarizer.stories.duplicates import copies
from summarizer.stories.likeness import Vector, alike, dot, rows
from summarizer.stories.linkage import LEAST, Group, join, span
from summarizer.stories.order import age, members, rank, seconds
from summarizer.stories.profiles import is_series, profile
from summarizer.types import Article, Story


def group(articles: Iterable[Article], known: Sequence[Story] = ()) -> list[Story]:
    """The stories of `articles`: those of most sources first, then the newest.

    Each article is in exactly one story, and their order does not matter. `known` stories take in what fits them,
    keep their lead and come back among the others; they never join each other, and an article that one of them has
    is not added again. Bullets are left empty, for `summarize_story` to make when they are wanted; a known story
    that took in nothing comes back as it was.
    """
    told = [article for story in known for article in members(story)]
    had = set(told)
    everything = [*told, *sorted((article for article in articles if article not in had), key=age)]
    if not everything:
        return []
    alikes = copies(everything)
    profiles = [profile(everything[places[0]]) for places in alikes]
    table = rows(profiles)
    pairs = (
        (likeness, alikes[one][0], alikes[other][0])
        for likeness, one, other in alike(table, LEAST)
        if not is_series(profiles[one], profiles[other])
    )
    row_of = {place: row for row, places in enumerate(alikes) for place in places}
    starts = _starts(known)
    groups = [_started(places, everything, fixed=places[0] in starts) for places in _together(alikes, starts)]

    def vector(place: int) -> Vector:
        return table.vector(row_of[place])

    return sorted(
        (_story(each, everything, vector, starts) for each in join(groups, pairs, vector)), key=rank
    )


def _starts(known: Sequence[Story]) -> dict[int, Story]:
    """The known stories by the places of their leads; their articles follow each other."""
    starts, place = {}, 0
    for story in known:
        starts[place] = story
        place += len(members(story))
    return starts


def _together(alikes: Sequence[list[int]], starts: dict[int, Story]) -> list[list[int]]:
    """The places that belong together before anything is compared: known stories, and copies, which go with them."""
    start_of = {
        start + offset: start for start, story in starts.items() for offset in range(len(members(story)))
    }
    together: dict[int, list[int]] = {start: [] for start in starts}
    for places in alikes:
        for place in places:
            start = start_of.get(place, start_of.get(places[0], places[0]))
            together.setdefault(start, []).append(place)
    return [sorted(places) for places in together.values()]


def _started(places: list[int], articles: Sequence[Article], *, fixed: bool) -> Group:
    return Group(places, *span([seconds(articles[place]) for place in places]), fixed=fixed)


def _story(
    joined: Group, articles: Sequence[Article], vector: Callable[[int], Vector], starts: dict[int, Story]
) -> Story:
    """The story of a group; a new one is led by the article most like all others, of equals by the earliest."""
    places = sorted(joined.members)
    known = starts.get(places[0])
    if known and len(places) == len(members(known)):
        return known

    def fitness(place: int) -> tuple[bool, float, int]:
        return bool(articles[place].title), round(dot(vector(place), joined.total), 6), -place

    lead = places[0] if known else max(places, key=fitness)
    return Story(articles[lead], tuple(articles[place] for place in places if place != lead))
