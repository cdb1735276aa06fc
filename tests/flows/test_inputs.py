"""Whatever a person sends, they get bullets of it, or a sentence that says what to do."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette

from bot.playground.chats import Json
from summarizer import read_opml
from tests.flows.conftest import World
from tests.flows.kinds import BAD_FILES, FACTS, FILES, PAGES, TEXT, site


@asynccontextmanager
async def served(app: Starlette, port: int = 0) -> AsyncIterator[str]:
    with socket.create_server(("127.0.0.1", port)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
        task = asyncio.create_task(server.serve(sockets=[listener]))
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        await task


def are_facts(message: Json) -> bool:
    """Whether there are bullets, and each of them is, but for its end, a fact of the story."""
    told = [line.removeprefix("• ") for line in message["text"].splitlines() if line.startswith("• ")]
    return bool(told) and all(
        any(fact.startswith(line.rstrip(" ….")[:40]) for fact in FACTS) for line in told
    )


async def test_each_kind_of_file_is_condensed(world: World) -> None:
    for name, mime, make in FILES:
        world.you.send_file(name, mime, make())
        answer = await world.you.answer()
        assert are_facts(answer), f"{name}: {answer['text']}"


async def test_each_file_that_can_not_be_read_is_answered_with_why(world: World) -> None:
    for name, mime, data, why in BAD_FILES:
        world.you.send_file(name, mime, data)
        answer = await world.you.answer()
        assert why in answer["text"], f"{name}: {answer['text']}"


async def test_each_kind_of_page_is_condensed_or_answered_with_why(world: World) -> None:
    refused = [
        ("inside", "public web addresses"),
        ("metadata", "public web addresses"),
        ("bomb", "larger than I read"),
    ]
    async with served(site()) as url:
        for path, expected in [(path, expected) for path, _, _, expected in PAGES] + refused:
            answer = await world.you.ask(f"{url}/{path}")
            assert expected in answer["text"], f"{path}: {answer['text']}"


async def test_a_forwarded_post_and_half_a_letter_are_no_trouble(
    world: World,
) -> None:
    said = world.you.say(TEXT)
    first = await world.you.answer()
    assert are_facts(first), first["text"]
    world.you.say("/tldr", reply_to=said["message_id"])
    first = await world.you.answer()
    assert are_facts(first), first["text"]
    world.you.send_file("half.txt", "text/plain", TEXT.encode() + b"\xed\xa0\xbd and a half")
    first = await world.you.answer()
    assert are_facts(first), first["text"]


async def test_lists_of_feeds_go_in_and_out_and_a_site_with_several_lets_you_choose(world: World) -> None:
    async with served(site()) as url:
        opml = (
            '<opml version="2.0"><body><outline text="Town">'
            f'<outline type="rss" text="Courier" xmlUrl="{url}/feed"/></outline>'
            '<outline type="rss" text="Inside" xmlUrl="http://10.0.0.1/feed"/>'
            '<outline type="rss" text="Bad" xmlUrl="javascript:alert(1)"/></body></opml>'
        )
        world.you.send_file("feeds.opml", "text/x-opml", opml.encode())
        told = (await world.you.answer())["text"]
        for line in ("1 feed added.", "2 refused:", "http://10.0.0.1/feed · not a public address"):
            assert line in told.replace("\u2060", "")  # foreign addresses are no links
        out = await world.you.ask("/export")
        assert out["document"]["file_name"] == "nutgraf.opml"
        (mine,) = read_opml(world.playground.files.by_id(out["document"]["file_id"]).data).outlines
        assert (mine.url, mine.title, mine.tags) == (f"{url}/feed", "Courier", ("Town",))
        choice = await world.you.ask(f"/sub {url}/two")
        assert "has 2 feeds. Which one?" in choice["text"]
        world.you.press(choice, "2  Sport")
        assert "Following Sport." in (await world.you.edited())["text"]
        left = await world.you.ask("/unsub sport")
        world.you.press(left, "Undo")
        assert "Following Sport." in (await world.you.edited())["text"]
        assert "2  ✅ Sport" in (await world.you.ask("/list"))["text"]


async def test_a_page_that_lists_articles_is_followed_by_its_key(world: World) -> None:
    async with served(site()) as url:
        front = await world.you.ask(f"{url}/")
        world.you.press(front, "Follow")
        assert "Following Courier." in (await world.you.answer())["text"]
