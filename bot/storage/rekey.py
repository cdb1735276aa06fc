"""A chat that gets another number: a group that became a supergroup."""

from sqlalchemy import (
    ColumnElement,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    delete,
    exists,
    false,
    or_,
    select,
    update,
)

from bot.access import Standing
from bot.storage.database import Transaction, insert
from bot.storage.tables import chats, metadata, people


def _of_chats() -> list[Table]:
    """Every table with rows of chats."""
    return [table for table in metadata.sorted_tables if _points_at_chats(table)]


def _points_at_chats(table: Table) -> bool:
    return "chat" in table.c and any(key.column.table is chats for key in table.c.chat.foreign_keys)


async def rekey(tx: Transaction, old: int, new: int) -> bool:
    """Give all that belongs to a chat to its new number; whether there was anything. Twice changes nothing.

    Both of Telegram's signals and a refused message may come, in any order, and the new chat may have rows by then: what
    it decided itself stays, and so does what stands there under the same key; the rest moves.
    """
    if old == new:
        return False
    await _move_standing(tx, old, new)
    row = (await tx.execute(select(chats).where(chats.c.id == old))).one_or_none()
    if row is None:
        return False
    values = row._asdict() | {"id": new, "kind": "supergroup", "active": True, "gone_at": None}
    is_known = await tx.scalar(select(chats.c.id).where(chats.c.id == new)) is not None
    if is_known and not await _is_fresh(tx, new):
        values = {}
    if is_known and values:
        await tx.execute(update(chats).where(chats.c.id == new).values(**values))
    elif values:
        await tx.execute(insert(chats).values(**values))
    for table in _of_chats():
        await tx.execute(delete(table).where(table.c.chat == old, _stands_there(table, new)))
        await tx.execute(update(table).where(table.c.chat == old).values(chat=new))
    await tx.execute(delete(chats).where(chats.c.id == old))
    return True


async def _move_standing(tx: Transaction, old: int, new: int) -> None:
    """A chat that was let in stays so under its new number, and one that was shut out does so whatever came since."""
    other = people.alias()
    is_banned = exists().where(other.c.id == old, other.c.status == Standing.BANNED)
    await tx.execute(delete(people).where(people.c.id == new, is_banned))
    is_known = exists().where(other.c.id == new)
    await tx.execute(update(people).where(people.c.id == old, ~is_known).values(id=new))


def _stands_there(table: Table, new: int) -> ColumnElement[bool]:
    """Whether the new chat has a row of the same key; two of them can't be."""
    other = table.alias()
    keys = [rule for rule in table.constraints if isinstance(rule, PrimaryKeyConstraint | UniqueConstraint)]
    same = [
        exists().where(
            other.c.chat == new, *(other.c[each.name] == each for each in key.columns if each.name != "chat")
        )
        for key in keys
        if "chat" in key.columns
    ]
    return or_(false(), *same)


async def _is_fresh(tx: Transaction, chat: int) -> bool:
    """Whether a chat has neither feeds nor schedules yet: it was made by the very signal that it has moved."""
    for table in _of_chats():
        if table.name in {"subscriptions", "schedules"}:
            found = await tx.scalar(select(table.c.chat).where(table.c.chat == chat).limit(1))
            if found is not None:
                return False
    return True
