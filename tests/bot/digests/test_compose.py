"""What goes into a digest."""

from datetime import UTC, datetime, timedelta

from bot.digests.compose import Bounds, Selection, compose
from bot.digests.sorting import Event
from bot.storage.items import NewItem

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def item(
    number: int, *, article: int | None = None, feed: int = 1, hours: float = 0, pace: float | None = None
) -> NewItem:
    moment = NOON - timedelta(hours=hours)
    source = f"Paper {feed}"
    return NewItem(
        number, feed, article or number, f"Story {number}", None, source, moment, moment, pace=pace
    )


def chosen(new: list[NewItem], events: list[Event] | None = None, bounds: Bounds = Bounds()) -> Selection:  # noqa: B008 - frozen
    alone = [Event((number,)) for number in dict.fromkeys(each.article for each in new)]
    return compose(new, alone if events is None else events, {}, NOON, bounds)


def leads(selection: Selection) -> list[int]:
    return [entry.items[0].id for entry in selection.told]


def test_an_article_that_two_feeds_list_is_told_once() -> None:
    assert chosen([item(1, article=7, feed=1), item(2, article=7, feed=2)]).articles == (7,)


def test_among_equals_the_newest_story_comes_first() -> None:
    assert leads(chosen([item(1, hours=5), item(2, hours=1), item(3, hours=3)])) == [2, 3, 1]


def test_what_several_outlets_tell_comes_before_what_one_tells() -> None:
    new = [item(1), item(2, hours=3), item(3, feed=2, hours=4)]
    selection = chosen(new, [Event((1,)), Event((2, 3))])
    assert leads(selection) == [2, 1]
    assert [outlet.name for outlet in selection.told[0].outlets] == ["Paper 1", "Paper 2"]


def test_what_does_not_fit_is_named_and_counts_as_told() -> None:
    selection = chosen([item(number, feed=number, hours=number) for number in range(1, 21)])
    assert (len(selection.told), len(selection.lines)) == (12, 8)
    assert sorted(selection.articles) == list(range(1, 21))


def test_a_busy_feed_does_not_drown_a_quiet_one() -> None:
    busy = [item(number, hours=0.1 * number, pace=100) for number in range(1, 30)]
    selection = chosen([*busy, item(99, feed=2, hours=20, pace=0.2)], bounds=Bounds(most=5))
    assert 99 in leads(selection)


def test_a_reading_time_bounds_the_stories() -> None:
    new = [item(number, feed=number, hours=number) for number in range(1, 13)]
    assert len(chosen(new, bounds=Bounds(minutes=1)).told) == 3
    assert len(chosen(new, bounds=Bounds(minutes=2)).told) == 6


def test_what_was_told_is_told_again_only_with_news() -> None:
    new = [item(1), item(2), item(3)]
    told = Event((1,), was_told=True, told_by=("Paper 1",))
    changed = Event((2,), was_told=True, told_by=("Paper 1",), news=("12,000",))
    selection = chosen(new, [told, changed, Event((3,))])
    assert sorted(leads(selection)) == [2, 3]
    assert selection.passed == (1,)


def test_what_only_another_outlet_tells_again_is_never_more_than_a_line() -> None:
    selection = chosen([item(1, feed=2)], [Event((1,), was_told=True, told_by=("Paper 1",))])
    assert selection.told == ()
    assert [entry.items[0].id for entry in selection.lines] == [1]


def test_nothing_new_gives_nothing() -> None:
    assert chosen([]).articles == ()
