"""Updates are kept until they are answered, counted, and known again if they come once more."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.storage import Database, updates
from bot.storage.updates import UpdateState

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BODY = {"update_id": 7, "message": {"text": "hello \ud83d"}}


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    made = await Database.open(tmp_path / "nutgraf.db")
    yield made
    await made.close()


async def test_an_update_is_new_once_even_after_it_was_answered(database: Database) -> None:
    async with database.begin() as tx:
        assert await updates.receive(tx, 7, BODY, NOON)
        assert not await updates.receive(tx, 7, BODY, NOON)
        await updates.done(tx, 7)
        assert not await updates.receive(tx, 7, BODY, NOON)
        assert not await updates.move(tx, 7, UpdateState.NEW, UpdateState.ANSWERING)


async def test_what_an_update_said_is_forgotten_when_it_was_answered(database: Database) -> None:
    async with database.begin() as tx:
        await updates.receive(tx, 7, BODY, NOON)
        assert await updates.body(tx, 7) == BODY
        await updates.done(tx, 7)
        assert await updates.body(tx, 7) is None
        assert await updates.left(tx, UpdateState.NEW, most=3) == []


async def test_one_that_is_done_at_once_is_never_kept(database: Database) -> None:
    async with database.begin() as tx:
        assert await updates.receive(tx, 7, BODY, NOON, UpdateState.DONE)
        assert await updates.body(tx, 7) is None
        assert not await updates.receive(tx, 7, BODY, NOON)


async def test_each_try_counts_and_the_fourth_is_not_made(database: Database) -> None:
    async with database.begin() as tx:
        await updates.receive(tx, 7, BODY, NOON)
        await updates.receive(tx, 6, {"update_id": 6}, NOON)
        tries = [await updates.left(tx, UpdateState.NEW, most=3) for _ in range(4)]
        assert tries == [[{"update_id": 6}, BODY]] * 3 + [[]]
        assert not await updates.receive(tx, 7, BODY, NOON)


async def test_one_that_was_asked_about_stays_until_somebody_asks_again(database: Database) -> None:
    async with database.begin() as tx:
        await updates.receive(tx, 7, BODY, NOON)
        assert await updates.move(tx, 7, UpdateState.NEW, UpdateState.ASKED)
        assert not await updates.move(tx, 7, UpdateState.NEW, UpdateState.ASKED)
        await updates.done(tx, 7)
        assert await updates.body(tx, 7) == BODY


async def test_those_in_a_state_come_oldest_first(database: Database) -> None:
    async with database.begin() as tx:
        for number in (9, 7, 8):
            await updates.receive(tx, number, {"update_id": number}, NOON, UpdateState.MISSED)
        await updates.receive(tx, 5, {"update_id": 5}, NOON)
        found = await updates.all_in(tx, UpdateState.MISSED)
    assert [body["update_id"] for body in found] == [7, 8, 9]


async def test_numbers_are_forgotten_after_their_time(database: Database) -> None:
    async with database.begin() as tx:
        await updates.receive(tx, 7, BODY, NOON)
        await updates.done(tx, 7)
        await updates.purge(tx, NOON)
        assert not await updates.receive(tx, 7, BODY, NOON)
        await updates.purge(tx, NOON + timedelta(seconds=1))
        assert await updates.receive(tx, 7, BODY, NOON)


async def test_signs_of_life_keep_the_last_moment(database: Database) -> None:
    async with database.begin() as tx:
        for minutes in (1, 2):
            await updates.beat(tx, "poll", NOON + timedelta(minutes=minutes))
        assert await updates.last_beats(tx) == {"poll": NOON + timedelta(minutes=2)}
