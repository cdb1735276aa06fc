"""What the bot offers to those who type behind its name: queries, the answers to them, and what was chosen."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.playground.chats import Json
from bot.playground.errors import bad_request
from bot.playground.queries import ANSWERABLE_SECONDS


@dataclass(frozen=True, slots=True)
class Asked:
    """An inline query: so far typed by somebody in a chat."""

    id: str
    chat: int
    user: int
    text: str
    offset: str
    until: float


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer to an inline query; `until` is how long the server gives it to others who type the same."""

    asked: Asked
    results: tuple[Json, ...]
    cache_time: int
    is_personal: bool
    next_offset: str
    button: Json | None
    until: datetime

    def serves(self, user: int, text: str, offset: str, now: datetime) -> bool:
        """Whether this answers somebody else's query, or the same one again."""
        same = (self.asked.text, self.asked.offset) == (text, offset)
        return same and now < self.until and (not self.is_personal or self.asked.user == user)


class Offers:
    """All queries, their answers in `made`, and the messages that came of them."""

    def __init__(self) -> None:
        self.made: list[Offer] = []
        self._open: dict[str, Asked] = {}
        self._chosen: list[tuple[int, int]] = []
        self._last = 0

    def ask(self, chat: int, user: int, text: str, offset: str) -> Asked:
        """Notes a query."""
        self._last += 1
        asked = Asked(str(self._last), chat, user, text, offset, time.monotonic() + ANSWERABLE_SECONDS)
        self._open[asked.id] = asked
        return asked

    def cached(self, user: int, text: str, offset: str, now: datetime) -> Offer | None:
        """An answer that is still good for this query."""
        return next((offer for offer in reversed(self.made) if offer.serves(user, text, offset, now)), None)

    def answer(
        self,
        query_id: str,
        results: tuple[Json, ...],
        *,
        cache_time: int,
        is_personal: bool,
        next_offset: str,
        button: Json | None,
        now: datetime,
    ) -> Offer:
        """Takes an answer.

        Raises:
            ApiError: its query is unknown, answered already, or too old.
        """
        asked = self._open.pop(query_id, None)
        if asked is None or asked.until < time.monotonic():
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        until = now + timedelta(seconds=cache_time)
        offer = Offer(asked, results, cache_time, is_personal, next_offset, button, until)
        self.made.append(offer)
        return offer

    def chosen(self, chat: int, message: int) -> str:
        """Notes that a message came of a result.

        Returns:
            Its `inline_message_id`.
        """
        self._chosen.append((chat, message))
        return f"inline-{len(self._chosen)}"

    def name_of(self, chat: int, message: int) -> str | None:
        """The `inline_message_id` of a message; None if it came of no result."""
        place = (chat, message)
        return f"inline-{self._chosen.index(place) + 1}" if place in self._chosen else None

    def place_of(self, name: str) -> tuple[int, int]:
        """The chat and the number of a message that came of a result.

        Raises:
            ApiError: there is none of this name.
        """
        places = {f"inline-{number}": place for number, place in enumerate(self._chosen, 1)}
        if name not in places:
            raise bad_request("MESSAGE_ID_INVALID")
        return places[name]
