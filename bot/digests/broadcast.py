"""A message of an operator to many chats, on the way of the digests: what a crash leaves goes on, and nobody gets it twice."""

from datetime import timedelta

from bot.messages import operators as look
from bot.models import Digest, DigestState
from bot.resources import Resources
from bot.storage import broadcasts, chats, digests

# The report is looked for so often.
_AGAIN = timedelta(seconds=3)


async def report(resources: Resources, digest: Digest) -> bool:
    """Put the report together once all are done; whether it is ready. Else it is due again soon."""
    async with resources.database.begin() as tx:
        if await broadcasts.is_under_way(tx, digest.id):
            later = resources.now() + _AGAIN
            await digests.move(tx, digest.id, DigestState.BUILDING, DigestState.DUE, due_at=later, tries=0)
            return False
        chat = await chats.get(tx, digest.chat)
        assert chat is not None
        told = look.report(resources.translator(chat), await broadcasts.outcomes(tx, digest.id))
        return await digests.built(tx, digest, [told.dump()])
