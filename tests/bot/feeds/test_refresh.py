"""Feeds are asked politely, and what they list is read once for everybody."""

import asyncio
import socket
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot import resources as opening
from bot import summaries
from bot.feeds import refresh, subscribe
from bot.models import ChatKind
from bot.playground.clock import write_offset
from bot.resources import Resources
from bot.storage import chats, feeds, items
from config.settings import Settings
from summarizer.types import Url

STORY = "\n\n".join(
    f"The town of Lesk spent {number} crowns on its bridge in the year {1900 + number}. Nobody had asked for it."
    for number in range(40)
)


class Paper:
    """A site with a feed; it notes who asked for what."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.conditions: list[str | None] = []
        self.stories = ["one"]
        self.down = False

    async def feed(self, request: Request) -> Response:
        self.asked["feed"] += 1
        self.conditions.append(request.headers.get("if-none-match"))
        tag = f'"{len(self.stories)}"'
        if self.down:
            return PlainTextResponse("later", 503, {"Retry-After": "7200"})
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304)
        entries = "".join(
            f"<item><title>{name}</title><link>{request.base_url}{name}</link></item>"
            for name in self.stories
        )
        xml = f'<rss version="2.0"><channel><title>Paper</title>{entries}</channel></rss>'
        return Response(xml, media_type="application/rss+xml", headers={"ETag": tag})

    async def story(self, request: Request) -> Response:
        self.asked[request.path_params["name"]] += 1
        return PlainTextResponse(STORY)


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
async def site(paper: Paper) -> AsyncIterator[str]:
    app = Starlette(routes=[Route("/feed.xml", paper.feed), Route("/{name}", paper.story)])
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
        task = asyncio.create_task(server.serve(sockets=[listener]))
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        await task


@pytest.fixture
async def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Resources]:
    monkeypatch.chdir(tmp_path)
    settings = Settings(
        token="1000:abcdef",
        data_dir=tmp_path,
        clock_file=tmp_path / "clock",
        fetch_allow_private="127.0.0.0/8",
    )
    async with opening.opened(settings) as made:
        async with made.database.begin() as tx:
            await chats.remember(tx, 1, ChatKind.PRIVATE, "You")
            await chats.remember(tx, 2, ChatKind.PRIVATE, "Friend")
        yield made


async def new_titles(bot: Resources, chat: int) -> list[str | None]:
    async with bot.database.reading() as tx:
        return [item.title for item in await items.new_for(tx, chat, limit=9)]


async def hours_pass(bot: Resources, hours: float) -> None:
    assert bot.settings.clock_file
    write_offset(bot.settings.clock_file, hours * 3600)
    await refresh.due(bot)


async def test_a_feed_that_has_not_changed_is_asked_for_with_its_etag_and_not_read_again(
    bot: Resources, paper: Paper, site: str
) -> None:
    await subscribe.subscribe(bot, 1, f"{site}/feed.xml")
    await hours_pass(bot, 1)
    assert paper.conditions == [None, '"1"']
    assert paper.asked["one"] == 1


async def test_a_feed_is_left_alone_until_its_next_check(bot: Resources, paper: Paper, site: str) -> None:
    await subscribe.subscribe(bot, 1, f"{site}/feed.xml")
    await refresh.due(bot)
    assert paper.asked["feed"] == 1


async def test_an_article_is_read_once_for_every_chat(bot: Resources, paper: Paper, site: str) -> None:
    for chat in (1, 2):
        await subscribe.subscribe(bot, chat, f"{site}/feed.xml")
    paper.stories.insert(0, "two")
    await hours_pass(bot, 1)
    assert (paper.asked["one"], paper.asked["two"]) == (1, 1)
    assert await new_titles(bot, 1) == await new_titles(bot, 2) == ["two", "one"]


async def test_a_feed_that_fails_rests_as_long_as_it_asked(bot: Resources, paper: Paper, site: str) -> None:
    await subscribe.subscribe(bot, 1, f"{site}/feed.xml")
    paper.down = True
    await hours_pass(bot, 1)
    async with bot.database.reading() as tx:
        feed = await feeds.by_url(tx, f"{site}/feed.xml")
    assert feed
    assert feed.failures == 1
    assert (feed.next_check_at - datetime.now(UTC)).total_seconds() > 3 * 3600 - 60
    paper.down = False
    await hours_pass(bot, 2)
    assert paper.asked["feed"] == 2
    await hours_pass(bot, 4)
    assert paper.asked["feed"] == 3


async def test_a_feed_that_nobody_follows_any_more_is_forgotten(
    bot: Resources, paper: Paper, site: str
) -> None:
    done = await subscribe.subscribe(bot, 1, f"{site}/feed.xml")
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
