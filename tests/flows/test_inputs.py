"""Whatever a person sends, they get bullets of it, or a sentence that says what to do."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette

from bot.playground.chats import Json
from tests.flows.conftest import World
from tests.flows.kinds import BAD_FILES, FACTS, FILES, PAGES, TEXT, site


@asynccontextmanager
async def served(app: Starlette) -> AsyncIterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
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
