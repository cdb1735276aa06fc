"""What goes into a digest."""

from datetime import UTC, datetime, timedelta

from bot.digests.compose import compose
from bot.storage.items import NewItem

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def item(number: int, *, article: int | None = None, source: str = "Courier", hours: float = 0) -> NewItem:
    moment = NOON - timedelta(hours=hours)
    return NewItem(number, article or number, f"Story {number}", None, source, moment, moment)


def test_an_article_that_two_feeds_list_is_told_once() -> None:
    chosen = compose([item(1, article=7, source="Courier"), item(2, article=7, source="Post")])
    assert chosen.articles == (7,)


def test_the_newest_story_comes_first() -> None:
    chosen = compose([item(1, hours=5), item(2, hours=1), item(3, hours=3)])
    assert [story.id for story in chosen.stories] == [2, 3, 1]


def test_what_does_not_fit_is_named_and_counts_as_told() -> None:
    chosen = compose([item(number, hours=number) for number in range(1, 21)], most=12)
    assert (len(chosen.stories), len(chosen.quiet)) == (12, 8)
    assert sorted(chosen.articles) == list(range(1, 21))


def test_a_busy_feed_does_not_drown_a_quiet_one() -> None:
    busy = [item(number, source="Busy", hours=0.1 * number) for number in range(1, 30)]
    chosen = compose([*busy, item(99, source="Quiet", hours=20)], most=5)
    assert 99 in {story.id for story in chosen.stories}


def test_nothing_new_gives_nothing() -> None:
    assert compose([]).articles == ()
