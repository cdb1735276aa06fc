"""A month of 10,000 articles a day: what is kept grows until its time is over, and no further.

The days pass by the bot's clock. The rows are those that the storage writes, many at a time so that a day takes seconds.
They are forgotten by the bot's own housekeeping, while another task writes a row again and again and measures how long
that takes.
"""

import asyncio
import json
import os
import random
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot import resources as opening
from bot.feeds.refresh import DIGEST_OPTIONS
from bot.models import ChatKind, DigestKind, DigestState, Outlet, Point, Story
from bot.playground.clock import write_offset
from bot.resources import Resources
from bot.roles.housekeeping import keep_house
from bot.storage import Transaction, chats, digests, feeds, saved, stories, tables, updates
from config.settings import Settings
from tests.torture.table import MIB, Row, timed

ARTICLES = int(os.environ.get("NUTGRAF_DISK_ARTICLES", "10000"))  # a day
DAYS = int(os.environ.get("NUTGRAF_DISK_DAYS", "30"))
# Both are over within the month; feeds list their items for a day.
KEEP_TEXTS = int(os.environ.get("NUTGRAF_DISK_TEXTS", "5"))
KEEP_ITEMS = int(os.environ.get("NUTGRAF_DISK_ITEMS", "12"))
STEADY = KEEP_ITEMS + 2  # the day from which on nothing may grow
MOST = 1.05  # times the size of that day
WAL_MOST = 64.0  # MiB
WAIT_MOST = 1.0  # seconds for another writer
PATIENCE = 120.0  # seconds for a day's housekeeping, which the bot does hour by hour
FEEDS, CHATS, TOLD, PASSED = 100, 5, 20, 200
BATCH = 250  # articles of a transaction of ours
START = datetime(2026, 1, 1, 4, tzinfo=UTC)
SEED = 7

_COUNTS = {
    "items": "SELECT count(*) FROM items",
    "articles": "SELECT count(*) FROM articles",
    "words": "SELECT count(*) FROM article_words_docsize",
    "texts": "SELECT count(*) FROM articles WHERE text != ''",
    "digests": "SELECT count(*) FROM digests",
    "saved": "SELECT count(*) FROM saved",
}


@dataclass(frozen=True, slots=True)
class Day:
    """What a day ended with: bytes, and seconds."""

    size: int
    wal: int
    words: int
    house: float
    wait: float


class Writer:
    """Makes texts of words that are about as frequent as those of a language."""

    def __init__(self) -> None:
        self.rng = random.Random(SEED)
        self._words = [
            "".join(self.rng.choices("etaoinshrdlucmfwypvbgk", k=3 + n % 9)) for n in range(20_000)
        ]
        self._weights = [1 / (rank + 3) for rank in range(len(self._words))]
        self._pool = self.rng.choices(self._words, self._weights, k=400_000)

    def text(self, size: int) -> str:
        """About so many characters."""
        count = size // 7
        place = self.rng.randrange(len(self._pool) - count)
        return " ".join(self._pool[place : place + count])


@dataclass(slots=True)
class Month:
    """The run."""

    folder: Path
    writer: Writer = field(default_factory=Writer)
    days: list[Day] = field(default_factory=list)
    fault: str = ""

    @property
    def settings(self) -> Settings:
        return Settings(
            token="1000:disk",
            data_dir=self.folder,
            clock_file=self.folder / "clock",
            keep_texts=KEEP_TEXTS,
            keep_items=KEEP_ITEMS,
        )

    @property
    def path(self) -> Path:
        return self.folder / "nutgraf.db"

    def move(self, day: int) -> None:
        moment = START + timedelta(days=day)
        write_offset(self.folder / "clock", (moment - datetime.now(UTC)).total_seconds())


