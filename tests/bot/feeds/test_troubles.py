"""Feeds that fail: what their readers are told, once, and when nobody asks them any more."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import telegram

from bot.feeds import notices, refresh
from bot.playground.person import Person
from bot.playground.server import serving
from bot.playground.state import Playground
from bot.resources import Resources
from bot.sending import Sender
from tests.bot.feeds.acting import feeds_of, follow, hours_pass
from tests.bot.feeds.paper import Paper

TOKEN = "1000:abcdef"
DAY = 24


@pytest.fixture
async def sender() -> AsyncIterator[tuple[Sender, Person]]:
    playground = Playground(TOKEN, lambda: datetime.now(UTC))
    async with serving(playground) as url, telegram.Bot(TOKEN, base_url=f"{url}/bot") as api:
        yield Sender(api), Person(playground)


def texts(person: Person) -> list[str]:
    return [message["text"] for message in person.got]


async def days_pass(bot: Resources, sender: Sender, days: int) -> None:
    """Days on which the bot looks and tells what there is to tell, several times each."""
    for _ in range(days):
        await hours_pass(bot, DAY + 2)
        for _ in range(2):
            await notices.tell(bot, sender)


async def test_readers_are_told_once_after_a_week_and_once_when_a_feed_is_paused_after_a_month(
    bot: Resources, paper: Paper, site: str, sender: tuple[Sender, Person]
) -> None:
    out, you = sender
    await follow(bot, 1, f"{site}/feed.xml")
    paper.status = 404
    await days_pass(bot, out, 6)
    assert texts(you) == []
    await days_pass(bot, out, 10)
    (told,) = texts(you)
    assert told.startswith("Paper has brought nothing for 7 days: the site has no such page.")
    await days_pass(bot, out, 15)
    assert texts(you)[1:] == ["Paper is paused: the site has no such page. I no longer look."]
    asked = paper.asked["feed"]
    await days_pass(bot, out, 3)
    assert paper.asked["feed"] == asked


async def test_a_feed_that_is_gone_for_good_is_paused_at_once(
    bot: Resources, paper: Paper, site: str, sender: tuple[Sender, Person]
) -> None:
    out, you = sender
    await follow(bot, 1, f"{site}/feed.xml")
    paper.status = 410
    await days_pass(bot, out, 2)
    assert [feed.paused for feed in await feeds_of(bot, 1)] == [True]
    assert len(texts(you)) == 1
    assert paper.asked["feed"] == 2


async def test_a_feed_that_answers_again_may_be_told_of_again(
    bot: Resources, paper: Paper, site: str, sender: tuple[Sender, Person]
) -> None:
    out, you = sender
    await follow(bot, 1, f"{site}/feed.xml")
    for _ in range(2):
        paper.status = 404
        await days_pass(bot, out, 10)
        paper.status = None
        await days_pass(bot, out, 2)
    assert len(texts(you)) == 2


async def test_a_paused_feed_that_is_tried_again_and_answers_is_looked_at_again(
    bot: Resources, paper: Paper, site: str
) -> None:
    await follow(bot, 1, f"{site}/feed.xml")
    paper.status = 410
    await hours_pass(bot, DAY)
    paper.status = None
    (feed,) = await feeds_of(bot, 1)
    await refresh.check_all(bot, [feed])
    (feed,) = await feeds_of(bot, 1)
    assert (feed.paused, feed.failures, feed.failing_since) == (False, 0, None)


async def test_a_reader_who_is_gone_is_not_told_again(
    bot: Resources, paper: Paper, site: str, sender: tuple[Sender, Person]
) -> None:
    out, you = sender
    you.block()
    await follow(bot, 1, f"{site}/feed.xml")
    paper.status = 410
    await days_pass(bot, out, 2)
    you.block(blocked=False)
    await days_pass(bot, out, 2)
    assert texts(you) == []
