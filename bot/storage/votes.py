"""What people think of stories."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select

from bot.models import Vote
from bot.storage.database import Transaction, insert
from bot.storage.tables import votes


async def give(
    tx: Transaction, chat: int, person: int, article: int, given: Vote | None, now: datetime
) -> None:
    """Keep what somebody thinks of a story, in the place of what they thought before; None takes it back."""
    mine = (votes.c.chat == chat) & (votes.c.person == person) & (votes.c.article == article)
    await tx.execute(delete(votes).where(mine))
    if given:
        signs = json.dumps(given.signs, ensure_ascii=False)
        row = {"chat": chat, "person": person, "article": article, "value": given.value, "signs": signs}
        await tx.execute(insert(votes).values(**row, at=now))


async def of_chat(tx: Transaction, chat: int) -> Sequence[Vote]:
    """All votes of a chat."""
    rows = await tx.execute(select(votes.c.value, votes.c.signs).where(votes.c.chat == chat))
    return [Vote(row.value, tuple(json.loads(row.signs))) for row in rows]


async def given_by(tx: Transaction, chat: int, person: int, article: int) -> int | None:
    """What somebody thinks of a story: 1, -1, or None."""
    mine = (votes.c.chat == chat) & (votes.c.person == person) & (votes.c.article == article)
    given: int | None = await tx.scalar(select(votes.c.value).where(mine))
    return given


async def forget(tx: Transaction, chat: int) -> int:
    """How many votes there were to forget."""
    return (await tx.execute(delete(votes).where(votes.c.chat == chat))).rowcount
