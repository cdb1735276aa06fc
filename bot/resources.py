"""What a process opens once and closes once, and the one clock that everything reads."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from bot.errors import StorageError
from bot.locale import Translator, translator
from bot.models import Chat
from bot.once import Once
from bot.storage import Database
from bot.workers import Workers
from config.settings import Settings
from summarizer.article.fetch import Fetcher, policy_from


def wall_clock(clock_file: Path | None) -> datetime:
    """The time in UTC, moved by the seconds in `clock_file` where there is one.

    The file is read at each call, so that the demo and the tests can move a running bot's clock.
    """
    now = datetime.now(UTC)  # noqa: TID251 - the one place
    if clock_file is None or not clock_file.exists():
        return now
    return now + timedelta(seconds=float(clock_file.read_text("ascii").strip() or 0))


@dataclass(frozen=True, slots=True)
class Resources:
    """Handed to whatever acts."""

    settings: Settings
    database: Database
    http: Fetcher
    workers: Workers
    once: Once

    def now(self) -> datetime:
        """The wall clock in UTC."""
        return wall_clock(self.settings.clock_file)

    def translator(self, chat: Chat) -> Translator:
        """The language that a chat speaks: its own, or the operator's until it has one."""
        return translator(chat.settings.language or self.settings.language)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Resources]:
    """Everything a process needs, closed in turn at the end.

    Raises:
        StorageError: the data folder or the database can't be used, or another process uses them.
    """
    async with AsyncExitStack() as stack:
        stack.enter_context(_hold(settings))
        database = await Database.open(settings.database_path)
        stack.push_async_callback(database.close)
        http = Fetcher(policy_from(settings.fetch_allow_private))
        stack.push_async_callback(http.aclose)
        workers = Workers(1)
        stack.push_async_callback(workers.aclose)
        once = Once()
        stack.push_async_callback(once.aclose)
        yield Resources(settings, database, http, workers, once)


def _hold(settings: Settings) -> FileLock:
    folder = settings.data_dir
    try:
        if "data_dir" not in settings.model_fields_set:
            folder.mkdir(parents=True, exist_ok=True)
        if not folder.is_dir():
            raise StorageError(
                f"The data folder {folder} does not exist. Create it, or set NUTGRAF_DATA_DIR to a folder that does."
            )
        lock = FileLock(folder / "nutgraf.lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise StorageError(
            f"Another Nutgraf runs on the data folder {folder}. Stop it, or set NUTGRAF_DATA_DIR to another folder."
        ) from None
    except OSError:
        raise StorageError(
            f"The data folder {folder} can't be written. Give the user that runs Nutgraf the right to, or set NUTGRAF_DATA_DIR."
        ) from None
    return lock
