"""Small facts that outlive the process, by name: what was published, so that it is not published anew at each start."""

from collections.abc import Mapping

from sqlalchemy import delete, select

from bot.storage.database import Transaction, insert
from bot.storage.tables import facts


async def under(tx: Transaction, prefix: str) -> Mapping[str, str]:
    """All facts whose name begins so."""
    query = select(facts).where(facts.c.name.startswith(prefix, autoescape=True))
    return {row.name: row.value for row in await tx.execute(query)}


async def put(tx: Transaction, name: str, value: str) -> None:
    """Keep a fact, in the place of what it was before."""
    row = insert(facts).values(name=name, value=value)
    await tx.execute(row.on_conflict_do_update(index_elements=[facts.c.name], set_={"value": value}))


async def drop(tx: Transaction, name: str) -> None:
    """Forget a fact."""
    await tx.execute(delete(facts).where(facts.c.name == name))
