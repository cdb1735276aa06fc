"""The one way out: messages become Bot API calls, and what comes back becomes one of six answers.

sent        the call answered
NotSent     the call certainly did not take effect: again later
Moved       it did not, for the chat has another number: again there
NoTopic     it did not, for the topic is closed or gone: again without it
Refused     it never will: the chat is gone, or the message is wrong
Unknown     the request left and no answer came; there is no key to ask by, so it must not be sent again unasked
"""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from typing import cast

import httpx
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    MessageEntity,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot import signing
from bot.messages.rich import Message, Rich, Rows
from bot.pace import Pace

# The library's own switch: times as timedelta, which its next version makes the only way.
os.environ["PTB_TIMEDELTA"] = "1"

_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# What the Bot API says, in lower case, of a topic that nobody can write to.
_NO_TOPIC = ("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")
# And of a chat that it can't: the first is unknown, in the others the bot has lost its rights.
_NO_CHAT = (
    "chat not found",
    "need administrator rights in the channel chat",
    "not enough rights to send text messages",
    "have no rights to send a message",
    "chat_write_forbidden",
)


class SendError(Exception):
    """A message did not certainly arrive."""


class NotSent(SendError):
    """The call took no effect; `seconds` is how long to wait before the next."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"again in {seconds} s")
        self.seconds = seconds


class Moved(SendError):
    """The call took no effect: the chat is a supergroup now, under the number `new`."""

    def __init__(self, new: int) -> None:
        super().__init__(f"now {new}")
        self.new = new


class NoTopic(SendError):
    """The call took no effect: the topic is closed or gone."""


class Refused(SendError):
    """The call will never take effect; `gone` says that the bot may not write to the chat at all."""

    def __init__(self, text: str, *, gone: bool) -> None:
        super().__init__(text)
        self.gone = gone


class Unknown(SendError):
    """The request left, and whether it took effect can't be known."""


def outcome_of(error: TelegramError) -> SendError:
    """What an exception of the Bot API means for the message; pure.

    BadRequest and TimedOut are NetworkErrors too, so the order matters.
    """
    match error:
        case RetryAfter():
            return NotSent(cast(timedelta, error.retry_after).total_seconds())
        case Forbidden():
            return Refused(error.message, gone=True)
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case BadRequest():
            return _refusal(error.message)
        case NetworkError() if isinstance(error.__cause__, _NEVER_LEFT):
            return NotSent(2)
        case _:
            return Unknown(error.message)


def _refusal(text: str) -> SendError:
    """Only the text tells refusals apart."""
    if any(sign in text.lower() for sign in _NO_TOPIC):
        return NoTopic(text)
    return Refused(text, gone=any(sign in text.lower() for sign in _NO_CHAT))


class Sender:
    """One per token: sends at its pace."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self._pace = Pace()
        self._key = signing.key_of(bot.token)

    def action(self, data: str, where: int) -> tuple[str, int] | None:
        """What the data of a pressed key says, and the chat it is about; None where this bot never wrote it there."""
        return signing.read(self._key, data, where)

    def turn(self, chat: int, *, patient: bool = False) -> AbstractAsyncContextManager[None]:
        """Wait until a message to the chat may go out, digests (`patient`) behind answers.

        Comes before the intent is written, so that the time of which nothing is known is that of the call alone.
        """
        return self._pace.turn(chat, patient=patient)

    async def send(
        self,
        chat: int,
        message: Message,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
        about: int | None = None,
        silent: bool = False,
    ) -> int:
        """Send one message of at most 4,096 units; returns its id.

        Its keys act on the chat that they name, else on the chat `about`, else on this one.

        Raises:
            SendError: one of the five above.
        """
        keys, text, entities = (
            self._keyboard(message, chat, about),
            message.body.text,
            entities_of(message.body),
        )
        lenient = True if reply_to else None
        async with self._mapped():
            if message.file:
                sent = await self.bot.send_document(
                    chat,
                    InputFile(message.file.data, message.file.name),
                    caption=text or None,
                    caption_entities=entities,
                    reply_markup=keys,
                    reply_to_message_id=reply_to,
                    allow_sending_without_reply=lenient,
                    message_thread_id=thread,
                    disable_notification=silent or None,
                )
            else:
                sent = await self.bot.send_message(
                    chat,
                    text,
                    entities=entities,
                    reply_markup=keys,
                    reply_to_message_id=reply_to,
                    allow_sending_without_reply=lenient,
                    message_thread_id=thread,
                    disable_notification=silent or None,
                    link_preview_options=_preview_of(message),
                )
        return sent.message_id

    async def edit(self, chat: int, number: int, message: Message, *, about: int | None = None) -> None:
        """Put a message in the place of one that was sent; the same again is no error.

        Raises:
            SendError: one of the five above.
        """
        try:
            async with self._mapped():
                await self.bot.edit_message_text(
                    message.body.text,
                    chat,
                    number,
                    entities=entities_of(message.body),
                    reply_markup=self._keyboard(message, chat, about),
                    link_preview_options=_preview_of(message),
                )
        except Refused as refused:
            if "message is not modified" not in str(refused).lower():
                raise

    def _keyboard(self, message: Message, chat: int, about: int | None) -> InlineKeyboardMarkup | None:
        return keyboard_of(
            message.buttons,
            lambda action, own: signing.signed(self._key, action, chat, _first(own, about, chat)),
        )

    @asynccontextmanager
    async def _mapped(self) -> AsyncIterator[None]:
        try:
            yield
        except TelegramError as error:
            outcome = outcome_of(error)
            match outcome:
                case NotSent():
                    self._pace.rest(outcome.seconds)
                case Unknown():
                    self._pace.storm()
                case _:
                    self._pace.calm()
            raise outcome from error
        self._pace.calm()


def _first(*chats: int | None) -> int:
    return next(chat for chat in chats if chat is not None)


def _preview_of(message: Message) -> LinkPreviewOptions:
    """One large preview where the message names the page for it, else none."""
    if message.preview is None:
        return LinkPreviewOptions(is_disabled=True)
    return LinkPreviewOptions(url=message.preview, prefer_large_media=True, show_above_text=True)


def entities_of(body: Rich) -> list[MessageEntity]:
    """The looks of a text as the Bot API takes them."""
    return [
        MessageEntity(entity.kind, entity.offset, entity.length, url=entity.url) for entity in body.entities
    ]


def keyboard_of(rows: Rows, sign: Callable[[str, int | None], str]) -> InlineKeyboardMarkup | None:
    """The keys under a message as the Bot API takes them; `sign` is given an action and the chat that its key names."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    key.label,
                    callback_data=None if key.action is None else sign(key.action, key.about),
                    url=key.url,
                )
                for key in row
            ]
            for row in rows
        ]
    )
