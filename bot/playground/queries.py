"""Presses of buttons that wait for an answer."""

import time
from dataclasses import dataclass

from bot.playground.errors import bad_request

# The real time, not the chat's: moving the clock is no reason to forget what was pressed a moment ago.
ANSWERABLE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Query:
    """A press."""

    chat: int
    user: int
    until: float


class Queries:
    """Presses by their id; each can be answered once, and not for ever."""

    def __init__(self) -> None:
        self._open: dict[str, Query] = {}
        self._last = 0

    def add(self, chat: int, user: int) -> str:
        """Notes a press.

        Returns:
            Its `callback_query_id`.
        """
        self._last += 1
        self._open[str(self._last)] = Query(chat, user, time.monotonic() + ANSWERABLE_SECONDS)
        return str(self._last)

    def answer(self, query_id: str) -> Query:
        """Takes a press out.

        Raises:
            ApiError: it is unknown, answered already, or too old.
        """
        query = self._open.pop(query_id, None)
        if query is None or query.until < time.monotonic():
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return query

    def expire(self) -> None:
        """Makes all of them too old."""
        self._open.clear()
