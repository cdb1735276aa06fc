"""A schedule whose time has come gives one digest, and news that is wanted at once gives one for a burst."""

from datetime import datetime, time, timedelta

from bot.digests import plan
from bot.models import Delivery, Digest, DigestKind, DigestState
from bot.resources import Resources
from bot.storage import digests, feeds, items, schedules
from summarizer.types import Entry
from tests.bot.digests.conftest import (
    CHESS,
    DAM,
    DAY,
    FRIEND,
    NOON,
    YOU,
    brings,
    change,
    follow,
    read,
    schedule,
    schedules_of,
    set_clock,
    waiting,
    written,
)

ONE = NOON + timedelta(hours=1)
SECOND = timedelta(seconds=1)


async def coming(bot: Resources, moment: datetime) -> list[Digest]:
    """What the sweep of a moment leaves to be done, then or in the two days after."""
    set_clock(bot, moment)
    await plan.plan_scheduled(bot)
    return await waiting(bot, moment + 2 * DAY)


async def instant(bot: Resources) -> list[Digest]:
    await plan.plan_instant(bot)
    return await waiting(bot)


async def test_a_schedule_gives_nothing_before_its_time(bot: Resources) -> None:
    before = await schedule(bot)
    assert await coming(bot, ONE - 2 * SECOND) == []
    assert await schedules_of(bot) == (before,)


async def test_a_schedule_whose_time_has_come_gives_one_digest_and_moves_to_its_next_day(
    bot: Resources,
) -> None:
    before = await schedule(bot, thread=7)
    (digest,) = await coming(bot, ONE)
    assert (digest.chat, digest.kind, digest.schedule) == (YOU, DigestKind.SCHEDULED, before.id)
    assert (digest.key, digest.due_at) == (f"{before.id}:2026-11-23T13:00", ONE)
    assert (digest.state, digest.thread, digest.parts) == (DigestState.DUE, 7, ())
    (after,) = await schedules_of(bot)
    assert (after.next_at, after.next_slot) == (ONE + DAY, "2026-11-24T13:00")


async def test_planning_twice_gives_one_digest(bot: Resources) -> None:
    before = await schedule(bot)
    await coming(bot, ONE)
    async with bot.database.begin() as tx:  # as if the process had died before it moved the schedule on
        await schedules.advance(tx, [(before, (before.next_at, before.next_slot))])
    assert len(await coming(bot, ONE + SECOND)) == 1
    assert not await plan.plan_scheduled(bot)


async def test_three_days_down_give_one_digest_under_the_day_that_was_missed_first(bot: Resources) -> None:
    before = await schedule(bot)
    (digest,) = await coming(bot, ONE + 3 * DAY)
    assert digest.key == f"{before.id}:2026-11-23T13:00"
    assert [each.next_at for each in await schedules_of(bot)] == [ONE + 4 * DAY]


async def test_a_schedule_of_weekdays_moves_over_the_weekend(bot: Resources) -> None:
    await schedule(bot, weekdays=frozenset({0, 4}))
    await coming(bot, ONE + 4 * DAY)
    assert [each.next_slot for each in await schedules_of(bot)] == ["2026-11-30T13:00"]


async def test_a_paused_chat_gets_none_and_its_schedule_moves_on(bot: Resources) -> None:
    await schedule(bot)
    await change(bot, paused_until=ONE + 2 * SECOND)
    assert await coming(bot, ONE) == []
    assert [each.next_at for each in await schedules_of(bot)] == [ONE + DAY]


async def test_a_pause_that_is_over_holds_nothing_back(bot: Resources) -> None:
    await schedule(bot)
    await change(bot, paused_until=ONE)
    assert len(await coming(bot, ONE)) == 1


async def test_a_digest_inside_the_quiet_hours_is_due_when_they_end(bot: Resources) -> None:
    await schedule(bot)
    await change(bot, timezone="Europe/Kyiv", quiet="14:30-16:15")
    (digest,) = await coming(bot, ONE)
    assert digest.due_at == ONE + timedelta(hours=1, minutes=15)
    assert await waiting(bot) == []


async def test_a_chat_that_the_bot_may_not_write_to_is_left_alone_until_it_is_back(bot: Resources) -> None:
    before = await schedule(bot)
    await change(bot, active=False)
    assert await coming(bot, ONE) == []
    assert await schedules_of(bot) == (before,)
    await change(bot, active=True)
    assert len(await coming(bot, ONE + DAY)) == 1


