"""The process begins, ends and dies as it should; nothing is lost and nothing is doubled."""

import asyncio
import sqlite3
import time
from pathlib import Path

import pytest

from bot.playground.faults import Fault
from tests.flows.conftest import TOKEN, Bot, World


async def test_sigterm_ends_it_within_ten_seconds_with_status_0(world: World) -> None:
    world.playground.faults.arm(Fault("sendMessage", before=60))
    world.you.say("/list")
    await world.called("sendMessage")
    began = time.monotonic()
    assert await world.bot.end() == 0
    assert time.monotonic() - began < 10


async def test_updates_in_hand_when_it_is_killed_are_answered_once_after_the_start(world: World) -> None:
    world.playground.faults.arm(Fault("sendChatAction", before=30, times=5))
    world.playground.faults.arm(Fault("sendMessage", before=30))
    world.you.say("/help")  # at once, before a line could stand in for the answer
    await world.called("sendMessage", seconds=30)
    for number in range(5):
        world.you.say(f"/unsub {number}")
    await asyncio.sleep(1)
    await world.bot.kill()
    world.playground.faults.clear()
    await world.bot.start()
    await world.you.until(lambda: len(world.you.got) == 6, seconds=40)
    await asyncio.sleep(4)
    texts = [message["text"] for message in world.you.got]
    assert len(texts) == 6
    assert sum("may not have arrived" in text for text in texts) == 1
    assert sum("no feeds yet" in text for text in texts) == 5
    again = next(message for message in world.you.got if "may not have arrived" in message["text"])
    world.you.press(again, "Answer again")
    await world.you.until(lambda: "What I can do" in world.you.got[-1]["text"], seconds=30)


async def test_an_update_that_can_not_be_read_does_not_hold_up_the_others(world: World) -> None:
    world.playground.updates.push("message", {"message_id": "not a number", "chat": 7, "date": "never"})
    assert "no feeds" in (await world.you.ask("/list"))["text"]


async def test_a_second_bot_on_the_same_data_ends_with_one_sentence(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "second"
    folder.mkdir()
    second = Bot(world.bot.environment, folder)
    await second.start()
    assert await second.ended() == 5
    assert "Another Nutgraf runs" in second.log
    assert "no feeds" in (await world.you.ask("/list"))["text"]


async def test_the_token_stands_in_no_file_of_the_bot(world: World, tmp_path: Path) -> None:
    await world.you.ask(f"/tldr {world.url}/site/courier/dam")
    await world.bot.end()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert TOKEN.encode() not in path.read_bytes(), path


def settings(folder: Path, **more: str) -> dict[str, str]:
    import os

    inherited = {name: value for name, value in os.environ.items() if not name.startswith("NUTGRAF_")}
    return (
        inherited
        | {"NUTGRAF_TOKEN": TOKEN, "NUTGRAF_API_URL": "http://127.0.0.1:9", "NUTGRAF_DATA_DIR": str(folder)}
        | more
    )


def _missing(folder: Path) -> None:
    folder.rmdir()


def _not_a_database(folder: Path) -> None:
    (folder / "nutgraf.db").write_text("this is a letter to a friend, and no database at all")


def _newer(folder: Path) -> None:
    with sqlite3.connect(folder / "nutgraf.db") as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.close()


@pytest.mark.parametrize(
    ("prepare", "more", "status", "words"),
    [
        (None, {"NUTGRAF_TOKEN": ""}, 4, "NUTGRAF_TOKEN is not a bot token"),
        (None, {"NUTGRAF_TIMEZONE": "Mars/Olympus"}, 4, "NUTGRAF_TIMEZONE is not a time zone"),
        (None, {"NUTGRAF_FEED_CHECK_MIN": "often"}, 4, "NUTGRAF_FEED_CHECK_MIN is not a number"),
        (None, {"NUTGRAF_API_URL": "telegram"}, 4, "NUTGRAF_API_URL is not a web address"),
        (_missing, {}, 5, "does not exist. Create it"),
        (_not_a_database, {}, 5, "can't be opened"),
        (_newer, {}, 5, "newer version"),
        (None, {}, 6, "does not answer. Check the network"),
    ],
)
async def test_what_keeps_it_from_beginning_is_said_in_one_sentence(
    tmp_path: Path, prepare: object, more: dict[str, str], status: int, words: str
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    if callable(prepare):
        prepare(data)
    bot = Bot(settings(data, NUTGRAF_LOG_LEVEL="warning") | more, tmp_path)
    await bot.start()
    assert await bot.ended() == status
    assert words in bot.log
    assert bot.log.startswith("nutgraf: ")
    assert len(bot.log.splitlines()) == 1
    assert TOKEN not in bot.log


async def test_a_wrong_token_is_said_in_one_sentence(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "wrong"
    folder.mkdir()
    bot = Bot(
        world.bot.environment
        | {
            "NUTGRAF_TOKEN": "2000:another-token",
            "NUTGRAF_DATA_DIR": str(folder),
            "NUTGRAF_LOG_LEVEL": "warning",
        },
        folder,
    )
    await bot.start()
    assert await bot.ended() == 6
    assert bot.log == "nutgraf: Telegram refuses NUTGRAF_TOKEN. Copy the token again from @BotFather.\n"
