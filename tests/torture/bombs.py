"""Hostile documents through the real workers: each ends in time, with an article or an error that has a name."""

import asyncio
import os
import socket
import sys
import tempfile
import time
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.locale import translator
from bot.messages.summary import summary as as_message
from bot.workers import Workers
from summarizer import parse_feed, summarize
from summarizer.article.documents import read_document, read_text
from summarizer.errors import NotReadable, SummarizerError
from summarizer.feed.discover import find_feeds
from summarizer.types import Article, File, Options
from tests.torture import hostile
from tests.torture.table import Lag, Row, lag, resident, timed

ROOT = Path(__file__).parents[2]
DEADLINE = 10.0
SPARE = 1.0  # seconds in which a worker that is over its deadline is ended
GROWTH = 50.0  # MiB that our own process may grow by over all cases
FAILING = 30
LAG = 0.1  # seconds at the 99th percentile
SECRET = "a-line-that-no-feed-may-read"


@dataclass(frozen=True, slots=True)
class Bomb:
    """A case: what is done in a worker, and with what; `table` and `key` say which generator makes that."""

    case: str
    table: str
    key: str
    act: Callable[..., object]
    name: str = ""
    mime: str | None = None


def make(table: str, key: str, file: Path) -> None:
    """Write the bytes of a case, in a process of its own so that making them costs ours nothing."""
    made = getattr(hostile, table)[key]
    file.write_bytes((made[2] if isinstance(made, tuple) else made)())


def read_and_condense(data: bytes, name: str, mime: str | None) -> str:
    """A file as it is when somebody sends it."""
    return _condensed(read_document(File(name, mime, data)))


def condense_text(data: bytes, name: str, _mime: str | None) -> str:
    """A text as it is when somebody pastes it."""
    return _condensed(read_text(data.decode("utf-8", "surrogatepass"), name))


def feed(data: bytes, *_: object) -> str:
    """A feed as it is when it is looked at."""
    parsed = parse_feed(data, "http://feed.example.org/")
    assert SECRET not in repr(parsed)
    for entry in parsed.entries:
        for field in (entry.guid, entry.url, entry.title, entry.text, entry.author):
            (field or "").encode("utf-8")  # else no database takes it
    return f"feed of {len(parsed.entries)}"


def refuse(*_: object) -> str:
    """A document that can't be read."""
    raise NotReadable("no_text")


def feeds_of_page(data: bytes, *_: object) -> str:
    """A page that is asked which feeds it has."""
    return f"{len(find_feeds(data, 'http://feed.example.org/'))} feeds"


def _condensed(article: Article) -> str:
    made = summarize(article, Options())
    body = as_message(translator("en"), made, 1, 5).body
    assert body.text
    body.text.encode("utf-8")
    return f"{made.outcome} {len(made.bullets)} bullets"


# What the case begins with, the generators, what is done, and the name of the file.
KINDS: tuple[tuple[str, str, Callable[[bytes, str, str | None], str], str], ...] = (
    ("page", "PAGES", read_and_condense, "a.html"),
    ("feeds of a page", "PAGES", feeds_of_page, ""),
    ("feed", "FEEDS", feed, ""),
    ("PDF", "PDFS", read_and_condense, "a.pdf"),
    ("DOCX", "DOCX", read_and_condense, "a.docx"),
    ("EPUB", "EPUBS", read_and_condense, "a.epub"),
    ("RTF", "RTFS", read_and_condense, "a.rtf"),
    ("mail", "MAILS", read_and_condense, "a.eml"),
    ("text", "TEXTS", condense_text, ""),
    ("Markdown", "TEXTS", read_and_condense, "a.md"),
    ("sign", "SIGNS", condense_text, ""),
    ("sign in Markdown", "SIGNS", read_and_condense, "a.md"),
)


def bombs() -> Iterator[Bomb]:
    """All of them, but for feeds that point at an address of ours."""
    for kind, table, act, name in KINDS:
        yield from (Bomb(f"{kind}: {key}", table, key, act, name) for key in getattr(hostile, table))
    for key, (name, mime, _) in hostile.LIARS.items():
        yield Bomb(f"liar: {key}", "LIARS", key, read_and_condense, name, mime)


class Bench:
    """A pool that is measured, one that makes the input, and what was seen."""

    def __init__(self, pool: Workers, kitchen: Workers, folder: Path) -> None:
        self._pool, self._kitchen, self._file = pool, kitchen, folder / "bomb"

    async def row(self, bomb: Bomb, data: bytes | None = None) -> Row:
        """Run one case."""
        if data is None:
            await self._kitchen.run(make, bomb.table, bomb.key, self._file)
            data = self._file.read_bytes()
        pid = await self._pool.run(os.getpid)  # a fresh one where the last was ended
        async with _peak(pid) as peak:
            with timed() as clock:
                outcome, wrong = await _outcome(self._pool.run(bomb.act, data, bomb.name, bomb.mime))
        if clock.seconds > DEADLINE + SPARE:
            wrong = "too slow"
        return Row(bomb.case, outcome, clock.seconds, peak[0], wrong)