async def rows() -> AsyncIterator[Row]:
    """One run, then what is kept, its sizes, and the waits."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name, timed() as clock:
        month = Month(Path(name))
        month.move(0)
        async with opening.opened(month.settings) as bot:
            await _seed(bot)
            while len(month.days) < DAYS and not month.fault:
                month.move(len(month.days))
                await _written(bot, month.writer)
                month.days.append(await _kept(bot, month))
        kept = _rows_kept(month.path)
    yield Row(f"{len(month.days)} days of {ARTICLES} articles", kept.said, clock.seconds, None, kept.fault)
    for row in _told(month):
        yield row


async def _seed(bot: Resources) -> None:
    async with bot.database.begin() as tx:
        now = bot.now()
        known = [await feeds.add(tx, f"https://{n}.example.org/", f"Paper {n}", now) for n in range(FEEDS)]
        for chat in range(1, CHATS + 1):
            await chats.remember(tx, chat, ChatKind.PRIVATE, "You")
            for feed in known:
                await feeds.subscribe(tx, chat, feed.id, now)


async def _written(bot: Resources, writer: Writer) -> None:
    """What feeds list, their articles with their bullets, and a digest for each chat."""
    now = bot.now()
    async with bot.database.begin() as tx:
        await tx.execute(update(tables.feeds).values(checked_at=now, listed_at=now))
        first = 1 + (await tx.scalar(select(func.coalesce(func.max(tables.items.c.id), 0))) or 0)
    for start in range(first, first + ARTICLES, BATCH):
        numbers = range(start, min(start + BATCH, first + ARTICLES))
        made = [_made(writer, number, now) for number in numbers]
        async with bot.database.begin() as tx:
            await _read(tx, made, now)
    async with bot.database.begin() as tx:
        for chat in range(1, CHATS + 1):
            mine = writer.rng.sample(range(first, first + ARTICLES), min(TOLD + PASSED, ARTICLES))
            await _digest(tx, writer, chat, mine, now)


@dataclass(frozen=True, slots=True)
class Made:
    """The rows of an article: of its item as it is found, of itself, of its bullets, and of its words."""

    item: dict[str, Any]
    article: dict[str, Any]
    summary: dict[str, Any]
    words: dict[str, Any]


def _made(writer: Writer, number: int, now: datetime) -> Made:
    paragraphs = [writer.text(400) for _ in range(writer.rng.randint(5, 10))]
    ends = [0, *accumulate(len(each) + 1 for each in paragraphs)]
    title, bullets = writer.text(70), [each[:133] for each in paragraphs[:3]]
    url = f"https://www.example.org/{number}/{writer.text(40).replace(' ', '-')}"
    both = {"url": url, "title": title, "published": now}
    body = {"bullets": [(each, [(0, 133)]) for each in bullets], "language": "en", "outcome": "ok"}
    item = {
        "id": number,
        "feed": number % FEEDS + 1,
        "guid": f"urn:{number}",
        "text": paragraphs[0],
        "tries": 0,
    }
    article = {"id": number, "key": url, "site": "Paper", "language": "en", "outcome": "ok", "read_at": now}
    blocks = json.dumps([("paragraph", start, end - 1) for start, end in pairwise(ends)])
    method = {"method": DIGEST_OPTIONS.method, "sentences": DIGEST_OPTIONS.sentences}
    return Made(
        item | both | {"author": "A. Writer", "found_at": now, "seen_at": now, "wanted": True},
        article | both | {"text": "\n".join(paragraphs), "blocks": blocks},
        method | {"article": number, "body": json.dumps(body | {"words": (500, 60)})},
        {"article": number, "title": title, "body": " ".join(bullets)},
    )


async def _read(tx: Transaction, made: Sequence[Made], now: datetime) -> None:
    """What `items.found`, `articles.keep`, `keep_summary`, `search.index` and `items.ready` write, for many at once."""
    await tx.execute(insert(tables.items), [each.item for each in made])
    await tx.execute(insert(tables.articles), [each.article for each in made])
    await tx.execute(insert(tables.summaries), [each.summary for each in made])
    words = "INSERT INTO article_words (rowid, title, body) VALUES (:article, :title, :body)"
    await tx.execute(text(words), [each.words for each in made])
    mine = tables.items.c.id.in_([each.item["id"] for each in made])
    ready = update(tables.items).where(mine).values(article=tables.items.c.id, ready_at=now, text=None)
    await tx.execute(ready)


async def _digest(tx: Transaction, writer: Writer, chat: int, numbers: Sequence[int], now: datetime) -> None:
    """As a chat gets it; some of it is saved."""
    await digests.plan(tx, chat, DigestKind.SCHEDULED, f"{chat}:{now:%Y-%m-%dT%H:%M}", now)
    mine = next(each for each in await digests.open_ones(tx, now) if each.chat == chat)
    assert await digests.claim(tx, mine.id, now)
    told = [
        Story(
            writer.text(70),
            "https://www.example.org/",
            (Outlet("Paper", None),),
            (Point(writer.text(133)),) * 3,
        )
        for _ in numbers[:TOLD]
    ]
    await digests.built(tx, mine, [writer.text(3500)] * 2, shown=numbers[:TOLD], passed=numbers[TOLD:])
    await stories.keep(tx, mine.id, told)
    await digests.move(tx, mine.id, DigestState.READY, DigestState.SENT)
    await saved.add(tx, chat, numbers[0], now)


async def _kept(bot: Resources, month: Month) -> Day:
    """Keep house, with another writer beside it, and look at the files."""
    waits: list[float] = []
    done = asyncio.Event()
    other = asyncio.create_task(_waits(bot, waits, done))
    with timed() as clock:
        try:
            async with asyncio.timeout(PATIENCE):
                await keep_house(bot)
        except TimeoutError:
            month.fault = f"not done in {PATIENCE:.0f} s"
        except SQLAlchemyError as error:
            month.fault = f"{type(error).__name__}: {str(error).splitlines()[0][:60]}"
    done.set()
    await other
    log = month.path.with_name(f"{month.path.name}-wal")
    wal = log.stat().st_size if log.exists() else 0
    with closing(sqlite3.connect(month.path, timeout=60)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        words = connection.execute("SELECT sum(length(block)) FROM article_words_data").fetchone()[0]
    return Day(month.path.stat().st_size + wal, wal, words, clock.seconds, max(waits, default=0.0))


async def _waits(bot: Resources, waits: list[float], done: asyncio.Event) -> None:
    """Write a row again and again; the pool of connections lets nobody wait longer than half a minute."""
    while not done.is_set():
        with timed() as clock, suppress(PoolTimeout):
            async with bot.database.begin() as tx:
                await updates.beat(tx, "torture", bot.now())
        waits.append(clock.seconds)
        await asyncio.sleep(0.01)


@dataclass(frozen=True, slots=True)
class Kept:
    """How many rows there are in the end, and what there should not be."""

    said: str
    fault: str


def _rows_kept(path: Path) -> Kept:
    with closing(sqlite3.connect(path, timeout=60)) as connection:
        count = {name: connection.execute(query).fetchone()[0] for name, query in _COUNTS.items()}
    most = ARTICLES * min(KEEP_ITEMS + 1, DAYS)
    bounds = {
        "items": most,
        "articles": most + count["saved"],
        "words": count["articles"],
        "texts": ARTICLES * min(KEEP_TEXTS + 1, DAYS),
        "digests": CHATS * min(KEEP_ITEMS + 1, DAYS),
    }
    fault = ", ".join(
        f"{count[name]} {name}, not {bound}" for name, bound in bounds.items() if count[name] > bound
    )
    return Kept(f"{count['articles']} articles, {count['texts']} texts", fault)


def _told(month: Month) -> Iterator[Row]:
    days = month.days
    if len(days) > STEADY:
        yield _flat("the files", [day.size for day in days])
        yield _flat("of them the index of words", [day.words for day in days])
    wal = max(day.wal for day in days)
    yield Row(
        "the log of writes", f"{wal / MIB:.0f} MiB at most", 0.0, None, _more(wal / MIB, WAL_MOST, "MiB")
    )
    house = max(day.house for day in days)
    yield Row("a day's housekeeping", f"{house:.1f} s at most", house, None, month.fault)
    wait = max(day.wait for day in days)
    yield Row(
        "what another writer waits for it", f"{wait:.2f} s at most", wait, None, _more(wait, WAIT_MOST, "s")
    )


def _flat(what: str, sizes: Sequence[int]) -> Row:
    """Nothing may grow once what is kept longest is over."""
    steady, most, last = sizes[STEADY], max(sizes[STEADY:]), sizes[-1]
    said = f"{steady / MIB:.0f} MiB, then at most {most / MIB:.0f}"
    grown = f"{most / steady:.2f} times as much, at most {MOST}" if most > steady * MOST else ""
    return Row(
        f"{what} on day {STEADY}, and up to day {len(sizes) - 1}",
        f"{said}, {last / MIB:.0f}",
        0.0,
        None,
        grown,
    )


def _more(value: float, most: float, unit: str) -> str:
    return f"more than {most:.0f} {unit}" if value > most else ""
