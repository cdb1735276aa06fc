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

# A call ends in a minute at the latest; what is still being sent after this was left by a process that is gone.
_LEASE = timedelta(minutes=3)


async def send(resources: Resources, sender: Sender, number: int) -> None:
    """Send a ready digest, part by part, from where it stands."""
    async with resources.database.reading() as tx:
        digest = await digests.get(tx, number)
    if digest is None or digest.state is not DigestState.READY:
        return
    for part in range(digest.sent_parts, len(digest.parts)):
        async with sender.turn(digest.chat, patient=True):
            async with resources.database.begin() as tx:
                if not await digests.begin_part(tx, number, part, resources.now() + _LEASE):
                    return
            if not await _send_part(resources, sender, digest, part):
                return


async def _send_part(resources: Resources, sender: Sender, digest: Digest, number: int) -> bool:
    """Whether the part arrived, so that the next may follow."""
    last = number + 1 == len(digest.parts)
    try:
        await sender.send(digest.chat, Message.load(digest.parts[number]), thread=digest.thread)
    except NotSent:
        await _became(
            resources, digest, DigestState.READY
        )  # found again by the next sweep, when the pace has rested
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


async def notice(resources: Resources, sender: Sender, number: int) -> None:
    """Tell the chat that a digest may not have arrived. Told twice is no harm."""
    async with resources.database.reading() as tx:
        digest = await digests.get(tx, number)
        chat = await chats.get(tx, digest.chat) if digest else None
    if digest is None or chat is None or digest.state is not DigestState.UNKNOWN:
        return
    gone = False
    async with sender.turn(chat.id, patient=True):
        try:
            message = look.notice(number, digest.due_at, zone_of(resources, chat))
            await sender.send(chat.id, message, thread=digest.thread)
        except (NotSent, Unknown):
            return  # found again by the next sweep
        except Refused as error:
            gone = error.gone
    async with resources.database.begin() as tx:
        if gone:
            await chats.change(tx, chat.id, active=False)  # told when it is back
        else:
            await digests.noticed(tx, number)
