"""The real bot as a process, against the playground over HTTP."""

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.playground.chats import Chat, Role
from bot.playground.clock import read_offset, write_offset
from bot.playground.person import Person
from bot.playground.server import serving
from bot.playground.state import Playground

TOKEN = "1000:a-token-that-must-never-be-seen-anywhere"
# A text so long is in the log because somebody wrote it, and not because a line of the log says the same.
LEAST_CHARS = 12
# Monday noon in Kyiv; flows move on from here.
START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


class Bot:
    """`nutgraf run` as a process that can be stopped, killed and started again on the same data."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.environment = environment
        self.folder = folder
        self._log = folder / "log"
        self._process: asyncio.subprocess.Process | None = None

    async def start(self, **settings: str) -> None:
        """Start it, with more settings where given."""
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                env=self.environment | settings,
                stderr=log,
                stdout=log,
                cwd=self.folder,
            )

    async def end(self, number: int = signal.SIGTERM, seconds: float = 15) -> int:
        """Send a signal and wait; returns the status."""
        assert self._process
        if self._process.returncode is None:
            self._process.send_signal(number)
        async with asyncio.timeout(seconds):
            return await self._process.wait()

    async def ended(self, seconds: float = 20) -> int:
        """Wait until it ends by itself; returns the status."""
        assert self._process
        async with asyncio.timeout(seconds):
            return await self._process.wait()

    async def kill(self) -> None:
        """Kill it as a power cut would."""
        await self.end(signal.SIGKILL)

    @property
    def log(self) -> str:
        """All that it wrote."""
        return self._log.read_text("utf-8") if self._log.exists() else ""

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.returncode is None


class World:
    """A playground, its clock, a person and the bot."""

    def __init__(self, playground: Playground, url: str, clock: Path, bot: Bot) -> None:
        self.playground = playground
        self.url = url
        self.bot = bot
        self.you = Person(playground)
        self._clock = clock

    def person(self, name: str, *, language: str = "en", username: str | None = None) -> Person:
        """Somebody new, in their private chat with the bot."""
        user = self.playground.add_person(name, username=username, language_code=language)
        return Person(self.playground, user.id, user.id)

    def member(self, chat: Chat, name: str, role: Role = "member", *, language: str = "en") -> Person:
        """Somebody new, in a chat where they have this role."""
        person = self.person(name, language=language)
        chat.roles[person.user.id] = role
        return person.elsewhere(chat)

    def pass_time(self, time: timedelta) -> None:
        """Move the clock on for everybody."""
        write_offset(self._clock, read_offset(self._clock) + time.total_seconds())

    async def called(self, method: str, at_least: int = 1, seconds: float = 20) -> None:
        """Wait until the bot has called a method so often."""
        async with asyncio.timeout(seconds):
            while self.count(method) < at_least:
                await asyncio.sleep(0.02)

    def rows(self, query: str, *values: object) -> list[Any]:
        """What the bot's database answers."""
        path = Path(self.bot.environment["NUTGRAF_DATA_DIR"]) / "nutgraf.db"
        with closing(sqlite3.connect(path, timeout=20)) as connection:
            return connection.execute(query, values).fetchall()

    def written(self) -> set[str]:
        """The texts that people wrote, and not the bot."""
        said = (
            message.get("text") or message.get("caption") or ""
            for chat in self.playground.chats.values()
            for number, message in chat.messages.items()
            if number not in chat.own
        )
        return set(said)

    def count(self, method: str) -> int:
        """How often the bot has called a method."""
        return sum(call.method == method for call in self.playground.calls)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A bot that runs, on data of its own."""
    clock, data = tmp_path / "clock", tmp_path / "data"
    data.mkdir()
    write_offset(clock, (START - datetime.now(UTC)).total_seconds())
    playground = Playground(
        TOKEN, lambda: datetime.now(UTC) + timedelta(seconds=read_offset(clock)), clock_file=clock
    )
    async with serving(playground) as url:
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith("NUTGRAF_")
        } | {
            "NUTGRAF_TOKEN": TOKEN,
            "NUTGRAF_API_URL": url,
            "NUTGRAF_DATA_DIR": str(data),
            "NUTGRAF_CLOCK_FILE": str(clock),
            "NUTGRAF_FETCH_ALLOW_PRIVATE": "127.0.0.0/8",
            "NUTGRAF_LOG_LEVEL": "debug",
        }
        bot = Bot(environment, tmp_path)
        await bot.start()
        made = World(playground, url, clock, bot)
        await made.called("setMyCommands")
        try:
            yield made
        finally:
            await bot.end(signal.SIGKILL)
    assert TOKEN not in bot.log
    assert [text for text in made.written() if len(text) > LEAST_CHARS and text in bot.log] == []
    assert "a bug" not in bot.log, bot.log