@asynccontextmanager
async def _peak(pid: int) -> AsyncIterator[list[float]]:
    """The most memory that a process held within a block, in MiB, looked at 50 times a second."""
    most = [resident(pid)]

    async def watch() -> None:
        while True:
            most[0] = max(most[0], resident(pid))
            await asyncio.sleep(0.02)

    task = asyncio.create_task(watch())
    try:
        yield most
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        most[0] = max(most[0], resident(pid))


async def _outcome(run: Awaitable[Any]) -> tuple[str, str]:
    """What came of it, and whether that has no name."""
    try:
        return str(await run), ""
    except SummarizerError as error:
        return f"{type(error).__name__} {error.reason}", ""
    except Exception as error:  # noqa: BLE001 - a bug is what is looked for
        return f"{type(error).__name__}: {error}"[:60], "an error without a name"


class Bait:
    """A file and an address that no parser may open."""

    def __init__(self, file: Path, listener: socket.socket) -> None:
        self.file, self._listener = file, listener

    @property
    def addresses(self) -> dict[str, str]:
        host, port = self._listener.getsockname()
        return {"a file": self.file.as_uri(), "a path": str(self.file), "HTTP": f"http://{host}:{port}/x"}

    def taken(self) -> bool:
        """Whether somebody connected."""
        try:
            self._listener.accept()[0].close()
        except BlockingIOError:
            return False
        return True


@contextmanager
def _bait() -> Iterator[Bait]:
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        file = Path(folder) / "secret"
        file.write_text(SECRET, "utf-8")
        yield Bait(file, listener)


async def _held(bench: Bench) -> Row:
    """What our own process keeps of documents of 5 MB that failed: no more than a few at a time."""
    before, bomb = resident(), Bomb("", "", "", refuse)
    with timed() as clock:
        for number in range(FAILING):
            await bench.row(bomb, bytes([number]) * 5_000_000)
    grown = resident() - before
    wrong = "they are kept" if grown > GROWTH / 2 else ""
    return Row(f"{FAILING} documents of 5 MB that fail", "NotReadable no_text", clock.seconds, grown, wrong)


async def _pointing(bench: Bench) -> AsyncIterator[Row]:
    """Feeds that would have their reader open a file or an address."""
    with _bait() as bait:
        for key, written in hostile.POINTING.items():
            for what, where in bait.addresses.items():
                row = await bench.row(Bomb(f"feed: {key} to {what}", "", "", feed), written(where))
                wrong = "the address was opened" if bait.taken() else row.fault
                yield Row(row.case, row.outcome, row.seconds, row.memory, wrong)


@asynccontextmanager
async def _bench() -> AsyncIterator[Bench]:
    with tempfile.TemporaryDirectory() as folder:
        async with Workers(1, deadline=DEADLINE) as pool, Workers(1, deadline=120) as kitchen:
            yield Bench(pool, kitchen, Path(folder))


async def rows() -> AsyncIterator[Row]:
    """A row for each bomb, and what our own process felt of them."""
    yield await _kill()
    async with _bench() as bench:
        warm = Bomb("", "PAGES", "UTF-7", read_and_condense, "a.html")
        await bench.row(warm)
        yield await _held(bench)
        before, start = resident(), time.monotonic()
        async with lag() as late:
            for bomb in bombs():
                yield await bench.row(bomb)
            async for row in _pointing(bench):
                yield row
        yield _ours(time.monotonic() - start, resident() - before, late)


def _ours(seconds: float, grown: float, late: Lag) -> Row:
    faults = {"it grew too much": grown > GROWTH, "its loop lags": late.p99 > LAG}
    outcome = f"lag {late.p99 * 1000:.0f} ms at p99, {max(late.seen) * 1000:.0f} at most"
    wrong = ", ".join(fault for fault, is_so in faults.items() if is_so)
    return Row("our own process over all these", outcome, seconds, grown, wrong)


async def _kill() -> Row:
    """The test of the suite, as a row."""
    test = "tests/bot/test_workers.py::test_no_worker_outlives_its_parent"
    with timed() as clock:
        run = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "pytest", "-q", test, stdout=DEVNULL, stderr=DEVNULL, cwd=ROOT
        )
        wrong = "" if await run.wait() == 0 else "a worker outlived it"
    return Row("kill -9 of the parent", "no worker is left", clock.seconds, fault=wrong)
