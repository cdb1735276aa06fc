"""A digest comes by itself, at its time, once."""

import asyncio
from datetime import timedelta

from bot.playground.chats import Json
from bot.playground.faults import Fault
from bot.playground.person import Person
from tests.flows.conftest import World

DAY = timedelta(days=1)


async def subscribed(world: World, at: str = "08:00") -> None:
    """Follow both papers, live in Kyiv, have a digest every day."""
    await world.you.ask("/timezone Europe/Kyiv")
    await world.you.ask(f"/sub {world.url}/site/courier/feed.xml")
    await world.you.ask(f"/sub {world.url}/site/harbour/")
    await world.you.ask(f"/schedule {at}")


def digests(world: World) -> list[Json]:
    return [message for message in world.you.got if message["text"].startswith("Your digest ·")]


def links(message: Json) -> set[str]:
    """Where a digest leads; a story of several outlets names its lead's page twice."""
    return {entity["url"] for entity in message["entities"] if entity["type"] == "text_link"}


async def quiet(seconds: float = 5) -> None:
    """Two sweeps and a bit: long enough for a second digest to come, if one came."""
    await asyncio.sleep(seconds)


async def test_the_digest_comes_at_its_local_time_with_titles_links_and_bullets(world: World) -> None:
    await subscribed(world)
    world.pass_time(timedelta(hours=19, minutes=50))  # 07:50 in Kyiv
    await quiet()
    assert digests(world) == []
    world.pass_time(timedelta(minutes=11))
    digest = await world.you.answer()
    assert digest["text"].startswith("Your digest · Tuesday, 24 November\n")
    assert "1  " in digest["text"]
    assert "• " in digest["text"]
    kinds = [entity["type"] for entity in digest["entities"]]
    assert kinds.count("text_link") >= 4
    assert "expandable_blockquote" in kinds


async def test_no_story_comes_twice_and_nothing_comes_when_nothing_is_new(world: World) -> None:
    await subscribed(world)
    for _ in range(5):
        world.pass_time(DAY)
        await quiet(6)
    told = [url for digest in digests(world) for url in links(digest)]
    assert len(told) == len(set(told))
    assert len(told) == 8, "every story of both papers"
    # the papers have nothing new after the second day
    assert len(digests(world)) == 2


async def test_a_digest_that_fell_due_while_the_bot_was_down_comes_once_after_the_start(world: World) -> None:
    await subscribed(world)
    assert await world.bot.end() == 0
    world.pass_time(3 * DAY)
    await world.bot.start()
    await world.you.until(lambda: len(digests(world)) == 1)
    await quiet()
    assert len(digests(world)) == 1


async def test_every_chat_gets_its_own_digest(world: World) -> None:
    friend = world.playground.add_person("Friend")
    other = Person(world.playground, friend.id, friend.id)
    for person in (world.you, other):
        await person.ask(f"/sub {world.url}/site/courier/feed.xml")
        await person.ask("/schedule 08:00")
    world.pass_time(DAY)
    await other.until(lambda: any(message["text"].startswith("Your digest") for message in other.got))
    await world.you.until(lambda: len(digests(world)) == 1)


async def test_a_429_delays_the_digest_and_loses_nothing(world: World) -> None:
    await subscribed(world)
    world.playground.faults.arm(Fault("sendMessage", code=429, retry_after=2))
    world.pass_time(DAY)
    await world.you.until(lambda: len(digests(world)) == 1, seconds=40)
    await quiet()
    assert len(digests(world)) == 1


async def test_a_digest_whose_answer_was_lost_is_asked_about_and_shown_once(world: World) -> None:
    await subscribed(world)
    world.playground.faults.arm(Fault("sendMessage", drop=True))
    world.pass_time(DAY)
    await world.you.until(lambda: any("may not have arrived" in message["text"] for message in world.you.got))
    await quiet()
    assert len(digests(world)) == 1  # it had arrived; the bot can't know
    notice = next(message for message in world.you.got if "may not have arrived" in message["text"])
    world.you.press(notice, "Show digest")
    await world.you.until(lambda: len(digests(world)) == 2)
    world.you.press(notice, "Show digest")
    await world.you.until(lambda: "shown already" in "".join(world.you.toasts))
    await quiet()
    assert len(digests(world)) == 2


async def test_a_digest_that_was_killed_on_its_way_is_neither_lost_nor_doubled(world: World) -> None:
    await subscribed(world)
    world.playground.faults.arm(Fault("sendMessage", before=30))
    before = world.count("sendMessage")
    world.pass_time(DAY)
    await world.called("sendMessage", before + 1)
    await world.bot.kill()
    world.playground.faults.clear()
    await world.bot.start()
    await world.you.until(lambda: any("may not have arrived" in message["text"] for message in world.you.got))
    await quiet()
    notices = [message for message in world.you.got if "may not have arrived" in message["text"]]
    assert (len(digests(world)), len(notices)) == (0, 1)
    world.you.press(notices[0], "Show digest")
    await world.you.until(lambda: len(digests(world)) == 1)


async def test_a_chat_that_blocked_the_bot_is_left_alone_and_keeps_its_feeds(world: World) -> None:
    await subscribed(world)
    world.you.block()
    sent = world.count("sendMessage")
    world.pass_time(DAY)
    await quiet(6)
    assert world.count("sendMessage") <= sent + 1
    world.you.block(blocked=False)
    await world.you.until(lambda: len(digests(world)) == 1)
    assert "The Orlova Courier" in (await world.you.ask("/list"))["text"]
