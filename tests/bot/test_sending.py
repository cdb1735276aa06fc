"""What an answer of the Bot API means for a message; python-telegram-bot's error classes nest in surprising ways."""

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.messages.rich import Button
from bot.sending import Moved, NoTopic, NotSent, Refused, SendError, Unknown, keyboard_of, outcome_of


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (RetryAfter(7), NotSent),
        (caused(NetworkError("no"), httpx.ConnectError("refused")), NotSent),
        (caused(TimedOut(), httpx.PoolTimeout("busy")), NotSent),
        (caused(TimedOut(), httpx.ReadTimeout("slow")), Unknown),
        (caused(NetworkError("cut"), httpx.RemoteProtocolError("cut")), Unknown),
        (NetworkError("Bad Gateway (502)"), Unknown),
        (TelegramError("what"), Unknown),
        (BadRequest("Message is too long"), Refused),
        (BadRequest("Chat not found"), Refused),
        (Forbidden("Forbidden: bot was blocked by the user"), Refused),
        (BadRequest("Not enough rights to send text messages to the chat"), Refused),
        (ChatMigrated(-100), Moved),
        (BadRequest("Message thread not found"), NoTopic),
        (BadRequest("TOPIC_CLOSED"), NoTopic),
        (BadRequest("TOPIC_DELETED"), NoTopic),
    ],
)
def test_every_error_is_one_of_five(error: TelegramError, expected: type[SendError]) -> None:
    assert type(outcome_of(error)) is expected


def test_a_429_says_how_long_to_wait() -> None:
    outcome = outcome_of(RetryAfter(7))
    assert isinstance(outcome, NotSent)
    assert outcome.seconds == 7


def test_a_chat_that_has_moved_says_where_to() -> None:
    outcome = outcome_of(ChatMigrated(-1005))
    assert isinstance(outcome, Moved)
    assert outcome.new == -1005


@pytest.mark.parametrize(
    ("error", "gone"),
    [
        (Forbidden("bot was kicked"), True),
        (BadRequest("Chat not found"), True),
        (BadRequest("Need administrator rights in the channel chat"), True),
        (BadRequest("Not enough rights to send text messages to the chat"), True),
        (BadRequest("Not enough rights to send documents to the chat"), False),
        (BadRequest("Message is too long"), False),
    ],
)
def test_a_chat_that_is_gone_is_told_from_a_message_that_is_wrong(error: TelegramError, gone: bool) -> None:
    outcome = outcome_of(error)
    assert isinstance(outcome, Refused)
    assert outcome.gone is gone


def test_a_key_says_which_chat_it_is_about_where_that_is_another() -> None:
    rows = (
        (
            Button("Here", "list:1"),
            Button("There", "list:1", about=-100),
            Button("Site", url="https://a.example"),
        ),
    )
    made = keyboard_of(rows, lambda action, about: f"{action}@{about}")
    assert made
    assert [key.callback_data for key in made.inline_keyboard[0]] == ["list:1@None", "list:1@-100", None]
