"""A thousand chats, a process that is killed again and again, and a Telegram that can't be trusted.

Nothing may be sent twice, nothing may be lost without a word, and whatever nobody can know must be asked about.
"""

import asyncio
import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import Any

from bot import resources as opening
from bot.digests.schedule import next_fire
from bot.models import ChatKind, Schedule
from bot.playground.clock import write_offset
from bot.storage import chats, feeds, items, schedules
from config.settings import Settings
from tests.torture.papers import Papers
from tests.torture.table import Row
from tests.torture.telegram import Arrival, Telegram, telegram

CHATS, PAPERS, STORIES, FOLLOWED = 1000, 10, 4, 3
DAYS = int(os.environ.get("NUTGRAF_CHAOS_DAYS", "4"))
KILLS = 40  # at least, in all
DROPPED = 0.05
SEED = int(os.environ.get("NUTGRAF_CHAOS_SEED", "7"))
OUTAGE = timedelta(minutes=30)  # by the bot's clock; OUTAGE_SECONDS by ours
OUTAGE_SECONDS = 20.0
JUMP = timedelta(hours=6)
# Seconds for a day's digests. Their two thousand messages take 80 s at 25 a second; every other second is lost to a kill
# and a start, each of the hundred answers that are lost costs a second's rest, and a storm up to a minute's.
PATIENCE = 900.0
ZONES = ("Europe/Kyiv", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "America/Sao_Paulo", "UTC")
START = datetime(2026, 11, 23, 12, tzinfo=UTC)
TOKEN = "1000:chaos"

_OPEN = """SELECT count(*) FROM digests WHERE state IN ('due', 'building', 'ready', 'sending')
OR (state = 'unknown' AND NOT noticed)"""
_BEHIND = "SELECT count(*) FROM schedules WHERE next_at <= ?"


@dataclass(slots=True)
class Bot:
    """The bot's process, its clock and its database."""

    folder: Path
    settings: dict[str, str]
    offset: timedelta = timedelta()
    process: asyncio.subprocess.Process | None = None
    kills: int = 0

    def move(self, by: timedelta) -> None:
        """Move its clock."""
        self.offset += by
        write_offset(self.folder / "clock", self.offset.total_seconds())

    def now(self) -> float:
        return time.time() + self.offset.total_seconds()

    async def start(self) -> None:
        with (self.folder / "log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=self.settings, cwd=self.folder, stdout=log, stderr=log
            )

    async def kill(self) -> None:
        assert self.process
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGKILL)
            self.kills += 1
        await self.process.wait()

    def ask(self, query: str, *values: object) -> list[Any]:
        with closing(sqlite3.connect(self.folder / "nutgraf.db", timeout=20)) as connection:
            return connection.execute(query, values).fetchall()

    def is_drained(self) -> bool:
        behind = self.ask(_BEHIND, self.now())[0][0]
        return not behind and not self.ask(_OPEN)[0][0]


@dataclass(slots=True)
class Told:
    """What was seen of it all."""

    seconds: float = 0.0
    late: list[str] = field(default_factory=list)


