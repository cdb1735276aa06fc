"""When the next message may go out: Telegram's limits, answers before digests, and rest in a storm."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager

# Telegram's advice is at most 30 messages a second in all, one a second in a chat and 20 a minute in a group; the rest
# is room for answers to buttons.
PER_SECOND = 25
PER_MINUTE_IN_GROUP = 20
# After an answer of which nothing can be known the token rests so long, twice as long after the next: a server in
# trouble costs a few chats a notice, not all of them.
REST_SECONDS, MOST_REST_SECONDS = 1.0, 60.0
# So many chats are remembered; of more, those that were not written to for a minute are let go.
_CHATS = 10_000
_REMEMBERED_SECONDS = 60.0


class Window:
    """At most so many in any span of so many seconds. A leaky bucket would let nearly twice as many through at first."""

    def __init__(self, most: int, seconds: float) -> None:
        self._times: deque[float] = deque(maxlen=most)
        self._seconds = seconds

    def wait(self, now: float) -> float:
        """Seconds until the next one may go."""
        if len(self._times) < (self._times.maxlen or 0):
            return 0.0
        return max(0.0, self._times[0] + self._seconds - now)

    def take(self, now: float) -> None:
        """One goes."""
        self._times.append(now)

    def went(self, now: float) -> None:
        """The last one has gone only now: spans count from then."""
        self._times[-1] = now

    def is_empty_since(self, moment: float) -> bool:
        """Whether none went after a moment."""
        return not self._times or self._times[-1] < moment


class Pace:
    """One per token. Seconds are monotonic."""

    def __init__(self) -> None:
        self._all = Window(1, 1 / PER_SECOND)  # one by one: 25 at once would be 50 in the first second
        self._chats: dict[int, tuple[Window, ...]] = {}
        # An answer waits for one digest at most: digests pass the first of two doors one by one.
        self._first_door, self._door = asyncio.Lock(), asyncio.Lock()
        self._until = 0.0
        self._storm = 0.0

    @asynccontextmanager
    async def turn(self, chat: int, *, patient: bool = False) -> AsyncIterator[None]:
        """Wait until a message to the chat may go out; within, write the intent and send it.

        `patient` ones let the others go first. In a storm one at a time is within.
        """
        windows = self._of(chat)
        async with AsyncExitStack() as doors:
            while True:
                await _free(windows)
                if patient:
                    await doors.enter_async_context(self._first_door)
                await doors.enter_async_context(self._door)
                await self._rested()
                await _free([self._all])
                now = _now()
                if not any(window.wait(now) for window in windows):
                    break
                await doors.aclose()  # another message to the chat went first
            for window in (self._all, *windows):
                window.take(now)
            if not self._storm:
                await doors.aclose()
            try:
                yield
            finally:
                for window in windows:
                    window.went(_now())

    def _of(self, chat: int) -> tuple[Window, ...]:
        if len(self._chats) > _CHATS:
            before = _now() - _REMEMBERED_SECONDS
            self._chats = {
                each: windows
                for each, windows in self._chats.items()
                if not windows[0].is_empty_since(before)
            }
        return self._chats.setdefault(chat, _limits(chat))

    async def _rested(self) -> None:
        while (rest := self._until - _now()) > 0:  # noqa: ASYNC110 - it may grow meanwhile
            await asyncio.sleep(rest)

    def rest(self, seconds: float) -> None:
        """Let nothing out for so long."""
        self._until = max(self._until, _now() + seconds)

    def storm(self) -> None:
        """Nothing is known of the last message: rest, longer each time."""
        self._storm = min(MOST_REST_SECONDS, max(REST_SECONDS, 2 * self._storm))
        self.rest(self._storm)

    def calm(self) -> None:
        """The last message was answered."""
        self._storm = 0.0


def _limits(chat: int) -> tuple[Window, ...]:
    """One a second, and in groups and channels, whose ids are below 0, 20 a minute."""
    return (Window(1, 1), Window(PER_MINUTE_IN_GROUP, 60)) if chat < 0 else (Window(1, 1),)


async def _free(windows: Iterable[Window]) -> None:
    for window in windows:
        while (wait := window.wait(_now())) > 0:  # noqa: ASYNC110 - another may take the place meanwhile
            await asyncio.sleep(wait)


def _now() -> float:
    return asyncio.get_running_loop().time()
