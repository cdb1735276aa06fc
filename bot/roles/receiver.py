"""Updates in: polled, kept before they are confirmed, answered in the order of their chat."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from weakref import WeakValueDictionary

import structlog
from telegram import BotCommand, Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseUpdateProcessor,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot import errors
from bot.handlers import general
from bot.handlers.commands import COMMANDS, Command
from bot.handlers.dispatch import Dispatch
from bot.models import ChatKind
from bot.resources import Resources, wall_clock
from bot.sending import Sender
from bot.storage import chats, updates
from bot.storage.updates import UpdateState

log = structlog.get_logger(__name__)

_AT_ONCE = 32
_MAX_TRIES = 3
_POLL_SECONDS = 30
_BEAT_SECONDS = 20
# Another poller with the same token is given so long to go away: a process that was killed may still hold a poll.
_CONFLICT_SECONDS = 40
_KINDS = [Update.MESSAGE, Update.CHANNEL_POST, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
_FRESH = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST


class PollRequest(HTTPXRequest):
    """The request that polls. One update that can't be parsed must not keep all behind it from being answered."""

    def __init__(self, on_answer: Callable[[], Awaitable[None]]) -> None:
        super().__init__(connection_pool_size=1, read_timeout=_POLL_SECONDS + 10)
        self._on_answer = on_answer

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 - the library's signature
        """Pass the request on, and tell that an answer came."""
        status, body = await super().do_request(*args, **kwargs)
        if status == 200:
            await self._on_answer()
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer, with updates that the library can't read emptied: they are confirmed, and nothing else."""
        data: dict[str, Any] = json.loads(payload.decode("utf-8", "replace"))
        result = data.get("result")
        if isinstance(result, list):
            data["result"] = [raw if _readable(raw) else {"update_id": raw["update_id"]} for raw in result]
        return data


def _readable(raw: dict[str, Any]) -> bool:
    try:
        Update.de_json(raw, None)
    except Exception:  # whatever the library trips over
        log.exception("an update could not be read", update=raw.get("update_id"))
        return False
    return True


class DurableQueue(asyncio.Queue[object]):
    """Keeps an update before the poll that brought it is confirmed."""

    def __init__(self, resources: Resources) -> None:
        super().__init__()
        self._resources = resources

    async def put(self, item: object) -> None:
        """Keep it, and queue it if it is new."""
        if isinstance(item, Update):
            async with self._resources.database.begin() as tx:
                if not await updates.receive(tx, item.update_id, item.to_dict(), self._resources.now()):
                    return
        await super().put(item)

    async def put_again(self, item: Update) -> None:
        """Queue an update that is kept already."""
        await super().put(item)


