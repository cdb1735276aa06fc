"""One person with a thousand links beside twenty who send one now and then: how long the others wait."""

import asyncio
import os
import random
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.playground.person import Person
from bot.playground.server import serving
from bot.playground.state import Playground
from tests.torture.chaos import Bot
from tests.torture.table import Row, resident

LINKS = int(os.environ.get("NUTGRAF_FAIR_LINKS", "1000"))
OTHERS = int(os.environ.get("NUTGRAF_FAIR_OTHERS", "20"))
SECONDS = float(os.environ.get("NUTGRAF_FAIR_SECONDS", "60"))  # of each measuring
ROUNDS = int(
    os.environ.get("NUTGRAF_FAIR_ROUNDS", "2")
)  # the best counts: other work on the machine is no fault
FACTOR = 2.0  # how much longer the others may wait, at the 95th percentile
PAUSE = (4.0, 8.0)  # seconds between two links of one of the others
SLOW, QUICK = 1.0, 0.0  # seconds until a page comes
PATIENCE = 60.0
TOKEN = "1000:fair"
LINE = "Still at it…"  # what stands where an answer will be

# Quotas end the trouble by themselves, so that it is looked for without them, too.
NO_QUOTAS = {f"NUTGRAF_QUOTA_{whose}": "0" for whose in ("PERSON", "CHAT", "ALL")}
MODES = (("without quotas", NO_QUOTAS), ("with quotas", {"NUTGRAF_QUOTA_ALL": "0"}))


@dataclass(frozen=True, slots=True)
class Waits:
    """How long answers took, in seconds."""

    seen: Sequence[float]

    @property
    def median(self) -> float:
        return statistics.median(self.seen)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.seen, n=20)[18]

    def __str__(self) -> str:
        return f"median {self.median:.2f} s, p95 {self.p95:.2f} s of {len(self.seen)}"


@dataclass(frozen=True, slots=True)
class Measured:
    """The others by themselves, and beside the thousand links; `memory` is the bot's afterwards, in MiB."""

    alone: Waits
    beside: Waits
    memory: float

    @property
    def factor(self) -> float:
        return self.beside.p95 / self.alone.p95


async def rows() -> AsyncIterator[Row]:
    """Two rows for each kind of quotas: alone and beside, of the round that went best."""
    for name, settings in MODES:
        begun = time.monotonic()
        best = min([await _round(settings) for _ in range(ROUNDS)], key=lambda each: each.factor)
        seconds = time.monotonic() - begun
        yield Row(f"{OTHERS} people, {name}", str(best.alone), seconds)
        yield Row(
            f"the same beside one with {LINKS} links ({best.factor:.2f} times)",
            str(best.beside),
            seconds,
            best.memory,
            "" if best.factor < FACTOR else f"{best.factor:.1f} times as long",
        )


async def _round(settings: dict[str, str]) -> Measured:
    """A new bot, the others alone, then the one with the links, and the others again."""
    playground = Playground(TOKEN, lambda: datetime.now(UTC))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        async with serving(playground) as url, _pages() as (slow, quick):
            bot = _bot(Path(name), url, settings)
            await bot.start()
            greedy, others = Person(playground), _people(playground)
            try:
                await asyncio.gather(*(_answered(each, f"{quick}/warm-{each.chat.id}") for each in others))
                alone = await _measured(others, f"{quick}/alone")
                for number in range(LINKS):
                    greedy.say(f"{slow}/greedy-{number}")
                await asyncio.sleep(2)
                beside = await _measured(others, f"{quick}/beside")
                assert bot.process
                return Measured(alone, beside, resident(bot.process.pid))
            finally:
                await bot.kill()


def _bot(folder: Path, url: str, settings: dict[str, str]) -> Bot:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("NUTGRAF_")}
    own = {
        "NUTGRAF_TOKEN": TOKEN,
        "NUTGRAF_API_URL": url,
        "NUTGRAF_DATA_DIR": str(folder),
        "NUTGRAF_FETCH_ALLOW_PRIVATE": "127.0.0.0/8",
        "NUTGRAF_LOG_LEVEL": "error",
    }
    return Bot(folder, plain | own | settings)


def _people(playground: Playground) -> list[Person]:
    users = [playground.add_person(f"Reader {number}") for number in range(OTHERS)]
    return [Person(playground, user.id, user.id) for user in users]


async def _measured(people: Sequence[Person], address: str) -> Waits:
    """What each of them waits, each at their own pace."""
    end = time.monotonic() + SECONDS
    waits: list[float] = []

    async def ask(person: Person, rng: random.Random) -> None:
        await asyncio.sleep(rng.uniform(0, PAUSE[0]))
        count = 0
        while time.monotonic() < end:
            waits.append(await _answered(person, f"{address}-{person.chat.id}-{count}"))
            count += 1
            await asyncio.sleep(rng.uniform(*PAUSE))

    await asyncio.gather(*(ask(person, random.Random(person.chat.id)) for person in people))
    return Waits(waits)


async def _answered(person: Person, link: str) -> float:
    """Seconds until the answer, not the line that stands in for it; PATIENCE where none comes."""
    messages, edits, begun = len(person.got), len(person.edits), time.monotonic()

    def is_answered() -> bool:
        new = [*person.got[messages:], *person.edits[edits:]]
        return any(message["text"] != LINE for message in new)

    person.say(link)
    try:
        await person.until(is_answered, PATIENCE)
    except TimeoutError:
        return PATIENCE
    return time.monotonic() - begun


@asynccontextmanager
async def _pages() -> AsyncIterator[tuple[str, str]]:
    """A site whose pages take their time, and one whose pages do not; each by an address of its own."""
    slow = await asyncio.start_server(partial(_serve, seconds=SLOW), "127.0.0.2", 0)
    quick = await asyncio.start_server(partial(_serve, seconds=QUICK), "127.0.0.1", 0)
    try:
        yield _address(slow), _address(quick)
    finally:
        slow.close()
        quick.close()


def _address(server: asyncio.Server) -> str:
    host, port = server.sockets[0].getsockname()
    return f"http://{host}:{port}"


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, seconds: float) -> None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        await asyncio.sleep(seconds)
        data = _page(head.split(" ", 2)[1].strip("/")).encode()
        writer.write(
            f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(data)}\r\n"
            "Connection: close\r\n\r\n".encode()
        )
        writer.write(data)
        await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


def _page(name: str) -> str:
    facts = (
        f"The council of {name} voted for a new bridge on Monday, after a debate of seven hours.",
        f"It will cost nine million crowns, the treasurer of {name} said, and take two years to build.",
        "The old one was closed in March when divers found cracks in both of its pillars.",
        "Some 1,400 people cross the river there every day, most of them on their way to work.",
        f"Two members of the council of {name} voted against it and asked for a ferry instead.",
        "The ministry pays a third, if the work begins before the end of next summer.",
        "A first plan of 2019 was dropped because the ground on the eastern bank was too soft.",
    )
    body = "".join(f"<p>{fact}</p>" for fact in facts)
    return f"<html><head><title>{name}</title></head><body><article><h1>A bridge for {name}</h1>{body}</article></body></html>"
