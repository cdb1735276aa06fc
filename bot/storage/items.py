"""What feeds list, and which of it is new for a chat."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, exists, or_, select, update

from bot.storage.database import Transaction, insert
from bot.storage.tables import articles, digest_items, feeds, first_items, items, subscriptions
from summarizer.types import Entry

# On subscribing, so many of the newest items of the last so many hours count as new, and at least one.
FIRST_ITEMS = 3
FIRST_HOURS = 48


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An item whose article is still to be read."""

    id: int
    feed: int
    url: str | None
    title: str | None
    text: str | None
    published: datetime | None
    tries: int


@dataclass(frozen=True, slots=True)
class NewItem:
    """An item that is ready and that a chat has not been sent."""

    id: int
    article: int
    title: str | None
    url: str | None
    source: str
    published: datetime | None
    ready_at: datetime


async def found(tx: Transaction, feed: int, entries: Iterable[Entry], now: datetime, *, wanted: bool) -> int:
    """Keep the entries that are not known yet; returns how many. Those that nobody wants are never read."""
    count = 0
    for entry in entries:
        values = {
            "url": entry.url,
            "title": entry.title,
            "text": entry.text,
            "published": entry.published,
            "found_at": now,
            "wanted": wanted,
        }
        made = insert(items).values(feed=feed, guid=entry.guid, tries=0, **values).on_conflict_do_nothing()
        count += (await tx.execute(made)).rowcount
    return count


async def first_for(tx: Transaction, chat: int, feed: int, now: datetime) -> int:
    """Mark the feed's newest items as new for a chat that subscribed just now; returns how many."""
    age = select(items.c.id, items.c.published, items.c.found_at).where(items.c.feed == feed)
    rows = list(await tx.execute(age))
    rows.sort(key=lambda row: (row.published or row.found_at, -row.id), reverse=True)
    fresh = [row for row in rows if (row.published or row.found_at) >= now - timedelta(hours=FIRST_HOURS)]
    chosen = [row.id for row in (fresh[:FIRST_ITEMS] or rows[:1])]
    for item in chosen:
        await tx.execute(insert(first_items).values(chat=chat, item=item).on_conflict_do_nothing())
    await tx.execute(update(items).where(items.c.id.in_(chosen)).values(wanted=True))
    await tx.execute(update(items).where(items.c.feed == feed, ~items.c.wanted).values(text=None))
    return len(chosen)


async def to_read(
    tx: Transaction, now: datetime, limit: int, feed_ids: Sequence[int] | None = None
) -> Sequence[OpenItem]:
    """Items whose article is to be read now, oldest first; of these feeds only where they are given."""
    query = (
        select(items)
        .where(items.c.ready_at.is_(None), items.c.wanted)
        .where(or_(items.c.retry_at.is_(None), items.c.retry_at <= now))
        .order_by(items.c.id)
        .limit(limit)
    )
    if feed_ids is not None:
        query = query.where(items.c.feed.in_(feed_ids))
    return [
        OpenItem(row.id, row.feed, row.url, row.title, row.text, row.published, row.tries)
        for row in await tx.execute(query)
    ]


async def ready(tx: Transaction, item: int, article: int, now: datetime) -> None:
    """The item's article was read, or was given up."""
    await tx.execute(update(items).where(items.c.id == item).values(article=article, ready_at=now, text=None))


async def retry(tx: Transaction, item: int, tries: int, at: datetime) -> None:
    """The item's article could not be read; it is tried again."""
    await tx.execute(update(items).where(items.c.id == item).values(tries=tries, retry_at=at))


async def new_for(tx: Transaction, chat: int, limit: int) -> Sequence[NewItem]:
    """What is new for a chat, the newest first."""
    first = exists().where(first_items.c.chat == chat, first_items.c.item == items.c.id)
    sent = exists().where(digest_items.c.chat == chat, digest_items.c.article == items.c.article)
    query = (
        select(
            items,
            feeds.c.title.label("source"),
            articles.c.title.label("headline"),
            articles.c.url.label("address"),
        )
        .join(feeds, feeds.c.id == items.c.feed)
        .join(subscriptions, and_(subscriptions.c.feed == items.c.feed, subscriptions.c.chat == chat))
        .join(articles, articles.c.id == items.c.article)
        .where(items.c.ready_at.is_not(None), or_(items.c.ready_at > subscriptions.c.since, first), ~sent)
        .order_by(items.c.ready_at.desc(), items.c.id)
        .limit(limit)
    )
    return [
        NewItem(
            id=row.id,
            article=row.article,
            title=row.headline or row.title,
            url=row.address or row.url,
            source=row.source,
            published=row.published,
            ready_at=row.ready_at,
        )
        for row in await tx.execute(query)
    ]
