"""Who was let in and shut out, invitations that count, and a message to all that nobody gets twice."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.access import Standing
from bot.models import ChatKind, DigestKind, DigestState
from bot.storage import Database, Transaction, broadcasts, chats, counts, digests, feeds, people, updates

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
YOU, GUEST, GROUP = 1, 2, -100


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "nutgraf.db")
    async with opened.begin() as tx:
        await chats.remember(tx, YOU, ChatKind.PRIVATE, "You")
        await chats.remember(tx, GUEST, ChatKind.PRIVATE, "Guest")
        await chats.remember(tx, GROUP, ChatKind.SUPERGROUP, "Readers")
    yield opened
    await opened.close()


async def is_active(tx: Transaction, chat: int) -> bool:
    found = await chats.get(tx, chat)
    assert found
    return found.active


async def test_who_is_shut_out_rests_and_wakes_when_that_ends(database: Database) -> None:
    async with database.begin() as tx:
        assert await people.stand(tx, GUEST, Standing.BANNED, NOON) is None
        assert await people.standings(tx, YOU, GUEST) == {GUEST: Standing.BANNED}
        assert not await is_active(tx, GUEST)
        assert await is_active(tx, YOU)
        assert await people.stand(tx, GUEST, None, NOON) is Standing.BANNED
        assert await people.standings(tx, GUEST) == {}
        assert await is_active(tx, GUEST)


async def test_who_blocked_the_bot_meanwhile_is_not_written_to_again(database: Database) -> None:
    async with database.begin() as tx:
        await people.stand(tx, GUEST, Standing.BANNED, NOON)
        await chats.change(tx, GUEST, gone_at=NOON)
        await people.stand(tx, GUEST, Standing.ALLOWED, NOON)
        assert not await is_active(tx, GUEST)


async def test_letting_somebody_in_does_not_wake_a_chat_that_is_gone(database: Database) -> None:
    async with database.begin() as tx:
        await chats.change(tx, GUEST, active=False)
        await people.stand(tx, GUEST, Standing.ALLOWED, NOON)
        assert not await is_active(tx, GUEST)


async def test_a_code_lets_in_as_many_as_it_says_and_none_twice(database: Database) -> None:
    async with database.begin() as tx:
        await people.invite(tx, "abc", 2, NOON)
        assert [await people.accept(tx, "abc", person, NOON) for person in (7, 7, 8, 9, 8)] == [
            True,
            True,
            True,
            False,
            True,
        ]
        assert not await people.accept(tx, "xyz", 9, NOON)


async def test_many_at_once_do_not_share_a_place(database: Database) -> None:
    async with database.begin() as tx:
        await people.invite(tx, "abc", 3, NOON)

    async def come(person: int) -> bool:
        async with database.begin() as tx:
            return await people.accept(tx, "abc", person, NOON)

    assert sum(await asyncio.gather(*[come(person) for person in range(10, 20)])) == 3


async def test_a_code_does_not_let_in_who_was_shut_out_nor_anybody_once_withdrawn(database: Database) -> None:
    async with database.begin() as tx:
        await people.invite(tx, "abc", 2, NOON)
        await people.stand(tx, GUEST, Standing.BANNED, NOON)
        assert not await people.accept(tx, "abc", GUEST, NOON)
        assert await people.standings(tx, GUEST) == {GUEST: Standing.BANNED}
        assert [await people.withdraw(tx, "abc") for _ in range(2)] == [True, False]
        assert not await people.accept(tx, "abc", 7, NOON)


async def drafted(tx: Transaction) -> int:
    return await broadcasts.draft(tx, YOU, "55", '{"a": 1}', NOON)


async def of_chat(tx: Transaction, chat: int) -> list[DigestState]:
    waiting = await digests.open_ones(tx, NOON + timedelta(hours=1))
    return [each.state for each in waiting if each.chat == chat and each.kind is DigestKind.BROADCAST]


async def test_a_message_goes_to_each_private_chat_once_and_only_when_it_is_sent(database: Database) -> None:
    async with database.begin() as tx:
        number = await drafted(tx)
        assert await of_chat(tx, GUEST) == []
        assert await broadcasts.audience(tx, everyone=False) == 2
        assert [await broadcasts.send(tx, number, NOON, everyone=False) for _ in range(2)] == [2, None]
        assert await of_chat(tx, GUEST) == [DigestState.READY]
        assert await of_chat(tx, GROUP) == []
        assert await of_chat(tx, YOU) == [DigestState.DUE, DigestState.READY], "the report, and the message"


async def test_a_message_to_everyone_goes_to_groups_but_to_nobody_who_is_gone_or_shut_out(
    database: Database,
) -> None:
    async with database.begin() as tx:
        await people.stand(tx, GUEST, Standing.BANNED, NOON)
        await chats.change(tx, GROUP, thread=9)
        number = await drafted(tx)
        assert await broadcasts.audience(tx, everyone=True) == 2
        assert await broadcasts.send(tx, number, NOON, everyone=True) == 2
        waiting = [(each.chat, each.thread, each.parts) for each in await digests.open_ones(tx, NOON)]
        assert (GROUP, 9, ('{"a": 1}',)) in waiting
        assert GUEST not in {chat for chat, _, _ in waiting}


async def test_a_draft_that_was_given_up_is_not_sent_and_is_nobody_elses(database: Database) -> None:
    async with database.begin() as tx:
        number = await drafted(tx)
        assert await broadcasts.draft_of(tx, GUEST, number) is None
        assert await broadcasts.draft_of(tx, YOU, number)
        assert [await broadcasts.give_up(tx, number) for _ in range(2)] == [True, False]
        assert await broadcasts.send(tx, number, NOON, everyone=True) is None


async def test_what_goes_out_is_no_draft(database: Database) -> None:
    async with database.begin() as tx:
        await broadcasts.send(tx, await drafted(tx), NOON, everyone=False)
        going = [each for each in await digests.open_ones(tx, NOON) if each.key.startswith("to:")]
        assert going
        assert not any([await broadcasts.draft_of(tx, each.chat, each.id) for each in going])


async def test_the_outcome_counts_all_and_forgets_who_is_gone(database: Database) -> None:
    async with database.begin() as tx:
        await chats.remember(tx, 3, ChatKind.PRIVATE, "Gone soon")
        number = await drafted(tx)
        await broadcasts.send(tx, number, NOON, everyone=False)
        waiting = [each for each in await digests.open_ones(tx, NOON) if each.state is DigestState.READY]
        assert await broadcasts.is_under_way(tx, number)
        await chats.change(tx, 3, active=False)
        states = {YOU: DigestState.SENT, GUEST: DigestState.UNKNOWN}
        for each in waiting:
            if each.chat in states:
                await digests.move(tx, each.id, DigestState.READY, states[each.chat])
        assert not await broadcasts.is_under_way(tx, number)
        assert await broadcasts.outcomes(tx, number) == {
            DigestState.SENT: 1,
            DigestState.UNKNOWN: 1,
            DigestState.FAILED: 1,
        }


async def test_digests_go_before_what_operators_write(database: Database) -> None:
    async with database.begin() as tx:
        await broadcasts.send(tx, await drafted(tx), NOON, everyone=False)
        await digests.plan(tx, GUEST, DigestKind.SCHEDULED, "1:a", NOON + timedelta(minutes=1))
        first, *_ = await digests.open_ones(tx, NOON + timedelta(minutes=2))
    assert first.kind is DigestKind.SCHEDULED


async def test_everything_is_counted(database: Database) -> None:
    async with database.begin() as tx:
        for number, (failures, paused) in enumerate([(0, False), (3, False), (9, True), (0, False)]):
            feed = await feeds.add(tx, f"https://example.com/{number}", "Feed", NOON)
            await feeds.checked(tx, feed.id, failures=failures, paused=paused)
            await feeds.subscribe(tx, YOU, feed.id, NOON)
        await people.stand(tx, GUEST, Standing.BANNED, NOON)
        await digests.plan(tx, YOU, DigestKind.SCHEDULED, "1:a", NOON)
        await digests.plan(tx, YOU, DigestKind.SCHEDULED, "1:b", NOON, state=DigestState.SENT)
        await digests.plan(tx, YOU, DigestKind.SCHEDULED, "1:c", NOON - timedelta(days=2))
        await updates.receive(tx, 7, {"update_id": 7}, NOON)
        found = await counts.everything(tx, NOON - timedelta(days=1))
        use = await counts.use_of(tx, YOU)
    assert found.chats == {ChatKind.PRIVATE: 1, ChatKind.SUPERGROUP: 1}
    assert (found.gone, found.standings) == (1, {"banned": 1})
    assert found.feeds == {"well": 2, "failing": 1, "paused": 1}
    assert found.digests == {DigestState.DUE: 1, DigestState.SENT: 1}
    assert (found.articles, found.waiting_updates, found.waiting_digests) == (0, 1, 2)
    assert (use.feeds, use.schedules, use.manages, use.last_sent) == (4, 0, 0, NOON)
