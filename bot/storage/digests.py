"""Digests on their way. A state changes only where it still is what the caller believes it to be."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, exists, select, update

from bot.models import Digest, DigestKind, DigestState
from bot.storage.database import Transaction, insert
from bot.storage.tables import OPEN_DIGEST, chats, digest_items, digests

_PAUSED = (DigestKind.SCHEDULED, DigestKind.INSTANT)


def digest_of(row: Row[Any]) -> Digest:
    """A digest from its row."""
    return Digest(
        id=row.id,
        chat=row.chat,
        kind=DigestKind(row.kind),
        key=row.key,
        schedule=row.schedule,
        state=DigestState(row.state),
        due_at=row.due_at,
        thread=row.thread,
        parts=tuple(json.loads(row.parts)),
        sent_parts=row.sent_parts,
    )


@dataclass(frozen=True, slots=True)
class Planned:
    """A digest of a schedule that is to be made."""

    chat: int
    key: str
    due_at: datetime
    schedule: int
    thread: int | None


async def plan(
    tx: Transaction,
    chat: int,
    kind: DigestKind,
    key: str,
    due_at: datetime,
    **values: Any,  # noqa: ANN401 - columns of `digests`
) -> bool:
    """Whether the digest is new: there is one per chat, kind and key."""
    made = insert(digests).values(
        chat=chat,
        kind=kind,
        key=key,
        due_at=due_at,
        **{"state": DigestState.DUE, "parts": "[]", "sent_parts": 0, "noticed": False} | values,
    )
    return (await tx.execute(made.on_conflict_do_nothing())).rowcount == 1


async def plan_all(tx: Transaction, planned: Sequence[Planned]) -> None:
    """The same for many at once, of schedules; what is planned already stays as it is."""
    plain = {"kind": DigestKind.SCHEDULED, "state": DigestState.DUE, "parts": "[]", "sent_parts": 0}
    rows = [plain | asdict(each) | {"noticed": False} for each in planned]
    if rows:
        await tx.execute(insert(digests).on_conflict_do_nothing(), rows)


async def get(tx: Transaction, digest: int) -> Digest | None:
    """The digest, if there is one."""
    row = (await tx.execute(select(digests).where(digests.c.id == digest))).one_or_none()
    return digest_of(row) if row else None


async def move(tx: Transaction, digest: int, old: DigestState, new: DigestState, **values: Any) -> bool:  # noqa: ANN401 - columns of `digests`
    """Whether the digest was in the old state and is now in the new one. A new doubt is asked about anew."""
    here = (digests.c.id == digest) & (digests.c.state == old)
    plain = {"lease": None} | ({"noticed": False} if new is DigestState.UNKNOWN else {})
    statement = update(digests).where(here).values(state=new, **plain | values)
    return (await tx.execute(statement)).rowcount == 1


async def begin_part(tx: Transaction, digest: int, part: int, until: datetime) -> bool:
    """Whether this part is the next of a ready digest, and the caller's alone to send."""
    here = (digests.c.id == digest) & (digests.c.state == DigestState.READY) & (digests.c.sent_parts == part)
    statement = update(digests).where(here).values(state=DigestState.SENDING, lease=until)
    return (await tx.execute(statement)).rowcount == 1


async def claim(tx: Transaction, digest: int, until: datetime) -> Digest | None:
    """The digest, to be built by the caller alone; None where it is not due, or another of its chat is being built."""
    other = digests.alias()
    mine = select(digests.c.chat).where(digests.c.id == digest).scalar_subquery()
    built = exists().where(other.c.chat == mine, other.c.state == DigestState.BUILDING)
    statement = (
        update(digests)
        .where(digests.c.id == digest, digests.c.state == DigestState.DUE, ~built)
        .values(state=DigestState.BUILDING, lease=until, tries=digests.c.tries + 1)
        .returning(digests)
    )
    row = (await tx.execute(statement)).one_or_none()
    return digest_of(row) if row else None


async def before(tx: Transaction, digest: Digest) -> datetime | None:
    """When the digest before this one of its schedule was due, if there was one."""
    if digest.schedule is None:
        return None
    mine = (digests.c.chat == digest.chat) & (digests.c.schedule == digest.schedule)
    earlier = mine & (digests.c.id < digest.id)
    found: datetime | None = await tx.scalar(
        select(digests.c.due_at).where(earlier).order_by(digests.c.id.desc()).limit(1)
    )
    return found


