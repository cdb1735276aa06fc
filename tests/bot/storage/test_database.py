"""The database keeps what it is told, and says in a sentence what is wrong with it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from bot.errors import StorageError
from bot.models import ChatKind, DigestKind, DigestState
from bot.storage import Database, Transaction, chats, digests, feeds, items, updates
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
        # the index of words is SQLite's own kind of table, which metadata can't say
        ours = {"include_name": lambda name, kind, _: kind != "table" or not name.startswith("article_words")}
        assert compare_metadata(MigrationContext.configure(connection, opts=ours), metadata) == []
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


async def planned(tx: Transaction, key: str = "1:2026-11-23T08:00") -> int:
    await digests.plan(tx, 1, DigestKind.SCHEDULED, key, NOON)
    return (await digests.open_ones(tx, NOON))[-1].id


async def test_a_digest_exists_once_per_chat_kind_and_key(database: Database) -> None:
    async with database.begin() as tx:
        key = "1:2026-11-23T08:00"
        made = [await digests.plan(tx, 1, kind, key, NOON) for kind in (DigestKind.SCHEDULED,) * 2]
        assert made == [True, False]
        assert await digests.plan(tx, 1, DigestKind.ASKED, key, NOON)


async def test_only_one_of_many_may_build_a_digest(database: Database) -> None:
    async with database.begin() as tx:
        number = await planned(tx)

    async def build() -> bool:
        async with database.begin() as tx:
            return await digests.claim(tx, number, NOON + MINUTE) is not None

    assert sorted(await asyncio.gather(*[build() for _ in range(5)])) == [False] * 4 + [True]


async def test_two_digests_of_one_chat_are_never_built_at_once(database: Database) -> None:
    async with database.begin() as tx:
        first, second = await planned(tx, "1:a"), await planned(tx, "2:b")
        assert await digests.claim(tx, first, NOON + MINUTE)
        assert await digests.claim(tx, second, NOON + MINUTE) is None
        await digests.move(tx, first, DigestState.BUILDING, DigestState.READY)
        assert await digests.claim(tx, second, NOON + MINUTE)


@pytest.mark.parametrize(
    ("state", "after"),
    [(DigestState.BUILDING, DigestState.DUE), (DigestState.SENDING, DigestState.UNKNOWN)],
)
async def test_what_a_crash_left_is_built_again_or_unknown(
    database: Database, state: DigestState, after: DigestState
) -> None:
    async with database.begin() as tx:
        number = await planned(tx)
        await digests.move(tx, number, DigestState.DUE, state, lease=NOON + MINUTE)
        await digests.recover(tx, NOON)
        assert (await digests.get(tx, number)).state == state, "its lease is not over"  # type: ignore[union-attr]
        await digests.recover(tx, NOON + 2 * MINUTE, spare=[number])
        assert (await digests.get(tx, number)).state == state, "this process is at work on it"  # type: ignore[union-attr]
        await digests.recover(tx, None)
        assert (await digests.get(tx, number)).state == after  # type: ignore[union-attr]


async def test_a_digest_whose_building_never_ends_is_given_up(database: Database) -> None:
    async with database.begin() as tx:
        number = await planned(tx)
        for _ in range(3):
            assert await digests.give_up(tx, 3) == []
            assert await digests.claim(tx, number, NOON)
            await digests.recover(tx, None)
        assert await digests.give_up(tx, 3) == [number]
        assert await digests.claim(tx, number, NOON) is None


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
