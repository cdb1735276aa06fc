"""Whom an operator or an invitation let in, and whom an operator shut out; a group or channel counts like a person."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select, update

from bot.access import Standing
from bot.storage.database import Transaction, insert
from bot.storage.tables import chats, invites, people


async def standings(tx: Transaction, *numbers: int) -> Mapping[int, Standing]:
    """What is known of some people and chats; of most, nothing is."""
    rows = await tx.execute(select(people.c.id, people.c.status).where(people.c.id.in_(numbers)))
    return {row.id: Standing(row.status) for row in rows}


async def stand(tx: Transaction, number: int, standing: Standing | None, now: datetime) -> Standing | None:
    """Let somebody in, shut them out, or neither; returns what they were before.

    The chat of who is shut out rests with its schedules, and wakes when that ends, if the bot can still write to it.
    """
    before = (await standings(tx, number)).get(number)
    if standing is None:
        await tx.execute(delete(people).where(people.c.id == number))
    else:
        made = insert(people).values(id=number, status=standing, at=now)
        changed = {"status": standing.value, "at": now}
        await tx.execute(made.on_conflict_do_update(index_elements=[people.c.id], set_=changed))
    mine = update(chats).where(chats.c.id == number)
    if standing is Standing.BANNED:
        await tx.execute(mine.values(active=False))
    elif before is Standing.BANNED:
        await tx.execute(mine.values(active=chats.c.gone_at.is_(None)))
    return before


async def invite(tx: Transaction, code: str, uses: int, now: datetime) -> None:
    """Keep a code that lets in so many."""
    await tx.execute(insert(invites).values(code=code, uses=uses, at=now))


async def withdraw(tx: Transaction, code: str) -> bool:
    """Whether there was such a code; it lets nobody in any more."""
    return (await tx.execute(delete(invites).where(invites.c.code == code))).rowcount == 1


async def accept(tx: Transaction, code: str, person: int, now: datetime) -> bool:
    """Whether somebody is let in, by this code or before; who is shut out stays so, and only a new one uses it up."""
    if before := (await standings(tx, person)).get(person):
        return before is Standing.ALLOWED
    used = update(invites).where(invites.c.code == code).values(uses=invites.c.uses - 1)
    if (await tx.execute(used)).rowcount != 1:
        return False
    await tx.execute(delete(invites).where(invites.c.code == code, invites.c.uses < 1))
    await stand(tx, person, Standing.ALLOWED, now)
    return True
