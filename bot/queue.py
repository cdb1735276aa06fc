"""Jobs that wait for their turn: a kind and a number. They may be lost or doubled without harm.

Truth is rows; a sweep finds what a lost job would have done, and a doubled one finds its row moved on. PgQueuer is the
engine, in memory; nothing else knows it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from enum import StrEnum

import structlog
from pgqueuer import PgQueuer
from pgqueuer.models import Job as EngineJob

log = structlog.get_logger(__name__)

AT_ONCE = 20


class Job(StrEnum):
    """What is to be done with a digest."""

    SEND = "send"
    NOTICE = "notice"
    BUILD = "build"


# What is begun is finished first.
_PRIORITY = {Job.SEND: 10, Job.NOTICE: 5, Job.BUILD: 0}

Handler = Callable[[int], Awaitable[None]]


class Queue:
    """Hands each job to the handler of its kind, so many at once; one that waits or runs is not taken in again."""

    def __init__(self, handlers: Mapping[Job, Handler]) -> None:
        self._engine = PgQueuer.in_memory()
        self._running: asyncio.Task[None] | None = None
        for kind, handler in handlers.items():
            self._engine.entrypoint(kind)(_guarded(kind, handler))

    async def put(self, kind: Job, numbers: Iterable[int]) -> None:
        """Take in jobs of a kind."""
        if waiting := list(numbers):
            await self._engine.qm.queries.enqueue(
                [kind.value] * len(waiting),
                [str(number).encode() for number in waiting],
                [_PRIORITY[kind]] * len(waiting),
                dedupe_key=[f"{kind}:{number}" for number in waiting],
                on_conflict="skip",
            )

    def start(self) -> None:
        """Begin to hand out."""
        run = self._engine.run(batch_size=AT_ONCE // 2, max_concurrent_tasks=AT_ONCE)
        self._running = asyncio.create_task(run)

    async def stop(self, grace: float) -> None:
        """Hand out no more, and give what runs so many seconds."""
        self._engine.shutdown.set()
        if self._running:
            _done, late = await asyncio.wait([self._running], timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(self._running, return_exceptions=True)


def _guarded(kind: Job, handler: Handler) -> Callable[[EngineJob], Awaitable[None]]:
    """The handler, with a bug in it logged once; its row is found again when its lease is over."""

    async def run(job: EngineJob) -> None:
        assert job.payload is not None
        number = int(job.payload)
        try:
            await handler(number)
        except Exception:
            log.exception("a bug in a digest", job=kind.value, digest=number)

    return run
