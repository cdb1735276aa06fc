"""Where hostile input is parsed: processes that can be killed.

A function that runs too long is killed with its process, a crash fails its own task only, and no worker outlives
its parent. The pool starts with the first task and closes when idle, as a worker holds 86 MiB, most of it libraries.
"""

import asyncio
import contextlib
import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from summarizer.errors import TooHeavy

Value = TypeVar("Value")

DEADLINE = 20.0  # seconds; judgement: 4.5 MB of honest paragraphs took 4 on one slow core
IDLE = 60.0  # seconds; judgement
MEMORY = 2 * 2**30  # bytes of address space, a judgement: a worker that has read a page uses 276 MiB


class Workers:
    """A pool of `count` processes; `deadline` and `idle` are in seconds."""

    def __init__(self, count: int, deadline: float = DEADLINE, idle: float = IDLE) -> None:
        self._count, self._deadline, self._idle = count, deadline, idle
        self._pool: ProcessPool | None = None
        self._busy = 0
        self._closing: asyncio.TimerHandle | None = None
        self._ends: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        """Stay ready for a block."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close at its end."""
        await self.aclose()

    @property
    def running(self) -> bool:
        """Whether there are processes at the moment."""
        return self._pool is not None

    async def run(self, function: Callable[..., Value], *args: object) -> Value:
        """What `function(*args)` returns or raises, computed in another process; all of it must be picklable.

        Raises:
            TooHeavy: it took longer than the deadline or more memory than there may be, or its process died.
        """
        self._begin()
        task = None
        try:
            task = self._open().schedule(function, args=args, timeout=self._deadline)
            value: Value = await asyncio.wrap_future(task)
        except (TimeoutError, ProcessExpired, BrokenProcessPool, MemoryError):
            raise TooHeavy("too_heavy") from None
        else:
            return value
        finally:
            del task, args  # a failure's traceback holds this frame, and it would hold what was read
            self._end()

    async def aclose(self) -> None:
        """End all processes now, whatever they are doing."""
        if self._closing:
            self._closing.cancel()
        await self._stop()
        await asyncio.gather(*self._ends)

    def _open(self) -> ProcessPool:
        if self._pool is None or not self._pool.active:
            self._pool = ProcessPool(
                max_workers=self._count,
                initializer=_prepare,
                context=multiprocessing.get_context("spawn"),
            )
        return self._pool

    def _begin(self) -> None:
        self._busy += 1
        if self._closing:
            self._closing.cancel()
            self._closing = None

    def _end(self) -> None:
        self._busy -= 1
        if not self._busy:
            self._closing = asyncio.get_running_loop().call_later(self._idle, self._idle_is_over)

    def _idle_is_over(self) -> None:
        end = asyncio.ensure_future(self._stop())
        self._ends.add(end)
        end.add_done_callback(self._ends.discard)

    async def _stop(self) -> None:
        pool, self._pool = self._pool, None
        if pool:
            await asyncio.to_thread(_stop, pool)


def _stop(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # Pebble has no types here
    pool.join()


def _prepare() -> None:
    """Runs in each new worker: Ctrl-C is the parent's business, its death the worker's, and memory ends somewhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(
        signal.SIGTERM, signal.SIG_DFL
    )  # Pebble's own handler waits for the task, and the kill comes 3 s late
    with contextlib.suppress(ValueError, OSError):  # a tighter limit is already there
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    threading.Thread(target=_end_with_parent, name="parent-watch", daemon=True).start()


def _end_with_parent() -> None:
    parent: Any = multiprocessing.parent_process()
    wait([parent.sentinel])
    os._exit(1)  # nobody is left to hear of an orderly end
