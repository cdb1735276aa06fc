"""Ranking is stable, bounded and says why."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.digests.rank import MOST_LIKED, PER_FEED, Facts, choose, rank, score, taste
from bot.models import Vote

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SIGNS = st.sampled_from(["word:dam", "word:sqlite", "feed:Courier", "author:Jane"])
FACTS = st.builds(
    Facts,
    outlets=st.integers(1, 40),
    newest=st.floats(-48, 24 * 400).map(lambda hours: NOON - timedelta(hours=hours)),
    feeds=st.integers(1, 4).map(lambda feed: (feed,)),
    pace=st.none() | st.floats(0, 1000),
    signs=st.lists(SIGNS, unique=True, max_size=4).map(tuple),
    words=st.integers(0, 200),
)
TASTE = st.dictionaries(SIGNS, st.floats(-MOST_LIKED, MOST_LIKED))


def facts(**more: object) -> Facts:
    plain = {"outlets": 1, "newest": NOON, "feeds": (1,), "pace": None, "signs": ()}
    return Facts(**plain | more)  # type: ignore[arg-type]


@given(FACTS, TASTE)
def test_a_score_is_bounded(one: Facts, liked: dict[str, float]) -> None:
    value, reasons = score(one, liked, NOON)
    assert -MOST_LIKED <= value <= 11
    assert all(kind and isinstance(said, str) for kind, said in reasons)


@given(st.lists(FACTS, max_size=20), TASTE, st.randoms())
def test_the_order_does_not_depend_on_the_order_given(
    stories: list[Facts], liked: dict[str, float], random: st.DataObject
) -> None:
    mixed = stories[:]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = rank(stories, liked, NOON), rank(mixed, liked, NOON)
    assert [each.score for each in one] == [each.score for each in other]
    assert [each.place for each in one if each.score == 0] == sorted(
        each.place for each in one if each.score == 0
    )


@given(st.lists(FACTS, max_size=30), st.integers(1, 12), st.none() | st.integers(1, 500))
def test_the_choice_keeps_its_bounds(stories: list[Facts], most: int, words: int | None) -> None:
    chosen = choose(rank(stories, {}, NOON), stories, most=most, words=words)
    assert len(chosen) <= most
    assert bool(chosen) == bool(stories)
    assert len({each.place for each in chosen}) == len(chosen)
    if words is not None and len(chosen) > 1:
        assert sum(stories[each.place].words for each in chosen[1:]) <= words


def test_many_votes_move_a_sign_only_so_far() -> None:
    votes = [Vote(1, ("word:dam", "feed:Courier"))] * 50 + [Vote(-1, ("word:football",))]
    assert taste(votes) == {"word:dam": 3.0, "feed:Courier": 3.0, "word:football": -1.0}


def test_votes_that_cancel_out_leave_nothing() -> None:
    assert taste([Vote(1, ("word:dam",)), Vote(-1, ("word:dam",))]) == {}


def test_a_liked_word_lifts_a_story_and_is_named_first() -> None:
    liked = {"word:dam": 2.0}
    value, reasons = score(facts(signs=("word:dam",)), liked, NOON)
    assert value == score(facts(), {}, NOON)[0] + 2.0
    assert reasons[0] == ("word", "dam")


def test_a_rare_feed_is_lifted_and_a_busy_one_is_not() -> None:
    assert score(facts(pace=0.1), {}, NOON)[0] > score(facts(pace=1.0), {}, NOON)[0]
    assert score(facts(pace=1.0), {}, NOON)[0] == score(facts(pace=90.0), {}, NOON)[0]


def test_of_one_feed_only_so_many_where_others_have_news() -> None:
    stories = [facts(feeds=(1,))] * 9 + [
        facts(feeds=(feed,), newest=NOON - timedelta(days=9)) for feed in (2, 3, 4)
    ]
    chosen = choose(rank(stories, {}, NOON), stories, most=6)
    assert sum(stories[each.place].feeds == (1,) for each in chosen) == PER_FEED
