"""What a call of the Bot API brings along: from a query, a form, JSON or multipart, as one thing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.playground.chats import Json
from bot.playground.errors import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file within a call."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Params:
    """Arguments by name. Forms hold text, JSON holds values: the readers below take both."""

    values: Json
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string; empty if absent."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str) -> int | None:
        """A whole number; None if absent or none."""
        try:
            return int(self.text(name))
        except ValueError:
            return None

    def number(self, name: str) -> float:
        """Seconds; 0 if absent or no number."""
        try:
            return float(self.text(name))
        except ValueError:
            return 0.0

    def flag(self, name: str) -> bool:
        """Whether it is true, in any of the ways that clients write it."""
        return self.text(name).lower() in {"true", "1", "yes"}

    def json(self, name: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
        """A JSON value, whether it came as text or as such; None if absent.

        Raises:
            ApiError: it is no JSON.
        """
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None


# These are text, even where they look like a number.
TEXTS = frozenset(
    {
        "text",
        "caption",
        "language_code",
        "description",
        "short_description",
        "name",
        "callback_query_id",
        "inline_query_id",
    }
)


def plain(values: Mapping[str, Any]) -> Json:
    """Arguments as values, whether they came as such or as text: numbers, yes or no, lists and objects."""
    return {name: value if name in TEXTS else _plain(value) for name, value in values.items()}


def _plain(value: object) -> object:
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value


async def params_of(request: Request) -> Params:
    """Reads a call's arguments, those of the body over those of the address."""
    query = dict(request.query_params)
    body = await request.body()
    kind = Message()
    kind["content-type"] = request.headers.get("content-type", "")
    if kind.get_content_type() == "multipart/form-data":
        values, uploads = _multipart(body, str(kind.get_param("boundary")).encode())
        return Params(query | values, uploads)
    if kind.get_content_type() == "application/json":
        return Params(query | _object(body))
    return Params(query | dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)))


def _object(body: bytes) -> Json:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise bad_request("can't parse the request: it is not a JSON object")
    return value


def _multipart(body: bytes, boundary: bytes) -> tuple[Json, dict[str, Upload]]:
    values: Json = {}
    uploads: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:-1]:
        head, _, data = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        headers = _headers(head.decode("utf-8", "replace"))
        name = str(headers.get_param("name", "", "content-disposition"))
        file_name = headers.get_filename()
        if file_name is None:
            values[name] = data.decode("utf-8", "replace")
        else:
            uploads[name] = Upload(file_name, headers.get_content_type(), data)
    return values, uploads


def _headers(head: str) -> Message:
    headers = Message()
    for line in head.split("\r\n"):
        name, _, value = line.partition(":")
        headers[name] = value.strip()
    return headers
