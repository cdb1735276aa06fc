"""Waiting until something changed, without a lock and without looking again and again."""

import asyncio


class Signal:
    """Wakes everybody who waits, each time; who comes later waits for the next time."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def notify(self) -> None:
        """Wakes all who wait now."""
        self._next.set()
        self._next = asyncio.Event()

    async def wait(self, seconds: float) -> bool:
        """Waits for the next `notify`.

        Returns:
            Whether it came within `seconds`.
        """
        try:
            await asyncio.wait_for(self._next.wait(), seconds)
        except TimeoutError:
            return False
        return True
