"""What a chat decides of a feed has its effect, and is nobody else's."""

from datetime import timedelta

import pytest

from bot.errors import PersonError
from bot.feeds import refresh, subscribe
from bot.feeds.decide import decide, leave_to_chat
from bot.feeds.leave import leave, take_back
from bot.feeds.many import subscribe_all
from bot.models import Delivery, DigestKind, Subscription, TextFrom
from bot.resources import Resources
from bot.storage import articles, digests, feeds, items
from bot.storage.items import Span
from summarizer import Opml, Outline
from summarizer.types import Entry
from tests.bot.feeds.acting import feeds_of, follow, hours_pass
from tests.bot.feeds.paper import Paper

OWN_WORDS = "The council of Lesk bought a ferry. It crosses the river twice an hour. Nobody pays for it."


async def mine_of(bot: Resources, chat: int = 1) -> list[Subscription]:
    async with bot.database.reading() as tx:
        return list(await feeds.of_chat(tx, chat))


async def minutes_until_next_look(bot: Resources) -> int:
    (feed, *_) = await feeds_of(bot, 1)
    return round((feed.next_check_at - bot.now()) / timedelta(minutes=1))


async def lists(bot: Resources, feed: int, name: str, site: str) -> None:
    """The feed brings a story, with words of its own, and it is read."""
    async with bot.database.begin() as tx:
        entry = Entry(name, f"{site}/{name}", name, OWN_WORDS)
        await items.found(tx, feed, [entry], bot.now(), wanted=True)
    await refresh.read_open(bot)


async def texts(bot: Resources, chat: int) -> dict[str | None, str]:
    """What a chat's new stories are condensed from, by title."""
    async with bot.database.reading() as tx:
        new = await items.of_chat(tx, chat, Span(bot.now() - timedelta(days=1)), bot.now(), limit=9)
        known = await articles.many(tx, [item.article for item in new])
    return {item.title: known[item.article].text for item in new}


async def test_a_feed_is_looked_at_as_often_as_its_most_eager_reader_wants(
    bot: Resources, paper: Paper, site: str
) -> None:
    for chat in (1, 2):
        done = await follow(bot, chat, f"{site}/feed.xml")
    async with bot.database.begin() as tx:  # it posts once in ten days
        await feeds.checked(tx, done.feed.id, pace=0.1, next_check_at=bot.now() + timedelta(days=1))
    await decide(bot, 1, done.feed.id, interval=60)
    assert 55 <= await minutes_until_next_look(bot) <= 65
    await decide(bot, 2, None, interval=30)
    assert 27 <= await minutes_until_next_look(bot) <= 33
    await hours_pass(bot, 0.6)
    assert paper.asked["feed"] == 3, "each of the two subscribed with a look of its own"
    assert 27 <= await minutes_until_next_look(bot) <= 33


async def test_a_reader_who_wants_fewer_looks_takes_none_from_the_others(
    bot: Resources, paper: Paper, site: str
) -> None:
    done = await follow(bot, 1, f"{site}/feed.xml")
    await follow(bot, 2, f"{site}/feed.xml")
    before = await minutes_until_next_look(bot)
    await decide(bot, 1, done.feed.id, interval=1440)
    await hours_pass(bot, before / 60 + 0.1)
    assert paper.asked["feed"] == 3
    assert abs(await minutes_until_next_look(bot) - before) <= 3


async def test_a_feed_that_asks_to_be_left_alone_is(bot: Resources, paper: Paper, site: str) -> None:
    paper.wishes = "<ttl>120</ttl>"
    done = await follow(bot, 1, f"{site}/feed.xml")
    await decide(bot, 1, done.feed.id, interval=15)
    assert await minutes_until_next_look(bot) >= 110


async def test_stories_are_condensed_from_the_feed_for_those_who_want_that(bot: Resources, site: str) -> None:
    for chat in (1, 2):
        done = await follow(bot, chat, f"{site}/feed.xml")
    await decide(bot, 1, done.feed.id, source=TextFrom.FEED.value)
    await lists(bot, done.feed.id, "ferry", site)
    assert (await texts(bot, 1))["ferry"] == OWN_WORDS
    assert (await texts(bot, 2))["ferry"].startswith("The town of Lesk spent")
    await decide(bot, 1, done.feed.id, source=None)
    assert (await texts(bot, 1))["ferry"].startswith("The town of Lesk spent")


async def test_a_page_that_nobody_wants_is_not_fetched(bot: Resources, paper: Paper, site: str) -> None:
    done = await follow(bot, 1, f"{site}/feed.xml")
    await decide(bot, 1, None, source=TextFrom.FEED.value)
    await lists(bot, done.feed.id, "ferry", site)
    assert (await texts(bot, 1))["ferry"] == OWN_WORDS
    assert paper.asked["ferry"] == 0


