"""Two engines on one SQLite file, and the migrations at the start.

SQLAlchemy's default on SQLite begins a transaction only at the first write: of 400 read-then-write updates by eight tasks,
343 were lost without an error. One connection that writes, with BEGIN IMMEDIATE, loses none and is the fastest too.
"""

import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, text
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import StorageError

# `insert` knows ON CONFLICT, which SQLAlchemy keeps with each dialect; every storage module takes it from here.
__all__ = ["Database", "Transaction", "insert"]

Transaction = AsyncConnection

# FULL: a digest is sent only after its intent is on the disk, and a power cut must not undo that.
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000", "foreign_keys=ON")
HEAD = "0005"
# More than there are digests in the making and updates at work: a reader that waits for its turn must not give up.
_MOST_READERS = 60
_MIGRATIONS = Path(__file__).with_name("migrations")


class Database:
    """Open with `await Database.open(path)`, close with `await close()`."""

    def __init__(self, write: AsyncEngine, read: AsyncEngine) -> None:
        self._write = write
        self._read = read

    @classmethod
    async def open(cls, path: Path) -> "Database":
        """Connect to the file, making or migrating it as needed.

        Raises:
            StorageError: the file is no database, is damaged, can't be written, or is of a newer version.
        """
        _work_beside(path)
        url = f"sqlite+aiosqlite:///{path}"
        database = cls(
            # Values stay out of errors, which are logged.
            create_async_engine(url, pool_size=1, max_overflow=0, hide_parameters=True),
            create_async_engine(url, pool_size=2, max_overflow=_MOST_READERS, hide_parameters=True),
        )
        # FAST: what is deleted becomes zeros wherever that takes no write of its own.
        _prepare(database._write, begin="BEGIN IMMEDIATE", more=("secure_delete=FAST",))
        _prepare(database._read, begin="BEGIN", more=("query_only=ON",))
        try:
            await database._check(path)
        except (DatabaseError, OSError) as error:
            await database.close()
            raise StorageError(_sentence(path, error)) from None
        except StorageError:
            await database.close()
            raise
        return database

    async def _check(self, path: Path) -> None:
        async with self._write.connect() as connection:
            if (found := await connection.scalar(text("PRAGMA quick_check(1)"))) != "ok":
                raise StorageError(
                    f"The database {path} is damaged ({str(found)[:60]}). Restore a backup, or move the file away to begin anew."
                )
            await connection.rollback()
            version = await connection.run_sync(_version)
            await connection.rollback()
        if version != HEAD:
            async with self.begin() as tx:
                await tx.run_sync(_migrate, path)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        """A transaction that may write; committed at the end, rolled back on an exception."""
        async with self._write.begin() as connection:
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """A transaction that only reads; writers do not wait for it."""
        async with self._read.begin() as connection:
            yield connection

    async def scrub(self) -> bool:
        """Write the file anew, so that nothing deleted is left in it, and empty the log beside it; writers wait.

        Returns:
            Whether the log is empty: not while somebody reads what it holds.
        """
        async with self._write.connect() as connection:
            raw = (await connection.get_raw_connection()).driver_connection
            assert raw is not None
            for statement in ("INSERT INTO article_words (article_words) VALUES ('optimize')", "VACUUM"):
                await raw.execute(statement)
            async with raw.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
                busy, *_ = await cursor.fetchone()
            return not busy

    async def close(self) -> None:
        """Close all connections."""
        await self._read.dispose()
        await self._write.dispose()


def _work_beside(path: Path) -> None:
    """SQLite's own copy, as it writes the file anew, is to be on the same disk and nowhere else."""
    os.environ["SQLITE_TMPDIR"] = str(path.absolute().parent)


def _prepare(engine: AsyncEngine, *, begin: str, more: tuple[str, ...] = ()) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own type
        connection.isolation_level = None  # the driver's own BEGIN comes too late
        cursor = connection.cursor()
        for pragma in (*_PRAGMAS, *more):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def _version(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _migrate(connection: Connection, path: Path) -> None:
    # Imported only to migrate: an idle bot does not carry Alembic and Mako.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise StorageError(
            f"The database {path} was made by a newer version of Nutgraf. Install that version again."
        ) from None


def _sentence(path: Path, error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, sqlite3.Error) and getattr(cause, "sqlite_errorcode", 0) & 0xFF in {
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
    }:
        return f"The database {path} can't be written. Give the user that runs Nutgraf the right to write it."
    if (
        isinstance(cause, sqlite3.Error)
        and getattr(cause, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    ):
        return f"The disk that holds {path} is full. Make room and start again."
    return f"The database {path} can't be opened ({cause}). Restore a backup, or move the file away to begin anew."
