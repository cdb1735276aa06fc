"""What comes in is read, kept, judged by its age, and answered in the order of its chat; trouble stays with its update."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram import Update

from bot import resources as opening
from bot.handlers.dispatch import Dispatch
from bot.handlers.request import Answer, Request
from bot.playground.clock import write_offset
from bot.playground.person import Person
from bot.playground.server import serving
from bot.playground.state import Playground
from bot.resources import Resources
from bot.roles.missed import Missed, awaits_answer, is_too_old
from bot.roles.receiver import Receiver
from bot.roles.updates import AT_ONCE, Backlog, Confirming, DurableQueue, PollRequest, state_of
from bot.storage import updates
from bot.storage.updates import UpdateState
from config.settings import Settings

TOKEN = "1000:abcdef"
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LATE, FRESH = NOW - timedelta(hours=2, seconds=1), NOW - timedelta(hours=2)


def message(
    text: str = "/list",
    *,
    at: datetime = NOW,
    chat: int = 1,
    kind: str = "private",
    number: int = 7,
    **more: Any,
) -> dict[str, Any]:
    command, _, _ = text.partition(" ")
    entities = [{"type": "bot_command", "offset": 0, "length": len(command)}] if text.startswith("/") else []
    content = {"text": text, "entities": entities} if text else {}
    said = {
        "message_id": 5,
        "date": int(at.timestamp()),
        "chat": {"id": chat, "type": kind, "title": "Readers"},
        "from": {"id": 1, "is_bot": False, "first_name": "You"},
    }
    return {"update_id": number, "message": said | content | more}


class World:
    """A receiver that does not poll, and the playground that it answers to."""

    def __init__(self, playground: Playground, resources: Resources) -> None:
        self.playground = playground
        self.resources = resources
        self.receiver = Receiver(resources)
        self.you = Person(playground)

    def read(self, raw: dict[str, Any]) -> Update:
        return Update.de_json(raw, self.receiver.application.bot)

    async def body(self, number: int) -> dict[str, Any] | None:
        async with self.resources.database.reading() as tx:
            return await updates.body(tx, number)


@pytest.fixture
async def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    monkeypatch.chdir(tmp_path)
    clock = tmp_path / "clock"
    write_offset(clock, (NOW - datetime.now(UTC)).total_seconds())
    playground = Playground(TOKEN, lambda: NOW)
    async with serving(playground) as url:
        settings = Settings(token=TOKEN, api_url=url, data_dir=tmp_path, clock_file=clock)
        async with opening.opened(settings) as resources:
            made = World(playground, resources)
            await made.receiver.application.initialize()
            await made.receiver.application.start()
            yield made
            await made.receiver.stop(5)


def read(raw: dict[str, Any]) -> Update:
    return Update.de_json(raw, None)


def test_what_was_written_more_than_two_hours_ago_is_too_old() -> None:
    assert is_too_old(read(message(at=LATE)), NOW)
    assert not is_too_old(read(message(at=FRESH)), NOW)
    assert not is_too_old(read(message(at=NOW + timedelta(hours=9))), NOW)


def test_a_post_in_a_channel_grows_old_too() -> None:
    post = message(at=LATE, chat=-100, kind="channel")
    assert is_too_old(read({"update_id": 7, "channel_post": post["message"]}), NOW)


def test_a_pressed_key_and_what_happened_to_a_chat_are_never_too_old() -> None:
    you = {"id": 1, "is_bot": False, "first_name": "You"}
    old = message(at=LATE)["message"]
    press = {"id": "1", "from": you, "chat_instance": "1", "data": "x", "message": old}
    member = {"user": you, "status": "member"}
    change = {
        "chat": old["chat"], "from": you, "date": old["date"], "old_chat_member": member, "new_chat_member": member
    }  # fmt: skip
    assert not is_too_old(read({"update_id": 7, "callback_query": press}), NOW)
    assert not is_too_old(read({"update_id": 7, "my_chat_member": change}), NOW)
    moved = message("", at=LATE, chat=-5, kind="group", migrate_to_chat_id=-1005)
    assert not is_too_old(read(moved), NOW)
    assert not is_too_old(read({"update_id": 7}), NOW)


@pytest.mark.parametrize(
    ("text", "kind", "answered"),
    [
        ("hello", "private", True),
        ("/nonsense", "private", True),
        ("/list", "supergroup", True),
        ("/LIST@nutgraf_demo_bot now", "supergroup", True),
        ("/list@another_bot", "supergroup", False),
        ("/nonsense", "supergroup", False),
        ("good morning", "supergroup", False),
        ("", "private", False),
    ],
)
async def test_only_what_would_have_been_answered_is_told_of(
    world: World, text: str, kind: str, answered: bool
) -> None:
    update = world.read(message(text, at=LATE, kind=kind))
    assert awaits_answer(update) is answered
    assert state_of(update, NOW) is (UpdateState.MISSED if answered else UpdateState.DONE)
    assert state_of(world.read(message(text, kind=kind)), NOW) is UpdateState.NEW


def test_one_that_can_not_be_read_is_emptied_and_the_others_stay() -> None:
    good, bad = (
        message(number=1),
        {"update_id": 2, "message": {"message_id": "x", "chat": 7, "date": "never"}},
    )
    far = message(number=3)
    far["message"]["date"] = 10**30
    strange: list[Any] = [{"message": {}}, {"update_id": "4"}, {"update_id": 2**70}, "text", None]
    payload = json.dumps({"ok": True, "result": [good, bad, far, *strange]}).encode()
    read_ = PollRequest.parse_json_payload(payload)
    assert read_["result"] == [good, {"update_id": 2}, {"update_id": 3}]


async def test_the_same_update_twice_is_answered_once(world: World) -> None:
    queue = world.receiver.application.update_queue
    for _ in range(2):
        await queue.put(world.read(message(at=world.resources.now())))
    await world.you.until(lambda: len(world.you.got) == 1)
    while await world.body(7):
        await asyncio.sleep(0.01)
    await queue.put(world.read(message(at=world.resources.now())))
    await queue.put(world.read(message("/help", number=8, at=world.resources.now())))
    await world.you.until(lambda: "What I can do" in world.you.got[-1]["text"])
    assert len(world.you.got) == 2


async def test_an_update_that_comes_again_is_queued_once(world: World) -> None:
    queue = DurableQueue(world.resources, Backlog(), lambda: None)
    for _ in range(3):
        await queue.put(world.read(message(at=world.resources.now())))
    assert queue.qsize() == 1
    async with world.resources.database.begin() as tx:
        await updates.done(tx, 7)
    await queue.put(world.read(message(at=world.resources.now())))
    assert queue.qsize() == 1


async def test_an_edited_message_is_not_answered(world: World) -> None:
    edited = message()["message"] | {"edit_date": int(NOW.timestamp())}
    queue = world.receiver.application.update_queue
    await queue.put(world.read({"update_id": 7, "edited_message": edited}))
    await queue.put(world.read({"update_id": 8, "edited_channel_post": edited}))
    await queue.put(world.read(message("/help", number=9, at=world.resources.now())))
    await world.you.until(lambda: len(world.you.got) == 1)
    assert "What I can do" in world.you.got[0]["text"]
    assert await world.body(7) is None


async def test_what_came_too_late_is_not_done_and_told_once(world: World) -> None:
    queue = world.receiver.application.update_queue
    late = world.resources.now() - timedelta(hours=3)
    for number in range(3):
        await queue.put(world.read(message("/list", number=number, at=late)))
    await queue.put(world.read(message("good morning", number=3, at=late, chat=-100, kind="supergroup")))
    await world.you.until(lambda: len(world.you.got) == 1)
    assert "skipped 3 messages" in world.you.got[0]["text"]
    while any([await world.body(number) for number in range(4)]):
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.5)
    assert len(world.you.got) == 1


async def test_chats_are_told_when_no_more_comes_each_of_its_own(world: World) -> None:
    told: list[tuple[int, int]] = []

    async def tell(oldest: Update, count: int) -> None:
        assert oldest.effective_chat
        told.append((oldest.effective_chat.id, count))

    missed = Missed(world.resources, world.read, tell, 0.6)
    queue = DurableQueue(world.resources, Backlog(), missed.note)
    late = world.resources.now() - timedelta(hours=3)
    for number in range(6):
        await queue.put(world.read(message(number=number, at=late, chat=1 + number % 2)))
        await asyncio.sleep(0.2)
    assert told == []
    await asyncio.sleep(1)
    assert told == [(1, 3), (2, 3)]
    missed.note()
    await asyncio.sleep(1)
    assert len(told) == 2
    await missed.stop()


async def test_who_could_not_be_told_is_told_after_the_next_start(world: World) -> None:
    told: list[int] = []

    async def fails(_oldest: Update, _count: int) -> None:
        raise OSError("no way out")

    async def tell(_oldest: Update, count: int) -> None:
        told.append(count)

    missed = Missed(world.resources, world.read, fails, 0)
    with capture_logs() as logs:
        await DurableQueue(world.resources, Backlog(), missed.note).put(
            world.read(message(at=world.resources.now() - timedelta(hours=3)))
        )
        await asyncio.sleep(0.5)
    assert [entry["event"] for entry in logs] == ["chats were not told of what they missed"]
    after = Missed(world.resources, world.read, tell, 0)
    after.note()
    async with asyncio.timeout(5):
        while told != [1] or await waits(world):
            await asyncio.sleep(0.05)
    await asyncio.sleep(
        0.1
    )  # until its last transaction is at its end, or the database would be closed within it
    await after.stop()


async def waits(world: World) -> bool:
    """Whether somebody is still to be told of what they missed."""
    async with world.resources.database.reading() as tx:
        return bool(await updates.all_in(tx, UpdateState.MISSED))


async def test_a_handler_that_fails_tells_a_code_and_the_log_the_rest(world: World) -> None:
    async def fails(_request: Request) -> Answer:
        raise ZeroDivisionError("a secret of the bot")

    async def again(_number: int) -> bool:
        return False

    dispatch = Dispatch(world.resources, world.receiver.sender, again)
    update = world.read(message("hello", at=world.resources.now()))
    async with world.resources.database.begin() as tx:
        await updates.receive(tx, update.update_id, update.to_dict(), NOW)
    with capture_logs() as logs:
        await dispatch.message(update, fails)
    text = (await world.you.answer())["text"]
    (bug,) = (entry for entry in logs if entry["event"] == "a bug in a handler")
    assert f"(code {bug['code']})" in text
    assert len(bug["code"]) == 4
    assert "secret" not in text
    assert bug["handler"] == "fails"
    assert bug["exc_info"]


async def test_a_failure_in_one_update_leaves_the_next_alone(world: World) -> None:
    queue = world.receiver.application.update_queue
    await queue.put(world.read({"update_id": 6}))
    await queue.put(world.read(message("/help", at=world.resources.now())))
    await world.you.until(lambda: len(world.you.got) == 1)


async def test_while_nothing_can_be_kept_nothing_is_queued_and_nothing_lost(
    world: World, tmp_path: Path
) -> None:
    import sqlite3

    queue = DurableQueue(world.resources, Backlog(), lambda: None)
    with sqlite3.connect(tmp_path / "nutgraf.db", isolation_level=None) as other:
        other.execute("ALTER TABLE updates RENAME TO elsewhere")
        putting = asyncio.create_task(queue.put(world.read(message(at=world.resources.now()))))
        with capture_logs() as logs:
            await asyncio.sleep(0.5)
        assert not putting.done()
        assert any(entry["event"] == "an update could not be kept" for entry in logs)
        other.execute("ALTER TABLE elsewhere RENAME TO updates")
    other.close()
    await putting
    assert queue.qsize() == 1
    assert await world.body(7)


async def test_one_chat_that_sends_much_does_not_hold_up_another(world: World) -> None:
    processor, over, order = Confirming(world.resources), asyncio.Event(), list[int]()

    async def slow(number: int) -> None:
        await over.wait()
        order.append(number)

    async def quick() -> None:
        order.append(-1)

    flood = [
        asyncio.create_task(processor.process_update(world.read(message(number=number)), slow(number)))
        for number in range(2 * AT_ONCE)
    ]
    await asyncio.sleep(0)
    async with asyncio.timeout(5):
        await processor.process_update(world.read(message(chat=2, number=999)), quick())
    over.set()
    await asyncio.gather(*flood)
    assert order == [-1, *range(2 * AT_ONCE)]


async def test_a_process_that_ends_leaves_what_waits_for_the_next(world: World) -> None:
    processor = Confirming(world.resources)
    processor.stopping = True
    done: list[int] = []

    async def run() -> None:
        done.append(1)

    async with world.resources.database.begin() as tx:
        await updates.receive(tx, 7, message(), NOW)
    await processor.process_update(world.read(message()), run())
    assert done == []
    assert await world.body(7)


async def test_what_comes_while_the_bot_listens_is_new_whatever_clock_dated_it(world: World) -> None:
    backlog = Backlog()
    queue = DurableQueue(world.resources, backlog, lambda: None)
    long_ago = world.resources.now() - timedelta(days=3)
    await queue.put(world.read(message(number=7, at=long_ago)))
    assert queue.qsize() == 0
    backlog.answered(0.1, empty=False)
    assert backlog.is_open, "there may be more that waited"
    backlog.answered(4.0, empty=False)
    await queue.put(world.read(message(number=8, at=long_ago)))
    assert queue.qsize() == 1
    backlog.failed()
    assert not backlog.is_open, "a poll that fails once is no outage"


async def test_an_empty_poll_ends_what_waited() -> None:
    backlog = Backlog()
    backlog.answered(0.1, empty=True)
    assert not backlog.is_open