async def rows() -> AsyncIterator[Row]:
    """One run, then what is found in the server's book and in the bot's."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder, rng = Path(name), random.Random(SEED)
        papers = Papers(PAPERS, STORIES, START)
        await papers.open()
        async with telegram(SEED) as server:
            bot = _bot(folder, server)
            bot.move(START - datetime.now(UTC))
            await _seed(bot, papers, rng)
            told = await _run(bot, server, papers, rng)
            for row in _audit(bot, server, told):
                yield row
            yield await _shown(bot, server)
            await bot.kill()
        papers.close()


def _bot(folder: Path, server: Telegram) -> Bot:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("NUTGRAF_")}
    settings = {
        "NUTGRAF_TOKEN": TOKEN,
        "NUTGRAF_API_URL": f"http://127.0.0.1:{server.port}",
        "NUTGRAF_DATA_DIR": str(folder),
        "NUTGRAF_CLOCK_FILE": str(folder / "clock"),
        "NUTGRAF_FETCH_ALLOW_PRIVATE": "127.0.0.0/8",
        "NUTGRAF_LOG_LEVEL": "error",
    }
    return Bot(folder, plain | settings)


async def _seed(bot: Bot, papers: Papers, rng: random.Random) -> None:
    """Chats that follow some papers each and have a digest at eight."""
    settings = Settings(token=TOKEN, data_dir=bot.folder, clock_file=bot.folder / "clock")
    async with opening.opened(settings) as made, made.database.begin() as tx:
        now = made.now()
        known = [
            await feeds.add(tx, f"http://127.0.0.1:{papers.port}/feed/{number}", f"Paper {number}", now)
            for number in range(PAPERS)
        ]
        for chat in range(1, CHATS + 1):
            zone = rng.choice(ZONES)
            await chats.remember(tx, chat, ChatKind.PRIVATE, f"Chat {chat}")
            await chats.change(tx, chat, timezone=zone)
            for feed in rng.sample(known, FOLLOWED):
                await feeds.subscribe(tx, chat, feed.id, now)
                await items.first_for(tx, chat, feed.id, now)
            fire = next_fire(clock_time(8), zone, now)
            await schedules.replace(tx, chat, "", [Schedule(0, chat, clock_time(8), *fire)])


async def _run(bot: Bot, server: Telegram, papers: Papers, rng: random.Random) -> Told:
    told, begun = Told(), time.monotonic()
    await bot.start()
    await asyncio.sleep(8)  # the first look at every paper: what is there counts as new
    for day in range(DAYS):
        papers.print_day()
        server.weather.dropped = DROPPED
        bot.move(timedelta(days=1))
        trouble = asyncio.create_task(_trouble(bot, server, rng, day))
        if not await _drained(bot, PATIENCE):
            told.late.append(f"day {day}")
        trouble.cancel()
        await asyncio.gather(trouble, return_exceptions=True)
        server.weather.flood = server.weather.gateway = 0.0
    server.weather.dropped = 0.0
    if bot.process is None or bot.process.returncode is not None:
        await bot.start()
    if not await _drained(bot, PATIENCE):
        told.late.append("the end")
    told.seconds = time.monotonic() - begun
    return told


async def _drained(bot: Bot, seconds: float) -> bool:
    """Wait until nothing is left to do, twice in a row."""
    end, quiet = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        await asyncio.sleep(1)
        quiet = quiet + 1 if bot.is_drained() else 0
        if quiet > 3:
            return True
    return False


async def _trouble(bot: Bot, server: Telegram, rng: random.Random, day: int) -> None:
    """Kills all along; each day one more kind of trouble."""
    kinds = (_storms, _outage, _jump_ahead, _jump_back)
    await asyncio.gather(_kills(bot, rng), kinds[day % len(kinds)](bot, server, rng))


async def _kills(bot: Bot, rng: random.Random) -> None:
    while True:
        await asyncio.sleep(rng.uniform(4.0, 12.0))
        await bot.kill()
        await bot.start()


async def _storms(bot: Bot, server: Telegram, rng: random.Random) -> None:
    del bot
    while True:
        await asyncio.sleep(rng.uniform(4, 8))
        server.weather.flood = time.monotonic() + rng.uniform(1, 4)
        await asyncio.sleep(rng.uniform(6, 10))
        server.weather.gateway = time.monotonic() + rng.uniform(1, 4)


async def _outage(bot: Bot, server: Telegram, rng: random.Random) -> None:
    await asyncio.sleep(rng.uniform(6, 12))
    await server.down()
    try:
        await asyncio.sleep(OUTAGE_SECONDS / 2)
        bot.move(OUTAGE)
        await asyncio.sleep(OUTAGE_SECONDS / 2)
    finally:
        await server.up()


async def _jump_ahead(bot: Bot, server: Telegram, rng: random.Random) -> None:
    await _jump(bot, server, rng, JUMP)


async def _jump_back(bot: Bot, server: Telegram, rng: random.Random) -> None:
    await _jump(bot, server, rng, -JUMP)


async def _jump(bot: Bot, server: Telegram, rng: random.Random, by: timedelta) -> None:
    """There and back again, in the midst of the digests."""
    del server
    await asyncio.sleep(rng.uniform(6, 12))
    bot.move(by)
    try:
        await asyncio.sleep(rng.uniform(8, 15))
    finally:
        bot.move(-by)


def _audit(bot: Bot, server: Telegram, told: Told) -> Iterator[Row]:
    """Compare the server's book with the bot's."""
    notices = [each for each in server.arrivals if "may not have arrived" in each.text]
    parts = Counter((each.chat, each.text) for each in server.arrivals if each not in notices)
    states = Counter(dict(bot.ask("SELECT state, count(*) FROM digests GROUP BY state")))
    said = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    kills = f"fewer than {KILLS} kills" if bot.kills < KILLS else ""
    yield Row(
        f"{CHATS} chats, {DAYS} days, {bot.kills} kills, {server.refused} times 429",
        said,
        told.seconds,
        None,
        kills,
    )
    late = f"not drained: {', '.join(told.late)}" if told.late else ""
    yield Row(
        "every day's digests were done in time", f"{len(server.arrivals)} messages", told.seconds, None, late
    )
    twice = sum(count > 1 for count in parts.values())
    yield Row("sent twice", f"{twice}", 0.0, None, f"{twice} twice" if twice else "")
    yield _lost(bot, parts)
    yield _surfaced(bot, set(_keys_of(notices)))
    yield _every_slot(bot)
    yield _every_article(bot)
    bugs = (bot.folder / "log").read_text("utf-8").count("a bug")
    yield Row("bugs in the log", f"{bugs}", 0.0, None, f"{bugs}" if bugs else "")


def _lost(bot: Bot, parts: Counter[tuple[int, str]]) -> Row:
    """What the bot believes to be sent, and is not in the server's book; and what it gave up."""
    lost = 0
    for chat, state, dumped in bot.ask(
        "SELECT chat, state, parts FROM digests WHERE state IN ('sent', 'failed')"
    ):
        texts = [json.loads(part)["body"]["text"] for part in json.loads(dumped)]
        lost += state == "failed" or any(not parts[chat, text] for text in texts)
    return Row("silently lost", f"{lost}", 0.0, None, f"{lost} lost" if lost else "")


