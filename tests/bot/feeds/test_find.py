"""From an address to feeds."""

import pytest

from bot.errors import PersonError
from bot.feeds.find import find
from bot.resources import Resources
from summarizer.errors import Unreachable
from tests.bot.feeds.paper import Paper


async def test_a_feed_is_found_at_its_own_address(bot: Resources, site: str) -> None:
    (found,) = await find(bot, f"{site}/feed.xml")
    assert (found.title, found.answer.url) == ("Paper", f"{site}/feed.xml")


async def test_all_feeds_that_a_page_names_and_that_there_are_are_found_in_its_order(
    bot: Resources, site: str
) -> None:
    assert [found.title for found in await find(bot, site)] == ["Paper", "Paper, sport"]


async def test_where_a_page_names_none_the_usual_places_are_tried(bot: Resources, site: str) -> None:
    assert [found.answer.url for found in await find(bot, f"{site}/story")] == [f"{site}/feed.xml"]


async def test_where_those_have_none_the_front_page_is_asked(bot: Resources, paper: Paper, site: str) -> None:
    paper.status = 404
    assert [found.title for found in await find(bot, f"{site}/story")] == ["Paper, sport"]


async def test_a_site_without_feeds_says_so(bot: Resources, paper: Paper, site: str) -> None:
    paper.status, paper.names = 404, ()
    with pytest.raises(PersonError, match="no_feed"):
        await find(bot, f"{site}/story")


async def test_a_site_that_can_not_be_reached_says_why(bot: Resources) -> None:
    with pytest.raises(Unreachable, match="no_connection"):
        await find(bot, "http://127.0.0.1:9/feed")
