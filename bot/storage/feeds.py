"""Feeds, who reads them, and when each is looked at again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, exists, select, update

from bot.models import Feed, Subscription
from bot.storage.database import Transaction, insert
from bot.storage.tables import feeds, subscriptions


def _feed(row: Row[Any]) -> Feed:
    return Feed(
        row.id, row.url, row.title, row.etag, row.modified, row.checked_at, row.next_check_at, row.failures
    )


async def by_url(tx: Transaction, url: str) -> Feed | None:
    """The feed at an address, if anybody reads it."""
    row = (await tx.execute(select(feeds).where(feeds.c.url == url))).one_or_none()
    return _feed(row) if row else None


async def add(tx: Transaction, url: str, title: str, now: datetime) -> Feed:
    """The feed at an address, made if it is new."""
    made = insert(feeds).values(url=url, title=title, next_check_at=now, failures=0).on_conflict_do_nothing()
    await tx.execute(made)
    return _feed((await tx.execute(select(feeds).where(feeds.c.url == url))).one())


async def subscribe(tx: Transaction, chat: int, feed: int, now: datetime) -> bool:
    """Whether the chat did not read the feed before."""
    made = insert(subscriptions).values(chat=chat, feed=feed, since=now).on_conflict_do_nothing()
    return (await tx.execute(made)).rowcount == 1


async def unsubscribe(tx: Transaction, chat: int, feed: int) -> None:
    """Leave a feed; one that nobody reads any more goes, with its items."""
    await tx.execute(delete(subscriptions).where(subscriptions.c.chat == chat, subscriptions.c.feed == feed))
    read = exists().where(subscriptions.c.feed == feed)
    await tx.execute(delete(feeds).where(feeds.c.id == feed, ~read))


async def of_chat(tx: Transaction, chat: int) -> tuple[Subscription, ...]:
    """What a chat reads, in the order in which it subscribed."""
    query = (
        select(feeds, subscriptions.c.since)
        .join(subscriptions, subscriptions.c.feed == feeds.c.id)
        .where(subscriptions.c.chat == chat)
        .order_by(subscriptions.c.since, feeds.c.id)
    )
    return tuple(Subscription(chat, _feed(row), row.since) for row in await tx.execute(query))


async def due(tx: Transaction, now: datetime, limit: int) -> Sequence[Feed]:
    """Feeds that are to be looked at."""
    query = select(feeds).where(feeds.c.next_check_at <= now).order_by(feeds.c.next_check_at).limit(limit)
    return [_feed(row) for row in await tx.execute(query)]


async def stale(tx: Transaction, chat: int, before: datetime) -> Sequence[Feed]:
    """Feeds of a chat that were last looked at before a moment and are not failing."""
    query = (
        select(feeds)
        .join(subscriptions, subscriptions.c.feed == feeds.c.id)
        .where(subscriptions.c.chat == chat, feeds.c.failures == 0)
        .where(feeds.c.checked_at.is_(None) | (feeds.c.checked_at < before))
    )
    return [_feed(row) for row in await tx.execute(query)]


async def claim(tx: Transaction, feed: Feed, until: datetime) -> bool:
    """Whether this caller may look at the feed; nobody else does before `until`."""
    statement = (
        update(feeds)
        .where(feeds.c.id == feed.id, feeds.c.next_check_at == feed.next_check_at)
        .values(next_check_at=until)
    )
    return (await tx.execute(statement)).rowcount == 1


async def checked(tx: Transaction, feed: int, **values: Any) -> bool:  # noqa: ANN401 - columns of `feeds`
    """Keep what a look at the feed gave; whether anybody still reads it."""
    return (await tx.execute(update(feeds).where(feeds.c.id == feed).values(**values))).rowcount == 1
