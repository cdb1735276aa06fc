"""From an update to its answer: gate, handler, words for errors, and one answer that goes out once."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace

import structlog
import telegram

from bot.errors import PersonError
from bot.handlers import general, inline
from bot.handlers.answering import Answering, thread_of
from bot.handlers.commands import how
from bot.handlers.commands.row import Command
from bot.handlers.door import Door, is_work
from bot.handlers.gate import Asker, admit, admit_manager, asker_of, chat_of, is_admin, target_in
from bot.handlers.presses import PRESSES
from bot.handlers.request import Answer, Handler, Request, answer, stale
from bot.locale import known
from bot.messages import errors, replies
from bot.messages.facts import when
from bot.messages.rich import cut
from bot.models import Chat, ChatKind
from bot.resources import Resources
from bot.sending import Sender
from bot.storage import chats
from summarizer.errors import SummarizerError

log = structlog.get_logger(__name__)

# Characters of a passing notice.
_TOAST = 200


class Dispatch:
    """Answers updates. `again` puts an update that was answered before back to be answered once more."""

    def __init__(self, resources: Resources, sender: Sender, again: Callable[[int], Awaitable[bool]]) -> None:
        self.answers = Answering(resources, sender)
        self._resources = resources
        self._sender = sender
        self._again = again
        self.door = Door(resources)

    async def command(self, update: telegram.Update, command: Command) -> None:
        """A command, with what stands behind it; from a private chat it may be about another one."""
        message = update.effective_message
        assert message is not None
        if await self._is_refused(update):
            return
        private = message.chat.type == ChatKind.PRIVATE
        if command.operators and not (private and self.door.is_operator(asker_of(update).person)):
            if private:
                await self._answer(update, general.unknown)
            return
        behind = (message.text or message.caption or "").split(maxsplit=1)[1:]
        arguments = "".join(behind).strip()
        target = target_in(arguments) if command.remote and private else None
        bare = target[1] if target else arguments
        if command.needs_arguments and not bare and message.reply_to_message is None:
            here = await self._remember(update)
            await self.answers.reply(update, answer(how(self._resources.translator(here), command)))
            return
        await self._answer(
            update,
            command.handler,
            bare,
            changes=command.changes,
            costly=command.costly,
            target=target and target[0],
        )

    async def message(
        self,
        update: telegram.Update,
        handler: Handler,
        arguments: str = "",
        *,
        changes: bool = False,
        costly: bool = False,
    ) -> None:
        """A message that is no command, answered with messages; `costly` says that it counts towards quotas."""
        message = update.effective_message
        assert message is not None
        if not await self._is_refused(update):
            costly = costly or (handler is general.bare and is_work(message))
            await self._answer(update, handler, arguments, changes=changes, costly=costly)

    async def overheard(self, update: telegram.Update, handler: Handler) -> None:
        """A message that asks for nothing: where the handler has something to say it is said, and trouble is not."""
        message = update.effective_message
        assert message is not None
        if await self.door.refusal(update):
            return
        here, asker = await self._remember(update), asker_of(update)
        request = Request(self._resources, here, "", message, asker.person, self._resources.translator(here))
        result, about = await self._guarded(handler, request, asker, changes=False, target=None)
        if result.messages:
            await self.answers.reply(update, result, about)

    async def _is_refused(self, update: telegram.Update) -> bool:
        """Whether who asks is not let in; what there is to say then is said."""
        refusal = await self.door.refusal(update)
        if refusal:
            await self.answers.reply(update, refusal)
        return refusal is not None

    async def _answer(
        self,
        update: telegram.Update,
        handler: Handler,
        arguments: str = "",
        *,
        changes: bool = False,
        costly: bool = False,
        target: str | None = None,
    ) -> None:
        """The answer to who was let in. `target` names another chat that it is about."""
        message = update.effective_message
        assert message is not None
        here = await self._remember(update)
        asker, tr = asker_of(update), self._resources.translator(here)
        if costly and (refusal := self.door.over_quota(asker, here.id, tr, message)):
            await self.answers.reply(update, refusal)
            return
        request = Request(self._resources, here, arguments, message, asker.person, tr)
        async with self.answers.meanwhile(message, request.tr) as line:
            result, about = await self._guarded(handler, request, asker, changes=changes, target=target)
        await self.answers.reply(update, result, about, line=line.message)

    async def press(self, update: telegram.Update) -> None:
        """A key under a message."""
        query = update.callback_query
        assert query is not None
        if refusal := await self.door.refusal(update):
            if refusal.refusal:
                await self.answers.toast(query, _said(refusal))
            return
        here = await self._remember(update)
        tr = self._resources.translator(here)
        read = self._sender.action(query.data or "", here.id)
        name, _, arguments = read[0].partition(":") if read else ("", "", "")
        press = PRESSES.get(name)
        asker = asker_of(update)
        if (
            read is None
            or press is None
            or not isinstance(query.message, telegram.Message)
            or (press.operators and not self.door.is_operator(asker.person))
        ):
            await self.answers.toast(query, stale(tr).toast)
            return
        if press.costly and (refusal := self.door.over_quota(asker, here.id, tr)):
            await self.answers.toast(query, _said(refusal))
            return
        request = Request(self._resources, here, arguments, query.message, asker.person, tr)
        target = None if read[1] == here.id else str(read[1])
        result, about = await self._guarded(
            press.handler, request, asker, changes=press.changes, target=target
        )
        toast = _said(result) or result.toast
        if result.again is not None and not await self._again(result.again):
            toast = tr("That is no longer kept. Send it again.")
        await self.answers.toast(query, toast)
        if result.edit:
            await self.answers.edit(here.id, query.message.message_id, result.edit, about)
        elif result.messages:
            await self.answers.reply(update, result, about)

    async def typed(self, update: telegram.Update) -> None:
        """Somebody types behind the bot's name, in whatever chat."""
        assert update.inline_query is not None
        await inline.offer(self._resources, update.inline_query)

    async def missed(self, oldest: telegram.Update, count: int) -> None:
        """Tell a chat that so many of its messages came too late to be carried out, this one first."""
        message = oldest.effective_message
        assert message is not None
        if refusal := await self.door.refusal(oldest):
            words = refusal.refusal
        else:
            here = await self._remember(oldest)
            zone = here.settings.timezone or self._resources.settings.timezone
            tr = self._resources.translator(here)
            words = replies.missed(tr, count, when(tr, message.date, self._resources.now(), zone))
        if words:
            await self.answers.tell(message.chat_id, words, thread_of(message))

    async def _remember(self, update: telegram.Update) -> Chat:
        chat = update.effective_chat
        assert chat is not None
        title = chat.title or chat.full_name or ""
        async with self._resources.database.reading() as tx:
            found = await chats.get(tx, chat.id)
        if found and (found.kind, found.title, found.active) == (chat.type, title, True):
            return found
        person = update.effective_user
        language = known(person.language_code) if person and chat.type == ChatKind.PRIVATE else None
        async with self._resources.database.begin() as tx:
            return await chats.remember(tx, chat.id, ChatKind(chat.type), title, language)

    async def _guarded(
        self, handler: Handler, request: Request, asker: Asker, *, changes: bool, target: str | None
    ) -> tuple[Answer, int]:
        """The handler's answer, or words for what went wrong; and the chat that it is about."""
        bot, about = self._sender.bot, request.chat.id
        try:
            if target:
                request = replace(request, chat=await self._managed(target, asker))
                about = request.chat.id
            elif changes and is_admin(await admit(bot, request.chat, asker)):
                await self._note_manager(request.chat.id, asker.person)
            return await handler(request), about
        except (PersonError, SummarizerError) as error:
            return Answer(refusal=errors.words(request.tr, error)), about
        except Exception:
            code = secrets.token_hex(2).upper()
            log.exception("a bug in a handler", code=code, handler=getattr(handler, "__name__", "?"))
            return Answer(refusal=errors.our_fault(request.tr, code)), about

    async def _note_manager(self, chat: int, person: int) -> None:
        async with self._resources.database.begin() as tx:
            await chats.managed_by(tx, chat, person)

    async def _managed(self, target: str, asker: Asker) -> Chat:
        """Another chat that the asker manages; that both are its admins is asked anew each time."""
        found = await chat_of(self._sender.bot, target)
        await admit_manager(self._sender.bot, found.id, asker.person)
        await self.door.bring(found.id, asker.person)
        async with self._resources.database.begin() as tx:
            chat = await chats.remember(
                tx, found.id, ChatKind(found.type), found.title or found.full_name or ""
            )
            await chats.managed_by(tx, found.id, asker.person)
        return chat


def _said(result: Answer) -> str | None:
    """A refusal as a passing notice."""
    return cut(result.refusal.body.text, _TOAST) if result.refusal else None
