"""The queue of updates: kept until the bot confirms them by asking for later ones."""

import asyncio
from collections.abc import Iterable

from bot.playground.chats import Json
from bot.playground.errors import ApiError
from bot.playground.signals import Signal

LONGEST_POLL = 50.0
ALL_KINDS = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "my_chat_member",
        "chat_member",
        "message_reaction",
        "message_reaction_count",
    }
)
# These three are left out unless a bot asks for them by name.
USUAL_KINDS = ALL_KINDS - {"chat_member", "message_reaction", "message_reaction_count"}


class UpdateQueue:
    """Updates in order, and the one poller that may take them."""

    def __init__(self) -> None:
        self._pending: dict[int, Json] = {}
        self._last_id = 0
        self._allowed: frozenset[str] = USUAL_KINDS
        self._poller = 0
        self._changed = Signal()
        self._open = True

    def __len__(self) -> int:
        return len(self._pending)

    @property
    def pending(self) -> tuple[Json, ...]:
        """What is not confirmed yet, oldest first."""
        return tuple(self._pending.values())

    def push(self, kind: str, payload: Json) -> None:
        """Queues an update, unless the bot does not want this kind."""
        if kind not in self._allowed:
            return
        self._last_id += 1
        self._pending[self._last_id] = {"update_id": self._last_id, kind: payload}
        self._changed.notify()

    async def poll(
        self, offset: int, limit: int, seconds: float, allowed: Iterable[str] | None
    ) -> list[Json]:
        """Answers `getUpdates`.

        Args:
            offset: confirms all before it; negative: keeps only so many from the end.
            limit: at most so many updates.
            seconds: how long to wait for the first one.
            allowed: kinds wanted from now on; empty for the usual ones, None for no change.

        Raises:
            ApiError: somebody else began to poll in the meantime.
        """
        self._poller += 1
        self._changed.notify()
        if allowed is not None:
            self._allowed = (frozenset(allowed) & ALL_KINDS) or USUAL_KINDS
        self._confirm(offset)
        await self._wait(self._poller, min(seconds, LONGEST_POLL))
        return list(self._pending.values())[:limit]

    def resume(self) -> None:
        """Lets polls wait (again)."""
        self._open = True

    def close(self) -> None:
        """Ends all waiting polls, with what there is."""
        self._open = False
        self._changed.notify()

    def drop(self) -> None:
        """Forgets all pending updates."""
        self._pending.clear()

    def _confirm(self, offset: int) -> None:
        first = offset if offset >= 0 else self._last_id + 1 + offset
        for update in [update for update in self._pending if update < first]:
            del self._pending[update]

    async def _wait(self, me: int, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while self._open and not self._pending and (left := deadline - loop.time()) > 0:
            await self._changed.wait(left)
            if self._poller != me:
                raise ApiError(
                    409,
                    "Conflict: terminated by other getUpdates request; "
                    "make sure that only one bot instance is running",
                )