def _surfaced(bot: Bot, actions: set[str]) -> Row:
    unknown = [row[0] for row in bot.ask("SELECT id FROM digests WHERE state = 'unknown'")]
    hidden = sum(f"show:{number}" not in actions for number in unknown)
    text = f"{len(unknown)}, all asked about" if not hidden else f"{len(unknown)}"
    return Row("unknown", text, 0.0, None, f"{hidden} not asked about" if hidden else "")


def _keys_of(arrivals: Iterable[Arrival]) -> dict[str, str]:
    """What the keys under messages carry, by their actions without the signature."""
    rows_ = [row for each in arrivals if each.keys for row in json.loads(each.keys)["inline_keyboard"]]
    found = [key.get("callback_data", "") for row in rows_ for key in row]
    return {data.partition("~")[0]: data for data in found}


def _every_slot(bot: Bot) -> Row:
    """Every chat has one digest for each of its local dates, from the first to the one before its next."""
    missing = 0
    planned: dict[int, set[str]] = {}
    for chat, key in bot.ask("SELECT chat, key FROM digests WHERE kind = 'scheduled'"):
        planned.setdefault(chat, set()).add(key.partition(":")[2][:10])
    for chat, slot in bot.ask("SELECT chat, next_slot FROM schedules"):
        mine = sorted(planned.get(chat, ()))
        day = datetime.fromisoformat(mine[0]).date() if mine else None
        while day and f"{day}" < slot[:10]:
            missing += f"{day}" not in mine
            day += timedelta(days=1)
        missing += not mine
    total = sum(map(len, planned.values()))
    return Row("local dates with a digest", f"{total}", 0.0, None, f"{missing} missing" if missing else "")


def _every_article(bot: Bot) -> Row:
    """Every story that came before a chat's last digest stands in exactly one of its digests."""
    query = """SELECT count(*) FROM items JOIN subscriptions s ON s.feed = items.feed
    WHERE items.article IS NOT NULL AND (items.id > s.since_item OR EXISTS (
        SELECT 1 FROM first_items f WHERE f.chat = s.chat AND f.item = items.id))
    AND (SELECT count(*) FROM digest_items d WHERE d.chat = s.chat AND d.article = items.article AND d.shown) != 1"""
    wrong = bot.ask(query)[0][0]
    total = bot.ask("SELECT count(*) FROM digest_items WHERE shown")[0][0]
    return Row(
        "stories in exactly one digest of a chat", f"{total}", 0.0, None, f"{wrong} not" if wrong else ""
    )


async def _shown(bot: Bot, server: Telegram) -> Row:
    """Press every Show digest: each comes then."""
    unknown = bot.ask("SELECT id, chat FROM digests WHERE state = 'unknown'")
    before, keys = len(server.arrivals), _keys_of(server.arrivals)
    begun = time.monotonic()
    for number, chat in unknown:
        server.press(chat, keys.get(f"show:{number}", ""))
    end = begun + 120
    while time.monotonic() < end and bot.ask("SELECT count(*) FROM digests WHERE state = 'unknown'")[0][0]:
        await asyncio.sleep(0.5)
    await _drained(bot, 60)
    left = bot.ask("SELECT count(*) FROM digests WHERE state != 'sent' AND state != 'empty'")[0][0]
    came = len(server.arrivals) - before
    fault = f"{left} did not come" if left or came < len(unknown) else ""
    return Row(
        "shown on asking", f"{came} messages for {len(unknown)}", time.monotonic() - begun, None, fault
    )
