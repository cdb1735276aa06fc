"""A chat finds again what it was sent, by whole words or their beginnings, and nobody else's."""

from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.models import ChatKind, DigestKind, DigestState
from bot.storage import Database, articles, chats, digests, search
from summarizer.types import Article
from tests.bot.digests.conftest import fresh

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAM, CAFE, CHESS = 1, 2, 3
TEXTS = {
    DAM: ("Orlova dam breaks", "About 400 families fled. AND NOT the mayor."),
    CAFE: ("Un café à Paris", "He said “don't” near the C++ bar."),
    CHESS: ("Київ виграв кубок", "Шахи, 31 хід."),
}


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await fresh(tmp_path / "nutgraf.db")
    async with opened.begin() as tx:
        for chat in (1, 2):
            await chats.remember(tx, chat, ChatKind.PRIVATE, "Somebody")
        for number, (title, body) in TEXTS.items():
            assert await articles.keep(tx, Article(body, f"key{number}", title=title), NOON) == number
            await search.index(tx, number, title, body)
    await sent(opened, 1, TEXTS)
    yield opened
    await opened.close()


async def sent(
    database: Database, chat: int, shown: Iterable[int], passed: Iterable[int] = (), hours: int = 0
) -> None:
    """A digest brought articles to a chat and passed over others."""
    at, key = NOON + timedelta(hours=hours), f"{chat}:{hours}"
    async with database.begin() as tx:
        await digests.plan(tx, chat, DigestKind.ASKED, key, at, state=DigestState.BUILDING)
        (digest,) = [
            found
            for number in range(1, 9)
            if (found := await digests.get(tx, number)) and (found.chat, found.key) == (chat, key)
        ]
        assert await digests.built(tx, digest, ["text"], shown=shown, passed=passed)


async def found(database: Database, words: str, chat: int = 1, limit: int = 9) -> list[int]:
    async with database.reading() as tx:
        return [number for number, _, _ in await search.find(tx, chat, words.split(), limit)]


async def test_all_words_must_be_there_or_their_beginnings(database: Database) -> None:
    for words, hits in (
        ("dam", [DAM]),
        ("DAM", [DAM]),
        ("fam", [DAM]),
        ("am", []),
        ("orlova families", [DAM]),
        ("orlova paris", []),
        ("cafe", [CAFE]),
        ("CAFÉ", [CAFE]),
        ("don't", [CAFE]),
        ("київ", [CHESS]),
        ("31", [CHESS]),
        ("nothing", []),
    ):
        assert await found(database, words) == hits, words


async def test_no_word_is_an_operator(database: Database) -> None:
    for words, hits in (
        ("AND", [DAM]),
        ("OR", [DAM]),
        ("NOT dam", [DAM]),
        ("NEAR(", [CAFE]),
        ("NEAR(dam,", []),
        ("title:dam", []),
        ("-dam", [DAM]),
        ("^dam", [DAM]),
        ('"dam', [DAM]),
        ('dam"', [DAM]),
        ('"" dam', [DAM]),
        ("da*", [DAM]),
        ("c++", [CAFE]),
        ("{title}", []),
        ("'", []),
        ("…", []),
        ("--", []),
    ):
        assert await found(database, words) == hits, words


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=12))
async def test_no_word_breaks_the_search(database: Database, words: list[str]) -> None:
    async with database.reading() as tx:
        await search.find(tx, 1, words, limit=9)


async def test_another_chats_digests_are_not_searched(database: Database) -> None:
    assert await found(database, "dam", chat=2) == []
    await sent(database, 2, [DAM])
    assert await found(database, "dam", chat=2) == [DAM]


async def test_what_was_passed_over_was_not_sent(database: Database) -> None:
    await sent(database, 2, [DAM], passed=[CAFE])
    assert await found(database, "cafe", chat=2) == []


async def test_the_latest_come_first_each_once_with_when_it_was_sent_last(database: Database) -> None:
    await sent(database, 1, [DAM], hours=2)
    await sent(database, 1, [CAFE], hours=1)
    async with database.reading() as tx:
        hits = await search.find(tx, 1, ["n"], limit=9)
    assert [(number, (at - NOON) / timedelta(hours=1)) for number, _, at in hits] == [(DAM, 2), (CAFE, 1)]
    assert hits[0][1].title == "Orlova dam breaks"
    assert await found(database, "n", limit=1) == [DAM]


async def test_an_article_is_found_by_what_it_says_now(database: Database) -> None:
    async with database.begin() as tx:
        await search.index(tx, DAM, "Orlova dam mended", "All is well.")
    assert await found(database, "mended") == [DAM]
    assert await found(database, "families") == []
