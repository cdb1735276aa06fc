"""When each chat gets its digests: these rows are the schedule."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import lru_cache
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from bot.models import Quiet, Schedule
from bot.storage.chats import quiet_of
from bot.storage.database import Transaction
from bot.storage.tables import chats, digests, schedules


def _schedule(row: Row[Any]) -> Schedule:
    return Schedule(
        id=row.id,
        chat=row.chat,
        at=_time(row.at),
        next_at=row.next_at,
        next_slot=row.next_slot,
        name=row.name,
        weekdays=_weekdays(row.weekdays),
        tags=_tags(row.tags),
        most=row.most,
        minutes=row.minutes,
        sentences=row.sentences,
        thread=row.thread,
    )


# Thousands of schedules fall due at the same few times, on the same days, with the same tags.
@lru_cache(maxsize=2000)
def _time(text: str) -> time:
    return time.fromisoformat(text)


@lru_cache(maxsize=2000)
def _weekdays(text: str) -> frozenset[int]:
    return frozenset(map(int, text.split()))


@lru_cache(maxsize=2000)
def _tags(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


async def of_chat(tx: Transaction, chat: int) -> tuple[Schedule, ...]:
    """The chat's schedules, the next to fire first."""
    query = select(schedules).where(schedules.c.chat == chat).order_by(schedules.c.next_at, schedules.c.id)
    return tuple(_schedule(row) for row in await tx.execute(query))


async def get(tx: Transaction, schedule: int) -> Schedule | None:
    """The schedule, if there still is one of this number."""
    row = (await tx.execute(select(schedules).where(schedules.c.id == schedule))).one_or_none()
    return _schedule(row) if row else None


async def replace(tx: Transaction, chat: int, name: str, wanted: Sequence[Schedule]) -> None:
    """Give the chat these schedules in the place of those of the same name."""
    await remove(tx, chat, name)
    for each in wanted:
        await tx.execute(
            insert(schedules).values(
                chat=chat,
                name=name,
                at=f"{each.at:%H:%M}",
                weekdays=" ".join(map(str, sorted(each.weekdays))),
                tags=json.dumps(each.tags, ensure_ascii=False),
                most=each.most,
                minutes=each.minutes,
                sentences=each.sentences,
                thread=each.thread,
                next_at=each.next_at,
                next_slot=each.next_slot,
            )
        )


async def remove(tx: Transaction, chat: int, name: str | None = None) -> int:
    """How many schedules there were to remove: those of a name, or all."""
    mine = schedules.c.chat == chat
    if name is not None:
        mine &= schedules.c.name == name
    # SQLite gives a number again: a digest must not take the next schedule of it for its own.
    orphans = (digests.c.chat == chat) & digests.c.schedule.in_(select(schedules.c.id).where(mine))
    await tx.execute(update(digests).where(orphans).values(schedule=None))
    return (await tx.execute(delete(schedules).where(mine))).rowcount


@dataclass(frozen=True, slots=True)
class Due:
    """A schedule whose time has come, and what of its chat bears on it."""

    schedule: Schedule
    timezone: str | None
    quiet: Quiet | None
    paused_until: datetime | None

    def pauses(self, now: datetime) -> bool:
        """Whether the chat wants nothing now."""
        return self.paused_until is not None and self.paused_until > now


async def due(tx: Transaction, now: datetime, limit: int) -> Sequence[Due]:
    """Schedules whose time has come, of chats that the bot may write to."""
    query = (
        select(schedules, chats.c.timezone, chats.c.quiet, chats.c.paused_until)
        .join(chats, chats.c.id == schedules.c.chat)
        .where(schedules.c.next_at <= now, chats.c.active)
        .order_by(schedules.c.next_at)
        .limit(limit)
    )
    return [
        Due(_schedule(row), row.timezone, quiet_of(row.quiet), row.paused_until)
        for row in await tx.execute(query)
    ]


async def advance(tx: Transaction, moves: Sequence[tuple[Schedule, tuple[datetime, str]]]) -> None:
    """Move schedules on, each to its next fire."""
    if moves:
        mine = update(schedules).where(schedules.c.id == bindparam("number"))
        rows = [{"number": each.id, "next_at": fire, "next_slot": slot} for each, (fire, slot) in moves]
        await tx.execute(mine, rows)


async def every(tx: Transaction) -> Sequence[tuple[Schedule, str | None]]:
    """All schedules with their chats' time zones: for when the zones themselves have changed."""
    query = select(schedules, chats.c.timezone).join(chats, chats.c.id == schedules.c.chat)
    return [(_schedule(row), row.timezone) for row in await tx.execute(query)]
