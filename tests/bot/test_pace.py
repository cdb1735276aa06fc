"""Messages keep Telegram's limits whatever comes at once, and answers go before digests."""

import asyncio
import itertools
import selectors
from collections.abc import Callable, Coroutine
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pace import MOST_REST_SECONDS, PER_MINUTE_IN_GROUP, PER_SECOND, Pace, Window


class _NoWait(selectors.SelectSelector):
    """Waiting takes no time: the clock moves on instead."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        self.now += timeout or 0.0
        return super().select(0)


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._waiting = _NoWait()
        super().__init__(self._waiting)

    def time(self) -> float:
        return self._waiting.now


Sent = list[tuple[float, int]]


def played(story: Callable[[Pace, Sent], Coroutine[Any, Any, None]]) -> Sent:
    """What went out when, in seconds of a clock that does not wait."""
    sent: Sent = []

    async def play() -> None:
        await story(Pace(), sent)

    with asyncio.Runner(loop_factory=_Loop) as runner:
        runner.run(play())
    return sent


async def send(pace: Pace, sent: Sent, chat: int, *, patient: bool = True, takes: float = 0.0) -> None:
    async with pace.turn(chat, patient=patient):
        sent.append((asyncio.get_running_loop().time(), chat))
        await asyncio.sleep(takes)


def most_in(times: list[float], seconds: float) -> int:
    """The most in any span of so many seconds."""
    return max(sum(start <= time < start + seconds - 1e-6 for time in times) for start in times)


def test_in_no_second_do_more_go_out_than_the_limit_not_even_in_the_first() -> None:
    async def burst(pace: Pace, sent: Sent) -> None:
        await asyncio.gather(*(send(pace, sent, chat) for chat in range(1, 101)))

    sent = played(burst)
    assert len(sent) == 100
    assert most_in([time for time, _ in sent], 1) <= PER_SECOND
    assert sent[-1][0] < 100 / PER_SECOND + 0.1, "and no slower than that"


def test_a_chat_gets_one_a_second_counted_from_the_end_of_the_last_call() -> None:
    async def parts(pace: Pace, sent: Sent) -> None:
        for _ in range(3):
            await send(pace, sent, 1, takes=0.7)

    assert [round(time, 2) for time, _ in played(parts)] == [0.0, 1.7, 3.4]


def test_a_rest_does_not_let_two_messages_of_a_chat_out_together() -> None:
    async def rested(pace: Pace, sent: Sent) -> None:
        pace.rest(30)
        await asyncio.gather(send(pace, sent, 1), send(pace, sent, 1))

    times = [time for time, _ in played(rested)]
    assert times[0] >= 30
    assert times[1] - times[0] >= 1


def test_a_group_gets_twenty_in_any_minute() -> None:
    async def chatty(pace: Pace, sent: Sent) -> None:
        await asyncio.gather(*(send(pace, sent, -100) for _ in range(50)))

    times = [time for time, _ in played(chatty)]
    assert most_in(times, 60) == PER_MINUTE_IN_GROUP


def test_a_slow_group_does_not_hold_up_others() -> None:
    async def both(pace: Pace, sent: Sent) -> None:
        await asyncio.gather(*(send(pace, sent, -100) for _ in range(30)), send(pace, sent, 7))

    assert next(time for time, chat in played(both) if chat == 7) < 2


def test_an_answer_waits_for_one_digest_at_most() -> None:
    async def answered(pace: Pace, sent: Sent) -> None:
        digests = [asyncio.create_task(send(pace, sent, chat)) for chat in range(1, 200)]
        await asyncio.sleep(1)
        await send(pace, sent, 999, patient=False)
        await asyncio.gather(*digests)

    assert next(time for time, chat in played(answered) if chat == 999) <= 1 + 2 / PER_SECOND


def test_in_a_storm_one_at_a_time_goes_and_rests_grow() -> None:
    async def storm(pace: Pace, sent: Sent) -> None:
        async def fails(chat: int) -> None:
            async with pace.turn(chat):
                sent.append((asyncio.get_running_loop().time(), chat))
                pace.storm()

        await asyncio.gather(*(fails(chat) for chat in range(1, 10)))

    times = [time for time, _ in played(storm)]
    rests = [after - before for before, after in itertools.pairwise(times)]
    assert rests == sorted(rests)
    assert rests[-1] >= MOST_REST_SECONDS


@given(st.integers(1, 30), st.floats(0.1, 100), st.lists(st.floats(0, 50), min_size=1, max_size=80))
@settings(max_examples=60)
def test_a_window_never_holds_more_than_it_may(most: int, seconds: float, gaps: list[float]) -> None:
    window, now, times = Window(most, seconds), 0.0, []
    for gap in gaps:
        now += gap
        now += window.wait(now)
        window.take(now)
        times.append(now)
    assert most_in(times, seconds) <= most