async def test_every_chat_and_every_name_has_its_own_digest(bot: Resources) -> None:
    for chat, name in ((YOU, ""), (YOU, "evening"), (FRIEND, "")):
        await schedule(bot, chat=chat, name=name)
    assert sorted(digest.chat for digest in await coming(bot, ONE)) == [YOU, YOU, FRIEND]


async def test_a_schedule_keeps_its_wall_time_when_its_zone_has_other_rules(bot: Resources) -> None:
    before = await schedule(bot, time(13))
    wrong = before.next_at - timedelta(hours=1)
    async with bot.database.begin() as tx:  # as the rules were when it was planned
        await schedules.advance(tx, [(before, (wrong, before.next_slot))])
    await plan.keep_wall_times(bot)
    assert await schedules_of(bot) == (before,)


async def test_a_schedule_whose_zone_is_as_it_was_stays_in_the_chats_own_zone(bot: Resources) -> None:
    before = await schedule(bot, time(13))
    await change(bot, timezone="+05:30")
    await plan.keep_wall_times(bot)
    (after,) = await schedules_of(bot)
    assert after.next_at == before.next_at - timedelta(hours=5, minutes=30)
    await plan.keep_wall_times(bot)
    assert await schedules_of(bot) == (after,)


async def test_a_burst_of_news_that_is_wanted_at_once_gives_one_digest(bot: Resources) -> None:
    feed = await follow(bot, "Courier", delivery=Delivery.INSTANT)
    assert await instant(bot) == []
    numbers = await brings(bot, feed, DAM, CHESS)
    (digest,) = await instant(bot)
    assert (digest.kind, digest.key) == (DigestKind.INSTANT, f"{feed}:{min(numbers)}")


async def test_while_one_is_open_news_of_its_feed_gives_no_second(bot: Resources) -> None:
    elsewhere, feed = await follow(bot, "Harbour"), await follow(bot, "Courier", delivery=Delivery.INSTANT)
    (older,) = await brings(bot, elsewhere, CHESS)
    (first,) = await brings(bot, feed, DAM)
    (digest,) = await instant(bot)
    same = written(bot, elsewhere, CHESS, "Harbour Post")
    async with (
        bot.database.begin() as tx
    ):  # the feed links to what was read before: a number before the first
        await items.found(tx, feed, [Entry("cup", same.url, same.title)], bot.now(), wanted=True)
    assert await read(bot, feed, same) == older < first
    assert await instant(bot) == [digest]
    async with bot.database.begin() as tx:
        assert await digests.claim(tx, digest.id, bot.now() + DAY)
    await instant(bot)
    assert await waiting(bot) == [], "neither while it is being built"
    async with bot.database.begin() as tx:
        assert await digests.built(tx, digest, ["a message"], shown=[first])
    assert [each.key for each in await instant(bot)] == [digest.key, f"{feed}:{older}"]


async def test_another_feeds_news_is_not_held_up_by_an_open_one(bot: Resources) -> None:
    numbers = [await follow(bot, f"Paper{number}", delivery=Delivery.INSTANT) for number in range(1, 12)]
    await brings(bot, numbers[0], DAM)
    await instant(bot)
    await brings(bot, numbers[10], CHESS)
    assert [digest.key.partition(":")[0] for digest in await instant(bot)] == ["1", "11"]


async def test_in_quiet_hours_news_waits_for_their_end(bot: Resources) -> None:
    feed = await follow(bot, "Courier", delivery=Delivery.INSTANT)
    await brings(bot, feed, DAM)
    await change(bot, quiet="11:00-13:00")
    assert await instant(bot) == []
    set_clock(bot, ONE)
    assert len(await instant(bot)) == 1


async def test_news_of_a_paused_chat_or_feed_and_of_one_in_the_digest_is_not_pushed(bot: Resources) -> None:
    feed = await follow(bot, "Courier", delivery=Delivery.INSTANT)
    other = await follow(bot, "Harbour")
    await brings(bot, feed, DAM)
    await brings(bot, other, CHESS)
    await change(bot, paused_until=ONE)
    assert await instant(bot) == []
    await change(bot, paused_until=None)
    async with bot.database.begin() as tx:
        await feeds.change(tx, YOU, feed, paused_until=ONE)
    assert await instant(bot) == []
    set_clock(bot, ONE)
    assert [digest.key.partition(":")[0] for digest in await instant(bot)] == [str(feed)]


async def test_what_was_there_before_the_chat_subscribed_is_not_pushed(bot: Resources) -> None:
    feed = await follow(bot, "Courier", chat=FRIEND)
    await brings(bot, feed, DAM)
    await follow(bot, "Courier", delivery=Delivery.INSTANT)
    assert await instant(bot) == []
