"""What several want at the same time is done once, and nobody's impatience ends it for the others."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.once import Once


class Work:
    """Something that takes until the test lets it end."""

    def __init__(self) -> None:
        self.begun = self.ended = 0
        self.free = asyncio.Event()

    async def do(self, answer: object = "done") -> object:
        """Give the answer, or raise it."""
        self.begun += 1
        await self.free.wait()
        self.ended += 1
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
async def once() -> AsyncIterator[Once]:
    made = Once()
    yield made
    await made.aclose()


async def a_moment() -> None:
    """Long enough for whatever can begin to have begun."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_what_is_under_way_is_not_begun_again(once: Once) -> None:
    work = Work()
    wanting = [asyncio.create_task(once.run("a feed", work.do())) for _ in range(20)]
    await a_moment()
    work.free.set()
    assert await asyncio.gather(*wanting) == ["done"] * 20
    assert (work.begun, work.ended) == (1, 1)


async def test_what_has_ended_is_begun_anew(once: Once) -> None:
    work = Work()
    work.free.set()
    assert [await once.run("a feed", work.do(number)) for number in range(3)] == [0, 1, 2]


async def test_things_of_different_names_are_done_side_by_side(once: Once) -> None:
    work = Work()
    wanting = [asyncio.create_task(once.run(("feed", number), work.do(number))) for number in range(3)]
    await a_moment()
    assert work.begun == 3
    work.free.set()
    assert await asyncio.gather(*wanting) == [0, 1, 2]


async def test_everybody_who_waits_hears_of_a_failure_and_the_next_one_tries_again(once: Once) -> None:
    work = Work()
    wanting = [asyncio.create_task(once.run("a feed", work.do(ValueError("no")))) for _ in range(3)]
    await a_moment()
    work.free.set()
    failed = await asyncio.gather(*wanting, return_exceptions=True)
    assert [str(error) for error in failed] == ["no"] * 3
    assert await once.run("a feed", work.do("yes")) == "yes"


async def test_somebody_who_stops_waiting_does_not_end_it_for_the_others(once: Once) -> None:
    work = Work()
    first = asyncio.create_task(once.run("a feed", work.do()))
    await a_moment()
    second = asyncio.create_task(once.run("a feed", work.do()))
    await a_moment()
    first.cancel()
    await a_moment()
    work.free.set()
    assert await second == "done"
    assert first.cancelled()
    assert (work.begun, work.ended) == (1, 1)


async def test_what_nobody_waits_for_any_more_ends_all_the_same(once: Once) -> None:
    work = Work()
    only = asyncio.create_task(once.run("a feed", work.do()))
    await a_moment()
    only.cancel()
    await a_moment()
    work.free.set()
    await a_moment()
    assert work.ended == 1


async def test_others_are_waited_for_however_they_end(once: Once) -> None:
    work = Work()
    wanting = [
        asyncio.create_task(once.run(name, work.do(answer)))
        for name, answer in (("one", "done"), ("two", ValueError("no")))
    ]
    await a_moment()
    waiting = asyncio.create_task(once.others(["one", "two", "nobody does this"]))
    await a_moment()
    assert not waiting.done()
    work.free.set()
    await waiting
    assert work.ended == 2
    await asyncio.gather(*wanting, return_exceptions=True)
    await once.others(["one"])


async def test_closing_ends_what_is_under_way(once: Once) -> None:
    work = Work()
    wanting = asyncio.create_task(once.run("a feed", work.do()))
    await a_moment()
    await once.aclose()
    with pytest.raises(asyncio.CancelledError):
        await wanting
    assert (work.begun, work.ended) == (1, 0)
