"""From a ready digest to the chat: once.

Take the pace's turn, commit the intent, call, commit what came of it. A crash between intent and answer leaves
`unknown`, which is never sent again unasked: the chat gets one line with a key that shows the digest. A chat that has
another number takes its digests along, and one whose topic is closed or gone gets them without it.
"""

from dataclasses import dataclass
from datetime import timedelta

import structlog

from bot.digests.build import feed_of, is_silent, topic_of, zone_of
from bot.messages import digest as look
from bot.messages import groups, operators
from bot.messages.rich import Message
from bot.models import Chat, Digest, DigestKind, DigestState
from bot.resources import Resources
from bot.sending import Moved, NoTopic, NotSent, Refused, Sender, Unknown
from bot.storage import chats, digests, feeds
from bot.storage.rekey import rekey

log = structlog.get_logger(__name__)

# A call ends in a minute at the latest; what is still being sent after this was left by a process that is gone.
_LEASE = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class _Parcel:
    """A digest and how it goes to its chat."""

    digest: Digest
    silent: bool
    thread: int | None


async def send(resources: Resources, sender: Sender, number: int) -> None:
    """Send a ready digest, part by part, from where it stands."""
    parcel = await _parcel(resources, number)
    if parcel is None:
        return
    digest = parcel.digest
    for part in range(digest.sent_parts, len(digest.parts)):
        async with sender.turn(digest.chat, patient=True):
            async with resources.database.begin() as tx:
                if not await digests.begin_part(tx, number, part, resources.now() + _LEASE):
                    return
            if not await _send_part(resources, sender, parcel, part):
                return


async def _parcel(resources: Resources, number: int) -> _Parcel | None:
    async with resources.database.reading() as tx:
        digest = await digests.get(tx, number)
        if digest is None or digest.state is not DigestState.READY:
            return None
        chat = await chats.get(tx, digest.chat)
        assert chat is not None
        one = await feeds.one(tx, chat.id, feed_of(digest))
    return _Parcel(digest, is_silent(chat, one), topic_of(chat, digest))


async def _send_part(resources: Resources, sender: Sender, parcel: _Parcel, number: int) -> bool:
    """Whether the part arrived, so that the next may follow."""
    digest = parcel.digest
    last = number + 1 == len(digest.parts)
    try:
        part = Message.load(digest.parts[number])
        await sender.send(digest.chat, part, thread=parcel.thread, silent=parcel.silent)
    except NotSent:
        await _became(
            resources, digest, DigestState.READY
        )  # found again by the next sweep, when the pace has rested
    except Moved as error:
        await _moved(resources, digest, error.new)
    except NoTopic as error:
        await _without_topic(resources, parcel, error)
    except Refused as error:
        await _refused(resources, digest, error)
    except Unknown:
        log.warning("it is not known whether a digest arrived", digest=digest.id, part=number)
        await _became(resources, digest, DigestState.UNKNOWN)
    else:
        state = DigestState.SENT if last else DigestState.READY
        await _became(resources, digest, state, sent_parts=number + 1)
        return True
    return False


async def _became(resources: Resources, digest: Digest, state: DigestState, **values: object) -> None:
    async with resources.database.begin() as tx:
        await digests.move(tx, digest.id, DigestState.SENDING, state, **values)


async def _moved(resources: Resources, digest: Digest, new: int) -> None:
    """The group is a supergroup: the next sweep finds the digest under the new number."""
    log.info("a chat has another number", old_chat=digest.chat, new_chat=new)
    async with resources.database.begin() as tx:
        await rekey(tx, digest.chat, new)
        await digests.move(tx, digest.id, DigestState.SENDING, DigestState.READY)


async def _without_topic(resources: Resources, parcel: _Parcel, error: NoTopic) -> None:
    """The next sweep sends it to the chat itself, and behind the first such digest one line says so."""
    digest = parcel.digest
    if parcel.thread is None:  # where messages without a topic go is closed: there is no other place
        await _refused(resources, digest, Refused(str(error), gone=True))
        return
    log.info("a topic is closed or gone", chat=digest.chat, reason=str(error))
    async with resources.database.begin() as tx:
        chat = await chats.get(tx, digest.chat)
        if chat and await chats.leave_topic(tx, chat.id, parcel.thread):
            line = groups.topic_gone(resources.translator(chat))
            await digests.keep_parts(tx, digest.id, [*digest.parts, line.dump()])
        await digests.move(tx, digest.id, DigestState.SENDING, DigestState.READY)


async def _refused(resources: Resources, digest: Digest, error: Refused) -> None:
    """A chat that is gone keeps all it has: its digest waits until it is back."""
    log.warning("a digest was refused", digest=digest.id, reason=str(error))
    async with resources.database.begin() as tx:
        state = DigestState.READY if error.gone else DigestState.FAILED
        await digests.move(tx, digest.id, DigestState.SENDING, state)
        if error.gone:
            await chats.lose(tx, digest.chat, resources.now())


async def notice(resources: Resources, sender: Sender, number: int) -> None:
    """Tell the chat that a digest may not have arrived. Told twice is no harm."""
    async with resources.database.reading() as tx:
        digest = await digests.get(tx, number)
        chat = await chats.get(tx, digest.chat) if digest else None
    if digest is None or chat is None or digest.state is not DigestState.UNKNOWN:
        return
    async with sender.turn(chat.id, patient=True):
        try:
            await sender.send(chat.id, _notice_of(resources, digest, chat), thread=topic_of(chat, digest))
        except (NotSent, Unknown):
            return  # found again by the next sweep
        except (Moved, NoTopic, Refused) as error:
            await _not_noticed(resources, chat, digest, error)
            return
    async with resources.database.begin() as tx:
        await digests.noticed(tx, number)


async def _not_noticed(
    resources: Resources, chat: Chat, digest: Digest, error: Moved | NoTopic | Refused
) -> None:
    """Told elsewhere by the next sweep, or when the chat is back; or never, where the notice itself is refused."""
    thread = topic_of(chat, digest)
    async with resources.database.begin() as tx:
        match error:
            case Moved():
                await rekey(tx, chat.id, error.new)
            case NoTopic() if thread:
                await chats.leave_topic(tx, chat.id, thread)
            case Refused(gone=True):
                await chats.lose(tx, chat.id, resources.now())
            case _:
                await digests.noticed(tx, digest.id)


def _notice_of(resources: Resources, digest: Digest, chat: Chat) -> Message:
    tr = resources.translator(chat)
    if digest.kind is DigestKind.BROADCAST:
        return operators.may_not_have_arrived(tr, digest.id)
    return look.notice(tr, digest.id, digest.due_at, zone_of(resources, chat))
