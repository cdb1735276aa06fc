"""Words that chats keep, drop or have muted."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select

from bot.models import Filter, FilterKind
from bot.storage.database import Transaction, insert
from bot.storage.tables import filters


def _filter(row: Row[Any]) -> Filter:
    return Filter(row.id, FilterKind(row.kind), tuple(json.loads(row.words)), row.feed, row.until)


async def of_chat(tx: Transaction, chat: int, now: datetime) -> Sequence[Filter]:
    """A chat's filters and mutes that hold now, oldest first."""
    query = select(filters).where(filters.c.chat == chat).order_by(filters.c.id)
    found = [_filter(row) for row in await tx.execute(query)]
    return [each for each in found if each.until is None or each.until > now]


async def add(
    tx: Transaction,
    chat: int,
    kind: FilterKind,
    words: Sequence[str],
    *,
    feed: int | None = None,
    until: datetime | None = None,
) -> int:
    """The number of a new filter."""
    row = insert(filters).values(
        chat=chat, kind=kind, words=json.dumps(words, ensure_ascii=False), feed=feed, until=until
    )
    number: int = (await tx.execute(row.returning(filters.c.id))).scalar_one()
    return number


async def replace(
    tx: Transaction, chat: int, feed: int | None, terms: Sequence[tuple[FilterKind, tuple[str, ...]]]
) -> None:
    """Give a chat, or one of its feeds, these filters in the place of those it had; mutes stay."""
    mine = (filters.c.chat == chat) & (filters.c.kind != FilterKind.MUTE)
    mine &= filters.c.feed.is_(None) if feed is None else filters.c.feed == feed
    await tx.execute(delete(filters).where(mine))
    for kind, words in terms:
        await add(tx, chat, kind, words, feed=feed)


async def remove(tx: Transaction, chat: int, number: int) -> bool:
    """Whether the chat had a filter of this number."""
    mine = (filters.c.chat == chat) & (filters.c.id == number)
    return (await tx.execute(delete(filters).where(mine))).rowcount == 1
