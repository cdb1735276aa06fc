"""Chats and what they decided."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, func, literal, select, update

from bot.models import Access, AutoSummary, Chat, ChatKind, ChatSettings, Delivery, Quiet, TextFrom
from bot.storage.database import Transaction, insert
from bot.storage.tables import Instant, chats, digests, managers, schedules

# A digest that has ended goes nowhere any more.
_ENDED = ("sent", "empty", "failed")


def _chat(row: Row[Any]) -> Chat:
    settings = ChatSettings(
        timezone=row.timezone,
        sentences=row.sentences,
        quiet=quiet_of(row.quiet),
        paused_until=row.paused_until,
        language=row.language,
        delivery=Delivery(row.delivery),
        interval=row.interval,
        silent=row.silent,
        preview=row.preview,
        source=TextFrom(row.source),
        thread=row.thread,
        access=Access(row.access),
        autosummary=AutoSummary(row.autosummary),
    )
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


async def remember(
    tx: Transaction, chat: int, kind: ChatKind, title: str, language: str | None = None
) -> Chat:
    """The chat, which spoke just now: made, renamed or woken as needed. A new one speaks `language`."""
    new = {"kind": kind.value, "title": title, "active": True, "gone_at": None}
    statement = insert(chats).values(id=chat, sentences=ChatSettings().sentences, language=language, **new)
    row = (
        await tx.execute(
            statement.on_conflict_do_update(index_elements=[chats.c.id], set_=new).returning(chats)
        )
    ).one()
    return _chat(row)


async def change(tx: Transaction, chat: int, **values: Any) -> None:  # noqa: ANN401 - columns of `chats`
    """Set columns of a chat."""
    await tx.execute(update(chats).where(chats.c.id == chat).values(**values))


async def lose(tx: Transaction, chat: int, now: datetime) -> None:
    """The bot can't write to a chat any more; what it has is kept, for a while, from the first time that was so."""
    since = func.coalesce(chats.c.gone_at, literal(now, Instant()))
    await tx.execute(update(chats).where(chats.c.id == chat).values(active=False, gone_at=since))


async def leave_topic(tx: Transaction, chat: int, thread: int) -> bool:
    """Nothing of a chat goes to a topic any more that is closed or gone; whether anything would have."""
    left = 0
    for table, more in (
        (schedules, schedules.c.chat == chat),
        (digests, (digests.c.chat == chat) & digests.c.state.not_in(_ENDED)),
        (chats, chats.c.id == chat),
    ):
        mine = update(table).where(more, table.c.thread == thread)
        left += (await tx.execute(mine.values(thread=None))).rowcount
    return left > 0


async def managed_by(tx: Transaction, chat: int, person: int) -> None:
    """Note that somebody manages a chat from a private one."""
    await tx.execute(insert(managers).values(chat=chat, person=person).on_conflict_do_nothing())


async def of_manager(tx: Transaction, person: int) -> Sequence[Chat]:
    """The groups and channels that somebody may manage, by name; whether they still may is Telegram's to say."""
    query = select(chats).join(managers, managers.c.chat == chats.c.id).where(managers.c.person == person)
    rows = await tx.execute(query.where(chats.c.active).order_by(func.lower(chats.c.title), chats.c.id))
    return [_chat(row) for row in rows]