async def is_open(tx: Transaction, chat: int, kind: DigestKind, prefix: str) -> bool:
    """Whether a chat has a digest of a kind, with a key that begins so, that is not yet on its way."""
    waiting = (DigestState.DUE, DigestState.BUILDING)
    query = select(digests.c.id).where(
        digests.c.chat == chat, digests.c.kind == kind, digests.c.state.in_(waiting)
    )
    return await tx.scalar(query.where(digests.c.key.startswith(prefix, autoescape=True))) is not None


async def give_up(tx: Transaction, tries: int) -> Sequence[int]:
    """Digests that were begun so often that their building must be what ends the process; they fail."""
    stuck = (digests.c.state == DigestState.DUE) & (digests.c.tries >= tries)
    failed = (
        update(digests).where(OPEN_DIGEST, stuck).values(state=DigestState.FAILED).returning(digests.c.id)
    )
    return [row.id for row in await tx.execute(failed)]


async def recover(tx: Transaction, now: datetime | None, spare: Iterable[int] = ()) -> None:
    """What was being built is built again, what was being sent is unknown: where its lease is over.

    Without `now` no lease counts: at the start of the only process nobody else is alive. `spare` are digests that this
    process is at work on, whatever the clock says.
    """
    over: ColumnElement[bool] = digests.c.id.not_in(list(spare))
    if now is not None:
        over &= digests.c.lease.is_(None) | (digests.c.lease < now)
    for old, new in ((DigestState.BUILDING, DigestState.DUE), (DigestState.SENDING, DigestState.UNKNOWN)):
        left = update(digests).where(OPEN_DIGEST, digests.c.state == old, over)
        await tx.execute(left.values(state=new, lease=None, noticed=False))


async def open_ones(tx: Transaction, now: datetime, limit: int = 500) -> Sequence[Digest]:
    """Digests with something left to do, of chats that the bot may write to, the oldest first.

    What a paused chat did not ask for waits, and what operators write to all comes behind the rest: ten thousand such
    messages take minutes.
    """
    doing = (DigestState.BUILDING, DigestState.SENDING)
    query = (
        select(digests)
        .join(chats, chats.c.id == digests.c.chat)
        .where(OPEN_DIGEST, chats.c.active, digests.c.state.not_in(doing))
        .where((digests.c.state != DigestState.UNKNOWN) | ~digests.c.noticed)
        .where((digests.c.state != DigestState.DUE) | (digests.c.due_at <= now))
        .where(
            digests.c.kind.not_in(_PAUSED) | chats.c.paused_until.is_(None) | (chats.c.paused_until <= now)
        )
        .order_by(digests.c.kind == DigestKind.BROADCAST, digests.c.due_at, digests.c.id)
        .limit(limit)
    )
    return [digest_of(row) for row in await tx.execute(query)]


async def built(
    tx: Transaction,
    digest: Digest,
    parts: Iterable[str],
    *,
    shown: Iterable[int] = (),
    passed: Iterable[int] = (),
) -> bool:
    """Keep the ready messages and what is in them; whether the digest was still being built.

    Args:
        tx: the transaction.
        digest: which is being built.
        parts: messages; without any the digest was empty.
        shown: the articles that it brings.
        passed: articles that it was decided not to bring; they are new no more.
    """
    dumped = list(parts)
    state = DigestState.READY if dumped else DigestState.EMPTY
    values = {"parts": json.dumps(dumped, ensure_ascii=False)}
    if not await move(tx, digest.id, DigestState.BUILDING, state, **values):
        return False
    both = [*((article, True) for article in shown), *((article, False) for article in passed)]
    if both:
        rows = [
            {"chat": digest.chat, "digest": digest.id, "article": each, "shown": was} for each, was in both
        ]
        await tx.execute(insert(digest_items).on_conflict_do_nothing(), rows)
    return True


async def answered(tx: Transaction, chat: int, kind: DigestKind, key: str, now: datetime) -> int:
    """The number of a digest that is an answer, in the place of one of the same key; it delivers nothing."""
    mine = (digests.c.chat == chat) & (digests.c.kind == kind) & (digests.c.key == key)
    await tx.execute(delete(digests).where(mine))
    await plan(tx, chat, kind, key, now, state=DigestState.SENT)
    number: int = (await tx.execute(select(digests.c.id).where(mine))).scalar_one()
    return number


async def keep_parts(tx: Transaction, digest: int, parts: Iterable[str]) -> None:
    """Keep the messages of a digest that is an answer."""
    dumped = json.dumps(list(parts), ensure_ascii=False)
    await tx.execute(update(digests).where(digests.c.id == digest).values(parts=dumped))


async def noticed(tx: Transaction, digest: int) -> None:
    """The chat was told that the digest may not have arrived."""
    await tx.execute(update(digests).where(digests.c.id == digest).values(noticed=True))
