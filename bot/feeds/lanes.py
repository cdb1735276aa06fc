"""Many things at a time, of which slow ones let the others pass."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Self, TypeVar

import structlog

T = TypeVar("T")
Value = TypeVar("Value")
log = structlog.get_logger(__name__)

# Seconds for which a site may keep others waiting; most answer within that.
PATIENCE = 0.5


class Lane:
    """Room for `room` things at once, and for those that slow ones let pass, `most` in all."""

    def __init__(self, room: int, most: int) -> None:
        self._room = asyncio.Semaphore(room)
        self._all = asyncio.Semaphore(most)

    async def __aenter__(self) -> Self:
        """Wait for room, and take it."""
        await self._all.acquire()
        await self._room.acquire()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Leave the room to the next."""
        self._room.release()
        self._all.release()

    async def patiently(self, call: Awaitable[Value]) -> Value:
        """What a call gives; when it takes long, others have this one's room meanwhile."""
        task = asyncio.ensure_future(call)
        try:
            done, _ = await asyncio.wait({task}, timeout=PATIENCE)
            if done:
                return await task
            self._room.release()
            try:
                return await task
            finally:
                await self._room.acquire()
        finally:
            task.cancel()


async def each(act: Callable[[T], Awaitable[None]], things: Iterable[T]) -> None:
    """Act on all things; a bug that one of them brings out is logged and keeps none of the others from its turn."""

    async def one(thing: T) -> None:
        try:
            await act(thing)
        except Exception:
            log.exception("a bug", of=type(thing).__name__)

    async with asyncio.TaskGroup() as group:
        for thing in things:
            group.create_task(one(thing))
