"""A chat that the bot can't write to keeps what it has for a while, and then goes whole."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.models import ChatKind, DigestKind, FilterKind, Schedule
from bot.storage import Database, Transaction, chats, digests, feeds, filters, items, retention, schedules
from bot.storage.tables import metadata
from summarizer.types import Entry
from tests.bot.digests.conftest import fresh

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
YOU, FRIEND, CHANNEL = 1, 2, -100


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await fresh(tmp_path / "nutgraf.db")
    async with opened.begin() as tx:
        await settle(tx, YOU, "Courier")
        await settle(tx, FRIEND, "Courier", "Harbour")
        await chats.remember(tx, CHANNEL, ChatKind.CHANNEL, "News")
        await chats.managed_by(tx, CHANNEL, YOU)
    yield opened
    await opened.close()


async def settle(tx: Transaction, chat: int, *papers: str) -> None:
    """A chat with something in every table that it may have rows in from the start."""
    await chats.remember(tx, chat, ChatKind.PRIVATE, "Somebody")
    for paper in papers:
        feed = await feeds.add(tx, f"https://{paper.lower()}.example/feed", paper, NOON)
        await feeds.subscribe(tx, chat, feed.id, NOON)
        await items.found(tx, feed.id, [Entry("a", None, "A")], NOON, wanted=False)
        await items.first_for(tx, chat, feed.id, NOON)
    await filters.add(tx, chat, FilterKind.DROP, ("football",))
    await schedules.replace(tx, chat, "", [Schedule(0, chat, time(8), NOON, "2026-11-24T08:00", thread=7)])
    await digests.plan(tx, chat, DigestKind.SCHEDULED, "1", NOON, thread=7)


async def rows_of(tx: Transaction, chat: int) -> int:
    """How many rows there are of a chat, in all tables."""
    found = 0
    for table in metadata.sorted_tables:
        for column in ("chat", "person") if table.name == "managers" else ("chat",):
            if column in table.c:
                query = select(func.count()).select_from(table).where(table.c[column] == chat)
                found += (await tx.execute(query)).scalar_one()
    return found


async def test_since_when_a_chat_is_gone_is_kept_until_it_is_back(database: Database) -> None:
    chat = metadata.tables["chats"]
    gone_at = select(chat.c.gone_at).where(chat.c.id == YOU)
    async with database.begin() as tx:
        await chats.lose(tx, YOU, NOON)
        await chats.lose(tx, YOU, NOON + DAY)
        assert await tx.scalar(gone_at) == NOON
        await chats.remember(tx, YOU, ChatKind.PRIVATE, "Somebody")
        assert await tx.scalar(gone_at) is None
        known = await chats.get(tx, YOU)
    assert known
    assert known.active


async def test_after_its_time_a_chat_goes_with_all_it_had_and_nothing_of_others(database: Database) -> None:
    async with database.begin() as tx:
        theirs = await rows_of(tx, YOU)
        assert theirs > 5
        await chats.lose(tx, FRIEND, NOON)
        assert await retention.drop_chats(tx, NOON) == 0
        assert await retention.drop_chats(tx, NOON + DAY) == 1
        assert await chats.get(tx, FRIEND) is None
        assert (await rows_of(tx, FRIEND), await rows_of(tx, YOU)) == (0, theirs)
        assert await feeds.by_url(tx, "https://harbour.example/feed") is None
        assert await feeds.by_url(tx, "https://courier.example/feed")
        await chats.lose(tx, YOU, NOON)
        await retention.drop_chats(tx, NOON + DAY)
        assert await rows_of(tx, YOU) == 0
        assert await chats.of_manager(tx, YOU) == []
        assert await chats.get(tx, CHANNEL)


async def test_a_chat_that_is_not_gone_is_never_forgotten(database: Database) -> None:
    async with database.begin() as tx:
        await chats.change(tx, YOU, active=False)  # shut out by an operator
        assert await retention.drop_chats(tx, NOON + 900 * DAY) == 0


async def test_a_topic_that_is_gone_is_left_by_all_that_would_go_there(database: Database) -> None:
    async with database.begin() as tx:
        await chats.change(tx, YOU, thread=7)
        assert not await chats.leave_topic(tx, YOU, 8)
        assert await chats.leave_topic(tx, YOU, 7)
        assert not await chats.leave_topic(tx, YOU, 7)
        assert [each.thread for each in await schedules.of_chat(tx, YOU)] == [None]
        assert [each.thread for each in await schedules.of_chat(tx, FRIEND)] == [7]
        assert {each.chat: each.thread for each in await digests.open_ones(tx, NOON)} == {
            YOU: None,
            FRIEND: 7,
        }
        known = await chats.get(tx, YOU)
    assert known
    assert known.settings.thread is None


async def test_what_somebody_manages_is_listed_by_name_and_without_what_is_gone(database: Database) -> None:
    async with database.begin() as tx:
        for number, title in ((-101, "apples"), (-102, "Bees"), (-103, "Gone")):
            await chats.remember(tx, number, ChatKind.SUPERGROUP, title)
            await chats.managed_by(tx, number, YOU)
        await chats.managed_by(tx, -101, YOU)
        await chats.lose(tx, -103, NOON)
        assert [chat.title for chat in await chats.of_manager(tx, YOU)] == ["apples", "Bees", "News"]
        assert await chats.of_manager(tx, FRIEND) == []
