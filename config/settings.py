"""Every operator setting once: name, type, default, one line of meaning.

Values come from the environment or a `.env` file, with the prefix `NUTGRAF_`. The table in the README is made from
this file.
"""

import re
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from platformdirs import user_data_path
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "NUTGRAF_"
_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{3,256}")
_ID = re.compile(r"-?[1-9][0-9]{0,15}")

_KINDS = {
    "float_parsing": "a number",
    "int_parsing": "a whole number",
    "greater_than": "a positive number",
    "greater_than_equal": "a whole number from 0 on",
    "less_than_equal": "a number up to 100000",
    "string_pattern_mismatch": "a language of two small letters, like en",
}
_SQLITE = re.compile(r"^sqlite(\+aiosqlite)?:///")


class SettingsError(Exception):
    """A setting is missing or wrong; the text is a sentence that names the variable and the cure."""


def _token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError("is not a bot token. Copy the whole line that @BotFather gave, like 123456:ABC-DEF")
    return value


def _http(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", value):
        raise ValueError("is not a web address. It looks like https://api.telegram.org")
    return value.rstrip("/")


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("is not a time zone. It looks like Europe/Kyiv") from None
    return value


def _networks(value: str) -> str:
    if value.lower() in {"true", "false"}:
        return value.lower()
    for network in value.split(","):
        try:
            ip_network(network.strip())
        except ValueError:
            raise ValueError("takes true, false, or networks with commas between, like 10.0.0.0/8") from None
    return value


def _ids(value: object) -> object:
    if not isinstance(value, str):
        return value
    ids = [one.strip() for one in value.split(",") if one.strip()]
    if not all(map(_ID.fullmatch, ids)):
        raise ValueError("takes Telegram's numbers with commas between, like 123456789,-1001234567890")
    return frozenset(map(int, ids))


# NoDecode: lists with commas, not JSON.
Ids = Annotated[frozenset[int], NoDecode, BeforeValidator(_ids)]
PerMinute = Annotated[int, Field(ge=0, le=100_000)]


class Settings(BaseSettings):
    """The operator's decisions, read once at the start and passed in from there."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", frozen=True, extra="ignore", hide_input_in_errors=True
    )

    token: Annotated[SecretStr, AfterValidator(_token)] = Field(
        description="The bot's token, from @BotFather."
    )
    api_url: Annotated[str, AfterValidator(_http)] = Field(
        "https://api.telegram.org", description="Base address of the Bot API server."
    )
    data_dir: Path = Field(
        default_factory=lambda: user_data_path("nutgraf", appauthor=False),
        description="Folder that holds the database; nothing is written elsewhere.",
    )
    database_url: str | None = Field(
        None, description="Where the database is; unset means a SQLite file in the data folder."
    )
    timezone: Annotated[str, AfterValidator(_zone)] = Field("UTC", description="Time zone of new chats.")
    language: Annotated[str, Field(pattern="^[a-z]{2}$")] = Field(
        "en", description="Language of groups and channels, and of people whose own is not known, like `de`."
    )
    admins: Ids = Field(
        default_factory=frozenset,
        description="Telegram's numbers of the operators, with commas between: who may use their commands, like /stats.",
    )
    access: Literal["open", "allowlist", "invite"] = Field(
        "open",
        description="Who may use the bot: everybody (`open`), whom operators let in (`allowlist`), or those with a code of theirs, too (`invite`).",
    )
    allowed: Ids = Field(
        default_factory=frozenset,
        description="Telegram's numbers of people and chats that may always use it, with commas between.",
    )
    quota_person: PerMinute = Field(
        20, description="Links, texts, files and new feeds that a person may send in a minute; 0 is no limit."
    )
    quota_chat: PerMinute = Field(40, description="The same for a chat, whoever in it sends them.")
    quota_all: PerMinute = Field(300, description="The same for everybody together.")
    max_feeds: Annotated[int, Field(gt=0, le=100_000)] = Field(
        2000, description="Most feeds that a chat may follow."
    )
    fetch_allow_private: Annotated[str, AfterValidator(_networks)] = Field(
        "false",
        description="Whether links may point into private networks: `false`, `true`, or networks with commas between.",
    )
    feed_check_min: Annotated[float, Field(gt=0, le=100_000)] = Field(
        15, description="Fewest minutes between two checks of a feed."
    )
    feed_check_max: Annotated[float, Field(gt=0, le=100_000)] = Field(
        1440, description="Most minutes between two checks of a feed."
    )
    keep_texts: Annotated[float, Field(gt=0, le=100_000)] = Field(
        14, description="Days for which texts of articles are kept; titles, links and bullets stay."
    )
    keep_items: Annotated[float, Field(gt=0, le=100_000)] = Field(
        60, description="Days for which articles and digests are kept; what somebody saved stays."
    )
    clock_file: Path | None = Field(
        None, description="File with seconds to add to the clock, for the demo and tests."
    )
    log_format: Literal["text", "json"] = Field("text", description="How log lines look: `text` or `json`.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="Least level that is logged."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.feed_check_min > self.feed_check_max:
            raise ValueError("NUTGRAF_FEED_CHECK_MIN is greater than NUTGRAF_FEED_CHECK_MAX. Make it smaller")
        if self.database_url and not _SQLITE.match(self.database_url):
            raise ValueError(
                "NUTGRAF_DATABASE_URL is not a SQLite address. It looks like sqlite:////srv/nutgraf.db"
            )
        return self

    @property
    def database_path(self) -> Path:
        """The SQLite file."""
        return Path(_SQLITE.sub("", self.database_url)) if self.database_url else self.data_dir / "nutgraf.db"


def load() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: with one sentence that names the first wrong variable and what it should look like.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    text = first["msg"].removeprefix("Value error, ").rstrip(".")
    if not first["loc"]:
        return f"{text}."
    name = PREFIX + str(first["loc"][0]).upper()
    if first["type"] == "missing":
        return f"{name} is not set. Get a token from @BotFather and put {name}=… in the environment or in a .env file."
    kind = first["ctx"]["expected"] if first["type"] == "literal_error" else _KINDS.get(first["type"])
    if kind:
        text = f"is not {kind}. Write {kind}, or leave {name} out"
    return f"{name} {text[0].lower() + text[1:]}."
