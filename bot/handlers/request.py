"""What a handler is given and what it gives back.

A handler answers once: it returns its answer, and `dispatch` sends it. So a crash can be found before it, within it or
behind it, and nothing is answered twice or not at all.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import telegram

from bot.locale import Translator
from bot.messages.rich import Message
from bot.models import Chat
from bot.resources import Resources

_DIGITS = 19  # so many may be more than a row's number has


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that somebody wants.

    `chat` is the one that it is about; `arguments` is what stands behind the command, or behind the name in a key's
    action; `message` is the one that asks, or the one whose key was pressed; `person` is Telegram's number of who asks, 0
    where a chat speaks for itself; `tr` is the language of the chat that is answered.
    """

    resources: Resources
    chat: Chat
    arguments: str
    message: telegram.Message
    person: int
    tr: Translator


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: messages, or one in the place of the message whose key was pressed, or a passing notice.

    `refusal` is what could not be done and why: a message, and a notice where a key was pressed.
    """

    messages: tuple[Message, ...] = ()
    edit: Message | None = None
    toast: str | None = None
    refusal: Message | None = None
    again: int | None = None  # an update to be answered once more


Handler = Callable[[Request], Awaitable[Answer]]


def answer(*messages: Message) -> Answer:
    """New messages."""
    return Answer(messages)


def stale(tr: Translator) -> Answer:
    """What a key gets that is none of ours, or no longer."""
    return Answer(toast=tr("This key no longer works."))


def number_in(text: str) -> int | None:
    """The number that a key carries; None where it is none, or larger than any row's."""
    return int(text) if text.isdecimal() and len(text) < _DIGITS else None
