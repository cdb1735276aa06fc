"""Which articles become one story, and what a story looks like."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Article, Bullet, Story, group
from tests.summarizer.stories.articles import EVENTS, NOON, REACTION, article, everything, told


def texts(story: Story) -> set[str]:
    return {each.text for each in (story.lead, *story.others)}


def partition(stories: list[Story]) -> set[frozenset[str]]:
    return {frozenset(texts(story)) for story in stories}


EXPECTED = {frozenset(each.text for each in told(event)) for _, event in EVENTS}


@pytest.mark.parametrize("event", [event for _, event in EVENTS])
def test_one_event_told_by_several_outlets_is_one_story_even_in_a_batch_of_its_own(event: str) -> None:
    assert len(group(told(event))) == 1


def test_events_stay_apart_in_one_batch() -> None:
    assert partition(group(everything())) == EXPECTED


FUNCTION_WORDS = """\
Why we are not all with {0}
It is what we had thought that it would be, and they have {1} so to all of us before this {2}, as it was when
the {3} had been with them."""


@pytest.mark.parametrize("language", ["en", None])
def test_function_words_join_nothing_whether_the_language_is_named_or_not(language: str | None) -> None:
    one = article("en", FUNCTION_WORDS.format("cooks", "sung", "soup", "moon"), 0)
    other = article("en", FUNCTION_WORDS.format("birds", "paid", "boat", "king"), 1)
    assert len(group([replace(each, language=language) for each in (one, other)])) == 2


ONE_FIRE = """\
Fire destroys oldest bakery of Velm
A fire has destroyed the oldest bakery of Velm. No bread was left and nobody was hurt, said Otto Brin, who leads
the brigade of Velm. The owner, Lia Dorn, wants to open again in May."""
OTHER_FIRE = """\
Oldest bakery burns down in Hult
A fire in Hult has destroyed the oldest bakery. Nobody was hurt, said Ana Sorel, who leads the brigade of Hult.
The owner, Max Teig, wants to open again in June."""


def test_like_events_with_other_names_are_two_stories() -> None:
    assert len(group([article("en", ONE_FIRE, 0), article("en", OTHER_FIRE, 1)])) == 2


def test_a_later_reaction_is_a_story_of_its_own() -> None:
    later = article("en", REACTION, number=9, hours=40)
    assert partition(group([*told("dam"), later])) == {
        frozenset(each.text for each in told("dam")),
        frozenset({later.text}),
    }


def test_what_lies_between_two_events_does_not_chain_them() -> None:
    dam, chess = told("dam"), told("chess")
    both = article("en", f"{dam[0].title}; {chess[0].title}\n{dam[0].text} {chess[0].text}", 9)
    stories = partition(group([*dam, *chess, both]))
    assert not any({dam[0].text, chess[0].text} <= story for story in stories)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(shuffler: random.Random) -> None:
    shuffled = everything()
    shuffler.shuffle(shuffled)
    assert group(shuffled) == group(everything())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            Article,
            text=st.text(max_size=300) | st.sampled_from([each.text for each in everything()]),
            key=st.sampled_from(["", "a", "b", "c"]),
            url=st.none() | st.text(max_size=20),
            title=st.none() | st.text(max_size=60),
            site=st.none() | st.text(max_size=20),
            published=st.none() | st.datetimes(),
        ),
        max_size=8,
    )
)
def test_every_article_is_in_exactly_one_story_whatever_it_holds(articles: list[Article]) -> None:
    found = [each for story in group(articles) for each in (story.lead, *story.others)]
    assert sorted(map(repr, found)) == sorted(map(repr, articles))


@pytest.mark.parametrize("same", ["key", "url", "text"])
def test_copies_join_whatever_else_and_whenever(same: str) -> None:
    one, other = told("dam")[0], told("chess")[0]
    far = replace(other, **{same: getattr(one, same)}, published=NOON + timedelta(days=30))
    assert len(group([one, far])) == 1


def test_a_copy_of_a_copy_is_a_copy() -> None:
    one, other = told("dam")[0], told("chess")[0]
    bridge = replace(one, text=other.text, published=NOON + timedelta(hours=9))
    assert len(group([one, other, bridge])) == 1


def test_white_space_around_a_text_makes_no_other_text() -> None:
    late = Article(text=" Soup\n", published=NOON + timedelta(days=30))
    assert len(group([Article(text="Soup", published=NOON), late])) == 1


def test_articles_without_text_key_or_address_are_no_copies() -> None:
    assert len(group([Article(text=""), Article(text=" ")])) == 2


@pytest.mark.parametrize(("hours", "stories"), [(72, 1), (72.01, 2)])
def test_a_story_spans_three_days_at_most(hours: float, stories: int) -> None:
    one, other = told("chess")
    late = replace(other, published=NOON + timedelta(hours=hours))
    assert len(group([replace(one, published=NOON), late])) == stories


def test_an_article_of_no_known_time_may_join() -> None:
    one, other = told("chess")
    assert len(group([one, replace(other, published=None)])) == 1


def test_a_time_without_a_zone_is_utc() -> None:
    one, other = told("chess")
    naive = replace(other, published=NOON.replace(tzinfo=None) + timedelta(hours=72))
    assert len(group([replace(one, published=NOON), naive])) == 1


LIVE = "Long coast storm crisis live: {}"


def test_a_live_prefix_joins_nothing() -> None:
    ferries = "Ferries stop\nFerries do not sail on Friday because the waves are high."
    schools = "Schools close\nSchools stay closed until children can walk there again."
    assert (
        len(group([article("en", LIVE.format(each), place) for place, each in enumerate((ferries, schools))]))
        == 2
    )


def test_a_live_prefix_does_not_hide_a_shared_event() -> None:
    one, other = told("chess")
    assert len(group([replace(one, title=LIVE.format(one.title)), other])) == 1


FORECAST = """\
Weather forecast in {0} on {1} May
In {0} it will be cloudy on {1} May with rain in the evening. In the morning {0} has 11 degrees, and the wind
comes from the west. In the afternoon {0} has 15 degrees and wind from the sea. Humidity will be about 60 percent."""


@pytest.mark.parametrize(("place", "day"), [("Velm", 17), ("Tarn", 18)])
def test_titles_that_differ_only_in_a_name_or_a_number_are_a_series(place: str, day: int) -> None:
    one, other = FORECAST.format("Tarn", 17), FORECAST.format(place, day)
    assert len(group([article("en", one, 0), article("en", other, 1)])) == 2


def test_the_outlets_own_name_joins_nothing() -> None:
    say = "The Harbour Gazette has {}, the Harbour Gazette says. Readers of the Harbour Gazette may {}."
    one = Article(
        text=say.format("a new chef", "taste soup"), title="The Harbour Gazette cooks", language="en"
    )
    other = Article(text=say.format("bought boats", "row"), title="The Harbour Gazette rows", language="en")
    assert len(group([replace(each, site="Harbour Gazette") for each in (one, other)])) == 2


def test_known_stories_take_in_what_fits_and_keep_their_lead() -> None:
    *rest, last = told("dam")
    first = replace(last, title=None)
    known = group([first, *told("chess")])
    after = group([*rest, *told("bridge")], known)
    assert partition(after) == {frozenset(each.text for each in told(e)) for e in ("dam", "chess", "bridge")}
    assert next(story for story in after if len(story.others) == 2).lead == first


@pytest.mark.parametrize("size", [1, 2, 5])
def test_one_after_the_other_ends_where_all_at_once_does(size: int) -> None:
    articles, stories = everything(), list[Story]()
    for start in range(0, len(articles), size):
        stories = group(articles[start : start + size], stories)
    assert partition(stories) == partition(group(articles))


def test_what_is_known_is_not_added_again() -> None:
    known = group(everything())
    assert group(everything(), known) == known


def test_known_stories_stay_apart_and_keep_their_bullets_where_they_took_in_nothing() -> None:
    known = [Story(each, bullets=(Bullet("A", ((0, 1),), each.key),)) for each in told("chess")]
    assert sorted(group([], known), key=repr) == sorted(known, key=repr)


def test_stories_of_more_sources_come_first_then_the_newer() -> None:
    older, newer = (
        replace(told("whale")[0], published=NOON),
        replace(told("strike")[0], published=NOON + timedelta(1)),
    )
    stories = group([older, newer, *told("chess")])
    assert [len(story.others) for story in stories] == [1, 0, 0]
    assert [story.lead for story in stories[1:]] == [newer, older]


def test_two_articles_of_one_outlet_are_one_source() -> None:
    one, other = (replace(each, url=f"https://one.example/{each.published}") for each in told("chess"))
    newest = replace(told("whale")[0], published=NOON + timedelta(days=2))
    assert next(story.lead for story in group([one, other, newest])) == newest


def test_the_lead_has_a_title_where_one_has() -> None:
    one, other = told("chess")
    assert group([replace(one, title=None), other])[0].lead == other


def test_no_articles_are_no_stories() -> None:
    assert group([]) == []


@pytest.mark.parametrize("text", ["\ud800\x00\u202e " * 9, "a" * 3_000_000, "Aa, " * 700_000, "1 " * 900_000])
def test_hostile_text_is_grouped_too(text: str) -> None:
    assert sum(1 + len(story.others) for story in group([Article(text=text, title=text), *told("dam")])) == 4
