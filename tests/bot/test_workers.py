"""Processes that can be killed."""

import asyncio
import os
import signal
import subprocess
import sys
import time

import psutil  # type: ignore[import-untyped]
import pytest

from bot.workers import Workers
from summarizer.errors import NotReadable, TooHeavy

PARENT = """
import asyncio, time
from bot.workers import Workers
async def main():
    workers = Workers(2)
    tasks = [asyncio.create_task(workers.run(time.sleep, 60)) for _ in range(2)]
    import os
    pids = []
    while len(pids) < 2:
        await asyncio.sleep(0.1)
        import psutil
        pids = [each.pid for each in psutil.Process().children() if "spawn_main" in " ".join(each.cmdline())]
    await asyncio.sleep(1)
    print(*pids, flush=True)
    await asyncio.gather(*tasks)
if __name__ == "__main__":
    asyncio.run(main())
"""


def refuse(reason: str) -> None:
    raise NotReadable(reason, "a.example")


def take_all_memory() -> int:
    return len(bytearray(2**40))


async def test_a_value_comes_back() -> None:
    async with Workers(2) as workers:
        assert await asyncio.gather(*(workers.run(pow, 2, power) for power in range(8))) == [
            1,
            2,
            4,
            8,
            16,
            32,
            64,
            128,
        ]
        assert await workers.run(os.getpid) != os.getpid()


async def test_an_error_comes_back_as_itself() -> None:
    async with Workers(1) as workers:
        with pytest.raises(NotReadable) as caught:
            await workers.run(refuse, "no_text")
        assert (caught.value.reason, caught.value.host) == ("no_text", "a.example")
        with pytest.raises(ZeroDivisionError):
            await workers.run(divmod, 1, 0)


async def test_a_task_that_hangs_is_killed_at_its_deadline() -> None:
    async with Workers(1, deadline=1.0) as workers:
        pid = await workers.run(os.getpid)
        start = time.monotonic()
        with pytest.raises(TooHeavy):
            await workers.run(time.sleep, 60)
        assert time.monotonic() - start < 5
        assert not psutil.pid_exists(pid)
        assert await workers.run(pow, 2, 3) == 8


async def test_a_crash_fails_its_own_task_only() -> None:
    async with Workers(2) as workers:
        crash = workers.run(os._exit, 1)
        results = await asyncio.gather(
            crash, *(workers.run(pow, 2, 3) for _ in range(4)), return_exceptions=True
        )
    assert isinstance(results[0], TooHeavy)
    assert results[1:] == [8] * 4


async def test_a_task_that_takes_all_memory_fails() -> None:
    async with Workers(1) as workers:
        with pytest.raises(TooHeavy):
            await workers.run(take_all_memory)


async def test_an_idle_pool_closes_and_opens_again() -> None:
    async with Workers(1, idle=0.2) as workers:
        assert not workers.running
        pid = await workers.run(os.getpid)
        assert workers.running
        async with asyncio.timeout(5):
            while workers.running or psutil.pid_exists(pid):
                await asyncio.sleep(0.05)
        assert await workers.run(pow, 2, 3) == 8


async def test_closing_does_not_wait_for_work() -> None:
    workers = Workers(1)
    await workers.run(pow, 2, 3)
    hanging = asyncio.create_task(workers.run(time.sleep, 60))
    await asyncio.sleep(0.2)
    start = time.monotonic()
    await workers.aclose()
    assert time.monotonic() - start < 3
    hanging.cancel()
    await asyncio.gather(hanging, return_exceptions=True)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_no_worker_outlives_its_parent(tmp_path: object) -> None:
    script = f"{tmp_path}/parent.py"
    with open(script, "w", encoding="utf-8") as file:  # noqa: PTH123 - a string is all that is known of the path
        file.write(PARENT)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, text=True, env=environment
    ) as parent:
        assert parent.stdout
        pids = [int(word) for word in parent.stdout.readline().split()]
        assert len(pids) == 2
        parent.kill()
    end = time.monotonic() + 5
    while any(map(psutil.pid_exists, pids)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(psutil.pid_exists, pids))
