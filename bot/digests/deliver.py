"""From a ready digest to the chat: once.

Take the pace's turn, commit the intent, call, commit what came of it. A crash between intent and answer leaves
`unknown`, which is never sent again unasked: the chat gets one line with a key that shows the digest.
"""

from datetime import timedelta

import structlog

from bot.digests.build import zone_of
from bot.messages import digest as look
from bot.messages.rich import Message
from bot.models import Digest, DigestState
from bot.resources import Resources
from bot.sending import NotSent, Refused, Sender, Unknown
from bot.storage import chats, digests

log = structlog.get_logger(__name__)


async def send(resources: Resources, sender: Sender, digest: Digest) -> None:
    """Send a ready digest, part by part, from where it stands."""
    for number in range(digest.sent_parts, len(digest.parts)):
        await sender.turn(digest.chat)
        async with resources.database.begin() as tx:
            if not await digests.move(tx, digest.id, DigestState.READY, DigestState.SENDING):
                return
        if not await _send_part(resources, sender, digest, number):
            return


async def _send_part(resources: Resources, sender: Sender, digest: Digest, number: int) -> bool:
    """Whether the part arrived, so that the next may follow."""
    last = number + 1 == len(digest.parts)
    try:
        await sender.send(digest.chat, Message.load(digest.parts[number]))
    except NotSent as error:
        again = resources.now() + timedelta(seconds=error.seconds)
        await _became(resources, digest, DigestState.READY, retry_at=again)
        return False
    except Refused as error:
        await _refused(resources, digest, error)
        return False
    except Unknown:
        log.warning("it is not known whether a digest arrived", digest=digest.id, part=number)
        await _became(resources, digest, DigestState.UNKNOWN)
        return False
    await _became(resources, digest, DigestState.SENT if last else DigestState.READY, sent_parts=number + 1)
    return True


async def _became(resources: Resources, digest: Digest, state: DigestState, **values: object) -> None:
    async with resources.database.begin() as tx:
        await digests.move(tx, digest.id, DigestState.SENDING, state, **values)


async def _refused(resources: Resources, digest: Digest, error: Refused) -> None:
    """A chat that is gone keeps all it has: its digest waits until it is back."""
    log.warning("a digest was refused", digest=digest.id, reason=str(error))
    async with resources.database.begin() as tx:
        state = DigestState.READY if error.gone else DigestState.FAILED
        await digests.move(tx, digest.id, DigestState.SENDING, state)
        if error.gone:
            await chats.change(tx, digest.chat, active=False)


async def notice(resources: Resources, sender: Sender, digest: Digest) -> None:
    """Tell the chat that a digest may not have arrived. Told twice is no harm."""
    async with resources.database.reading() as tx:
        chat = await chats.get(tx, digest.chat)
    assert chat is not None
    zone = zone_of(resources, chat)
    await sender.turn(digest.chat)
    try:
        await sender.send(digest.chat, look.notice(digest.id, digest.due_at, zone))
    except (NotSent, Unknown) as error:
        again = resources.now() + timedelta(seconds=error.seconds if isinstance(error, NotSent) else 5)
        async with resources.database.begin() as tx:
            await digests.move(tx, digest.id, DigestState.UNKNOWN, DigestState.UNKNOWN, retry_at=again)
        return
    except Refused as error:
        async with resources.database.begin() as tx:
            await chats.change(tx, digest.chat, active=not error.gone)
            await digests.noticed(tx, digest.id)
        return
    async with resources.database.begin() as tx:
        await digests.noticed(tx, digest.id)
