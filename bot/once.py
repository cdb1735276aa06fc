"""Work that several want at the same time is done once."""

import asyncio
from collections.abc import Coroutine, Hashable, Iterable
from typing import Any, TypeVar

Value = TypeVar("Value")


class Once:
    """What is under way, by its name. Whoever wants the same waits for it, and may stop waiting without ending it."""

    def __init__(self) -> None:
        self._under_way: dict[Hashable, asyncio.Task[Any]] = {}

    async def run(self, name: Hashable, work: Coroutine[Any, Any, Value]) -> Value:
        """What the work gives; where it is under way already, `work` is not begun."""
        task = self._under_way.get(name)
        if task:
            work.close()
        else:
            task = asyncio.create_task(work)
            self._under_way[name] = task
            task.add_done_callback(lambda _done: self._under_way.pop(name, None))
        value: Value = await asyncio.shield(task)
        return value

    async def others(self, names: Iterable[Hashable]) -> None:
        """Wait for those of these that are under way, however they end."""
        waiting = [self._under_way[name] for name in names if name in self._under_way]
        if waiting:
            await asyncio.wait(waiting)

    async def aclose(self) -> None:
        """End what is under way."""
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
