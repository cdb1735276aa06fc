"""What feeds list, and which of it is new for a chat."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Exists, Row, and_, exists, func, or_, select, tuple_, update

from bot.models import Delivery
from bot.storage.database import Transaction, insert
from bot.storage.tables import (
    articles,
    chats,
    digest_items,
    digests,
    feeds,
    first_items,
    items,
    subscriptions,
)
from summarizer.types import Entry

# On subscribing, so many of the newest items of the last so many hours count as new, and at least one.
FIRST_ITEMS = 3
FIRST_HOURS = 48
# An item that its feed still lists is marked so once in this time, not at every look.
SEEN = timedelta(days=7)


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
    """An item that is ready, as a chat has it: `source` is its feed's title, `pace` the feed's items a day."""

    id: int
    feed: int
    article: int
    title: str | None
    url: str | None
    source: str
    published: datetime | None
    ready_at: datetime
    site: str | None = None
    author: str | None = None
    pace: float | None = None
    tags: tuple[str, ...] = ()


async def found(tx: Transaction, feed: int, entries: Sequence[Entry], now: datetime, *, wanted: bool) -> int:
    """Keep the entries that are not known yet; returns how many. Those that nobody wants are never read."""
    count = 0
    for entry in entries:
        values = {
            "url": entry.url,
            "title": entry.title,
            "text": entry.text,
            "author": entry.author,
            "published": entry.published,
            "found_at": now,
            "seen_at": now,
            "wanted": wanted,
        }
        made = insert(items).values(feed=feed, guid=entry.guid, tries=0, **values).on_conflict_do_nothing()
        count += (await tx.execute(made)).rowcount
    await _still_listed(tx, feed, entries, now)
    return count


async def _still_listed(tx: Transaction, feed: int, entries: Iterable[Entry], now: datetime) -> None:
    """Note what the feed lists, once in a while: retention forgets only what it lists no more."""
    listed = items.c.guid.in_([entry.guid for entry in entries])
    old = or_(items.c.seen_at.is_(None), items.c.seen_at < now - SEEN)
    await tx.execute(update(items).where(items.c.feed == feed, listed, old).values(seen_at=now))


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
    last = select(func.coalesce(func.max(items.c.id), 0)).where(items.c.feed == feed).scalar_subquery()
    mine = (subscriptions.c.chat == chat) & (subscriptions.c.feed == feed)
    await tx.execute(update(subscriptions).where(mine).values(since_item=last))
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


@dataclass(frozen=True, slots=True)
class Span:
    """Which of a chat's items are asked for.

    `after` bounds when they became ready. Those that were sent are left out unless `sent`; `own` is a schedule that
    looks at its own past only. `feed` asks for one feed's, else `deliveries` says of which feeds.
    """

    after: datetime
    deliveries: tuple[Delivery, ...] = (Delivery.DIGEST,)
    tags: tuple[str, ...] = ()
    feed: int | None = None
    own: int | None = None
    sent: bool = False


async def of_chat(tx: Transaction, chat: int, span: Span, now: datetime, limit: int) -> Sequence[NewItem]:
    """A chat's items of a span, the newest first; those of paused feeds wait."""
    first = exists().where(first_items.c.chat == chat, first_items.c.item == items.c.id)
    query = (
        select(
            items,
            feeds.c.title.label("source"),
            feeds.c.pace,
            subscriptions.c.tags,
            articles.c.title.label("headline"),
            articles.c.url.label("address"),
            articles.c.site,
            articles.c.author.label("writer"),
        )
        .join(feeds, feeds.c.id == items.c.feed)
        .join(subscriptions, and_(subscriptions.c.feed == items.c.feed, subscriptions.c.chat == chat))
        .join(articles, articles.c.id == items.c.article)
        .where(items.c.ready_at > span.after, or_(items.c.id > subscriptions.c.since_item, first))
        .where(or_(subscriptions.c.paused_until.is_(None), subscriptions.c.paused_until <= now))
        .order_by(items.c.ready_at.desc(), items.c.id)
        .limit(limit)
    )
    if span.feed is not None:
        query = query.where(items.c.feed == span.feed)
    else:
        query = query.where(subscriptions.c.delivery.in_(span.deliveries))
    if not span.sent:
        query = query.where(~_sent(chat, span.own))
    found = [_new(row) for row in await tx.execute(query)]
    return [item for item in found if not span.tags or set(span.tags) & set(item.tags)]


def _sent(chat: int, own: int | None) -> Exists:
    sent = exists().where(digest_items.c.chat == chat, digest_items.c.article == items.c.article)
    if own is None:
        return sent
    return sent.where(digest_items.c.digest == digests.c.id, digests.c.schedule == own)


def _new(row: Row[Any]) -> NewItem:
    return NewItem(
        id=row.id,
        feed=row.feed,
        article=row.article,
        title=row.headline or row.title,
        url=row.address or row.url,
        source=row.source,
        site=row.site,
        author=row.writer or row.author,
        pace=row.pace,
        tags=tuple(json.loads(row.tags)),
        published=row.published,
        ready_at=row.ready_at,
    )


async def instant(
    tx: Transaction, now: datetime, after: datetime, limit: int, beyond: tuple[int, int] | None = None
) -> Sequence[tuple[int, int]]:
    """Chats and feeds whose news is pushed as it comes, and that have some, in their order; those beyond a pair."""
    query = (
        select(subscriptions.c.chat, subscriptions.c.feed)
        .join(chats, chats.c.id == subscriptions.c.chat)
        .join(items, items.c.feed == subscriptions.c.feed)
        .where(subscriptions.c.delivery == Delivery.INSTANT, chats.c.active)
        .where(or_(chats.c.paused_until.is_(None), chats.c.paused_until <= now))
        .where(or_(subscriptions.c.paused_until.is_(None), subscriptions.c.paused_until <= now))
        .where(
            items.c.ready_at > after, items.c.id > subscriptions.c.since_item, items.c.article.is_not(None)
        )
        .where(~exists().where(digest_items.c.chat == chats.c.id, digest_items.c.article == items.c.article))
        .distinct()
        .order_by(subscriptions.c.chat, subscriptions.c.feed)
        .limit(limit)
    )
    if beyond:
        query = query.where(tuple_(subscriptions.c.chat, subscriptions.c.feed) > beyond)
    return [(row.chat, row.feed) for row in await tx.execute(query)]
