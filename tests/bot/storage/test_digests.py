"""A digest's state changes only where it is what the caller believes, and what a chat got is written down with it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.models import ChatKind, Digest, DigestKind, DigestState, Story
from bot.storage import Database, Transaction, articles, chats, digests, stories
from bot.storage.digests import Planned
from bot.storage.tables import digest_items, metadata
from summarizer.types import Article
from tests.bot.digests.conftest import fresh

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
DUE, BUILDING, READY, UNKNOWN = (
    DigestState.DUE,
    DigestState.BUILDING,
    DigestState.READY,
    DigestState.UNKNOWN,
)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await fresh(tmp_path / "nutgraf.db")
    async with opened.begin() as tx:
        await chats.remember(tx, 1, ChatKind.PRIVATE, "You")
        await chats.remember(tx, 2, ChatKind.PRIVATE, "Friend")
        for number in range(1, 5):
            await articles.keep(tx, Article("text", f"key{number}", title=f"Story {number}"), NOON)
    yield opened
    await opened.close()


async def made(tx: Transaction, key: str = "1", chat: int = 1, state: DigestState = DUE) -> Digest:
    """A digest in a state, which was due at noon."""
    assert await digests.plan(tx, chat, DigestKind.SCHEDULED, key, NOON, state=state, schedule=1)
    number = await tx.scalar(select(func.max(metadata.tables["digests"].c.id)))
    return await now(tx, number or 0)


async def now(tx: Transaction, number: int) -> Digest:
    """The digest as it is now."""
    digest = await digests.get(tx, number)
    assert digest
    return digest


async def open_at(tx: Transaction, moment: datetime = NOON) -> list[int]:
    return [digest.id for digest in await digests.open_ones(tx, moment)]


async def test_what_is_planned_already_stays_as_it_is_when_many_are_planned(database: Database) -> None:
    later = [Planned(chat, "1:x", NOON + DAY, 1, 7) for chat in (1, 2)]
    async with database.begin() as tx:
        first = await made(tx, "1:x", state=READY)
        await digests.plan_all(tx, later)
        await digests.plan_all(tx, [])
        assert await now(tx, first.id) == first
        (_, second) = await digests.open_ones(tx, NOON + DAY)
    assert (second.chat, second.key, second.state, second.thread) == (2, "1:x", DUE, 7)


@pytest.mark.parametrize("state", list(DigestState))
async def test_a_move_from_a_state_in_which_it_is_not_changes_nothing(
    database: Database, state: DigestState
) -> None:
    async with database.begin() as tx:
        digest = await made(tx, state=state)
        for old in set(DigestState) - {state}:
            assert not await digests.move(tx, digest.id, old, DigestState.SENT, sent_parts=9)
        assert await now(tx, digest.id) == digest
        assert await digests.move(tx, digest.id, state, DigestState.FAILED)
        assert await now(tx, digest.id) == replace(digest, state=DigestState.FAILED)


async def test_of_many_who_move_a_digest_at_once_one_does(database: Database) -> None:
    async with database.begin() as tx:
        digest = await made(tx, state=UNKNOWN)

    async def show() -> bool:
        async with database.begin() as tx:
            return await digests.move(tx, digest.id, UNKNOWN, READY)

    assert sorted(await asyncio.gather(*[show() for _ in range(5)])) == [False] * 4 + [True]


async def test_of_two_digests_of_one_chat_that_are_claimed_at_once_one_waits(database: Database) -> None:
    async with database.begin() as tx:
        numbers = [(await made(tx, key, chat)).id for key, chat in (("1", 1), ("2", 1), ("3", 2))]

    async def claim(number: int) -> Digest | None:
        async with database.begin() as tx:
            return await digests.claim(tx, number, NOON + MINUTE)

    claimed = [digest for digest in await asyncio.gather(*map(claim, numbers)) if digest]
    assert sorted(digest.chat for digest in claimed) == [1, 2]
    assert {digest.state for digest in claimed} == {BUILDING}


@pytest.mark.parametrize("state", [state for state in DigestState if state is not DUE])
async def test_only_a_digest_that_is_due_is_claimed(database: Database, state: DigestState) -> None:
    async with database.begin() as tx:
        digest = await made(tx, state=state)
        assert await digests.claim(tx, digest.id, NOON + MINUTE) is None
        assert await digests.claim(tx, 99, NOON + MINUTE) is None
        assert await now(tx, digest.id) == digest


async def test_only_leases_that_are_over_are_taken_up_and_what_is_spared_never(database: Database) -> None:
    leases = [NOON - MINUTE, NOON + MINUTE, None]
    async with database.begin() as tx:
        for state in (BUILDING, DigestState.SENDING):
            for lease in leases:
                digest = await made(tx, f"{state}:{lease}", state=state)
                await digests.move(tx, digest.id, state, state, lease=lease)
        await digests.recover(tx, NOON, spare=[1])
        assert [(await now(tx, number)).state for number in range(1, 7)] == [
            BUILDING,
            BUILDING,
            DUE,
            UNKNOWN,
            DigestState.SENDING,
            UNKNOWN,
        ]
        await digests.recover(tx, NOON + 2 * MINUTE)
        assert [(await now(tx, number)).state for number in range(1, 7)] == [DUE] * 3 + [UNKNOWN] * 3


@pytest.mark.parametrize("state", [state for state in DigestState if not state.endswith("ing")])
async def test_what_nobody_was_at_work_on_is_not_mended(database: Database, state: DigestState) -> None:
    async with database.begin() as tx:
        digest = await made(tx, state=state)
        await digests.recover(tx, None)
        assert await now(tx, digest.id) == digest


async def test_what_is_given_up_is_only_what_was_begun_too_often(database: Database) -> None:
    async with database.begin() as tx:
        once, never = await made(tx, "1"), await made(tx, "2", chat=2)
        await digests.claim(tx, once.id, NOON)
        assert await digests.give_up(tx, 1) == [], "it is being built"
        await digests.recover(tx, None)
        assert await digests.give_up(tx, 1) == [once.id]
        assert [(await now(tx, each.id)).state for each in (once, never)] == [DigestState.FAILED, DUE]


async def test_a_digest_that_is_built_says_what_it_brings_and_what_it_passes_over(database: Database) -> None:
    async with database.begin() as tx:
        digest = await made(tx, state=BUILDING)
        assert await digests.built(tx, digest, ["a", "ü"], shown=[1, 2], passed=[2, 3])
        assert await now(tx, digest.id) == replace(digest, state=READY, parts=("a", "ü"))
        assert await kept(tx) == [(1, True), (2, True), (3, False)]


async def test_a_digest_without_a_message_is_empty_and_says_what_it_passes_over(database: Database) -> None:
    async with database.begin() as tx:
        digest = await made(tx, state=BUILDING)
        assert await digests.built(tx, digest, [], passed=[4])
        assert (await now(tx, digest.id)).state is DigestState.EMPTY
        assert await kept(tx) == [(4, False)]


async def test_a_digest_that_was_taken_away_while_it_was_built_keeps_nothing(database: Database) -> None:
    async with database.begin() as tx:
        await made(tx)
        digest = await digests.claim(tx, 1, NOON)
        assert digest
        await digests.recover(tx, NOON + MINUTE)
        assert not await digests.built(tx, digest, ["late"], shown=[1])
        assert await now(tx, 1) == replace(digest, state=DUE)
        assert await kept(tx) == []


async def kept(tx: Transaction) -> list[tuple[int, bool]]:
    """Articles that digests decided on, and whether they were shown."""
    query = select(digest_items.c.article, digest_items.c.shown).order_by(digest_items.c.article)
    return [(row.article, row.shown) for row in await tx.execute(query)]


@pytest.mark.parametrize(
    ("state", "is_open"),
    [
        (DUE, True),
        (BUILDING, False),
        (READY, True),
        (DigestState.SENDING, False),
        (DigestState.SENT, False),
        (DigestState.EMPTY, False),
        (DigestState.FAILED, False),
        (UNKNOWN, True),
    ],
)
async def test_what_is_open_is_due_ready_or_in_doubt(
    database: Database, state: DigestState, is_open: bool
) -> None:
    async with database.begin() as tx:
        digest = await made(tx, state=state)
        assert await open_at(tx) == ([digest.id] if is_open else [])
        await chats.change(tx, 1, active=False)
        assert await open_at(tx) == []


async def test_a_digest_is_open_from_its_time_on_and_the_oldest_come_first(database: Database) -> None:
    async with database.begin() as tx:
        for hours, key in ((1, "late"), (0, "early")):
            await digests.plan(tx, 1, DigestKind.ASKED, key, NOON + timedelta(hours=hours))
        assert await open_at(tx, NOON - MINUTE) == []
        assert await open_at(tx, NOON) == [2]
        assert await open_at(tx, NOON + DAY) == [2, 1]


async def test_a_digest_of_which_the_chat_was_told_is_open_no_more(database: Database) -> None:
    async with database.begin() as tx:
        digest = await made(tx, state=UNKNOWN)
        await digests.noticed(tx, digest.id)
        assert await open_at(tx) == []


@pytest.mark.parametrize(
    ("state", "is_open"), [(DUE, True), (BUILDING, True), (READY, False), (DigestState.SENT, False)]
)
async def test_a_feeds_digest_is_open_until_it_is_built(
    database: Database, state: DigestState, is_open: bool
) -> None:
    async with database.begin() as tx:
        await digests.plan(tx, 1, DigestKind.INSTANT, "12:5", NOON, state=state)
        assert await digests.is_open(tx, 1, DigestKind.INSTANT, "12:") is is_open
        for chat, kind, prefix in (
            (2, DigestKind.INSTANT, "12:"),
            (1, DigestKind.ASKED, "12:"),
            (1, DigestKind.INSTANT, "1:"),
            (1, DigestKind.INSTANT, "1_:"),
        ):
            assert not await digests.is_open(tx, chat, kind, prefix)


async def test_the_digest_before_is_the_last_of_the_same_schedule(database: Database) -> None:
    async with database.begin() as tx:
        for day in range(3):
            await digests.plan(tx, 1, DigestKind.SCHEDULED, f"{day}", NOON + day * DAY, schedule=5)
        await digests.plan(tx, 1, DigestKind.SCHEDULED, "other", NOON + 9 * DAY, schedule=6)
        await digests.plan(tx, 1, DigestKind.ASKED, "asked", NOON + 9 * DAY)
        found = [await digests.before(tx, await now(tx, number)) for number in range(1, 6)]
    assert found == [None, NOON, NOON + DAY, None, None]


async def test_an_answer_takes_the_place_of_the_one_before_with_its_stories(database: Database) -> None:
    async with database.begin() as tx:
        for text in ("one", "two"):
            number = await digests.answered(tx, 1, DigestKind.ASKED, "7", NOON)
            await digests.keep_parts(tx, number, [text])
            await stories.keep(tx, number, [Story(text, None)])
        assert (await now(tx, number)).parts == ("two",)
        ((digest, told),) = await stories.archive(tx, 1)
        assert (digest.state, [story.title for story in told]) == (DigestState.SENT, ["two"])
        assert await open_at(tx) == []


async def test_what_a_chat_was_told_is_what_its_digests_showed_of_late(database: Database) -> None:
    async with database.begin() as tx:
        for key, chat, shown, passed, hours in (
            ("1", 1, [1], [2], 0),
            ("2", 1, [3], [], 2),
            ("3", 2, [4], [], 2),
        ):
            digest = replace(await made(tx, key, chat), chat=chat)
            await digests.move(
                tx, digest.id, DUE, BUILDING, due_at=NOON + timedelta(hours=hours), schedule=int(key)
            )
            assert await digests.built(tx, digest, ["text"], shown=shown, passed=passed)

        async def told(chat: int, after: datetime, own: int | None = None, limit: int = 9) -> list[int]:
            return [number for number, _ in await stories.told_articles(tx, chat, after, own, limit)]

        assert await told(1, NOON - MINUTE) == [3, 1]
        assert await told(1, NOON - MINUTE, limit=1) == [3]
        assert await told(1, NOON) == [3], "after, not at"
        assert await told(1, NOON - MINUTE, own=1) == [1]
        assert await told(2, NOON - MINUTE) == [4]
