"""What a chat still waits for."""

from sqlalchemy import func, select

from bot.models import DigestState
from bot.storage.database import Transaction
from bot.storage.tables import digests

_OPEN = (DigestState.DUE, DigestState.BUILDING, DigestState.READY, DigestState.SENDING)


async def of_chat(tx: Transaction, chat: int) -> int:
    """How many digests of a chat are on their way."""
    query = (
        select(func.count()).select_from(digests).where(digests.c.chat == chat, digests.c.state.in_(_OPEN))
    )
    number: int = (await tx.execute(query)).scalar_one()
    return number
