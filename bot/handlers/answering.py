"""One answer that goes out once: the intent is committed before the call, and doubt is asked about."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import structlog
import telegram
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.handlers.request import Answer
from bot.locale import Translator, translator
from bot.messages import replies
from bot.messages.rich import Message
from bot.messages.split import split
from bot.models import ChatKind
from bot.resources import Resources
from bot.sending import Moved, NoTopic, NotSent, Refused, Sender, SendError, Unknown
from bot.storage import chats, updates
from bot.storage.rekey import rekey
from bot.storage.updates import UpdateState

log = structlog.get_logger(__name__)

# Telegram shows "typing…" for five seconds.
_TYPING_SECONDS = 4.5
# What takes longer gets a line that the answer replaces.
_LINE_SECONDS = 3.0


@dataclass(slots=True)
class Line:
    """The line that stands where an answer will be; `message` is its number once it was sent."""

    message: int | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a part goes: to which chat and topic, behind which message, about which chat, and whether it opens the answer.

    `line` is the message that it replaces.
    """

    chat: int
    thread: int | None = None
    reply_to: int | None = None
    about: int | None = None
    first: bool = False
    line: int | None = None

    @classmethod
    def of(cls, asked: telegram.Message, about: int | None) -> "_Place":
        """Where the first part of an answer to a message goes."""
        return cls(asked.chat_id, thread_of(asked), _replied(asked), about, first=True)

    def instead(self, error: "Moved | NoTopic") -> "_Place | None":
        """Where it goes as that place is none; None where there is no other."""
        if isinstance(error, Moved):
            about = error.new if self.about == self.chat else self.about
            return _Place(error.new, about=about, first=self.first)
        if self.thread is None and self.reply_to is None:
            return None
        return replace(self, thread=None, reply_to=None, line=None)


def thread_of(message: telegram.Message) -> int | None:
    """The forum topic that a message stands in."""
    return message.message_thread_id if message.is_topic_message else None


def _replied(asked: telegram.Message) -> int | None:
    """The message that an answer hangs on where several people write."""
    return None if asked.chat.type == ChatKind.PRIVATE else asked.message_id


