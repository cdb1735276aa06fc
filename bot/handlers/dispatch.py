"""From an update to its answer: gate, handler, words for errors, and one answer that goes out once."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import structlog
import telegram
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.errors import PersonError
from bot.handlers.commands import PRESSES, Command, how
from bot.handlers.gate import admit
from bot.handlers.request import Answer, Handler, Request, answer
from bot.messages import errors, replies
from bot.messages.rich import Message
from bot.messages.split import split
from bot.models import Chat, ChatKind
from bot.resources import Resources
from bot.sending import NotSent, Refused, Sender, Unknown
from bot.storage import chats, updates
from bot.storage.updates import UpdateState
from summarizer.errors import SummarizerError

log = structlog.get_logger(__name__)

# Telegram shows "typing…" for five seconds.
_TYPING_SECONDS = 4.5


class Dispatch:
    """Answers updates. `again` puts an update that was answered before back to be answered once more."""

    def __init__(self, resources: Resources, sender: Sender, again: Callable[[int], Awaitable[bool]]) -> None:
        self._resources = resources
        self._sender = sender
        self._again = again

    async def command(self, update: telegram.Update, command: Command) -> None:
        """A command, with what stands behind it."""
        message = update.effective_message
        assert message is not None
        _, _, arguments = (message.text or message.caption or "").partition(" ")
        arguments = arguments.strip()
        if command.needs_arguments and not arguments and message.reply_to_message is None:
            await self._reply(update, answer(how(command)))
            return
        await self.message(update, command.handler, arguments, changes=command.changes)

    async def message(
        self, update: telegram.Update, handler: Handler, arguments: str = "", *, changes: bool = False
    ) -> None:
        """A message, answered with messages."""
        message = update.effective_message
        assert message is not None
        chat = await self._remember(update)
        request = Request(self._resources, chat, arguments, message, _person(update))
        async with self._typing(chat.id, message.message_thread_id if message.is_topic_message else None):
            result = await self._guarded(update, handler, request, changes=changes)
        await self._reply(update, result)

    async def press(self, update: telegram.Update) -> None:
        """A key under a message."""
        query = update.callback_query
        assert query is not None
        name, _, arguments = (query.data or "").partition(":")
        handler, changes = PRESSES.get(name, (None, False))
        if handler is None or not isinstance(query.message, telegram.Message):
            await self._toast(query, "This key no longer works.")
            return
        chat = await self._remember(update)
        request = Request(self._resources, chat, arguments, query.message, _person(update))
        result = await self._guarded(update, handler, request, changes=changes)
        toast = result.toast
        if result.again is not None and not await self._again(result.again):
            toast = "That is no longer kept. Send it again."
        if result.refusal:
            toast = result.refusal.body.text[:200]
        await self._toast(query, toast)
        if result.edit:
            await self._edit(request.chat.id, query.message.message_id, result.edit)
        elif result.messages:
            await self._reply(update, result)

    async def _remember(self, update: telegram.Update) -> Chat:
        chat = update.effective_chat
        assert chat is not None
        title = chat.title or chat.full_name or ""
        async with self._resources.database.reading() as tx:
            known = await chats.get(tx, chat.id)
        if known and (known.kind, known.title, known.active) == (chat.type, title, True):
            return known
        async with self._resources.database.begin() as tx:
            return await chats.remember(tx, chat.id, ChatKind(chat.type), title)

    async def _guarded(
        self, update: telegram.Update, handler: Handler, request: Request, *, changes: bool
    ) -> Answer:
        """The handler's answer, or words for what went wrong."""
        try:
            await admit(update, changes=changes)
            return await handler(request)
        except (PersonError, SummarizerError) as error:
            return Answer(refusal=errors.words(error))
        except Exception:
            code = secrets.token_hex(2).upper()
            log.exception("a bug in a handler", code=code, handler=getattr(handler, "__name__", "?"))
            return Answer(refusal=errors.our_fault(code))

    async def _reply(self, update: telegram.Update, result: Answer) -> None:
        """Send an answer once: the intent is committed before the call."""
        message = update.effective_message
        assert message is not None
        whole = (result.refusal,) if result.refusal else result.messages
        parts = [part for each in whole for part in _parts(each)]
        thread = message.message_thread_id if message.is_topic_message else None
        for number, part in enumerate(parts):
            if not await self._send(update.update_id, message, part, thread=thread, first=number == 0):
                return

    async def _send(
        self, number: int, asked: telegram.Message, part: Message, *, thread: int | None, first: bool
    ) -> bool:
        """Whether the part arrived."""
        chat = asked.chat_id
        reply_to = None if asked.chat.type == ChatKind.PRIVATE or not first else asked.message_id
        while True:
            async with self._sender.turn(chat):
                if first and not await self._move(number, UpdateState.NEW, UpdateState.ANSWERING):
                    return False
                try:
                    await self._sender.send(chat, part, reply_to=reply_to, thread=thread)
                except NotSent:
                    if first:
                        await self._move(number, UpdateState.ANSWERING, UpdateState.NEW)
                    continue
                except Refused as error:
                    await self._refused(chat, error)
                    return False
                except Unknown:
                    log.warning("it is not known whether an answer arrived", update=number)
                else:
                    return True
            await self.ask(number, chat)
            return False

    async def ask(self, number: int, chat: int) -> None:
        """Tell a chat that an answer may not have arrived, with a key to have it again."""
        async with self._sender.turn(chat):
            try:
                await self._sender.send(chat, replies.may_not_have_arrived(number))
            except (NotSent, Unknown):
                return  # the next start asks again
            except Refused as error:
                await self._refused(chat, error)
        await self._move(number, UpdateState.ANSWERING, UpdateState.ASKED)

    async def _move(self, number: int, old: UpdateState, new: UpdateState) -> bool:
        async with self._resources.database.begin() as tx:
            return await updates.move(tx, number, old, new)

    async def _edit(self, chat: int, number: int, message: Message) -> None:
        """An edit may be repeated without harm, so it needs no intent."""
        body, *_ = split(message.body)
        try:
            await self._sender.edit(chat, number, Message(body, message.buttons, preview=message.preview))
        except Refused as error:
            await self._refused(chat, error)
        except (NotSent, Unknown) as error:
            log.info("a message was not changed", reason=str(error))

    async def _refused(self, chat: int, error: Refused) -> None:
        log.info("an answer was refused", reason=str(error))
        if error.gone:
            async with self._resources.database.begin() as tx:
                await chats.change(tx, chat, active=False)

    async def _toast(self, query: telegram.CallbackQuery, text: str | None) -> None:
        try:
            await query.answer(text)
        except TelegramError as error:  # a key pressed long ago: there is nobody waiting
            log.info("a key was not answered", reason=str(error))

    @asynccontextmanager
    async def _typing(self, chat: int, thread: int | None) -> AsyncIterator[None]:
        """Show "typing…" meanwhile."""

        async def show() -> None:
            while True:
                try:
                    await self._sender.bot.send_chat_action(chat, ChatAction.TYPING, message_thread_id=thread)
                except TelegramError as error:
                    log.debug("typing was not shown", reason=str(error))
                await asyncio.sleep(_TYPING_SECONDS)

        task = asyncio.create_task(show())
        try:
            yield
        finally:
            task.cancel()


def _person(update: telegram.Update) -> int:
    return update.effective_user.id if update.effective_user else 0


def _parts(message: Message) -> Sequence[Message]:
    """A message in parts that Telegram takes; the keys stand under the last."""
    *heads, last = split(message.body)
    return [*map(Message, heads), Message(last, message.buttons, message.file, message.preview)]
