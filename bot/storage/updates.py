"""Updates that were received and not yet answered, and the signs of life that `nutgraf doctor` reads."""

import json
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select, update

from bot.storage.database import Transaction, insert
from bot.storage.tables import beats, updates


class UpdateState(StrEnum):
    """How far the answer to an update came."""

    NEW = "new"
    ANSWERING = "answering"  # the answer is on its way: a crash here leaves it unknown whether it arrived
    ASKED = "asked"  # the person was asked whether to answer again
    MISSED = "missed"  # it came too late to be carried out, and its chat is to be told
    DONE = "done"  # only its number is kept, so that it is known if it comes once more


async def receive(
    tx: Transaction,
    number: int,
    body: dict[str, Any],
    now: datetime,
    state: UpdateState = UpdateState.NEW,
) -> bool:
    """Whether the update was not known before."""
    kept = "" if state is UpdateState.DONE else json.dumps(body)
    values = {"body": kept, "tries": 0, "state": state, "received_at": now}
    return (
        await tx.execute(insert(updates).values(id=number, **values).on_conflict_do_nothing())
    ).rowcount == 1


async def move(tx: Transaction, number: int, old: UpdateState, new: UpdateState) -> bool:
    """Whether the update was in the old state and is now in the new one."""
    statement = update(updates).where(updates.c.id == number, updates.c.state == old).values(state=new)
    return (await tx.execute(statement)).rowcount == 1


async def done(tx: Transaction, number: int) -> None:
    """Forget what an update said whose answer went out; one that the person was asked about stays."""
    statement = update(updates).where(updates.c.id == number, updates.c.state != UpdateState.ASKED)
    await tx.execute(statement.values(state=UpdateState.DONE, body=""))


async def left(tx: Transaction, state: UpdateState, most: int) -> Sequence[dict[str, Any]]:
    """What an earlier process left in a state, each try counted; those tried too often are given up."""
    given_up = update(updates).where(updates.c.state == state, updates.c.tries >= most)
    await tx.execute(given_up.values(state=UpdateState.DONE, body=""))
    await tx.execute(update(updates).where(updates.c.state == state).values(tries=updates.c.tries + 1))
    return await all_in(tx, state)


async def all_in(tx: Transaction, state: UpdateState) -> Sequence[dict[str, Any]]:
    """All updates in a state, oldest first."""
    query = select(updates.c.body).where(updates.c.state == state).order_by(updates.c.id)
    return [json.loads(body) for body in (await tx.execute(query)).scalars()]


async def body(tx: Transaction, number: int) -> dict[str, Any] | None:
    """The update as it was received, if it is kept."""
    found = await tx.scalar(select(updates.c.body).where(updates.c.id == number))
    return json.loads(found) if found else None


async def purge(tx: Transaction, before: datetime) -> None:
    """Forget what came before a moment, and what nobody asked for again."""
    await tx.execute(delete(updates).where(updates.c.received_at < before))


async def beat(tx: Transaction, name: str, now: datetime) -> None:
    """Note that something that must happen again and again has just happened."""
    row = insert(beats).values(name=name, at=now)
    await tx.execute(row.on_conflict_do_update(index_elements=[beats.c.name], set_={"at": now}))


async def no_beat(tx: Transaction, name: str, until: datetime) -> None:
    """Forget that something happened, unless it happened again since a moment."""
    await tx.execute(delete(beats).where(beats.c.name == name, beats.c.at <= until))


async def last_beats(tx: Transaction) -> dict[str, datetime]:
    """When each of them happened last."""
    return {row.name: row.at for row in await tx.execute(select(beats))}
