"""What the chat page relies on: state, events, a clock that moves, and a server that stops at once."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import ChatMigrated

from bot.playground.clock import read_offset
from bot.playground.faults import Fault
from bot.playground.person import Person
from bot.playground.server import serving
from bot.playground.state import Playground

TOKEN = "1000:secret"
START = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
DIGEST = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


async def at_eight(_chat: int) -> datetime:
    return DIGEST


@pytest.fixture
def playground(tmp_path: Path) -> Playground:
    clock_file = tmp_path / "clock"
    return Playground(
        TOKEN,
        lambda: START + timedelta(seconds=read_offset(clock_file)),
        clock_file=clock_file,
        next_digest=at_eight,
        suggestions=[("Help", "/help")],
    )


@pytest.fixture
async def url(playground: Playground) -> AsyncIterator[str]:
    async with serving(playground) as address:
        yield address


@pytest.fixture
async def page(url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
        yield client


@pytest.fixture
async def bot(url: str) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as made:
        yield made


async def test_the_state_holds_what_was_said_and_what_can_be_tried(bot: Bot, page: httpx.AsyncClient) -> None:
    await bot.set_my_commands([("help", "What I do")])
    await page.post("/play/chats/1/messages", json={"text": "/help"})
    await bot.send_message(1, "hello")
    state = (await page.get("/play/state?chat=1")).json()
    assert [(m["text"], m["from"]["is_bot"]) for m in state["messages"]] == [
        ("/help", False),
        ("hello", True),
    ]
    assert state["commands"] == [{"command": "help", "description": "What I do"}]
    assert state["suggestions"] == [{"label": "Help", "text": "/help"}]
    assert datetime.fromisoformat(state["next_digest"]) == DIGEST


async def test_what_a_person_writes_arrives_with_its_command_and_its_link_marked(
    bot: Bot, page: httpx.AsyncClient
) -> None:
    await page.post("/play/chats/1/messages", json={"text": "/sub 😀 https://example.com/a."})
    [update] = await bot.get_updates()
    assert update.message
    assert [update.message.parse_entity(entity) for entity in update.message.entities] == [
        "/sub",
        "https://example.com/a",
    ]


async def test_a_press_on_the_page_reaches_the_bot(bot: Bot, page: httpx.AsyncClient) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    sent = await bot.send_message(1, "hi", reply_markup=keyboard)
    answer = await page.post("/play/chats/1/press", json={"message_id": sent.message_id, "data": "go"})
    [update] = await bot.get_updates()
    assert answer.is_success
    assert update.callback_query
    assert update.callback_query.data == "go"


async def test_an_open_page_is_told_at_once(bot: Bot, page: httpx.AsyncClient) -> None:
    async with page.stream("GET", "/play/events?chat=1") as stream:
        lines = stream.aiter_lines()
        await bot.send_message(1, "hello")
        async with asyncio.timeout(5):
            while await anext(lines) != "event: message":
                pass
            data = await anext(lines)
    assert json.loads(data.removeprefix("data: "))["text"] == "hello"


async def test_the_clock_jumps_past_the_next_digest_and_messages_are_dated_by_it(
    bot: Bot, page: httpx.AsyncClient
) -> None:
    moved = (await page.post("/play/clock", json={"to": "next_digest", "chat": 1})).json()
    assert datetime.fromisoformat(moved["now"]) == DIGEST + timedelta(seconds=5)
    assert (await bot.send_message(1, "later")).date == DIGEST + timedelta(seconds=5)


async def test_the_server_stops_at_once_under_an_open_poll_an_open_page_and_a_slow_call(
    playground: Playground,
) -> None:
    playground.faults.arm(Fault("sendChatAction", before=60))
    async with httpx.AsyncClient(trust_env=False, timeout=30) as client:
        async with serving(playground) as address:
            api = f"{address}/bot{TOKEN}"
            waiting = [
                asyncio.create_task(client.get(f"{api}/getUpdates?timeout=50")),
                asyncio.create_task(client.get(f"{api}/sendChatAction?chat_id=1&action=typing")),
                asyncio.create_task(client.get(f"{address}/play/events?chat=1")),
            ]
            await asyncio.sleep(0.3)
            assert not any(task.done() for task in waiting)
            began = time.monotonic()
        assert time.monotonic() - began < 1.5
        assert [answer.status_code for answer in await asyncio.gather(*waiting)] == [200, 200, 200]


async def test_a_message_whose_answer_is_slow_is_there_before_the_answer(
    bot: Bot, playground: Playground
) -> None:
    playground.faults.arm(Fault("sendMessage", after=3))
    you = Person(playground)
    sending = asyncio.create_task(bot.send_message(1, "hello"))
    await you.until(lambda: bool(you.got), 2)
    assert await asyncio.wait({sending}, timeout=0.5) == (set(), {sending})
    sending.cancel()


async def test_telegrams_library_reads_chats_and_members(bot: Bot, playground: Playground) -> None:
    group = playground.add_chat("supergroup", "Readers", username="readers", bot_role="administrator")
    assert (await bot.get_chat("@readers")).id == group.id
    assert (await bot.get_chat(1)).type == "private"
    assert (await bot.get_chat_member(group.id, 1)).status == "creator"
    assert {member.user.id for member in await bot.get_chat_administrators(group.id)} == {1, 1000}


async def test_a_group_that_was_upgraded_names_its_new_number(bot: Bot, playground: Playground) -> None:
    old = playground.add_chat("group", "Readers")
    new = playground.upgrade(old)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(old.id, "hi")
    assert caught.value.new_chat_id == new.id


async def test_a_call_may_come_as_a_query_a_form_json_or_multipart(page: httpx.AsyncClient) -> None:
    path, call = f"/bot{TOKEN}/sendMessage", {"chat_id": "1", "text": "zażółć & 1"}
    answers = [
        await page.get(path, params=call),
        await page.post(path, data=call),
        await page.post(path, json=call),
        await page.post(
            path, data=call, files={"unused": ("a.bin", b"\r\n--\x00", "application/octet-stream")}
        ),
    ]
    assert [answer.json()["result"]["text"] for answer in answers] == [call["text"]] * 4


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(bot: Bot, playground: Playground) -> None:
    group = playground.add_chat("supergroup", "Readers")
    you = Person(playground, group.id)
    for text in ("just talking", "/help", "/help@another_bot", "/help@nutgraf_demo_bot"):
        you.say(text)
    assert [update.message.text for update in await bot.get_updates() if update.message] == [
        "/help",
        "/help@nutgraf_demo_bot",
    ]
