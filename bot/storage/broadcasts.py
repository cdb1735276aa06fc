"""A message to many chats: one row for each among the digests, under the number of the draft that it was made from."""

from collections import Counter
from datetime import datetime

from sqlalchemy import ColumnElement, func, literal, select, update

from bot.models import ChatKind, Digest, DigestKind, DigestState
from bot.storage import digests as rows
from bot.storage.database import Transaction, insert
from bot.storage.tables import Instant, chats, digests

# The keys of rows that go out begin so; a draft's is the message that it was written in.
_TO = "to:"
_UNDER_WAY = (DigestState.READY, DigestState.SENDING)


async def draft(tx: Transaction, chat: int, key: str, part: str, now: datetime) -> int:
    """Keep a message that an operator may send; returns its number. It delivers nothing until it is sent."""
    number = await rows.answered(tx, chat, DigestKind.BROADCAST, key, now)
    await rows.keep_parts(tx, number, [part])
    return number


async def audience(tx: Transaction, *, everyone: bool) -> int:
    """How many chats a message would go to: private ones, or all."""
    query = select(func.count()).select_from(chats).where(_listening(everyone=everyone))
    return (await tx.execute(query)).scalar_one()


async def send(tx: Transaction, number: int, now: datetime, *, everyone: bool) -> int | None:
    """Make a draft's rows, once; returns how many. None where it was sent or given up before.

    The draft itself becomes the report, which is due until all are done.
    """
    if not await rows.move(tx, number, DigestState.SENT, DigestState.DUE, due_at=now):
        return None
    parts = select(digests.c.parts).where(digests.c.id == number).scalar_subquery()
    values: dict[str, ColumnElement[object]] = {
        "chat": chats.c.id,
        "kind": literal(DigestKind.BROADCAST.value),
        "key": literal(_key(number)),
        "state": literal(DigestState.READY.value),
        "due_at": literal(now, Instant()),
        "parts": parts,
        "sent_parts": literal(0),
        "noticed": literal(value=False),
        "thread": chats.c.thread,
    }
    query = select(*values.values()).where(_listening(everyone=everyone))
    made = insert(digests).from_select(list(values), query).on_conflict_do_nothing()
    return (await tx.execute(made)).rowcount


async def give_up(tx: Transaction, number: int) -> bool:
    """Whether the draft was still there to be given up."""
    return await rows.move(tx, number, DigestState.SENT, DigestState.EMPTY)


async def draft_of(tx: Transaction, chat: int, number: int) -> Digest | None:
    """The draft of this number, where it was written in this chat."""
    found = await rows.get(tx, number)
    if found is None or found.chat != chat or found.kind is not DigestKind.BROADCAST:
        return None
    return None if found.key.startswith(_TO) else found


async def is_under_way(tx: Transaction, number: int) -> bool:
    """Whether there are chats that can be written to and have not got it yet."""
    query = select(digests.c.id).join(chats, chats.c.id == digests.c.chat).where(chats.c.active)
    return await tx.scalar(query.where(_of(number), digests.c.state.in_(_UNDER_WAY)).limit(1)) is not None


async def outcomes(tx: Transaction, number: int) -> Counter[DigestState]:
    """How many ended how. Who can't be written to any more never gets it: what is news today is none in a month."""
    gone = update(digests).where(_of(number), digests.c.state.in_(_UNDER_WAY))
    await tx.execute(gone.values(state=DigestState.FAILED))
    query = select(digests.c.state, func.count()).where(_of(number)).group_by(digests.c.state)
    return Counter({DigestState(state): count for state, count in await tx.execute(query)})


def _of(number: int) -> ColumnElement[bool]:
    return (digests.c.kind == DigestKind.BROADCAST) & (digests.c.key == _key(number))


def _key(number: int) -> str:
    return f"{_TO}{number}"


def _listening(*, everyone: bool) -> ColumnElement[bool]:
    active: ColumnElement[bool] = chats.c.active.is_(True)
    return active if everyone else active & (chats.c.kind == ChatKind.PRIVATE)
