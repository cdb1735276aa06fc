"""What the sweeps and a digest ask of the database, each with its milliseconds and the tables that it reads whole."""

import re
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from sqlalchemy import event

from bot.roles.clock import JUST_NOW
from bot.storage import Database, Transaction, digests, feeds, items, schedules, stories
from bot.storage.items import Span
from tests.bench.chats import DAY, World

ROUNDS = 60
MOST = 2.0  # milliseconds
HEADS = ["query", "rows", "ms, median", "ms, p95", "of it in SQLite", "asked for", "reads whole"]
_WARM = 3  # rounds that don't count
_SWEEP = 500  # digests and schedules of one
Ask = Callable[[Transaction, int], Awaitable[Any]]
Statement = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Query:
    """`ask` gets a transaction and a chat that was sent digests; `most` are the milliseconds asked for."""

    name: str
    ask: Ask
    most: float | None = None
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of each round, with its transaction; `alone` are those of SQLite with nothing around it."""

    rows: int
    times: Sequence[float]
    alone: float
    whole: Sequence[str]  # tables

    @property
    def p95(self) -> float:
        """Nineteen of twenty rounds took no longer."""
        return quantiles(self.times, n=20, method="inclusive")[-1]


def of_sweeps(world: World, now: datetime) -> list[Query]:
    """What is asked every few seconds, whether or not there is anything to do."""
    busy = now + DAY * 400 / world.size.chats
    soon = now + timedelta(hours=1) * 400 / world.size.feeds

    async def leases(tx: Transaction, _: int) -> Sequence[int]:
        await digests.recover(tx, now)
        return await digests.give_up(tx, 5)

    return [
        Query("due chats, none is", lambda tx, _: schedules.due(tx, now, 1), MOST),
        Query("due chats, 400 are", lambda tx, _: schedules.due(tx, busy, _SWEEP), MOST),
        Query("open digests, none is", lambda tx, _: digests.open_ones(tx, now)),
        Query("digests whose lease is over, none is", leases, writes=True),
        Query("due feeds, none is", lambda tx, _: feeds.due(tx, now, 1000)),
        Query("due feeds, 400 are", lambda tx, _: feeds.due(tx, soon, 1000)),
        Query("items to be read, none is", lambda tx, _: items.to_read(tx, now, 100)),
        Query("news as it comes, none is", lambda tx, _: items.instant(tx, now, now - JUST_NOW, _SWEEP)),
        Query("of 14 days, once a minute", lambda tx, _: items.instant(tx, now, now - 14 * DAY, _SWEEP)),
        Query("feeds in trouble, none is", lambda tx, _: feeds.to_tell(tx, now - 7 * DAY, 50)),
    ]


def of_digests(world: World, now: datetime) -> list[Query]:
    """What is asked for each digest."""

    def new(days: int) -> Ask:
        return lambda tx, chat: items.of_chat(tx, chat, Span(now - days * DAY), now, 500)

    async def before(tx: Transaction, chat: int) -> datetime | None:
        digest = await digests.get(tx, world.digest(chat, 1))
        assert digest is not None
        return await digests.before(tx, digest)

    return [
        Query("new articles of a chat, a day", new(1), MOST),
        Query("new articles of a chat, 14 days", new(14), MOST),
        Query(
            "what a chat was told in 7 days",
            lambda tx, chat: stories.told_articles(tx, chat, now - 7 * DAY, None, 300),
        ),
        Query("the digest before", before),
        Query("feeds of a chat to look at, none is", lambda tx, chat: feeds.stale(tx, chat, now - DAY)),
    ]


async def cost(database: Database, path: Path, query: Query, asked_by: Sequence[int]) -> Cost:
    """What a query costs, asked by one chat after the other."""
    times, rows = [], []
    for number in range(_WARM + ROUNDS):
        began = time.perf_counter()
        async with _transaction(database, query) as tx:
            found = await query.ask(tx, asked_by[number % len(asked_by)])
        times.append(_since(began))
        rows.append(len(found) if isinstance(found, Sequence) else int(found is not None))
    async with _transaction(database, query) as tx:
        with _said(tx) as statements:
            await query.ask(tx, asked_by[0])
    with closing(sqlite3.connect(path)) as connection:
        alone = median(_alone(connection, statements) for _ in range(ROUNDS))
        whole = read_whole(_plan(connection, statements), _partial(connection))
    return Cost(round(median(rows)), times[_WARM:], alone, whole)


@asynccontextmanager
async def _transaction(database: Database, query: Query) -> AsyncIterator[Transaction]:
    async with database.begin() if query.writes else database.reading() as tx:
        yield tx


@contextmanager
def _said(tx: Transaction) -> Iterator[list[Statement]]:
    """The statements that reach the database within the block."""
    said: list[Statement] = []

    @event.listens_for(tx.sync_connection, "before_cursor_execute")
    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        said.append((statement, parameters))

    yield said


def _alone(connection: sqlite3.Connection, statements: Iterable[Statement]) -> float:
    """Milliseconds for the rows as SQLite gives them; what was written is taken back."""
    began = time.perf_counter()
    for statement, parameters in statements:
        connection.execute(statement, parameters).fetchall()
    took = _since(began)
    connection.rollback()
    return took


def _since(began: float) -> float:
    return 1000 * (time.perf_counter() - began)


def _plan(connection: sqlite3.Connection, statements: Iterable[Statement]) -> list[str]:
    """What SQLite would do, step by step."""
    asked = (connection.execute(f"EXPLAIN QUERY PLAN {text}", values) for text, values in statements)
    return [str(step[-1]) for steps in asked for step in steps]


def read_whole(steps: Iterable[str], partial: Collection[str]) -> list[str]:
    """The tables of a plan that are read from end to end, each once; rows made in passing are none.

    An index that holds only some rows, one of `partial`, is not a table.
    """
    found = (re.match(r"SCAN (?!CONSTANT)(\w+)(?:.* INDEX (\w+))?", step) for step in steps)
    return list(dict.fromkeys(each[1] for each in found if each and each[2] not in partial))


def _partial(connection: sqlite3.Connection) -> set[str]:
    """The indexes that hold only some rows of their table."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'")
    return {str(name) for (name,) in rows}


def verdict(middle: float, high: float, most: float) -> str:
    """Whether a bound holds: for nineteen of twenty, for half, or not."""
    if high < most:
        return "holds"
    return "holds at the median" if middle < most else "does not hold"


def line(query: Query, cost: Cost) -> list[str]:
    """A query's row of the table."""
    middle = median(cost.times)
    asked = f"{query.most:.0f}: {verdict(middle, cost.p95, query.most)}" if query.most else "-"
    figures = (f"{each:.2f}" for each in (middle, cost.p95, cost.alone))
    return [query.name, str(cost.rows), *figures, asked, ", ".join(cost.whole) or "-"]
