"""A person for tests: writes, presses, and waits for what the bot does; nothing is looked at again and again."""

import asyncio
from collections.abc import Callable

from bot.playground import people
from bot.playground.chats import Json
from bot.playground.events import Event
from bot.playground.keyboards import label_of
from bot.playground.signals import Signal
from bot.playground.state import Playground

PATIENCE = 20.0


class Person:
    """Somebody in one chat. Messages are as the Bot API shows them."""

    def __init__(self, playground: Playground, chat: int = 1, user: int = 1) -> None:
        self._playground = playground
        self._chat = playground.chats[chat]
        self._user = playground.users[user]
        self._signal = Signal()
        self._read = 0
        self.got: list[Json] = []
        self.edits: list[Json] = []
        self.toasts: list[str] = []
        self.typing = 0
        playground.events.listen(self._notice)

    def _notice(self, event: Event) -> None:
        if event.chat != self._chat.id:
            return
        if event.kind == "message" and event.data.get("from", {}).get("is_bot"):
            self.got.append(event.data)
        elif event.kind == "edit":
            self.edits.append(event.data)
        elif event.kind == "toast":
            self.toasts.append(event.data["text"])
        elif event.kind == "typing":
            self.typing += 1
        self._signal.notify()

    def say(self, text: str, *, reply_to: int | None = None) -> Json:
        """Write a message."""
        return people.say(self._playground, self._chat, self._user, text, reply_to=reply_to)

    def send_file(self, name: str, mime: str, data: bytes) -> Json:
        """Send a document."""
        return people.send_file(self._playground, self._chat, self._user, name, mime, data)

    def press(self, message: Json, label: str) -> None:
        """Press the button with this text."""
        button = label_of(message.get("reply_markup"), label)
        assert button, f"no button {label!r} under {message['text']!r}"
        people.press(self._playground, self._chat, self._user, message["message_id"], button["callback_data"])

    def block(self, *, blocked: bool = True) -> None:
        """Stop the bot, or let it write again."""
        people.block(self._playground, self._chat, self._user, blocked=blocked)

    async def until(self, happened: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Wait for something to be so.

        Raises:
            TimeoutError: it never was.
        """
        async with asyncio.timeout(seconds):
            while not happened():
                await self._signal.wait(seconds)

    async def answer(self, seconds: float = PATIENCE) -> Json:
        """The bot's next message that was not yet read."""
        await self.until(lambda: len(self.got) > self._read, seconds)
        self._read += 1
        return self.got[self._read - 1]

    async def ask(self, text: str, seconds: float = PATIENCE) -> Json:
        """Write, and wait for the answer."""
        self.say(text)
        return await self.answer(seconds)

    async def edited(self, seconds: float = PATIENCE) -> Json:
        """The next edit after those that there are."""
        seen = len(self.edits)
        await self.until(lambda: len(self.edits) > seen, seconds)
        return self.edits[seen]
