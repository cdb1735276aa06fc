"""What happened in a chat, told at once to whoever listens: open pages and test drivers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.playground.chats import Json

CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened.

    `kind` is message, edit, delete, typing, commands, clock or toast; `close` when the server stops.
    `chat` is None for what concerns every chat.
    """

    chat: int | None
    kind: str
    data: Json


Listener = Callable[[Event], None]


class Events:
    """Listeners, and telling them."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def publish(self, chat: int | None, kind: str, data: Json) -> None:
        """Calls every listener now, in the order they came."""
        for listener in tuple(self._listeners):
            listener(Event(chat, kind, data))

    def listen(self, listener: Listener) -> None:
        """Adds a listener for good."""
        self._listeners.append(listener)

    @contextmanager
    def listening(self, listener: Listener) -> Iterator[None]:
        """Adds a listener for as long as the block runs."""
        self._listeners.append(listener)
        try:
            yield
        finally:
            self._listeners.remove(listener)
