"""What is old is forgotten, but never what somebody saved, what is not ended, or what would come back as news."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text, update

from bot.models import ChatKind, DigestKind, DigestState, Story
from bot.storage import (
    Database,
    Transaction,
    articles,
    chats,
    digests,
    feeds,
    items,
    retention,
    saved,
    search,
    stories,
)
from bot.storage.items import NewItem, Span
from bot.storage.tables import digest_items, metadata
from summarizer.types import Article, Bullet, Entry, Options, Outcome, Summary
from tests.bot.digests.conftest import fresh

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
OPTIONS = Options(sentences=3)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await fresh(tmp_path / "nutgraf.db")
    async with opened.begin() as tx:
        await chats.remember(tx, 1, ChatKind.PRIVATE, "You")
        await feeds.add(tx, "https://courier.example/feed", "Courier", NOON)
        await feeds.subscribe(tx, 1, 1, NOON)
    yield opened
    await opened.close()


async def read(tx: Transaction, name: str = "dam", days: float = 0) -> int:
    """An article that was read so many days before noon, with its bullets; returns its number."""
    article = Article(f"The {name} breaks. Nobody knows why.", name, title=f"The {name}")
    number = await articles.keep(tx, article, NOON - days * DAY)
    bullet = Bullet(f"The {name} breaks.", ((0, 10),), name)
    made = Summary(article, (bullet,), "nutgraf", "en", Outcome.OK, 6, 3)
    await articles.keep_summary(tx, number, OPTIONS, made)
    await search.index(tx, number, f"The {name}", bullet.text)
    return number


async def listed(tx: Transaction, *names: str, days: float = 0) -> int:
    """The feed gives its list so many days before noon; returns how many items of it are new."""
    at = NOON - days * DAY
    await feeds.checked(tx, 1, listed_at=at)
    entries = [Entry(name, f"https://courier.example/{name}", name) for name in names]
    return await items.found(tx, 1, entries, at, wanted=True)


async def brought(tx: Transaction, name: str, days: float = 0) -> int:
    """The feed lists an item, and it is read at once; returns its article's number."""
    assert await listed(tx, name, days=days) == 1
    number = await read(tx, name, days)
    (item,) = await items.to_read(tx, NOON, limit=9)
    await items.ready(tx, item.id, number, NOON - days * DAY)
    return number


async def news(tx: Transaction) -> list[NewItem]:
    return list(await items.of_chat(tx, 1, Span(NOON - 999 * DAY), NOON, limit=9))


async def digest(tx: Transaction, state: DigestState, days: float, shown: int | None = None) -> int:
    """A digest of so many days before noon with one story; returns its number."""
    due_at = NOON - days * DAY
    await digests.plan(tx, 1, DigestKind.SCHEDULED, f"{state}:{days}", due_at, state=DigestState.BUILDING)
    number = await count(tx, "digests", highest=True)
    made = await digests.get(tx, number)
    assert made
    assert await digests.built(tx, made, ["text"], shown=[shown] if shown else [])
    await digests.move(tx, number, DigestState.READY, state)
    await stories.keep(tx, number, [Story("The dam", None)])
    return number


async def count(tx: Transaction, table: str, *, highest: bool = False) -> int:
    """How many rows there are, or the highest number."""
    rows = metadata.tables[table]
    return await tx.scalar(select(func.max(rows.c.id) if highest else func.count()).select_from(rows)) or 0


async def test_texts_go_and_titles_and_bullets_stay(database: Database) -> None:
    async with database.begin() as tx:
        old, young = await read(tx, "dam", days=15), await read(tx, "cup", days=13)
        assert await retention.drop_texts(tx, NOON - 14 * DAY) == 1
        article = await articles.get(tx, old)
        assert article
        assert (article.text, article.blocks, article.title) == ("", (), "The dam")
        made = await articles.summary(tx, old, OPTIONS)
        assert made
        assert [bullet.text for bullet in made.bullets] == ["The dam breaks."]
        kept = await articles.get(tx, young)
        assert kept
        assert kept.text
        assert await retention.drop_texts(tx, NOON - 14 * DAY) == 0, "nothing is dropped twice"


async def test_an_article_that_nobody_needs_goes_with_its_bullets_and_words(database: Database) -> None:
    async with database.begin() as tx:
        old, young = await read(tx, "dam", days=61), await read(tx, "cup", days=59)
        assert await retention.drop_articles(tx, NOON - 60 * DAY) == 1
        assert (await articles.get(tx, old), await articles.get(tx, young) is None) == (None, False)
        assert await count(tx, "summaries") == 1
        await digest(tx, DigestState.SENT, 0, young)
        assert await read(tx, "new") == 3
        await digest(tx, DigestState.SENT, 1, 3)
        assert [hit[0] for hit in await search.find(tx, 1, ["breaks"], 9)] == [young, 3]


async def test_words_of_an_article_that_is_gone_are_not_found_under_the_next_of_its_number(
    database: Database,
) -> None:
    async with database.begin() as tx:
        old = await read(tx, "dam", days=61)
        await retention.drop_articles(tx, NOON - 60 * DAY)
        assert await articles.keep(tx, Article("text", "new", title="New"), NOON) == old
        await digest(tx, DigestState.SENT, 0, old)
        assert list(await search.find(tx, 1, ["dam"], 9)) == []


