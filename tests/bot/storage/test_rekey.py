"""A group that becomes a supergroup keeps all it has, whichever signal comes first."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bot.access import Standing
from bot.models import ChatKind, DigestKind, FilterKind, Schedule
from bot.storage import Database, chats, digests, feeds, filters, items, people, schedules
from bot.storage.rekey import rekey

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
OLD, NEW = -5, -1005


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "nutgraf.db")
    async with opened.begin() as tx:
        await chats.remember(tx, OLD, ChatKind.GROUP, "Neighbours")
        await chats.change(tx, OLD, timezone="Europe/Kyiv", sentences=8)
        feed = await feeds.add(tx, "https://example.com/feed", "Courier", NOON)
        await feeds.subscribe(tx, OLD, feed.id, NOON)
        await items.first_for(tx, OLD, feed.id, NOON)
        await filters.add(tx, OLD, FilterKind.DROP, ("football",))
        await schedules.replace(
            tx, OLD, "", [Schedule(0, OLD, time(8), NOON, "2026-11-24T08:00", thread=None)]
        )
        await digests.plan(tx, OLD, DigestKind.SCHEDULED, "1:2026-11-23T08:00", NOON)
    yield opened
    await opened.close()


async def of(database: Database, chat: int) -> tuple[int, int, int, str | None]:
    async with database.reading() as tx:
        known = await chats.get(tx, chat)
        return (
            len(await feeds.of_chat(tx, chat)),
            len(await schedules.of_chat(tx, chat)),
            len(await filters.of_chat(tx, chat, NOON)),
            known.settings.timezone if known else None,
        )


async def test_everything_goes_to_the_new_number(database: Database) -> None:
    async with database.begin() as tx:
        assert await rekey(tx, OLD, NEW)
    assert await of(database, NEW) == (1, 1, 1, "Europe/Kyiv")
    async with database.reading() as tx:
        assert await chats.get(tx, OLD) is None
        moved = await chats.get(tx, NEW)
        waiting = await digests.open_ones(tx, NOON)
    assert moved
    assert moved.kind is ChatKind.SUPERGROUP
    assert [digest.chat for digest in waiting] == [NEW]


async def test_a_second_signal_changes_nothing(database: Database) -> None:
    async with database.begin() as tx:
        await rekey(tx, OLD, NEW)
    async with database.begin() as tx:
        assert not await rekey(tx, OLD, NEW)
    assert await of(database, NEW) == (1, 1, 1, "Europe/Kyiv")


async def test_a_new_chat_that_spoke_first_takes_over_what_the_old_one_decided(database: Database) -> None:
    async with database.begin() as tx:
        await chats.remember(tx, NEW, ChatKind.SUPERGROUP, "Neighbours")
        assert await rekey(tx, OLD, NEW)
    assert await of(database, NEW) == (1, 1, 1, "Europe/Kyiv")


async def test_what_the_new_chat_has_already_is_not_doubled(database: Database) -> None:
    async with database.begin() as tx:
        await chats.remember(tx, NEW, ChatKind.SUPERGROUP, "Neighbours")
        feed = await feeds.by_url(tx, "https://example.com/feed")
        assert feed
        await feeds.subscribe(tx, NEW, feed.id, NOON)
        await digests.plan(tx, NEW, DigestKind.SCHEDULED, "1:2026-11-23T08:00", NOON)
        assert await rekey(tx, OLD, NEW)
    assert (await of(database, NEW))[:3] == (1, 1, 1)
    async with database.reading() as tx:
        assert len(await digests.open_ones(tx, NOON)) == 1


async def test_who_was_let_in_or_shut_out_stays_so(database: Database) -> None:
    async with database.begin() as tx:
        await people.stand(tx, OLD, Standing.ALLOWED, NOON)
        await rekey(tx, OLD, NEW)
        assert await people.standings(tx, OLD, NEW) == {NEW: Standing.ALLOWED}
        await people.stand(tx, OLD, Standing.BANNED, NOON)
        await rekey(tx, OLD, NEW)
        assert await people.standings(tx, OLD, NEW) == {NEW: Standing.BANNED}
        await people.stand(tx, OLD, Standing.ALLOWED, NOON)
        await rekey(tx, OLD, NEW)
        assert (await people.standings(tx, NEW))[NEW] is Standing.BANNED


async def test_what_happens_to_a_chat_under_its_old_number_follows_it(database: Database) -> None:
    async with database.begin() as tx:
        await rekey(tx, OLD, NEW)
        await chats.remember(tx, OLD, ChatKind.GROUP, "Neighbours")
        feed = await feeds.add(tx, "https://example.com/other", "Harbour", NOON)
        await feeds.subscribe(tx, OLD, feed.id, NOON)
        await chats.managed_by(tx, OLD, 7)
        assert await rekey(tx, OLD, NEW)
        assert [chat.id for chat in await chats.of_manager(tx, 7)] == [NEW]
    assert await of(database, NEW) == (2, 1, 1, "Europe/Kyiv")
