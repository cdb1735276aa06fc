"""A Bot API server that writes down what arrives, and answers as badly as it is told."""

import asyncio
import json
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

Json = dict[str, Any]
_ME = {"id": 1000, "is_bot": True, "first_name": "Nutgraf", "username": "nutgraf_bot"}
_POLL_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message that took effect, whatever was answered."""

    chat: int
    text: str
    keys: str
    at: float


@dataclass(slots=True)
class Weather:
    """How calls end. Shares are of messages; `flood` and `gateway` are moments until which it storms."""

    dropped: float = 0.0
    flood: float = 0.0
    gateway: float = 0.0

    def is_flood(self) -> bool:
        return time.monotonic() < self.flood

    def is_gateway(self) -> bool:
        return time.monotonic() < self.gateway


class Dropped(Exception):
    """The connection ends without an answer."""


@dataclass(slots=True)
class Telegram:
    """One bot's server; `port` stays the same through its outages."""

    random: random.Random
    weather: Weather = field(default_factory=Weather)
    arrivals: list[Arrival] = field(default_factory=list)
    refused: int = 0
    port: int = 0
    _updates: list[Json] = field(default_factory=list)
    _server: asyncio.Server | None = None
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    async def up(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def down(self) -> None:
        """Nobody listens any more, and open connections end."""
        assert self._server
        self._server.close()
        for writer in list(self._open):
            writer.transport.abort()

    def press(self, chat: int, action: str) -> None:
        """Somebody presses a key."""
        number = len(self._updates) + 1
        person = {"id": chat, "is_bot": False, "first_name": "You"}
        message = {"message_id": number, "date": int(time.time()), "chat": _chat(chat), "text": "a notice"}
        query = {"id": str(number), "from": person, "chat_instance": "1", "data": action, "message": message}
        self._updates.append({"update_id": number, "callback_query": query})

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode():
                size = _size(head)
                body = (await reader.readexactly(size)).decode() if size else ""
                method = head.split(" ", 2)[1].rpartition("/")[2]
                status, answer = await self._answer(
                    method, {key: value[0] for key, value in parse_qs(body).items()}
                )
                data = json.dumps(answer).encode()
                writer.write(f"HTTP/1.1 {status} -\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError, Dropped):
            pass
        finally:
            self._open.discard(writer)
            writer.transport.abort()

    async def _answer(self, method: str, params: dict[str, str]) -> tuple[int, Json]:
        if method == "getMe":
            return 200, {"ok": True, "result": _ME}
        if method == "getUpdates":
            return 200, {"ok": True, "result": await self._poll(int(params.get("offset", 0)))}
        if method == "sendMessage":
            return self._take(params)
        return 200, {"ok": True, "result": True}

    async def _poll(self, offset: int) -> list[Json]:
        end = time.monotonic() + _POLL_SECONDS
        while time.monotonic() < end:
            if found := [update for update in self._updates if update["update_id"] >= offset][:50]:
                return found
            await asyncio.sleep(0.1)
        return []

    def _take(self, params: dict[str, str]) -> tuple[int, Json]:
        """A message: in a flood it is refused; behind a bad gateway it takes effect or not, and nobody is told."""
        if self.weather.is_flood():
            self.refused += 1
            return 429, {"ok": False, "error_code": 429, "parameters": {"retry_after": 1}} | {
                "description": "Too Many Requests: retry after 1"
            }
        if self.weather.is_gateway():
            if self.random.random() < 0.5:
                self._arrived(params)
            return 502, {"ok": False, "error_code": 502, "description": "Bad Gateway"}
        self._arrived(params)
        if self.random.random() < self.weather.dropped:
            raise Dropped
        chat = int(params["chat_id"])
        sent = {"message_id": len(self.arrivals), "date": int(time.time()), "chat": _chat(chat)}
        return 200, {"ok": True, "result": sent | {"text": params["text"]}}

    def _arrived(self, params: dict[str, str]) -> None:
        keys = params.get("reply_markup", "")
        self.arrivals.append(Arrival(int(params["chat_id"]), params["text"], keys, time.monotonic()))


def _chat(chat: int) -> Json:
    return {"id": chat, "type": "private", "first_name": "You"}


def _size(head: str) -> int:
    for row in head.split("\r\n"):
        name, _, value = row.partition(":")
        if name.lower() == "content-length":
            return int(value)
    return 0


@asynccontextmanager
async def telegram(seed: int) -> AsyncIterator[Telegram]:
    """A server that is up."""
    made = Telegram(random.Random(seed))
    await made.up()
    try:
        yield made
    finally:
        await made.down()
