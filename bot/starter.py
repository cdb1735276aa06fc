"""Well-known feeds that newcomers may pick from: the packaged list, or the operator's own in its place."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from bot.errors import StorageError
from bot.locale import DEFAULT, NAMES

FILE = "starter.toml"
TOPICS = ("world", "local", "business", "technology", "science", "sport", "culture")
_PACKAGED = Path(__file__).with_name(FILE)
_ADDRESS = re.compile(r"https?://\S+")
_NAME_CHARS = 40
_KEY_CHARS = 8


@dataclass(frozen=True, slots=True)
class Starter:
    """One feed of the list; `topic` is one of `TOPICS`."""

    topic: str
    title: str
    url: str

    @property
    def key(self) -> str:
        """What a key under a message calls it, whatever else is on the list by then."""
        return sha256(self.url.encode()).hexdigest()[:_KEY_CHARS]


@cache
def load(folder: Path) -> Mapping[str, tuple[Starter, ...]]:
    """The feeds by language, in their order: those of `starter.toml` in the data folder, or the packaged ones.

    Raises:
        StorageError: the file in the data folder is not as it should be.
    """
    own = folder / FILE
    path = own if own.exists() else _PACKAGED
    try:
        found = parse(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        raise StorageError(f"The list of feeds {path} can't be read. Mend it, or remove it.") from None
    except ValueError as error:
        raise StorageError(
            f"The list of feeds {path} is wrong: {error}. Mend it, or remove it to have the packaged one."
        ) from None
    return found


def of_language(folder: Path, language: str) -> tuple[Starter, ...]:
    """The feeds in a language; where there are none, those in English."""
    found = load(folder)
    return found.get(language) or found.get(DEFAULT, ())


def parse(text: str) -> dict[str, tuple[Starter, ...]]:
    """The feeds of a list; pure.

    Raises:
        ValueError: it is none; the text says why.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"it is no TOML ({error})") from None
    for language in data:
        if language not in NAMES:
            raise ValueError(f"there is no language “{language}”, only {', '.join(NAMES)}")
    return {language: tuple(_feeds(language, topics)) for language, topics in data.items()}


def _feeds(language: str, topics: object) -> Iterator[Starter]:
    for topic, feeds in _table(language, topics).items():
        if topic not in TOPICS:
            raise ValueError(f"there is no topic “{topic}”, only {', '.join(TOPICS)}")
        for title, url in _table(f"{language}.{topic}", feeds).items():
            if not isinstance(url, str) or not _ADDRESS.fullmatch(url):
                raise ValueError(f"“{title}” in [{language}.{topic}] has no web address")
            if not 1 <= len(title) <= _NAME_CHARS:
                raise ValueError(f"the name of {url} is not 1 to {_NAME_CHARS} signs long")
            yield Starter(topic, title, url)


def _table(name: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"[{name}] holds no names and addresses")  # noqa: TRY004 - a wrong file, not a wrong call
    return value
