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

from bot.sending import NotSent, Refused, SendError, Unknown, outcome_of


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
        (ChatMigrated(-100), Refused),
    ],
)
def test_every_error_is_one_of_three(error: TelegramError, expected: type[SendError]) -> None:
    assert type(outcome_of(error)) is expected


def test_a_429_says_how_long_to_wait() -> None:
    outcome = outcome_of(RetryAfter(7))
    assert isinstance(outcome, NotSent)
    assert outcome.seconds == 7


@pytest.mark.parametrize(
    ("error", "gone"),
    [
        (Forbidden("bot was kicked"), True),
        (BadRequest("Chat not found"), True),
        (BadRequest("Message is too long"), False),
    ],
)
def test_a_chat_that_is_gone_is_told_from_a_message_that_is_wrong(error: TelegramError, gone: bool) -> None:
    outcome = outcome_of(error)
    assert isinstance(outcome, Refused)
    assert outcome.gone is gone
