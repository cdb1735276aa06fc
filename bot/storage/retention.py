"""Forgetting what is old, a batch at a time, so that no writer waits long."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Double, delete, exists, func, or_, select, text, type_coerce, update

from bot.storage.database import Transaction
from bot.storage.items import SEEN
from bot.storage.tables import articles, chats, digests, feeds, items, managers, saved, subscriptions

# Rows of one transaction; of chats, which take thousands of others with them, fewer.
BATCH = 2000
CHATS = 20
# An item that its feed lists is marked so every `SEEN`; one that was not for a day longer is listed no more.
_UNLISTED = SEEN + timedelta(days=1)
_ENDED = ("sent", "empty", "failed", "unknown")


async def drop_texts(tx: Transaction, before: datetime) -> int:
    """Texts of articles that were read before a moment; titles, links and bullets stay. Returns how many."""
    old = select(articles.c.id).where(articles.c.read_at < before, articles.c.text != "").limit(BATCH)
    gone = update(articles).where(articles.c.id.in_(old)).values(text="", blocks="[]")
    return (await tx.execute(gone)).rowcount


async def drop_digests(tx: Transaction, before: datetime) -> int:
    """Digests that were due before a moment and have ended, with their stories. Returns how many."""
    old = select(digests.c.id).where(digests.c.due_at < before, digests.c.state.in_(_ENDED)).limit(BATCH)
    return (await tx.execute(delete(digests).where(digests.c.id.in_(old)))).rowcount


async def drop_items(tx: Transaction, before: datetime) -> int:
    """Items that were found before a moment. Returns how many.

    One that its feed still lists keeps its name alone: forgotten, it would be found again and be news.
    """
    listed = select(feeds.c.listed_at).where(feeds.c.id == items.c.feed).scalar_subquery()
    seen = type_coerce(func.coalesce(items.c.seen_at, items.c.found_at), Double)
    unlisted: ColumnElement[bool] = seen < type_coerce(listed, Double) - _UNLISTED.total_seconds()
    old = select(items.c.id).where(items.c.found_at < before, unlisted).limit(BATCH)
    gone = (await tx.execute(delete(items).where(items.c.id.in_(old)))).rowcount
    names = ("title", "url", "text", "author", "article", "feed_article")
    kept = select(items.c.id).where(items.c.found_at < before, items.c.article.is_not(None)).limit(BATCH)
    stripped = (
        await tx.execute(update(items).where(items.c.id.in_(kept)).values(dict.fromkeys(names)))
    ).rowcount
    return gone + stripped


async def drop_articles(tx: Transaction, before: datetime) -> int:
    """Articles that were read before a moment, that nobody saved and no item has. Returns how many."""
    old = (
        select(articles.c.id)
        .where(articles.c.read_at < before)
        .where(~exists().where(saved.c.article == articles.c.id))
        .where(~exists().where(or_(items.c.article == articles.c.id, items.c.feed_article == articles.c.id)))
        .limit(BATCH)
    )
    numbers = list((await tx.execute(old)).scalars())
    await tx.execute(delete(articles).where(articles.c.id.in_(numbers)))
    if numbers:
        rows = [{"number": number} for number in numbers]
        await tx.execute(text("DELETE FROM article_words WHERE rowid = :number"), rows)
    return len(numbers)


async def drop_chats(tx: Transaction, before: datetime) -> int:
    """Chats that the bot could not write to since before a moment, with all they had. Returns how many."""
    query = select(chats.c.id).where(chats.c.gone_at < before).limit(CHATS)
    numbers = list((await tx.execute(query)).scalars())
    theirs = select(subscriptions.c.feed).where(subscriptions.c.chat.in_(numbers))
    followed = list((await tx.execute(theirs)).scalars())
    await tx.execute(delete(managers).where(managers.c.person.in_(numbers)))
    await tx.execute(delete(chats).where(chats.c.id.in_(numbers)))
    is_read = exists().where(subscriptions.c.feed == feeds.c.id)
    await tx.execute(delete(feeds).where(feeds.c.id.in_(followed), ~is_read))
    return len(numbers)


async def merge_words(tx: Transaction, pages: int) -> bool:
    """Merge some pages of the index of words, a negative number to begin; whether there was anything to merge."""
    before = await tx.scalar(text("SELECT total_changes()"))
    await tx.execute(
        text("INSERT INTO article_words (article_words, rank) VALUES ('merge', :pages)"), {"pages": pages}
    )
    after = await tx.scalar(text("SELECT total_changes()"))
    return bool(after - before >= 2)


async def optimize(tx: Transaction) -> None:
    """Let the database look at its tables, so that it finds its ways through them."""
    await tx.execute(text("PRAGMA optimize"))
