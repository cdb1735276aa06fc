"""Jobs are handed out by what they are, so many at once, and one that waits or runs is not taken in again."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from structlog.testing import capture_logs

from bot.queue import AT_ONCE, Job, Queue


class Desk:
    """Handlers that keep what they got, and wait at a door where it is shut."""

    def __init__(self) -> None:
        self.done: list[tuple[Job, int]] = []
        self.running: list[tuple[Job, int]] = []
        self.most = 0
        self.door = asyncio.Event()
        self.door.set()
        self.wrong: set[int] = set()

    def handler(self, kind: Job) -> Callable[[int], Awaitable[None]]:
        """What does the jobs of a kind; those whose number is wrong have a bug."""

        async def handle(number: int) -> None:
            self.running.append((kind, number))
            self.most = max(self.most, len(self.running))
            try:
                await self.door.wait()
                if number in self.wrong:
                    raise ValueError(number)
            finally:
                self.running.remove((kind, number))
            self.done.append((kind, number))

        return handle


@asynccontextmanager
async def open_queue(desk: Desk) -> AsyncIterator[Queue]:
    queue = Queue({kind: desk.handler(kind) for kind in Job})
    yield queue
    await queue.stop(1)


async def until(is_so: Callable[[], bool]) -> None:
    """Wait for something, three seconds at most."""
    async with asyncio.timeout(3):
        while not is_so():
            await asyncio.sleep(0.005)


async def test_each_job_comes_to_the_handler_of_its_kind() -> None:
    desk = Desk()
    async with open_queue(desk) as queue:
        queue.start()
        await queue.put(Job.BUILD, [1, 2])
        await queue.put(Job.SEND, [3])
        await queue.put(Job.NOTICE, [])
        await until(lambda: len(desk.done) == 3)
    assert sorted(desk.done) == [(Job.BUILD, 1), (Job.BUILD, 2), (Job.SEND, 3)]


async def test_what_is_begun_is_finished_first() -> None:
    desk = Desk()
    async with open_queue(desk) as queue:
        await queue.put(Job.BUILD, range(1, 30))
        await queue.put(Job.NOTICE, [40])
        await queue.put(Job.SEND, [50])
        queue.start()
        await until(lambda: len(desk.done) == 31)
    assert desk.done[:2] == [(Job.SEND, 50), (Job.NOTICE, 40)]


async def test_a_job_that_waits_or_runs_is_not_taken_in_again() -> None:
    desk = Desk()
    desk.door.clear()
    async with open_queue(desk) as queue:
        for _ in range(2):
            await queue.put(Job.SEND, [1])
        queue.start()
        await until(lambda: bool(desk.running))
        await queue.put(Job.SEND, [1, 2])
        await until(lambda: len(desk.running) == 2)
        assert sorted(desk.running) == [(Job.SEND, 1), (Job.SEND, 2)]
        desk.door.set()
        await until(lambda: len(desk.done) == 2)


async def test_a_job_that_is_done_may_come_again_and_its_number_is_one_of_its_kind() -> None:
    desk = Desk()
    async with open_queue(desk) as queue:
        queue.start()
        for kind in (Job.BUILD, Job.BUILD, Job.SEND):
            before = len(desk.done)
            while len(desk.done) == before:  # as the sweep does it: a hint that comes too early is lost
                await queue.put(kind, [1])
                await asyncio.sleep(0.01)
    assert desk.done == [(Job.BUILD, 1), (Job.BUILD, 1), (Job.SEND, 1)]


async def test_only_so_many_run_at_once() -> None:
    desk = Desk()
    desk.door.clear()
    async with open_queue(desk) as queue:
        queue.start()
        await queue.put(Job.BUILD, range(1, 101))
        await until(lambda: len(desk.running) >= AT_ONCE // 2)
        await asyncio.sleep(0.1)
        assert len(desk.running) <= AT_ONCE
        desk.door.set()
        await until(lambda: len(desk.done) == 100)
    assert desk.most <= AT_ONCE


async def test_a_bug_in_a_handler_is_logged_once_and_the_others_go_on() -> None:
    desk = Desk()
    desk.wrong = {1}
    with capture_logs() as logs:
        async with open_queue(desk) as queue:
            queue.start()
            await queue.put(Job.BUILD, [1, 2, 3])
            await until(lambda: len(desk.done) == 2)
            await queue.put(Job.BUILD, [4])
            await until(lambda: len(desk.done) == 3)
    assert [(each["event"], each["job"], each["digest"]) for each in logs] == [
        ("a bug in a digest", "build", 1)
    ]


async def test_at_the_end_what_runs_may_finish_and_what_waits_is_dropped() -> None:
    desk = Desk()
    desk.door.clear()
    async with open_queue(desk) as queue:
        queue.start()
        await queue.put(Job.SEND, [1])
        await until(lambda: bool(desk.running))
        stopping = asyncio.create_task(queue.stop(3))
        await asyncio.sleep(0.05)
        assert not stopping.done()
        await queue.put(Job.SEND, [2])
        desk.door.set()
        await stopping
    assert desk.done == [(Job.SEND, 1)]


async def test_what_runs_longer_than_the_grace_is_cut_off() -> None:
    desk = Desk()
    desk.door.clear()
    async with open_queue(desk) as queue:
        queue.start()
        await queue.put(Job.SEND, [1])
        await until(lambda: bool(desk.running))
        await asyncio.wait_for(queue.stop(0.05), 3)
        await until(lambda: not desk.running)
    assert desk.done == []


async def test_a_queue_that_never_began_ends_at_once() -> None:
    desk = Desk()
    async with open_queue(desk) as queue:
        await queue.put(Job.BUILD, [1])
    assert desk.done == []