async def test_what_was_told_from_the_feed_is_not_told_again_from_the_page(bot: Resources, site: str) -> None:
    for chat in (1, 2):
        done = await follow(bot, chat, f"{site}/feed.xml")
    await decide(bot, 1, done.feed.id, source=TextFrom.FEED.value)
    await lists(bot, done.feed.id, "ferry", site)
    async with bot.database.begin() as tx:
        new = await items.of_chat(tx, 1, Span(bot.now() - timedelta(days=1)), bot.now(), limit=9)
        await digests.plan(tx, 1, DigestKind.ASKED, "1", bot.now())
        digest = await digests.claim(tx, 1, bot.now() + timedelta(minutes=1))
        assert digest
        await digests.built(tx, digest, ["part"], shown=[item.article for item in new])
    assert await texts(bot, 1) == {}
    await decide(bot, 1, done.feed.id, source=TextFrom.PAGE.value)
    assert await texts(bot, 1) == {}


async def test_a_feed_comes_back_with_all_that_was_decided_of_it(bot: Resources, site: str) -> None:
    done = await follow(bot, 1, f"{site}/feed.xml")
    until = bot.now() + timedelta(days=3)
    chosen = {"name": "Mine", "tags": '["town"]', "delivery": Delivery.OFF.value, "paused_until": until}
    await decide(bot, 1, done.feed.id, interval=90, sentences=7, silent=True, preview=False, **chosen)
    was = await mine_of(bot)
    first, last = await leave(bot, was)
    assert await mine_of(bot) == []
    assert await take_back(bot, 2, first, last) == [], "what another chat left is nobody else's"
    (back,) = await take_back(bot, 1, first, last)
    for name in ("name", "tags", "own_delivery", "interval", "sentences", "silent", "preview", "source"):
        assert getattr(back, name) == getattr(was[0], name), name
    assert abs((back.paused_until or bot.now()) - until) < timedelta(seconds=1)
    assert (back.feed.url, back.feed.title) == (f"{site}/feed.xml", "Paper")
    assert await take_back(bot, 1, first, last) == []


async def test_a_chat_with_as_many_feeds_as_it_may_follow_takes_none_back(bot: Resources, site: str) -> None:
    await follow(bot, 1, f"{site}/feed.xml")
    numbers = await leave(bot, await mine_of(bot))
    bot = Resources(
        bot.settings.model_copy(update={"max_feeds": 1}), bot.database, bot.http, bot.workers, bot.once
    )
    await follow(bot, 1, f"{site}/sport.xml")
    with pytest.raises(PersonError, match="too_many_feeds"):
        await take_back(bot, 1, *numbers)
    assert [feed.url for feed in await feeds_of(bot, 1)] == [f"{site}/sport.xml"]


async def test_one_chat_s_name_for_a_feed_is_nobody_else_s(bot: Resources, site: str) -> None:
    await subscribe.take_in(bot, 1, Opml((Outline(f"{site}/feed.xml", "My secret"),)))
    await subscribe.take_in(bot, 2, Opml((Outline(f"{site}/feed.xml", "Paper"),)))
    assert [each.title for each in await mine_of(bot, 1)] == ["My secret"]
    await hours_pass(bot, 1)
    (mine,), (other,) = await mine_of(bot, 1), await mine_of(bot, 2)
    assert (mine.name, mine.feed.title) == ("My secret", "Paper")
    assert other.name is None, "what it calls itself is no name of one's own"
    assert [each.title for each in await subscribe.outlines_of(bot, 1)] == ["My secret"]


async def test_a_chat_is_told_of_trouble_by_its_own_name_for_the_feed(bot: Resources, site: str) -> None:
    done = await follow(bot, 1, f"{site}/feed.xml")
    await decide(bot, 1, done.feed.id, name="Mine")
    await follow(bot, 2, f"{site}/feed.xml")
    async with bot.database.begin() as tx:
        await feeds.checked(tx, done.feed.id, failing_since=bot.now(), failures=9)
        told = await feeds.to_tell(tx, bot.now() + timedelta(days=1), limit=9)
    assert {(notice.chat, notice.feed.title) for notice in told} == {(1, "Mine"), (2, "Paper")}


async def test_all_feeds_can_be_left_to_what_the_chat_decides(bot: Resources, site: str) -> None:
    done = await follow(bot, 1, f"{site}/feed.xml")
    values = {
        "delivery": "off",
        "interval": 60,
        "sentences": 2,
        "silent": True,
        "preview": True,
        "source": "feed",
    }
    await decide(bot, 1, done.feed.id, name="Mine", tags='["town"]', **values)
    await decide(bot, 1, None, delivery="instant")
    await leave_to_chat(bot, 1)
    (mine,) = await mine_of(bot)
    assert (mine.name, mine.tags, mine.delivery) == ("Mine", ("town",), Delivery.INSTANT)
    assert {mine.own_delivery, mine.interval, mine.sentences, mine.silent, mine.preview, mine.source} == {
        None
    }


async def test_of_several_addresses_each_has_its_own_outcome(bot: Resources, site: str) -> None:
    words = [f"{site}/feed.xml", f"{site}/", "hello", f"{site}/nowhere.xml", f"{site}/feed.xml?utm_source=x"]
    addresses = [word if "://" in word else None for word in words]
    done = await subscribe_all(bot, 1, addresses, words, ("town",))
    assert [bool(each.done and each.done.is_new) for each in done] == [True, False, False, False, False]
    assert [each.choices for each in done] == [0, 2, 0, 0, 0]
    assert [bool(each.trouble) for each in done] == [False, False, True, True, False]
    assert [each.tags for each in await mine_of(bot)] == [("town",)]
