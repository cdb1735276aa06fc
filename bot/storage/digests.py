"""Digests on their way. A state changes only where it still is what the caller believes it to be."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from bot.models import Digest, DigestKind, DigestState, Schedule
from bot.storage.database import Transaction, insert
from bot.storage.tables import chats, digest_items, digests

_ENDED = (DigestState.SENT, DigestState.EMPTY, DigestState.FAILED)


def _digest(row: Row[Any]) -> Digest:
    return Digest(
        id=row.id,
        chat=row.chat,
        kind=DigestKind(row.kind),
        key=row.key,
        schedule=row.schedule,
        state=DigestState(row.state),
        due_at=row.due_at,
        parts=tuple(json.loads(row.parts)),
        sent_parts=row.sent_parts,
    )


async def plan(tx: Transaction, schedule: Schedule) -> bool:
    """Whether the schedule's next digest is new: there is one per chat, kind and key."""
    made = insert(digests).values(
        chat=schedule.chat,
        kind=DigestKind.SCHEDULED,
        key=f"{schedule.id}:{schedule.next_slot}",
        schedule=schedule.id,
        state=DigestState.DUE,
        due_at=schedule.next_at,
        parts="[]",
        sent_parts=0,
        noticed=False,
    )
    return (await tx.execute(made.on_conflict_do_nothing())).rowcount == 1


async def get(tx: Transaction, digest: int) -> Digest | None:
    """The digest, if there is one."""
    row = (await tx.execute(select(digests).where(digests.c.id == digest))).one_or_none()
    return _digest(row) if row else None


async def move(tx: Transaction, digest: int, old: DigestState, new: DigestState, **values: Any) -> bool:  # noqa: ANN401 - columns of `digests`
    """Whether the digest was in the old state and is now in the new one."""
    statement = (
        update(digests).where(digests.c.id == digest, digests.c.state == old).values(state=new, **values)
    )
    return (await tx.execute(statement)).rowcount == 1


async def recover(tx: Transaction) -> None:
    """At the start nobody else is alive: what was being built is built again, what was being sent is unknown."""
    building, sending = digests.c.state == DigestState.BUILDING, digests.c.state == DigestState.SENDING
    await tx.execute(update(digests).where(building).values(state=DigestState.DUE))
    await tx.execute(update(digests).where(sending).values(state=DigestState.UNKNOWN))


async def open_ones(tx: Transaction, now: datetime) -> Sequence[Digest]:
    """Digests with something left to do, of chats that the bot may write to, the oldest first."""
    query = (
        select(digests)
        .join(chats, chats.c.id == digests.c.chat)
        .where(chats.c.active, digests.c.state.not_in(_ENDED))
        .where((digests.c.state != DigestState.UNKNOWN) | ~digests.c.noticed)
        .where(digests.c.retry_at.is_(None) | (digests.c.retry_at <= now))
        .order_by(digests.c.due_at, digests.c.id)
        .limit(500)
    )
    return [_digest(row) for row in await tx.execute(query)]


async def built(tx: Transaction, digest: Digest, parts: Iterable[str], articles: Iterable[int]) -> bool:
    """Keep the ready messages and what is in them; whether the digest was still being built."""
    dumped = json.dumps(list(parts), ensure_ascii=False)
    if not await move(tx, digest.id, DigestState.BUILDING, DigestState.READY, parts=dumped):
        return False
    for article in articles:
        row = insert(digest_items).values(chat=digest.chat, digest=digest.id, article=article)
        await tx.execute(row.on_conflict_do_nothing())
    return True


async def noticed(tx: Transaction, digest: int) -> None:
    """The chat was told that the digest may not have arrived."""
    await tx.execute(update(digests).where(digests.c.id == digest).values(noticed=True))
