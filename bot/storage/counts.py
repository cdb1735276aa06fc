"""How much there is of everything, for the operators."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select

from bot.models import ChatKind, Counts, DigestState, Use
from bot.storage.database import Transaction
from bot.storage.tables import (
    articles,
    chats,
    digests,
    feeds,
    managers,
    people,
    schedules,
    subscriptions,
    updates,
)

_ENDED = (DigestState.SENT, DigestState.EMPTY, DigestState.FAILED, DigestState.UNKNOWN)


async def everything(tx: Transaction, since: datetime) -> Counts:
    """All counts; of digests those that were due after a moment."""
    health = case((feeds.c.paused, "paused"), (feeds.c.failures > 0, "failing"), else_="well")
    kinds = await _by(tx, chats.c.kind, select().where(chats.c.active))
    stands = await _by(tx, people.c.status, select())
    states = await _by(tx, digests.c.state, select().where(digests.c.due_at > since))
    return Counts(
        {ChatKind(kind): number for kind, number in kinds.items()},
        await _count(tx, select(func.count()).select_from(chats).where(~chats.c.active)),
        stands,
        await _by(tx, health, select()),
        await _count(tx, select(func.count()).select_from(articles)),
        {DigestState(state): number for state, number in states.items()},
        await _count(tx, select(func.count()).select_from(updates)),
        await _count(tx, select(func.count()).select_from(digests).where(digests.c.state.not_in(_ENDED))),
    )


async def _by(tx: Transaction, what: ColumnElement[str], query: Select[Any]) -> dict[str, int]:
    grouped = query.add_columns(what, func.count()).group_by(what)
    return {str(key): int(number) for key, number in await tx.execute(grouped)}


async def _count(tx: Transaction, query: Select[Any]) -> int:
    number: int = (await tx.execute(query)).scalar_one()
    return number


async def use_of(tx: Transaction, chat: int) -> Use:
    """What a chat, or the person whose private chat it is, has."""
    sent = select(func.max(digests.c.due_at)).where(
        digests.c.chat == chat, digests.c.state == DigestState.SENT
    )
    return Use(
        await _count(tx, select(func.count()).select_from(subscriptions).where(subscriptions.c.chat == chat)),
        await _count(tx, select(func.count()).select_from(schedules).where(schedules.c.chat == chat)),
        await _count(tx, select(func.count()).select_from(managers).where(managers.c.person == chat)),
        await tx.scalar(sent),
    )