async def test_a_saved_article_stays_until_it_is_let_go(database: Database) -> None:
    async with database.begin() as tx:
        number = await read(tx, days=900)
        await saved.add(tx, 1, number, NOON)
        assert await retention.drop_articles(tx, NOON - 60 * DAY) == 0
        await retention.drop_texts(tx, NOON - 14 * DAY)
        ((kept, article, _),) = await saved.of_chat(tx, 1)
        assert (kept, article.title) == (number, "The dam")
        await saved.remove(tx, 1, number)
        assert await retention.drop_articles(tx, NOON - 60 * DAY) == 1


async def test_an_item_that_its_feed_still_lists_keeps_its_name_and_is_no_news_again(
    database: Database,
) -> None:
    async with database.begin() as tx:
        await brought(tx, "dam", days=70)
        await listed(tx, "dam", days=1)
        assert len(await news(tx)) == 1
        assert await retention.drop_items(tx, NOON - 60 * DAY) == 1
        assert await retention.drop_items(tx, NOON - 60 * DAY) == 0, "nothing is dropped twice"
        assert await retention.drop_articles(tx, NOON - 60 * DAY) == 1
        assert await listed(tx, "dam", "cup") == 1, "only the cup is new"
        assert await news(tx) == []
        assert [item.title for item in await items.to_read(tx, NOON, limit=9)] == ["cup"]


async def test_an_item_that_its_feed_lists_no_more_goes(database: Database) -> None:
    async with database.begin() as tx:
        await brought(tx, "dam", days=70)
        await listed(tx, "cup", days=61.5)
        assert await retention.drop_items(tx, NOON - 60 * DAY) == 1
        assert await count(tx, "items") == 1
        assert await listed(tx, "dam") == 1


async def test_an_item_that_was_listed_within_a_week_of_the_last_list_is_not_forgotten(
    database: Database,
) -> None:
    async with database.begin() as tx:
        await listed(tx, "dam", days=90)
        for days in range(89, 60, -1):
            await listed(tx, "dam", days=days)
        await retention.drop_items(tx, NOON - 60 * DAY)
        assert await count(tx, "items") == 1
        assert await listed(tx, "dam") == 0


async def test_items_of_a_feed_that_gave_no_list_for_long_wait_for_one(database: Database) -> None:
    async with database.begin() as tx:
        await brought(tx, "dam", days=300)  # 304 ever since, which lists nothing
        await retention.drop_items(tx, NOON - 60 * DAY)
        assert await listed(tx, "dam") == 0


async def test_a_young_item_is_left_as_it_is(database: Database) -> None:
    async with database.begin() as tx:
        await brought(tx, "dam", days=59)
        await listed(tx, "cup")
        before = await news(tx)
        assert await retention.drop_items(tx, NOON - 60 * DAY) == 0
        assert await news(tx) == before != []


@pytest.mark.parametrize("state", ["sent", "empty", "failed", "unknown"])
async def test_a_digest_that_has_ended_goes_with_its_stories(database: Database, state: str) -> None:
    async with database.begin() as tx:
        article = await read(tx)
        old = await digest(tx, DigestState(state), 61, article)
        young = await digest(tx, DigestState(state), 59, article)
        assert await retention.drop_digests(tx, NOON - 60 * DAY) == 1
        assert await digests.get(tx, old) is None
        assert await digests.get(tx, young)
        assert [await stories.get(tx, number, 1) is None for number in (old, young)] == [True, False]
        assert await tx.scalar(select(func.count()).select_from(digest_items)) == 1


@pytest.mark.parametrize("state", ["due", "building", "ready", "sending"])
async def test_a_digest_that_has_not_ended_stays_however_old_it_is(database: Database, state: str) -> None:
    async with database.begin() as tx:
        number = await digest(tx, DigestState(state), 900)
        assert await retention.drop_digests(tx, NOON - 60 * DAY) == 0
        assert await stories.get(tx, number, 1)


async def test_each_transaction_drops_a_batch_at_most(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    async with database.begin() as tx:
        for number in range(3):
            await read(tx, f"story{number}", days=90)
            await digest(tx, DigestState.SENT, 90 + number)
        for drop in (retention.drop_texts, retention.drop_digests, retention.drop_articles):
            assert [await drop(tx, NOON - 60 * DAY) for _ in range(3)] == [2, 1, 0]


async def test_an_item_from_before_it_was_noted_when_feeds_list_it_is_forgotten_too(
    database: Database,
) -> None:
    async with database.begin() as tx:
        await brought(tx, "dam", days=90)
        rows = metadata.tables["items"]
        await tx.execute(update(rows).values(seen_at=None))
        await listed(tx, "cup")
        await retention.drop_items(tx, NOON - 60 * DAY)
        assert await count(tx, "items") == 1


async def test_the_database_is_let_look_at_its_tables(database: Database) -> None:
    async with database.begin() as tx:
        await retention.optimize(tx)


async def test_what_was_forgotten_goes_from_the_index_of_words_too(database: Database) -> None:
    async with database.begin() as tx:
        for number in range(1, 400):
            await search.index(
                tx, number, f"word{number}", " ".join(f"w{number}x{each}" for each in range(40))
            )
    async with database.begin() as tx:
        await tx.execute(text("DELETE FROM article_words"))
        full = await tx.scalar(text("SELECT sum(length(block)) FROM article_words_data"))
    pages, more = -50, True
    while more or pages < 0:
        async with database.begin() as tx:
            more = await retention.merge_words(tx, pages)
        pages = 50
    async with database.reading() as tx:
        left = await tx.scalar(text("SELECT sum(length(block)) FROM article_words_data"))
    assert full
    assert left < full / 20
