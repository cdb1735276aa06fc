"""The database keeps what it is told, and says in a sentence what is wrong with it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from bot.errors import StorageError
from bot.models import ChatKind, DigestState
from bot.storage import Database, chats, digests, feeds, items, schedules, updates
from bot.storage.tables import metadata
from bot.storage.updates import UpdateState
from summarizer.types import Entry

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "nutgraf.db")
    async with opened.begin() as tx:
        await chats.remember(tx, 1, ChatKind.PRIVATE, "You")
    yield opened
    await opened.close()


def entries(*names: str, published: datetime | None = None) -> list[Entry]:
    return [Entry(name, f"https://example.com/{name}", name, published=published) for name in names]


async def test_forty_writers_at_once_lose_no_update(database: Database) -> None:
    async def add_one() -> None:
        async with database.begin() as tx:
            chat = await chats.get(tx, 1)
            assert chat
            await asyncio.sleep(0)
            await chats.change(tx, 1, sentences=chat.settings.sentences + 1)

    await asyncio.gather(*[add_one() for _ in range(40)])
    async with database.reading() as tx:
        chat = await chats.get(tx, 1)
    assert chat
    assert chat.settings.sentences == 45


async def test_the_migrations_make_the_tables_that_the_code_knows(database: Database, tmp_path: Path) -> None:
    await database.close()
    engine = create_engine(f"sqlite:///{tmp_path / 'nutgraf.db'}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


@pytest.mark.parametrize(
    "content", [b"this is no database, but long enough to be one", b"SQLite format 3\x00" + b"\xff" * 5000]
)
async def test_a_file_that_is_no_database_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "nutgraf.db"
    path.write_bytes(content)
    with pytest.raises(StorageError, match=r"nutgraf\.db"):
        await Database.open(path)


async def test_a_database_of_a_newer_version_is_refused(database: Database, tmp_path: Path) -> None:
    await database.close()
    with sqlite3.connect(tmp_path / "nutgraf.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StorageError, match="newer version"):
        await Database.open(tmp_path / "nutgraf.db")


async def test_a_digest_exists_once_per_schedule_and_slot(database: Database) -> None:
    async with database.begin() as tx:
        await schedules.replace(tx, 1, time(8), (NOON, "2026-11-23T08:00"))
        [(schedule, _)] = await schedules.due(tx, NOON, limit=9)
        assert [await digests.plan(tx, schedule), await digests.plan(tx, schedule)] == [True, False]


async def test_only_one_of_many_may_move_a_digest_on(database: Database) -> None:
    async with database.begin() as tx:
        await schedules.replace(tx, 1, time(8), (NOON, "2026-11-23T08:00"))
        [(schedule, _)] = await schedules.due(tx, NOON, limit=9)
        await digests.plan(tx, schedule)
        [digest] = await digests.open_ones(tx, NOON)

    async def build() -> bool:
        async with database.begin() as tx:
            return await digests.move(tx, digest.id, DigestState.DUE, DigestState.BUILDING)

    assert sorted(await asyncio.gather(*[build() for _ in range(5)])) == [False] * 4 + [True]


async def test_after_a_crash_what_was_being_sent_is_unknown_and_what_was_being_built_is_due(
    database: Database,
) -> None:
    for state, after in ((DigestState.BUILDING, DigestState.DUE), (DigestState.SENDING, DigestState.UNKNOWN)):
        async with database.begin() as tx:
            await schedules.replace(tx, 1, time(8), (NOON, f"{state}T08:00"))
            [(schedule, _)] = await schedules.due(tx, NOON, limit=9)
            await digests.plan(tx, schedule)
            digest = (await digests.open_ones(tx, NOON))[-1]
            await digests.move(tx, digest.id, DigestState.DUE, state)
            await digests.recover(tx)
            found = await digests.get(tx, digest.id)
        assert found
        assert found.state == after


async def test_on_subscribing_the_newest_three_count_as_new_and_the_rest_as_seen(database: Database) -> None:
    async with database.begin() as tx:
        feed = await feeds.add(tx, "https://example.com/feed", "Feed", NOON)
        await feeds.subscribe(tx, 1, feed.id, NOON)
        await items.found(tx, feed.id, entries("a", "b", "c", "d", "e", published=NOON), NOON, wanted=False)
        assert await items.first_for(tx, 1, feed.id, NOON) == 3
        assert [item.title for item in await items.to_read(tx, NOON, limit=9)] == ["a", "b", "c"]


async def test_of_a_feed_with_old_items_only_the_newest_counts_as_new(database: Database) -> None:
    async with database.begin() as tx:
        feed = await feeds.add(tx, "https://example.com/feed", "Feed", NOON)
        old = NOON - timedelta(days=30)
        await items.found(tx, feed.id, entries("a", "b", published=old), NOON, wanted=False)
        assert await items.first_for(tx, 1, feed.id, NOON) == 1


async def test_an_update_that_comes_again_is_kept_once(database: Database) -> None:
    async with database.begin() as tx:
        assert [await updates.receive(tx, 7, {"update_id": 7}, NOON) for _ in range(2)] == [True, False]


async def test_an_update_that_crashes_the_process_again_and_again_is_dropped(database: Database) -> None:
    async with database.begin() as tx:
        await updates.receive(tx, 7, {"update_id": 7}, NOON)
        left = [len(await updates.left(tx, UpdateState.NEW, most=3)) for _ in range(5)]
    assert left == [1, 1, 1, 0, 0]


async def test_an_update_that_a_person_was_asked_about_stays(database: Database) -> None:
    async with database.begin() as tx:
        await updates.receive(tx, 7, {"update_id": 7}, NOON)
        await updates.move(tx, 7, UpdateState.NEW, UpdateState.ASKED)
        await updates.done(tx, 7)
        assert await updates.body(tx, 7) == {"update_id": 7}
        await updates.purge(tx, NOON + MINUTE)
        assert await updates.body(tx, 7) is None
