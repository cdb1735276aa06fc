"""When the next message may go out: Telegram's limits, answers before digests, and rest in a storm."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from aiolimiter import AsyncLimiter

# Telegram's advice is at most 30 messages a second in all, one a second in a chat and 20 a minute in a group; the rest
# is room for answers to buttons.
PER_SECOND = 25
PER_MINUTE_IN_GROUP = 20
# After an answer of which nothing can be known the token rests so long, twice as long after the next: a server in
# trouble costs a few chats a notice, not all of them.
REST_SECONDS, MOST_REST_SECONDS = 1.0, 60.0
_CHATS = 10_000


class Pace:
    """One per token. Seconds are monotonic."""

    def __init__(self) -> None:
        self._all = AsyncLimiter(PER_SECOND, 1)
        self._chats: defaultdict[int, tuple[AsyncLimiter, ...]]
        self._forget()
        # An answer waits for one digest at most: digests pass the first of two doors one by one.
        self._first_door, self._door = asyncio.Lock(), asyncio.Lock()
        self._until = 0.0
        self._storm = 0.0

    def _forget(self) -> None:
        self._chats = defaultdict(lambda: (AsyncLimiter(1, 1),))

    @asynccontextmanager
    async def turn(self, chat: int, *, patient: bool = False) -> AsyncIterator[None]:
        """Wait until a message to the chat may go out; within, write the intent and send it.

        `patient` ones let the others go first. In a storm one at a time is within.
        """
        for limiter in self._limiters(chat):
            await limiter.acquire()
        async with AsyncExitStack() as doors:
            if patient:
                await doors.enter_async_context(self._first_door)
            await doors.enter_async_context(self._door)
            await self._rested()
            await self._all.acquire()
            if not self._storm:
                await doors.aclose()
            yield

    def _limiters(self, chat: int) -> tuple[AsyncLimiter, ...]:
        if len(self._chats) > _CHATS:
            self._forget()
        if chat < 0 and chat not in self._chats:
            self._chats[chat] = (AsyncLimiter(1, 1), AsyncLimiter(PER_MINUTE_IN_GROUP, 60))
        return self._chats[chat]

    async def _rested(self) -> None:
        while (rest := self._until - asyncio.get_running_loop().time()) > 0:  # noqa: ASYNC110 - it may grow meanwhile
            await asyncio.sleep(rest)

    def rest(self, seconds: float) -> None:
        """Let nothing out for so long."""
        self._until = max(self._until, asyncio.get_running_loop().time() + seconds)

    def storm(self) -> None:
        """Nothing is known of the last message: rest, longer each time."""
        self._storm = min(MOST_REST_SECONDS, max(REST_SECONDS, 2 * self._storm))
        self.rest(self._storm)

    def calm(self) -> None:
        """The last message was answered."""
        self._storm = 0.0
