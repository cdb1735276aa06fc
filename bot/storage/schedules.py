"""When each chat gets its digest: these rows are the schedule."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from bot.models import Schedule
from bot.storage.database import Transaction
from bot.storage.tables import chats, schedules


def _schedule(row: Row[Any]) -> Schedule:
    return Schedule(row.id, row.chat, time.fromisoformat(row.at), row.next_at, row.next_slot)


async def of_chat(tx: Transaction, chat: int) -> Schedule | None:
    """The chat's schedule, if it has one."""
    row = (await tx.execute(select(schedules).where(schedules.c.chat == chat))).one_or_none()
    return _schedule(row) if row else None


async def replace(tx: Transaction, chat: int, at: time, fire: tuple[datetime, str]) -> None:
    """Give the chat this schedule in the place of the one it had."""
    next_at, slot = fire
    values = {"at": f"{at:%H:%M}", "next_at": next_at, "next_slot": slot}
    if not (await tx.execute(update(schedules).where(schedules.c.chat == chat).values(**values))).rowcount:
        await tx.execute(insert(schedules).values(chat=chat, **values))


async def remove(tx: Transaction, chat: int) -> bool:
    """Whether there was a schedule to remove."""
    return (await tx.execute(delete(schedules).where(schedules.c.chat == chat))).rowcount > 0


async def due(tx: Transaction, now: datetime, limit: int) -> Sequence[tuple[Schedule, str | None]]:
    """Schedules whose time has come, of chats that the bot may write to, with the chat's time zone."""
    query = (
        select(schedules, chats.c.timezone)
        .join(chats, chats.c.id == schedules.c.chat)
        .where(schedules.c.next_at <= now, chats.c.active)
        .order_by(schedules.c.next_at)
        .limit(limit)
    )
    return [(_schedule(row), row.timezone) for row in await tx.execute(query)]


async def advance(tx: Transaction, schedule: Schedule, fire: tuple[datetime, str]) -> None:
    """Move a schedule on to its next fire."""
    await tx.execute(
        update(schedules).where(schedules.c.id == schedule.id).values(next_at=fire[0], next_slot=fire[1])
    )
