"""`nutgraf demo`: the real bot, over HTTP, against a Telegram that stands on this machine."""

import asyncio
import os
import signal
import sqlite3
import sys
import tempfile
import webbrowser
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.playground.server import serving
from bot.playground.state import Playground
from bot.resources import wall_clock

TOKEN = "1000:demo-token-of-nobody"  # noqa: S105 - opens nothing: the demo's own server made it up
_STOP_SECONDS = 10
_NEXT = "SELECT next_at, timezone FROM schedules JOIN chats ON chats.id = chat WHERE chat = ? ORDER BY next_at LIMIT 1"


async def run(*, port: int, browser: bool) -> None:
    """Serve the page and run the bot until somebody asks to stop; nothing is left behind."""
    asked = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    with tempfile.TemporaryDirectory(prefix="nutgraf-demo-") as name:
        folder = Path(name)
        clock_file = folder / "clock"
        playground = Playground(
            TOKEN,
            lambda: wall_clock(clock_file),
            clock_file=clock_file,
            next_digest=lambda chat: _next_digest(folder / "nutgraf.db", chat),
        )
        async with serving(playground, port) as url:
            (folder / "starter.toml").write_text(starter(url), "utf-8")
            await _play(playground, url, environment(url, folder, clock_file), asked, browser=browser)


async def _play(
    playground: Playground, url: str, settings: Mapping[str, str], asked: asyncio.Event, *, browser: bool
) -> None:
    async with _bot(settings) as ended:
        playground.suggestions = suggestions(url)
        print(f"Nutgraf is at {url} — stop it with Ctrl-C.", flush=True)  # noqa: T201 - what the command is for
        if browser and _has_browser():
            webbrowser.open(url)
        waiting = asyncio.create_task(asked.wait())
        await asyncio.wait((waiting, ended), return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()


def environment(url: str, folder: Path, clock_file: Path) -> dict[str, str]:
    """The settings of a bot that talks to the playground at an address, and nothing of the operator's own."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("NUTGRAF_")}
    return inherited | {
        "NUTGRAF_TOKEN": TOKEN,
        "NUTGRAF_API_URL": url,
        "NUTGRAF_DATA_DIR": str(folder),
        "NUTGRAF_CLOCK_FILE": str(clock_file),
        "NUTGRAF_FETCH_ALLOW_PRIVATE": "127.0.0.0/8",
        "NUTGRAF_LOG_LEVEL": "warning",
    }


def starter(url: str) -> str:
    """The list of feeds that /start offers here, where no other can be reached: the two papers of the playground."""
    return f"""[en.local]
"The Orlova Courier" = "{url}/site/courier/feed.xml"
"Harbour Post" = "{url}/site/harbour/feed.atom"
"""


def suggestions(url: str) -> tuple[tuple[str, str], ...]:
    """What a newcomer may try first, in this order."""
    return (
        ("Take the first steps", "/start"),
        ("Condense an article", f"{url}/site/courier/dam"),
        ("Follow a newspaper", f"/sub {url}/site/courier/"),
        ("A digest at eight", "/schedule 08:00"),
        ("What is new now", "/digest"),
    )


@asynccontextmanager
async def _bot(settings: Mapping[str, str]) -> AsyncIterator[asyncio.Task[int]]:
    """The bot as a process; the task ends when the process does."""
    # In a folder of its own, where no .env file of the operator's is found.
    where = settings["NUTGRAF_DATA_DIR"]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=settings, cwd=where, start_new_session=True
    )
    try:
        yield asyncio.create_task(process.wait())
    finally:
        if process.returncode is None:
            process.terminate()
        try:
            async with asyncio.timeout(_STOP_SECONDS):
                await process.wait()
        except TimeoutError:
            process.kill()


async def _next_digest(database: Path, chat: int) -> datetime | None:
    """When the chat's next digest comes, in the chat's zone, as the bot's own rows say, beside which this looks."""

    def look_up() -> tuple[float, str | None] | None:
        if not database.exists():
            return None
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
            try:
                found: tuple[float, str | None] | None = connection.execute(_NEXT, (chat,)).fetchone()
            except sqlite3.OperationalError:  # the bot has not made its tables yet
                return None
        return found

    row = await asyncio.to_thread(look_up)
    return datetime.fromtimestamp(row[0], ZoneInfo(row[1] or "UTC")) if row else None


def _has_browser() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