class Confirming(BaseUpdateProcessor):
    """Answers the updates of one chat in their order, and forgets each when it is answered."""

    def __init__(self, resources: Resources) -> None:
        super().__init__(_AT_ONCE)
        self._resources = resources
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self.stopping = False

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Run the handlers, unless the process is about to end: what is left is answered after the next start."""
        if not isinstance(update, Update):
            await coroutine
            return
        chat = update.effective_chat.id if update.effective_chat else 0
        async with self._locks.setdefault(chat, asyncio.Lock()):
            if self.stopping:
                if isinstance(coroutine, Coroutine):
                    coroutine.close()
                return
            await coroutine
        async with self._resources.database.begin() as tx:
            await updates.done(tx, update.update_id)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""


class Receiver:
    """The bot's ear. `failed` is set when it can't go on."""

    def __init__(self, resources: Resources) -> None:
        settings = resources.settings
        self._resources = resources
        self._queue = DurableQueue(resources)
        self._processor = Confirming(resources)
        self._beat_at = self._conflict_since = 0.0
        self.failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.application: Application[Any, Any, Any, Any, Any, Any] = (
            ApplicationBuilder()
            .token(settings.token.get_secret_value())
            .base_url(f"{settings.api_url}/bot")
            .base_file_url(f"{settings.api_url}/file/bot")
            .request(HTTPXRequest(connection_pool_size=16, pool_timeout=30, read_timeout=20))
            .get_updates_request(PollRequest(self._answered))
            .update_queue(self._queue)
            .concurrent_updates(self._processor)
            .job_queue(None)
            .build()
        )
        self.sender = Sender(self.application.bot)
        self._dispatch = Dispatch(resources, self.sender, self._again)
        self._add_handlers()

    def _add_handlers(self) -> None:
        add, dispatch = self.application.add_handler, self._dispatch
        for command in COMMANDS:
            add(CommandHandler([command.name, *command.aliases], self._handler_of(command), filters=_FRESH))
        add(CallbackQueryHandler(lambda update, _: dispatch.press(update)))
        add(ChatMemberHandler(lambda update, _: self._member(update), ChatMemberHandler.MY_CHAT_MEMBER))
        private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
        add(
            MessageHandler(
                private & filters.COMMAND, lambda update, _: dispatch.message(update, general.unknown)
            )
        )
        told = filters.TEXT | filters.CAPTION | filters.Document.ALL | filters.LOCATION
        add(
            MessageHandler(
                private & told & ~filters.COMMAND, lambda update, _: dispatch.message(update, general.bare)
            )
        )
        self.application.add_error_handler(_log_bug)

    def _handler_of(self, command: Command) -> Callable[[Update, object], Coroutine[Any, Any, None]]:
        return lambda update, _: self._dispatch.command(update, command)

    async def start(self) -> None:
        """Meet Telegram, take up what an earlier process left, and poll.

        Raises:
            errors.TelegramError: the token is refused, or nothing answers.
        """
        await self._meet()
        await self.application.start()
        await self._take_up()
        await self._poll()
        await self._publish_commands()

    async def _poll(self) -> None:
        assert self.application.updater is not None
        try:
            await self.application.updater.start_polling(
                timeout=_POLL_SECONDS,
                allowed_updates=_KINDS,
                bootstrap_retries=3,
                error_callback=self._poll_failed,
            )
        except TelegramError as error:
            url = self._resources.settings.api_url
            text = f"The Bot API at {url} does not let the bot poll ({error.message}). Check NUTGRAF_API_URL."
            raise errors.TelegramError(text) from None

    async def _publish_commands(self) -> None:
        try:
            await self.application.bot.set_my_commands([BotCommand(row.name, row.text) for row in COMMANDS])
        except (
            TelegramError
        ) as error:  # the menu of the last start is still there, and the next start tries again
            log.warning("the command menu was not published", reason=error.message)

    async def _meet(self) -> None:
        url = self._resources.settings.api_url
        for wait in (1, 2, 0):
            try:
                await self.application.initialize()
            except InvalidToken:
                raise errors.TelegramError(
                    "Telegram refuses NUTGRAF_TOKEN. Copy the token again from @BotFather."
                ) from None
            except NetworkError:
                if wait:
                    await asyncio.sleep(wait)
                    continue
                raise errors.TelegramError(
                    f"The Bot API at {url} does not answer. Check the network, or NUTGRAF_API_URL."
                ) from None
            except TelegramError as error:
                raise errors.TelegramError(
                    f"The Bot API at {url} answers: {error.message}. Try again later."
                ) from None
            return

    async def _take_up(self) -> None:
        """Answer what was received and not answered; ask about what may have been."""
        async with self._resources.database.begin() as tx:
            new = await updates.left(tx, UpdateState.NEW, _MAX_TRIES)
            unknown = await updates.left(tx, UpdateState.ANSWERING, _MAX_TRIES)
        for raw in new:
            await self._queue.put_again(Update.de_json(raw, self.application.bot))
        for raw in unknown:
            update = Update.de_json(raw, self.application.bot)
            if update.effective_chat:
                await self._dispatch.ask(update.update_id, update.effective_chat.id)

    async def _again(self, number: int) -> bool:
        """Whether an update that was asked about is queued once more."""
        async with self._resources.database.begin() as tx:
            if not await updates.move(tx, number, UpdateState.ASKED, UpdateState.NEW):
                return False
            raw = await updates.body(tx, number)
        assert raw is not None
        await self._queue.put_again(Update.de_json(raw, self.application.bot))
        return True

    async def _member(self, update: Update) -> None:
        """The bot was blocked, unblocked, added or removed."""
        change = update.my_chat_member
        assert change is not None
        active = change.new_chat_member.status not in {"left", "kicked"}
        title = change.chat.title or change.chat.full_name or ""
        async with self._resources.database.begin() as tx:
            await chats.remember(tx, change.chat.id, ChatKind(change.chat.type), title)
            await chats.change(tx, change.chat.id, active=active)

    async def _answered(self) -> None:
        self._conflict_since = 0.0
        if time.monotonic() - self._beat_at > _BEAT_SECONDS:
            self._beat_at = time.monotonic()
            async with self._resources.database.begin() as tx:
                await updates.beat(tx, "poll", wall_clock(None))

    def _poll_failed(self, error: TelegramError) -> None:
        if not isinstance(error, Conflict):
            log.warning("a poll failed", reason=error.message)
            return
        self._conflict_since = self._conflict_since or time.monotonic()
        if time.monotonic() - self._conflict_since > _CONFLICT_SECONDS and not self.failed.done():
            text = "Another program polls with the same NUTGRAF_TOKEN. Stop it, or get this bot a token of its own from @BotFather."
            self.failed.set_exception(errors.TelegramError(text))

    async def stop(self, grace: float) -> None:
        """Poll no more, give answers under way so many seconds, and close; the rest is answered after the next start."""
        self._processor.stopping = True
        if self.application.updater and self.application.updater.running:
            await self.application.updater.stop()
        if self.application.running:
            try:
                async with asyncio.timeout(grace):
                    await self.application.stop()
            except TimeoutError:
                log.warning("answers under way are left for the next start")
        await self.sender.bot.shutdown()


async def _log_bug(_update: object, context: Any) -> None:  # noqa: ANN401 - the library's context type has six parameters
    log.error("a bug in an update", exc_info=context.error)
