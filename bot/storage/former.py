"""Feeds that a chat has left: for a while they come back as they were."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from bot.models import Subscription
from bot.storage.database import Transaction, insert
from bot.storage.feeds import DEFAULT
from bot.storage.tables import former

KEPT = timedelta(days=7)
_PLAIN = ("name", "interval", "sentences", "silent", "preview", "source")


@dataclass(frozen=True, slots=True)
class Former:
    """A feed that was left; `tags` and `values`, columns of `subscriptions`, are what the chat had decided of it."""

    url: str
    title: str
    tags: tuple[str, ...]
    values: dict[str, Any]


async def keep(tx: Transaction, left: Iterable[Subscription], now: datetime) -> tuple[int, int]:
    """Keep what a chat leaves, at least one; returns the first and the last of its numbers. What is old goes."""
    await tx.execute(delete(former).where(former.c.at < now - KEPT))
    numbers = []
    for each in left:
        values = {"chat": each.chat, "url": each.feed.url, "title": each.feed.title, "at": now}
        made = insert(former).values(**values, body=_dump(each)).returning(former.c.id)
        numbers.append((await tx.execute(made)).scalar_one())
    return numbers[0], numbers[-1]


async def of_chat(tx: Transaction, chat: int, first: int, last: int) -> Sequence[Former]:
    """What a chat has left under these numbers."""
    query = select(former).where(former.c.chat == chat, former.c.id.between(first, last))
    return [_load(row.url, row.title, row.body) for row in await tx.execute(query.order_by(former.c.id))]


def _dump(each: Subscription) -> str:
    plain = {name: getattr(each, name) for name in _PLAIN}
    until = each.paused_until.isoformat() if each.paused_until else None
    more = {"tags": each.tags, "delivery": each.own_delivery or DEFAULT, "paused_until": until}
    return json.dumps(plain | more, ensure_ascii=False)


def _load(url: str, title: str, body: str) -> Former:
    values = json.loads(body)
    tags, until = tuple(values.pop("tags")), values.pop("paused_until")
    return Former(
        url, title, tags, values | {"paused_until": datetime.fromisoformat(until) if until else None}
    )
