"""Feeds, who reads them, and when each is looked at again."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, case, delete, exists, func, literal, select, tuple_, update

from bot.models import Delivery, Feed, Subscription, TextFrom
from bot.storage.database import Transaction, insert
from bot.storage.tables import chats, feeds, subscriptions

# How a feed's news comes where nothing was chosen for it: as the chat has it.
DEFAULT = "default"
delivery = case((subscriptions.c.delivery == DEFAULT, chats.c.delivery), else_=subscriptions.c.delivery)
# What a chat decides of a feed, None for what it decides of all.
_OWN = ("name", "interval", "sentences", "silent", "preview", "source")


def _feed(row: Row[Any]) -> Feed:
    names = [field.name for field in fields(Feed) if not field.name.startswith("skip_")]
    known = {name: getattr(row, name) for name in names}
    return Feed(**known, skip_hours=_numbers(row.skip_hours), skip_days=_numbers(row.skip_days))


def _numbers(text: str | None) -> frozenset[int]:
    return frozenset(map(int, (text or "").split()))


def numbers(values: Iterable[int]) -> str:
    """Small numbers as the columns `skip_hours` and `skip_days` hold them."""
    return " ".join(map(str, sorted(values)))


async def by_url(tx: Transaction, url: str) -> Feed | None:
    """The feed at an address, if anybody reads it."""
    row = (await tx.execute(select(feeds).where(feeds.c.url == url))).one_or_none()
    return _feed(row) if row else None


async def add(tx: Transaction, url: str, title: str, now: datetime) -> Feed:
    """The feed at an address, made if it is new."""
    made = insert(feeds).values(url=url, title=title, next_check_at=now, failures=0).on_conflict_do_nothing()
    await tx.execute(made)
    return _feed((await tx.execute(select(feeds).where(feeds.c.url == url))).one())


async def subscribe(tx: Transaction, chat: int, feed: int, now: datetime, tags: Sequence[str] = ()) -> bool:
    """Whether the chat did not read the feed before."""
    values = {"chat": chat, "feed": feed, "since": now, "tags": json.dumps(tags, ensure_ascii=False)}
    values["delivery"] = DEFAULT
    made = insert(subscriptions).values(**values).on_conflict_do_nothing()
    return (await tx.execute(made)).rowcount == 1


async def readers(tx: Transaction, feed: int) -> Sequence[int]:
    """The chats that read a feed."""
    rows = await tx.execute(select(subscriptions.c.chat).where(subscriptions.c.feed == feed))
    return [row.chat for row in rows]


async def count(tx: Transaction, chat: int) -> int:
    """How many feeds a chat reads."""
    query = select(func.count()).select_from(subscriptions).where(subscriptions.c.chat == chat)
    number: int = (await tx.execute(query)).scalar_one()
    return number


async def unsubscribe(tx: Transaction, chat: int, feed: int) -> None:
    """Leave a feed; one that nobody reads any more goes, with its items."""
    await tx.execute(delete(subscriptions).where(subscriptions.c.chat == chat, subscriptions.c.feed == feed))
    read = exists().where(subscriptions.c.feed == feed)
    await tx.execute(delete(feeds).where(feeds.c.id == feed, ~read))


async def of_chat(tx: Transaction, chat: int) -> tuple[Subscription, ...]:
    """What a chat reads, in the order in which it subscribed."""
    query = _mine(chat).order_by(subscriptions.c.since, feeds.c.id)
    return tuple(_subscription(chat, row) for row in await tx.execute(query))


async def one(tx: Transaction, chat: int, feed: int) -> Subscription | None:
    """A feed as a chat reads it; None where it does not."""
    row = (await tx.execute(_mine(chat).where(feeds.c.id == feed))).one_or_none()
    return _subscription(chat, row) if row else None


def _mine(chat: int) -> Select[Any]:
    own = [subscriptions.c[name] for name in ("since", "tags", "paused_until", *_OWN)]
    return (
        select(feeds, *own, subscriptions.c.delivery.label("chosen"), delivery.label("delivery"))
        .join(subscriptions, subscriptions.c.feed == feeds.c.id)
        .join(chats, chats.c.id == subscriptions.c.chat)
        .where(subscriptions.c.chat == chat)
    )


def _subscription(chat: int, row: Row[Any]) -> Subscription:
    return Subscription(
        chat,
        _feed(row),
        row.since,
        tuple(json.loads(row.tags)),
        Delivery(row.delivery),
        row.paused_until,
        own_delivery=None if row.chosen == DEFAULT else Delivery(row.chosen),
        source=TextFrom(row.source) if row.source else None,
        **{name: getattr(row, name) for name in _OWN if name != "source"},
    )


async def change(tx: Transaction, chat: int, feed: int, **values: Any) -> None:  # noqa: ANN401 - columns of `subscriptions`
    """Set columns of a subscription."""
    mine = (subscriptions.c.chat == chat) & (subscriptions.c.feed == feed)
    await tx.execute(update(subscriptions).where(mine).values(**values))


async def due(tx: Transaction, now: datetime, limit: int) -> Sequence[Feed]:
    """Feeds that are to be looked at."""
    query = select(feeds).where(feeds.c.next_check_at <= now, ~feeds.c.paused)
    query = query.order_by(feeds.c.next_check_at).limit(limit)
    return [_feed(row) for row in await tx.execute(query)]


async def stale(tx: Transaction, chat: int, before: datetime) -> Sequence[Feed]:
    """Feeds of a chat that were last looked at before a moment and are not failing."""
    query = (
        select(feeds)
        .join(subscriptions, subscriptions.c.feed == feeds.c.id)
        .where(subscriptions.c.chat == chat, feeds.c.failures == 0, ~feeds.c.paused)
        .where(feeds.c.checked_at.is_(None) | (feeds.c.checked_at < before))
    )
    return [_feed(row) for row in await tx.execute(query)]


async def claim(tx: Transaction, waiting: Iterable[Feed], until: datetime) -> Sequence[Feed]:
    """Those of the feeds that this caller may look at; nobody else does before `until`."""
    asked = {feed.id: feed for feed in waiting}
    seen = [(feed.id, feed.next_check_at) for feed in asked.values()]
    statement = (
        update(feeds)
        .where(tuple_(feeds.c.id, feeds.c.next_check_at).in_(seen))
        .values(next_check_at=until)
        .returning(feeds.c.id)
    )
    mine = set((await tx.execute(statement)).scalars())
    return [feed for feed in asked.values() if feed.id in mine]


async def checked(tx: Transaction, feed: int, **values: Any) -> bool:  # noqa: ANN401 - columns of `feeds`
    """Keep what a look at the feed gave; whether anybody still reads it."""
    return (await tx.execute(update(feeds).where(feeds.c.id == feed).values(**values))).rowcount == 1


async def well(tx: Transaction, feed: int) -> None:
    """A feed that failed answers again: its readers may be told of a next time."""
    await tx.execute(update(subscriptions).where(subscriptions.c.feed == feed).values(told=None))


async def move(tx: Transaction, feed: int, url: str) -> None:
    """Give a feed the address to which it has moved; where that is another feed, its readers follow that one."""
    other = await by_url(tx, url)
    if other is None:
        await tx.execute(update(feeds).where(feeds.c.id == feed).values(url=url, moved_to=None, moves=0))
        return
    kept = ("since", "tags", "delivery", "paused_until", *_OWN)
    readers = select(subscriptions.c.chat, literal(other.id), *(subscriptions.c[name] for name in kept))
    moving = insert(subscriptions).from_select(
        ["chat", "feed", *kept], readers.where(subscriptions.c.feed == feed)
    )
    await tx.execute(moving.on_conflict_do_nothing())
    await tx.execute(delete(feeds).where(feeds.c.id == feed))


@dataclass(frozen=True, slots=True)
class Notice:
    """A trouble of a feed, `failing` or `paused`, that a chat is to be told of; the feed has the chat's name for it."""

    chat: int
    feed: Feed
    kind: str


async def to_tell(tx: Transaction, failing_before: datetime, limit: int) -> Sequence[Notice]:
    """What chats that can be written to are to be told of their feeds; paused ones, and those failing since then."""
    kind = case((feeds.c.paused, "paused"), else_="failing")
    in_trouble = feeds.c.paused | (feeds.c.failing_since <= failing_before)
    query = (
        select(feeds, subscriptions.c.chat, subscriptions.c.name, kind.label("kind"))
        .join(subscriptions, subscriptions.c.feed == feeds.c.id)
        .join(chats, chats.c.id == subscriptions.c.chat)
        .where(subscriptions.c.feed.in_(select(feeds.c.id).where(in_trouble)))
        .where(chats.c.active, in_trouble)
        .where(func.coalesce(subscriptions.c.told, "") != kind)
        .limit(limit)
    )
    rows = await tx.execute(query)
    return [Notice(row.chat, replace(_feed(row), title=row.name or row.title), row.kind) for row in rows]


async def told(tx: Transaction, notice: Notice) -> None:
    """The chat was told."""
    mine = (subscriptions.c.chat == notice.chat) & (subscriptions.c.feed == notice.feed.id)
    await tx.execute(update(subscriptions).where(mine).values(told=notice.kind))
