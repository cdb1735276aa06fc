"""What feeds list, and which of it is new for a chat."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Exists,
    Integer,
    Row,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    text,
    tuple_,
    union_all,
    update,
)

from bot.models import Delivery, TextFrom
from bot.storage.database import Transaction, insert
from bot.storage.feeds import DEFAULT, delivery
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
# A chat's article of an item: what the feed says of it where the chat wants that and it is kept, else the page.
_article = case(
    (
        and_(
            func.coalesce(subscriptions.c.source, chats.c.source) == TextFrom.FEED,
            items.c.feed_article.is_not(None),
        ),
        items.c.feed_article,
    ),
    else_=items.c.article,
)
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


async def ready(
    tx: Transaction, item: int, article: int, now: datetime, feed_article: int | None = None
) -> None:
    """The item's article was read, or was given up; `feed_article` is what the feed itself says of it."""
    values = {"article": article, "feed_article": feed_article, "ready_at": now, "text": None}
    await tx.execute(update(items).where(items.c.id == item).values(**values))


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
    query = _of_chat(one_feed=span.feed is not None, sent=span.sent, own=span.own is not None)
    values = {"chat": chat, "after": span.after, "now": now, "most": limit}
    values |= {"feed": span.feed} if span.feed is not None else {"deliveries": span.deliveries}
    values |= {"own": span.own} if span.own is not None and not span.sent else {}
    found = [_new(row) for row in await tx.execute(query, values)]
    return [item for item in found if not span.tags or set(span.tags) & set(item.tags)]


@cache
def _of_chat(*, one_feed: bool, sent: bool, own: bool) -> Select[Any]:
    """The statement, put together once: that costs as much as asking it."""
    chat = bindparam("chat", type_=BigInteger)
    first = exists().where(first_items.c.chat == chat, first_items.c.item == items.c.id)
    paused_until = subscriptions.c.paused_until
    query = (
        select(
            items.c.id,
            items.c.feed,
            items.c.title,
            items.c.url,
            items.c.author,
            items.c.published,
            items.c.ready_at,
            func.coalesce(subscriptions.c.name, feeds.c.title).label("source"),
            feeds.c.pace,
            subscriptions.c.tags,
            articles.c.id.label("number"),
            articles.c.title.label("headline"),
            articles.c.url.label("address"),
            articles.c.site,
            articles.c.author.label("writer"),
        )
        .join(feeds, feeds.c.id == items.c.feed)
        .join(subscriptions, and_(subscriptions.c.feed == items.c.feed, subscriptions.c.chat == chat))
        .join(chats, chats.c.id == subscriptions.c.chat)
        .join(articles, articles.c.id == _article)
        .where(items.c.ready_at > bindparam("after"), or_(items.c.id > subscriptions.c.since_item, first))
        .where(or_(paused_until.is_(None), paused_until <= bindparam("now")))
        .order_by(items.c.ready_at.desc(), items.c.id)
        .limit(bindparam("most", type_=Integer))
    )
    if one_feed:
        query = query.where(items.c.feed == bindparam("feed"))
    else:
        query = query.where(delivery.in_(bindparam("deliveries", expanding=True)))
    return query if sent else query.where(~_sent(chat, own=own))


# By either of its articles: a chat that changes its mind about whose text it wants is not told again.
_told = digest_items.c.article.in_((items.c.article, items.c.feed_article))


def _sent(chat: BindParameter[int], *, own: bool) -> Exists:
    sent = exists().where(digest_items.c.chat == chat, _told)
    if not own:
        return sent
    return sent.where(digest_items.c.digest == digests.c.id, digests.c.schedule == bindparam("own"))


def _new(row: Row[Any]) -> NewItem:
    return NewItem(
        id=row.id,
        feed=row.feed,
        article=row.number,
        title=row.headline or row.title,
        url=row.address or row.url,
        source=row.source,
        site=row.site,
        author=row.writer or row.author,
        pace=row.pace,
        tags=_tags(row.tags),
        published=row.published,
        ready_at=row.ready_at,
    )


@lru_cache(maxsize=2000)
def _tags(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


async def instant(
    tx: Transaction, now: datetime, after: datetime, limit: int, beyond: tuple[int, int] | None = None
) -> Sequence[tuple[int, int]]:
    """Chats and feeds whose news is pushed as it comes, and that have some, in their order; those beyond a pair."""
    wanted = _instant_ones()
    query = (
        select(wanted.c.chat, wanted.c.feed)
        .join(chats, chats.c.id == wanted.c.chat)
        .join(items, items.c.feed == wanted.c.feed)
        .where(chats.c.active)
        .where(or_(chats.c.paused_until.is_(None), chats.c.paused_until <= now))
        .where(or_(wanted.c.paused_until.is_(None), wanted.c.paused_until <= now))
        .where(items.c.ready_at > after, items.c.id > wanted.c.since_item, items.c.article.is_not(None))
        .where(~exists().where(digest_items.c.chat == chats.c.id, _told))
        .distinct()
        .order_by(wanted.c.chat, wanted.c.feed)
        .limit(limit)
    )
    if beyond:
        query = query.where(tuple_(wanted.c.chat, wanted.c.feed) > beyond)
    return [(row.chat, row.feed) for row in await tx.execute(query)]


def _instant_ones() -> Subquery:
    """Subscriptions whose news is pushed as it comes: by their own choice or by that of their chat; each by an index."""
    columns = [subscriptions.c[name] for name in ("chat", "feed", "since_item", "paused_until")]
    own = select(*columns).where(text("subscriptions.delivery = 'instant'"))
    of_chats = select(*columns).join(chats, chats.c.id == subscriptions.c.chat)
    of_chats = of_chats.where(text("chats.delivery = 'instant'"), subscriptions.c.delivery == DEFAULT)
    return union_all(own, of_chats).subquery()
