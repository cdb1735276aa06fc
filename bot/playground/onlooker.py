"""What somebody in a chat sees of the bot, and waiting for it; nothing is looked at again and again."""

import asyncio
from collections.abc import Callable

from bot.playground.chats import Chat, Json, User
from bot.playground.events import Event
from bot.playground.offers import Offer
from bot.playground.signals import Signal
from bot.playground.state import Playground

PATIENCE = 20.0


class Onlooker:
    """Somebody in one chat, or in one `thread` of it. Messages are as the Bot API shows them.

    Attributes:
        got: what the bot wrote there.
        lines: what it wrote only to say that an answer is under way. The answer comes in the place of it, and is in
            `got` like any other.
        edits: what it wrote in the place of something that was an answer.
        deleted: the numbers of what disappeared.
        toasts: what this person saw after a press.
        offers: what they were offered when they typed behind the bot's name.
        typing: how often the bot was seen at work.
    """

    def __init__(
        self, playground: Playground, chat: int = 1, user: int = 1, thread: int | None = None
    ) -> None:
        self.playground = playground
        self.chat: Chat = playground.chats[chat]
        self.user: User = playground.users[user]
        self.thread = thread
        self._signal = Signal()
        self._read = 0
        self._standing_in: set[int] = set()
        self.got: list[Json] = []
        self.lines: list[Json] = []
        self.edits: list[Json] = []
        self.deleted: list[int] = []
        self.toasts: list[str] = []
        self.offers: list[Offer] = []
        self.typing = 0
        playground.events.listen(self._notice)

    def _notice(self, event: Event) -> None:
        if event.chat != self.chat.id:
            return
        mine = event.data.get("user", self.user.id) == self.user.id
        if event.kind in {"message", "edit"}:
            self._read_message(event.kind, event.data)
        elif event.kind == "delete":
            self.deleted.append(event.data["message_id"])
        elif event.kind == "toast" and mine:
            self.toasts.append(event.data["text"])
        elif event.kind == "inline" and mine:
            self.offers.append(event.data["offer"])
        elif event.kind == "typing":
            self.typing += 1
        self._signal.notify()

    def _read_message(self, kind: str, message: Json) -> None:
        number = message["message_id"]
        answers = kind == "message" or number in self._standing_in
        if not answers:
            self.edits.append(message)
        elif number in self.chat.own and self.thread in {None, message.get("message_thread_id")}:
            self._standing_in.discard(number)
            if _stands_in(message):
                self._standing_in.add(number)
                self.lines.append(message)
            else:
                self.got.append(message)

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

    async def edited(self, seconds: float = PATIENCE) -> Json:
        """The next edit after those that there are."""
        seen = len(self.edits)
        await self.until(lambda: len(self.edits) > seen, seconds)
        return self.edits[seen]


def _stands_in(message: Json) -> bool:
    """Whether a message only says that another will take its place: it trails off, and has no keys."""
    return message.get("text", "").endswith("…") and "reply_markup" not in message