class Answering:
    """Sends what handlers return."""

    def __init__(self, resources: Resources, sender: Sender) -> None:
        self._resources = resources
        self._sender = sender

    async def reply(
        self, update: telegram.Update, result: Answer, about: int | None = None, *, line: int | None = None
    ) -> None:
        """Send an answer, its first part in the place of the line. Its keys act on the chat `about`."""
        message = update.effective_message
        assert message is not None
        whole = (result.refusal,) if result.refusal else result.messages
        parts = [part for each in whole for part in _parts(each)]
        if line and (not parts or parts[0].file):
            await self._remove(message.chat_id, line)
            line = None
        place: _Place | None = replace(_Place.of(message, about), line=line)
        for part in parts:
            place = place and await self._send(update.update_id, part, place)

    async def _send(self, number: int, part: Message, place: _Place) -> _Place | None:
        """Where the next part goes; None where this one did not arrive."""
        while True:
            async with self._sender.turn(place.chat):
                if place.first and not await self._move(number, UpdateState.NEW, UpdateState.ANSWERING):
                    return None
                try:
                    await self._put(part, place)
                except (NotSent, Moved, NoTopic) as error:
                    if place.first:
                        await self._move(number, UpdateState.ANSWERING, UpdateState.NEW)
                    other = await self._other(place, error)
                    if other is None:
                        return None
                    place = other
                    continue
                except Refused as error:
                    await self._refused(place.chat, error)
                    return None
                except Unknown:
                    log.warning("it is not known whether an answer arrived", update=number)
                else:
                    return replace(place, first=False, reply_to=None, line=None)
            await self.ask(number, place.chat, place.thread)
            return None

    async def _put(self, part: Message, place: _Place) -> None:
        if place.line:
            await self._sender.edit(place.chat, place.line, part, about=place.about)
            return
        await self._sender.send(
            place.chat, part, reply_to=place.reply_to, thread=place.thread, about=place.about
        )

    async def _other(self, place: _Place, error: NotSent | Moved | NoTopic) -> _Place | None:
        """Where to send instead, when a call took no effect; None where nothing can be sent at all."""
        if isinstance(error, NotSent):
            return place
        if isinstance(error, Moved):
            await self._moved(place.chat, error.new)
        other = place.instead(error)
        if other is None:
            await self._refused(place.chat, Refused(str(error), gone=True))
        return other

    async def _moved(self, old: int, new: int) -> None:
        async with self._resources.database.begin() as tx:
            await rekey(tx, old, new)

    async def ask(self, number: int, chat: int, thread: int | None) -> None:
        """Tell a chat that an answer may not have arrived, with a key to have it again."""
        async with self._resources.database.reading() as tx:
            known = await chats.get(tx, chat)
        tr = self._resources.translator(known) if known else translator(self._resources.settings.language)
        place: _Place | None = _Place(chat, thread)
        while place:
            async with self._sender.turn(place.chat):
                try:
                    await self._put(replies.may_not_have_arrived(tr, number), place)
                except (NotSent, Unknown):
                    return  # the next start asks again
                except (Moved, NoTopic) as error:
                    place = await self._other(place, error)
                    continue
                except Refused as error:
                    await self._refused(place.chat, error)
            break
        await self._move(number, UpdateState.ANSWERING, UpdateState.ASKED)

    async def tell(self, chat: int, message: Message, thread: int | None) -> None:
        """Send a notice; where it is not known whether it arrived, that is left so."""
        place: _Place | None = _Place(chat, thread)
        while place:
            async with self._sender.turn(place.chat):
                try:
                    await self._put(message, place)
                except (NotSent, Moved, NoTopic) as error:
                    place = await self._other(place, error)
                    continue
                except Refused as error:
                    await self._refused(place.chat, error)
                except Unknown:
                    log.warning("it is not known whether a notice arrived", chat=place.chat)
            return

    async def _move(self, number: int, old: UpdateState, new: UpdateState) -> bool:
        async with self._resources.database.begin() as tx:
            return await updates.move(tx, number, old, new)

    async def edit(self, chat: int, number: int, message: Message, about: int) -> None:
        """Put a message in the place of another. It may be repeated without harm, so it needs no intent."""
        body, *_ = split(message.body)
        shown = Message(body, message.buttons, preview=message.preview)
        try:
            await self._sender.edit(chat, number, shown, about=about)
        except Refused as error:
            await self._refused(chat, error)
        except Moved as error:
            await self._moved(chat, error.new)
        except (NotSent, NoTopic, Unknown) as error:
            log.info("a message was not changed", reason=str(error))

    async def _refused(self, chat: int, error: Refused) -> None:
        log.info("an answer was refused", reason=str(error))
        if error.gone:
            async with self._resources.database.begin() as tx:
                await chats.lose(tx, chat, self._resources.now())

    async def toast(self, query: telegram.CallbackQuery, text: str | None) -> None:
        """A passing notice for who pressed a key."""
        try:
            await query.answer(text)
        except TelegramError as error:  # a key pressed long ago: there is nobody waiting
            log.info("a key was not answered", reason=str(error))

    @asynccontextmanager
    async def meanwhile(self, asked: telegram.Message, tr: Translator) -> AsyncIterator[Line]:
        """Show "typing…", and after a while a line, which the answer then replaces."""
        line, done = Line(), asyncio.Event()
        typing = asyncio.create_task(self._type(asked))
        standing_in = asyncio.create_task(self._stand_in(asked, tr, line, done))
        try:
            yield line
        finally:
            typing.cancel()
            done.set()
            await standing_in

    async def _type(self, asked: telegram.Message) -> None:
        while True:
            try:
                await self._sender.bot.send_chat_action(
                    asked.chat_id, ChatAction.TYPING, message_thread_id=thread_of(asked)
                )
            except TelegramError as error:
                log.debug("typing was not shown", reason=str(error))
            await asyncio.sleep(_TYPING_SECONDS)

    async def _stand_in(
        self, asked: telegram.Message, tr: Translator, line: Line, done: asyncio.Event
    ) -> None:
        try:
            async with asyncio.timeout(_LINE_SECONDS):
                await done.wait()
        except TimeoutError:
            async with self._sender.turn(asked.chat_id):
                if not done.is_set():
                    line.message = await self._line(asked, tr)

    async def _line(self, asked: telegram.Message, tr: Translator) -> int | None:
        try:
            return await self._sender.send(
                asked.chat_id, replies.still_at_it(tr), reply_to=_replied(asked), thread=thread_of(asked)
            )
        except SendError as error:
            log.info("a line was not shown", reason=str(error))
            return None

    async def _remove(self, chat: int, number: int) -> None:
        try:
            await self._sender.bot.delete_message(chat, number)
        except TelegramError as error:
            log.info("a line was not removed", reason=str(error))


def _parts(message: Message) -> Sequence[Message]:
    """A message in parts that Telegram takes; the keys stand under the last."""
    *heads, last = split(message.body)
    return [*map(Message, heads), Message(last, message.buttons, message.file, message.preview)]
