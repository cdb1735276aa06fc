"""Lists of feeds that chats share by a link: one link a chat, and what it shares is what the chat follows by then."""

from datetime import datetime

from sqlalchemy import delete, select

from bot.storage.database import Transaction, insert
from bot.storage.tables import shares


async def share(tx: Transaction, chat: int, code: str, now: datetime) -> str:
    """The code of a chat's list: the one it has, else this one."""
    made = insert(shares).values(code=code, chat=chat, at=now).on_conflict_do_nothing()
    await tx.execute(made)
    kept: str = (await tx.execute(select(shares.c.code).where(shares.c.chat == chat))).scalar_one()
    return kept


async def chat_of(tx: Transaction, code: str) -> int | None:
    """The chat whose list a code shares; None where nobody shares one by it."""
    found: int | None = await tx.scalar(select(shares.c.chat).where(shares.c.code == code))
    return found


async def stop(tx: Transaction, chat: int) -> bool:
    """Whether the chat shared its list; it does no more."""
    return (await tx.execute(delete(shares).where(shares.c.chat == chat))).rowcount == 1
