"""The bot's ear: what polls, keeps and answers updates, wired to the handlers; its start and its end."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

import structlog
from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot import errors, starter
from bot.handlers import general
from bot.handlers.commands import COMMANDS
from bot.handlers.commands.row import Command
from bot.handlers.dispatch import Dispatch
from bot.handlers.groups import Links
from bot.resources import Resources, wall_clock
from bot.roles.lifecycle import ARRIVALS, Lifecycle
from bot.roles.menus import Menus
from bot.roles.missed import Missed
from bot.roles.updates import POLL_SECONDS, Backlog, Confirming, DurableQueue, PollRequest
from bot.sending import Sender
from bot.storage import updates
from bot.storage.updates import UpdateState

log = structlog.get_logger(__name__)

_MAX_TRIES = 3
_BEAT_SECONDS = 20
# Another poller with the same token is given so long to go away: a process that was killed may still hold a poll.
_CONFLICT_SECONDS = 40
_KINDS = [
    Update.MESSAGE,
    Update.CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.INLINE_QUERY,
]
_FRESH = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST
_WITH_LINK = (
    filters.Entity("url")
    | filters.Entity("text_link")
    | filters.CaptionEntity("url")
    | filters.CaptionEntity("text_link")
)


class Receiver:
    """The bot's ear. `failed` is set when it can't go on."""

    def __init__(self, resources: Resources) -> None:
        settings = resources.settings
        self._resources = resources
        self._missed = Missed(resources, self._read, self._tell_missed)
        self._backlog = Backlog()
        self._queue = DurableQueue(resources, self._backlog, self._missed.note)
        self._processor = Confirming(resources)
        self._beat_at = self._conflict_since = 0.0
        self.failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.application: Application[Any, Any, Any, Any, Any, Any] = (
            ApplicationBuilder()
            .token(settings.token.get_secret_value())
            .base_url(f"{settings.api_url}/bot")
            .base_file_url(f"{settings.api_url}/file/bot")
            .request(HTTPXRequest(connection_pool_size=16, pool_timeout=30, read_timeout=20))
            .get_updates_request(PollRequest(self._backlog, self._answered))
            .update_queue(self._queue)
            .concurrent_updates(self._processor)
            .job_queue(None)
            .build()
        )
        self.sender = Sender(self.application.bot)
        self._menus = Menus(resources, self.application.bot)
        self._dispatch = Dispatch(resources, self.sender, self._again)
        self._life = Lifecycle(resources, self._dispatch)
        self._links = Links(self._dispatch.door)
        self._add_handlers()

    def _add_handlers(self) -> None:
        add, dispatch = self.application.add_handler, self._dispatch
        for command in COMMANDS:
            add(CommandHandler([command.name, *command.aliases], self._handler_of(command), filters=_FRESH))
        add(CallbackQueryHandler(lambda update, _: dispatch.press(update)))
        add(InlineQueryHandler(lambda update, _: dispatch.typed(update)))
        life = self._life
        add(ChatMemberHandler(lambda update, _: life.member(update), ChatMemberHandler.MY_CHAT_MEMBER))
        add(MessageHandler(filters.StatusUpdate.MIGRATE, lambda update, _: life.migrated(update)))
        add(MessageHandler(ARRIVALS, lambda update, _: life.arrived(update)))
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
        heard = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS & _WITH_LINK & ~filters.COMMAND
        add(MessageHandler(heard, lambda update, _: dispatch.overheard(update, self._links.heard)))
        self.application.add_error_handler(_log_bug)

    def _handler_of(self, command: Command) -> Callable[[Update, object], Coroutine[Any, Any, None]]:
        return lambda update, _: self._dispatch.command(update, command)

    async def start(self) -> None:
        """Meet Telegram, take up what an earlier process left, and poll.

        Raises:
            errors.TelegramError: the token is refused, or nothing answers.
            errors.StorageError: the operator's list of feeds is wrong.
        """
        starter.load(self._resources.settings.data_dir)
        await self._meet()
        await self.application.start()
        await self._take_up()
        await self._poll()
        await self._menus.publish()

    async def _poll(self) -> None:
        assert self.application.updater is not None
        try:
            await self.application.updater.start_polling(
                timeout=POLL_SECONDS,
                allowed_updates=_KINDS,
                bootstrap_retries=3,
                error_callback=self._poll_failed,
            )
        except TelegramError as error:
            url = self._resources.settings.api_url
            text = f"The Bot API at {url} does not let the bot poll ({error.message}). Check NUTGRAF_API_URL."
            raise errors.TelegramError(text) from None

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
        for update in map(self._read, new):
            await self._queue.put_left(update)
        self._missed.note()
        for update in map(self._read, unknown):
            if update.effective_chat:
                message = update.effective_message
                thread = message.message_thread_id if message and message.is_topic_message else None
                await self._dispatch.answers.ask(update.update_id, update.effective_chat.id, thread)

    async def _again(self, number: int) -> bool:
        """Whether an update that was asked about is queued once more."""
        async with self._resources.database.begin() as tx:
            if not await updates.move(tx, number, UpdateState.ASKED, UpdateState.NEW):
                return False
            raw = await updates.body(tx, number)
        assert raw is not None
        await self._queue.put_again(self._read(raw))
        return True

    async def _tell_missed(self, oldest: Update, count: int) -> None:
        await self._dispatch.missed(oldest, count)

    def _read(self, raw: dict[str, Any]) -> Update:
        return Update.de_json(raw, self.application.bot)

    async def _answered(self) -> None:
        self._conflict_since = 0.0
        if time.monotonic() - self._beat_at > _BEAT_SECONDS:
            self._beat_at = time.monotonic()
            async with self._resources.database.begin() as tx:
                await updates.beat(tx, "poll", wall_clock(None))

    def _poll_failed(self, error: TelegramError) -> None:
        if not isinstance(error, Conflict):
            log.warning("a poll failed", reason=error.message)
            self._backlog.failed()
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
        await self._missed.stop()
        await self._menus.stop()
        if self.application.running:
            try:
                async with asyncio.timeout(grace):
                    await self.application.stop()
            except TimeoutError:
                log.warning("answers under way are left for the next start")
        await self.sender.bot.shutdown()


async def _log_bug(_update: object, context: Any) -> None:  # noqa: ANN401 - the library's context type has six parameters
    log.error("a bug in an update", exc_info=context.error)
