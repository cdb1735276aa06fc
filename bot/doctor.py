"""Is the bot well? Each check is a sentence and whether it holds; nothing is changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.resources import wall_clock
from config.settings import Settings, SettingsError, load

# Three times the longest pause between two signs of life.
MAX_AGE_SECONDS = 150


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    text: str


def examine() -> Iterator[Check]:
    """Look at the settings, the data folder, the database, and when the bot last polled and swept."""
    try:
        settings = load()
    except SettingsError as error:
        yield Check("settings", False, str(error))
        return
    yield Check("settings", True, "complete")
    folder = settings.data_dir
    yield Check(
        "data folder",
        folder.is_dir(),
        str(folder) if folder.is_dir() else f"{folder} does not exist. Create it.",
    )
    yield from _database(settings)


def _database(settings: Settings) -> Iterator[Check]:
    path = settings.database_path
    try:
        beats = _beats(path)
    except sqlite3.Error as error:
        yield Check(
            "database", False, f"{path} can't be read ({error}). Start the bot once, or restore a backup."
        )
        return
    yield Check("database", True, str(path))
    now = wall_clock(None)  # signs of life are dated by the real time
    for name, text in (("poll", "last poll"), ("sweep", "last sweep")):
        yield _age(text, beats.get(name), now)


def _beats(path: Path) -> dict[str, datetime]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)) as connection:
        rows = connection.execute("SELECT name, at FROM beats").fetchall()
    return {name: datetime.fromtimestamp(at, UTC) for name, at in rows}


def _age(name: str, at: datetime | None, now: datetime) -> Check:
    if at is None:
        return Check(name, False, "never. Start the bot with nutgraf run.")
    seconds = max(0, round((now - at).total_seconds()))
    ok = seconds <= MAX_AGE_SECONDS
    return Check(name, ok, f"{seconds} s ago" + ("" if ok else ". Start the bot, or look into its log."))
