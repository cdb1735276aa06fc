"""A digest holds what is new for its chat: each story once, told again only with news, and nothing when there is none."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.digests import build
from bot.digests.collect import Collected, collect
from bot.digests.compose import Bounds
from bot.locale import translator
from bot.messages.rich import Message
from bot.models import Chat, Delivery, DigestKind, DigestState, FilterKind, Schedule
from bot.resources import Resources
from bot.storage import chats, digests, filters, items, schedules, stories
from bot.storage.items import Span
from summarizer.types import Entry
from tests.bot.digests.conftest import (
    CHESS,
    DAM,
    DAM_ELSEWHERE,
    DAM_WITH_NEWS,
    DAY,
    FRIEND,
    NOON,
    YOU,
    brings,
    digest_of,
    follow,
    planned,
    read,
    schedule,
    set_clock,
    waiting,
    written,
)

SUNDAY = frozenset({6})
STRIKE = """\
Ferry crews in Nordhaven will stop work for three days from Thursday. The union Anker wants eight per cent more
pay, said its speaker Wiebke Thoms. The company Sundlinie calls that too much. One boat goes to the island."""
WHALE = """\
A whale of ten metres was found on the beach of Hai Lam this morning. It weighs about six tonnes and was dead,
said Tran Van Loc of the council. Fishermen will bury the animal by the custom of their village."""


async def made(bot: Resources, of: Schedule | None = None, chat: int = YOU) -> str:
    """A digest that is due now is built: its text; empty where nothing was new."""
    number = await planned(bot, of, chat)
    assert await build.build(bot, number) is bool((await digest_of(bot, number)).parts)
    digest = await digest_of(bot, number)
    assert digest.state is (DigestState.READY if digest.parts else DigestState.EMPTY)
    return "\n".join(Message.load(part).body.text for part in digest.parts)


async def you(bot: Resources) -> Chat:
    async with bot.database.reading() as tx:
        chat = await chats.get(tx, YOU)
    assert chat
    return chat


async def would_be(bot: Resources, bounds: Bounds = Bounds(), **span: object) -> Collected:  # noqa: B008 - frozen
    """What a digest would hold now."""
    return await collect(bot, await you(bot), Span(bot.now() - 14 * DAY, **span), bounds)  # type: ignore[arg-type]


async def rule(bot: Resources, kind: FilterKind, word: str, feed: int | None = None) -> int:
    """A filter; returns its number."""
    async with bot.database.begin() as tx:
        return await filters.add(tx, YOU, kind, (word,), feed=feed)


async def test_one_event_in_two_papers_is_one_story_of_two_outlets(bot: Resources) -> None:
    numbers = [
        *await brings(bot, await follow(bot, "Courier"), DAM),
        *await brings(bot, await follow(bot, "Harbour"), DAM_ELSEWHERE, site="Harbour Post"),
    ]
    (story,) = (await would_be(bot)).told
    assert sorted(outlet.name for outlet in story.outlets) == ["Harbour Post", "The Courier"]
    assert sorted(story.articles) == numbers
    assert {point.outlet for point in story.points} == {0, 1}
    assert all(point.text in " ".join(f"{DAM}\n{DAM_ELSEWHERE}".split()) for point in story.points)


async def test_an_outlet_without_a_name_of_its_own_goes_by_its_feeds(bot: Resources) -> None:
    await brings(bot, await follow(bot, "Courier"), DAM, site=None)
    (story,) = (await would_be(bot)).told
    assert [outlet.name for outlet in story.outlets] == ["The Courier"]
    assert story.points


async def test_a_digest_brings_what_is_new_and_then_it_is_new_no_more(bot: Resources) -> None:
    await brings(bot, await follow(bot, "Courier"), DAM, CHESS)
    text = await made(bot)
    assert "Your digest · Monday, 23 November\n2 stories from 1 source" in text
    assert "Orlova dam breaks" in text
    assert "Tarn chess cup" in text
    set_clock(bot, NOON + DAY)
    assert await made(bot) == ""


async def test_what_one_chat_was_sent_is_new_for_another(bot: Resources) -> None:
    feed = await follow(bot, "Courier")
    await follow(bot, "Courier", chat=FRIEND)
    await brings(bot, feed, DAM)
    assert await made(bot) == await made(bot, chat=FRIEND) != ""


async def test_nothing_new_is_an_empty_digest_that_leaves_nothing_to_do(bot: Resources) -> None:
    await follow(bot, "Courier")
    assert await made(bot) == ""
    assert await waiting(bot, NOON + DAY) == []


async def test_a_digest_is_kept_with_its_stories_by_their_numbers(bot: Resources) -> None:
    await brings(bot, await follow(bot, "Courier"), DAM, CHESS)
    number = await planned(bot)
    await build.build(bot, number)
    async with bot.database.reading() as tx:
        kept = [await stories.get(tx, number, place) for place in (1, 2, 3)]
    (part,) = map(Message.load, (await digest_of(bot, number)).parts)
    assert [f"{place}  {story.title}" in part.body.text for place, story in enumerate(kept, 1) if story] == [
        True,
        True,
    ]
    assert kept[2] is None


async def test_a_digest_that_somebody_else_builds_or_that_is_made_is_left_to_them(bot: Resources) -> None:
    await brings(bot, await follow(bot, "Courier"), DAM)
    number = await planned(bot)
    async with bot.database.begin() as tx:
        assert await digests.claim(tx, number, bot.now() + DAY)
    assert not await build.build(bot, number)
    assert (await digest_of(bot, number)).state is DigestState.BUILDING


async def test_an_event_that_its_outlet_tells_again_without_news_is_passed_over(bot: Resources) -> None:
    feed = await follow(bot, "Courier")
    await brings(bot, feed, DAM)
    await made(bot)
    set_clock(bot, NOON + DAY)
    await brings(bot, feed, DAM_ELSEWHERE)
    assert await made(bot) == ""
    set_clock(bot, NOON + 2 * DAY)
    assert not await would_be(bot), "and it was decided"


async def test_an_outlet_that_goes_by_its_feeds_name_is_no_other_when_it_tells_again(bot: Resources) -> None:
    feed = await follow(bot, "Courier")
    await brings(bot, feed, DAM, site=None)
    await made(bot)
    set_clock(bot, NOON + DAY)
    await brings(bot, feed, DAM_ELSEWHERE, site=None)
    assert await made(bot) == ""


async def test_an_event_that_only_another_outlet_tells_again_is_a_line(bot: Resources) -> None:
    await brings(bot, await follow(bot, "Courier"), DAM)
    await made(bot)
    set_clock(bot, NOON + DAY)
    await brings(bot, await follow(bot, "Harbour"), DAM_ELSEWHERE, site="Harbour Post")
    found = await would_be(bot)
    assert (found.told, [story.outlets[0].name for story in found.lines]) == ((), ["Harbour Post"])
    assert "In one line each (1)\n· Hundreds of families" in await made(bot)


async def test_an_event_that_was_told_comes_again_with_its_news(bot: Resources) -> None:
    feed = await follow(bot, "Courier")
    await brings(bot, feed, DAM)
    await made(bot)
    set_clock(bot, NOON + DAY)
    await brings(bot, feed, DAM_WITH_NEWS)
    (story,) = (await would_be(bot)).told
    assert story.news == ("1,250",)
    assert [("1,250" in point.text) for point in story.points] == [True], "only what holds the news"
    assert "Update · new: 1,250\n" in await made(bot)


async def test_an_update_that_does_not_make_the_budget_says_so_in_its_line(bot: Resources) -> None:
    courier, harbour = await follow(bot, "Courier"), await follow(bot, "Harbour")
    await brings(bot, courier, DAM)
    await made(bot)
    set_clock(bot, NOON + DAY)
    await brings(bot, courier, DAM_WITH_NEWS)
    set_clock(bot, NOON + DAY + timedelta(hours=9))
    await brings(bot, harbour, CHESS)
    found = await would_be(bot, Bounds(most=1))
    assert [story.title for story in found.told] == ["Ines Kaldor, 14, wins the Tarn chess cup"]
    assert [story.news for story in found.lines] == [("1,250",)]


@pytest.mark.parametrize(("days", "is_new"), [(6.9, False), (7.1, True)])
async def test_a_copy_of_what_was_told_is_news_again_after_a_week(
    bot: Resources, days: float, is_new: bool
) -> None:
    await brings(bot, await follow(bot, "Courier"), DAM)
    await made(bot)
    set_clock(bot, NOON + days * DAY)
    await brings(bot, await follow(bot, "Harbour"), DAM)
    assert bool(await made(bot)) is is_new


async def test_a_schedule_of_one_weekday_looks_at_its_own_past_only(bot: Resources) -> None:
    feed = await follow(bot, "Courier")
    daily = await schedule(bot, name="daily")
    weekly = await schedule(bot, time(18), name="weekly", weekdays=SUNDAY)
    await brings(bot, feed, DAM)
    assert "Orlova dam breaks" in await made(bot, daily)
    set_clock(bot, NOON + 6 * DAY)
    assert "Your weekly digest · Sunday, 29 November" in await made(bot, weekly)
    assert await made(bot) == "", "what it told is told to the others"
    set_clock(bot, NOON + 13 * DAY)
    assert await made(bot, weekly) == ""


async def test_a_schedule_with_tags_brings_only_feeds_that_have_one_of_them(bot: Resources) -> None:
    await brings(bot, await follow(bot, "Courier", "town", "news"), DAM)
    await brings(bot, await follow(bot, "Harbour", "sport"), CHESS)
    text = await made(bot, await schedule(bot, name="evening", tags=("news", "tech")))
    assert "Your evening digest" in text
    assert "Orlova dam" in text
    assert "chess" not in text
    assert "chess" in await made(bot), "it is still new for the others"


async def test_stories_of_one_tag_stand_together_under_its_heading(bot: Resources) -> None:
    town, tech = await follow(bot, "Courier", "town"), await follow(bot, "Harbour", "tech")
    for feed, text in (
        (town, DAM),
        (tech, CHESS),
        (town, STRIKE),
        (tech, WHALE),
    ):  # each newer than the one before
        await brings(bot, feed, text)
        set_clock(bot, bot.now() + timedelta(hours=2))
    number = await planned(bot)
    await build.build(bot, number)
    (part,) = map(Message.load, (await digest_of(bot, number)).parts)
    lines = part.body.text.split("\n")
    assert [line for line in lines if line in {"Town", "Tech", "More"}] == ["Tech", "Town"]
    async with bot.database.reading() as tx:
        kept = [await stories.get(tx, number, place) for place in range(1, 5)]
    assert [f"{place}  {story.title}" in lines for place, story in enumerate(kept, 1) if story] == [True] * 4
    assert [story.tag for story in kept if story] == ["tech", "tech", "town", "town"]


async def test_what_a_filter_drops_is_new_no_more_when_the_filter_goes(bot: Resources) -> None:
    await brings(bot, await follow(bot, "Courier"), DAM, CHESS)
    number = await rule(bot, FilterKind.DROP, "chess")
    assert "chess" not in await made(bot)
    async with bot.database.begin() as tx:
        assert await filters.remove(tx, YOU, number)
    set_clock(bot, NOON + DAY)
    assert await made(bot) == ""


async def test_what_one_feeds_filter_drops_comes_by_another_feed_that_has_it_too(bot: Resources) -> None:
    feed, other = await follow(bot, "Courier"), await follow(bot, "Harbour")
    (number,) = await brings(bot, feed, CHESS)
    same = written(bot, feed, CHESS, "The Courier")
    async with bot.database.begin() as tx:
        entry = Entry("same", same.url, same.title)
        await items.found(tx, other, [entry], bot.now(), wanted=True)
    assert await read(bot, other, same) == number
    await rule(bot, FilterKind.DROP, "chess", feed=feed)
    found = await would_be(bot)
    assert (found.shown, found.passed) == ((number,), ())


async def test_on_subscribing_the_first_items_count_as_new_and_older_ones_do_not(bot: Resources) -> None:
    feed = await follow(bot, "Courier", chat=FRIEND)
    for number in range(5):
        set_clock(bot, NOON + timedelta(hours=number))
        await brings(bot, feed, f"Story {number}. Nothing else is said of it")
    await follow(bot, "Courier")
    found = await would_be(bot)
    assert sorted(story.title for story in found.told) == ["Story 2", "Story 3", "Story 4"]
    await brings(bot, feed, DAM)
    assert len((await would_be(bot)).told) == 4


async def test_feeds_that_come_at_once_or_not_at_all_are_not_in_the_digest(bot: Resources) -> None:
    await brings(bot, await follow(bot, "Courier", delivery=Delivery.INSTANT), DAM)
    await brings(bot, await follow(bot, "Harbour", delivery=Delivery.OFF), CHESS)
    assert await made(bot) == ""


async def test_one_feeds_news_at_once_is_that_feeds_alone(bot: Resources) -> None:
    feed = await follow(bot, "Courier", delivery=Delivery.INSTANT)
    await brings(bot, feed, DAM)
    await brings(bot, await follow(bot, "Harbour", delivery=Delivery.INSTANT), CHESS)
    async with bot.database.begin() as tx:
        assert await digests.plan(tx, YOU, DigestKind.INSTANT, f"{feed}:1", bot.now())
    (digest,) = await waiting(bot)
    assert await build.build(bot, digest.id)
    (part,) = map(Message.load, (await digest_of(bot, digest.id)).parts)
    assert part.body.text.startswith("Orlova dam breaks and 400 families flee\nThe Courier\n• ")


async def test_a_preview_leaves_everything_new_and_takes_the_place_of_the_one_before(bot: Resources) -> None:
    await brings(bot, await follow(bot, "Courier"), DAM)
    for _ in range(2):
        (part,) = await build.preview(bot, await you(bot), "7", translator("en")) or ()
        assert "These stories stay new: no digest is scheduled yet." in part.body.text
    async with bot.database.reading() as tx:
        ((digest, told),) = await stories.archive(tx, YOU)
    assert (digest.kind, digest.key, len(told)) == (DigestKind.ASKED, "7", 1)
    assert await waiting(bot) == []
    assert await made(bot)


async def test_a_preview_of_nothing_is_none(bot: Resources) -> None:
    await follow(bot, "Courier")
    assert await build.preview(bot, await you(bot), "7", translator("en")) is None


async def test_what_was_missed_is_told_again_and_counts_for_nothing(bot: Resources) -> None:
    await brings(bot, await follow(bot, "Courier"), DAM)
    await made(bot)
    await brings(bot, await follow(bot, "Harbour", delivery=Delivery.INSTANT), CHESS)
    (part,) = await build.catch_up(bot, await you(bot), "8", NOON - 2 * DAY, translator("en")) or ()
    assert part.body.text.startswith("What you missed · Monday, 23 November\n2 stories")
    assert "Orlova dam breaks" in part.body.text
    assert (await would_be(bot, deliveries=(Delivery.INSTANT,))).told


async def test_a_digest_that_was_asked_for_is_planned_once(bot: Resources) -> None:
    for _ in range(2):
        await build.send_now(bot, await you(bot), "9:send", thread=7)
    (digest,) = await waiting(bot)
    assert (digest.kind, digest.thread, digest.due_at <= bot.now()) == (DigestKind.ASKED, 7, True)


@pytest.mark.parametrize(("days", "since"), [(1, ""), (3, " · since Monday")])
async def test_a_digest_that_covers_more_than_a_day_says_since_when(
    bot: Resources, days: int, since: str
) -> None:
    mine, feed = await schedule(bot), await follow(bot, "Courier")
    await made(bot, mine)
    set_clock(bot, NOON + days * DAY)
    await brings(bot, feed, DAM)
    facts = (await made(bot, mine)).split("\n")[1]
    assert facts.endswith(f" s{since}")


async def test_the_first_digest_of_a_schedule_covers_nothing_of_another_chats(bot: Resources) -> None:
    await made(bot, await schedule(bot, chat=FRIEND), chat=FRIEND)
    async with bot.database.begin() as tx:
        await schedules.remove(tx, FRIEND)
    set_clock(bot, NOON + 3 * DAY)
    mine = await schedule(bot)
    await brings(bot, await follow(bot, "Courier"), DAM)
    assert "since" not in await made(bot, mine)


async def test_a_digest_whose_schedule_is_gone_knows_nothing_of_another_chats(bot: Resources) -> None:
    await brings(bot, await follow(bot, "Courier"), DAM)
    number = await planned(bot, await schedule(bot))
    async with bot.database.begin() as tx:
        await schedules.remove(tx, YOU)
    await schedule(bot, chat=FRIEND, name="secret", tags=("sport",))
    assert await build.build(bot, number), "no feed of mine has that tag"
    assert "Your digest ·" in (await digest_of(bot, number)).parts[0]


async def test_the_bounds_of_a_schedule_are_those_of_its_digest(bot: Resources) -> None:
    mine = await schedule(bot)
    assert build.bounds_of(replace(mine, most=2, minutes=5, sentences=8)) == Bounds(2, 5, 8)
    assert build.bounds_of(mine) == build.bounds_of(None) == Bounds()
