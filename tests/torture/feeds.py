"""A thousand feeds of which three hundred never answer: the others must hardly notice."""

import asyncio
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot import resources as opening
from bot.feeds import refresh
from bot.models import ChatKind, Feed
from bot.resources import Resources
from bot.storage import chats, feeds
from config.settings import Settings
from summarizer.article.dial import VettedBackend
from summarizer.article.fetch import Fetcher
from summarizer.article.guard import policy_from
from tests.torture.table import Lag, Row, lag, resident, timed

ALL, HANGING = 1000, 300
MOST = 1.2  # times the seconds of the good feeds alone
ROUNDS = 3  # a machine that others share is a fifth slower now and then
GIVEN_UP = 3.0  # times, where waiting for the rest would tell no more
XML = (
    '<rss version="2.0"><channel><title>Paper {0}</title>'
    '<item><guid isPermaLink="false">{0}</guid><title>Story {0}</title></item></channel></rss>'
)

Look = Callable[[Resources], Awaitable[None]]


class Press:
    """Serves all feeds; asked for one that hangs, it never answers."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode():
                number = int(head.split("/", 2)[1].split(".")[0])
                if _hangs(number):
                    await reader.read()  # until the other side hangs up
                    break
                writer.write(_answer(XML.format(number)))
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()


def _hangs(number: int) -> bool:
    return number * HANGING // ALL != (number + 1) * HANGING // ALL


def _answer(body: str) -> bytes:
    head = f"Content-Type: application/rss+xml\r\nContent-Length: {len(body)}\r\nConnection: close"
    return f"HTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}".encode()


class Home:
    """Every name is this machine, so that each feed has a host of its own."""

    async def resolve(self, host: str, port: int, seconds: float) -> list[str]:  # noqa: ARG002 - a Resolver's signature
        return ["127.0.0.1"]


@dataclass(frozen=True, slots=True)
class Run:
    """How long the good feeds took, and how many of them were done by then."""

    seconds: float
    done: int
    lag: Lag
    grown: float


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        yield Path(name)


@asynccontextmanager
async def _bot(folder: Path) -> AsyncIterator[Resources]:
    settings = Settings(token="1000:abcdef", data_dir=folder, fetch_allow_private="127.0.0.0/8")
    policy = policy_from(settings.fetch_allow_private)
    async with opening.opened(settings) as made, Fetcher(policy, VettedBackend(policy, Home())) as http:
        yield replace(made, http=http)


async def _subscribed(bot: Resources, port: int, hanging: bool) -> None:
    async with bot.database.begin() as tx:
        await chats.remember(tx, 1, ChatKind.PRIVATE, "You")
        for number in range(ALL):
            if hanging or not _hangs(number):
                url = f"http://feed{number}.example.org:{port}/{number}.xml"
                feed = await feeds.add(tx, url, "Paper", bot.now())
                await feeds.subscribe(tx, 1, feed.id, bot.now())


async def _waiting(bot: Resources) -> list[Feed]:
    async with bot.database.reading() as tx:
        return [*await feeds.due(tx, bot.now(), limit=ALL)]


def _done(bot: Resources) -> int:
    """How many of the good feeds were looked at; asked of the file itself, so that asking costs next to nothing."""
    query = "SELECT count(*) FROM feeds WHERE checked_at IS NOT NULL AND failures = 0"
    with closing(sqlite3.connect(bot.settings.database_path)) as connection:
        found: int = connection.execute(query).fetchone()[0]
    return found


async def _all_at_once(bot: Resources) -> None:
    await refresh.check_all(bot, await _waiting(bot))


async def _as_the_clock_does(bot: Resources) -> None:
    while True:
        await refresh.due(bot)
        await asyncio.sleep(0.2)


async def _measured(look: Look, hanging: bool, most: float) -> Run:
    """Run until the good feeds are done or `most` seconds are over."""
    with _folder() as folder:
        press = Press()
        async with await asyncio.start_server(press.serve, "127.0.0.1", 0) as server, _bot(folder) as bot:
            await _subscribed(bot, server.sockets[0].getsockname()[1], hanging)
            await bot.workers.run(abs, 1)  # its start is no part of the look
            before = resident()
            async with lag() as late:
                with timed() as clock:
                    done = await _until_done(bot, look, most)
            return Run(clock.seconds, done, late, resident() - before)


async def _until_done(bot: Resources, look: Look, most: float) -> int:
    task, good = asyncio.ensure_future(look(bot)), ALL - HANGING
    try:
        async with asyncio.timeout(most):
            while _done(bot) < good and not task.done():
                await asyncio.sleep(0.1)
    except TimeoutError:
        pass
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    return _done(bot)


async def rows() -> AsyncIterator[Row]:
    """Both ways of looking, each without the feeds that hang and with them; the best of some rounds, turn by turn."""
    for name, look in (("check_all", _all_at_once), ("due, as the clock calls it", _as_the_clock_does)):
        rounds = [await _both(look) for _ in range(ROUNDS)]
        alone, both = (min(runs, key=lambda run: run.seconds) for runs in zip(*rounds, strict=True))
        yield _row(f"{name}: {ALL - HANGING} feeds", alone, "")
        times = both.seconds / alone.seconds
        slow = f"{times:.2f} times as long, at most {MOST}" if times > MOST else ""
        yield _row(f"{name}: with {HANGING} that hang", both, slow)


async def _both(look: Look) -> tuple[Run, Run]:
    alone = await _measured(look, hanging=False, most=300)
    return alone, await _measured(look, hanging=True, most=alone.seconds * GIVEN_UP)


def _row(name: str, run: Run, slow: str) -> Row:
    missing = f"{ALL - HANGING - run.done} are not done" if run.done < ALL - HANGING else ""
    outcome = f"{run.done} done, lag {run.lag.p99 * 1000:.0f} ms"
    return Row(name, outcome, run.seconds, run.grown, ", ".join(filter(None, (slow, missing))))
