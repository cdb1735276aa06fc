"""Chats and what they decided."""

from datetime import time
from typing import Any

from sqlalchemy import Row, select, update

from bot.models import Chat, ChatKind, ChatSettings, Quiet
from bot.storage.database import Transaction, insert
from bot.storage.tables import chats


def _chat(row: Row[Any]) -> Chat:
    settings = ChatSettings(row.timezone, row.sentences, quiet_of(row.quiet), row.paused_until)
    return Chat(row.id, ChatKind(row.kind), row.title, row.active, settings)


def quiet_of(text: str | None) -> Quiet | None:
    """Quiet hours as the column `quiet` holds them."""
    if text is None:
        return None
    start, _, end = text.partition("-")
    return Quiet(time.fromisoformat(start), time.fromisoformat(end))


async def get(tx: Transaction, chat: int) -> Chat | None:
    """The chat, if the bot knows it."""
    row = (await tx.execute(select(chats).where(chats.c.id == chat))).one_or_none()
    return _chat(row) if row else None


async def remember(tx: Transaction, chat: int, kind: ChatKind, title: str) -> Chat:
    """The chat, which spoke just now: made, renamed or woken as needed."""
    new = {"kind": kind.value, "title": title, "active": True}
    statement = insert(chats).values(id=chat, sentences=ChatSettings().sentences, **new)
    row = (
        await tx.execute(
            statement.on_conflict_do_update(index_elements=[chats.c.id], set_=new).returning(chats)
        )
    ).one()
    return _chat(row)


async def change(tx: Transaction, chat: int, **values: Any) -> None:  # noqa: ANN401 - columns of `chats`
    """Set columns of a chat."""
    await tx.execute(update(chats).where(chats.c.id == chat).values(**values))
