"""Feeds are asked politely, and what they list is read once for everybody."""

from datetime import timedelta

from bot import summaries
from bot.feeds import refresh, subscribe
from bot.playground.clock import write_offset
from bot.resources import Resources
from bot.storage import feeds, items
from summarizer import Opml, Outline, Url
from tests.bot.feeds.acting import feeds_of, follow, hours_pass, new_titles
from tests.bot.feeds.paper import Paper


async def test_a_feed_that_has_not_changed_is_asked_for_with_its_etag_and_not_read_again(
    bot: Resources, paper: Paper, site: str
) -> None:
    await follow(bot, 1, f"{site}/feed.xml")
    await hours_pass(bot, 1)
    assert paper.conditions == [None, '"1"']
    assert paper.asked["one"] == 1


async def test_a_feed_is_left_alone_until_its_next_check(bot: Resources, paper: Paper, site: str) -> None:
    await follow(bot, 1, f"{site}/feed.xml")
    await refresh.due(bot)
    assert paper.asked["feed"] == 1


async def test_an_article_is_read_once_for_every_chat(bot: Resources, paper: Paper, site: str) -> None:
    for chat in (1, 2):
        await follow(bot, chat, f"{site}/feed.xml")
    paper.stories.insert(0, "two")
    await hours_pass(bot, 1)
    assert (paper.asked["one"], paper.asked["two"]) == (1, 1)
    assert await new_titles(bot, 1) == await new_titles(bot, 2) == ["two", "one"]


async def test_a_feed_that_fails_rests_as_long_as_it_asked(bot: Resources, paper: Paper, site: str) -> None:
    await follow(bot, 1, f"{site}/feed.xml")
    paper.status = 503
    await hours_pass(bot, 1)
    (feed,) = await feeds_of(bot, 1)
    assert feed.failures == 1
    assert feed.next_check_at - bot.now() > timedelta(hours=1, minutes=59)
    paper.status = None
    await hours_pass(bot, 1)
    assert paper.asked["feed"] == 2
    await hours_pass(bot, 2)
    assert paper.asked["feed"] == 3


async def test_a_feed_that_nobody_follows_any_more_is_forgotten(
    bot: Resources, paper: Paper, site: str
) -> None:
    done = await follow(bot, 1, f"{site}/feed.xml")
    async with bot.database.begin() as tx:
        await feeds.unsubscribe(tx, 1, done.feed.id)
    await hours_pass(bot, 1)
    assert paper.asked["feed"] == 1


async def test_the_same_link_is_read_again_only_after_a_while(
    bot: Resources, paper: Paper, site: str
) -> None:
    first = await summaries.read(bot, Url(f"{site}/one?utm_source=somebody"))
    assert await summaries.read(bot, Url(f"{site}/one")) == first
    assert paper.asked["one"] == 1
    assert bot.settings.clock_file
    write_offset(bot.settings.clock_file, 24 * 3600)
    assert await summaries.read(bot, Url(f"{site}/one")) == first
    assert paper.asked["one"] == 2


async def test_a_feed_is_left_alone_for_as_long_as_it_asks(bot: Resources, paper: Paper, site: str) -> None:
    paper.wishes = "<ttl>120</ttl>"
    await follow(bot, 1, f"{site}/feed.xml")
    await hours_pass(bot, 1.5)
    assert paper.asked["feed"] == 1
    await hours_pass(bot, 1)
    assert paper.asked["feed"] == 2


async def test_a_feed_keeps_its_wishes_while_it_does_not_change(
    bot: Resources, paper: Paper, site: str
) -> None:
    paper.wishes = "<ttl>120</ttl><skipHours><hour>3</hour></skipHours>"
    await follow(bot, 1, f"{site}/feed.xml")
    await hours_pass(bot, 48)
    (feed,) = await feeds_of(bot, 1)
    assert paper.conditions == [None, '"1"']
    assert (feed.ttl, feed.skip_hours) == (120, frozenset({3}))


async def test_a_feed_that_has_moved_for_good_is_asked_at_its_new_address_after_three_times(
    bot: Resources, paper: Paper, site: str
) -> None:
    await follow(bot, 1, f"{site}/feed.xml")
    paper.permanent = True
    for _ in range(4):
        await hours_pass(bot, 7)
    assert (paper.asked["feed"], paper.asked["new"]) == (4, 4)
    (feed,) = await feeds_of(bot, 1)
    assert (feed.url, feed.moves) == (f"{site}/new.xml", 0)


async def test_a_feed_that_is_elsewhere_for_a_while_keeps_its_address(
    bot: Resources, paper: Paper, site: str
) -> None:
    await follow(bot, 1, f"{site}/feed.xml")
    paper.permanent = False
    for _ in range(4):
        await hours_pass(bot, 7)
    assert [feed.url for feed in await feeds_of(bot, 1)] == [f"{site}/feed.xml"]


async def test_readers_of_a_feed_that_moves_to_another_follow_that_one_once_and_keep_their_tags(
    bot: Resources, paper: Paper, site: str
) -> None:
    await subscribe.take_in(bot, 1, Opml((Outline(f"{site}/feed.xml", None, ("town",)),)))
    await follow(bot, 2, f"{site}/feed.xml")
    await follow(bot, 2, f"{site}/new.xml")
    paper.permanent = True
    for _ in range(4):
        await hours_pass(bot, 7)
    async with bot.database.reading() as tx:
        (mine,) = await feeds.of_chat(tx, 1)
    assert (mine.feed.url, mine.tags) == (f"{site}/new.xml", ("town",))
    assert [feed.url for feed in await feeds_of(bot, 2)] == [f"{site}/new.xml"]


async def test_what_an_imported_feed_held_before_is_not_all_news(
    bot: Resources, paper: Paper, site: str
) -> None:
    paper.stories = [f"story-{number}" for number in range(9)]
    listed = Opml((Outline(f"{site}/feed.xml"), Outline("http://10.0.0.1/feed")), ("javascript:alert(1)",))
    done = await subscribe.take_in(bot, 1, listed)
    assert (done.added, done.known) == (1, 0)
    assert done.refused == (("javascript:alert(1)", "bad_url"), ("http://10.0.0.1/feed", "private_address"))
    await hours_pass(bot, 1)
    assert len(await new_titles(bot, 1)) == items.FIRST_ITEMS
    again = await subscribe.take_in(bot, 1, listed)
    assert (again.added, again.known) == (0, 1)
