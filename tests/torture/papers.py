"""Newspapers that print new stories every day, each a page of its own."""

import asyncio
import random
from datetime import datetime, timedelta
from email.utils import format_datetime

_SYLLABLES = [consonant + vowel for consonant in "bdfghklmnprstvz" for vowel in "aeiou"]
_COMMON = ("of", "near", "with", "after", "under", "before", "for", "from")
_OWN_WORDS = 40  # of a story: no two tell of one event, or they would come as one


class Papers:
    """So many papers; `print_day` adds so many stories to each."""

    def __init__(self, papers: int, stories: int, start: datetime) -> None:
        self.port = 0
        self._papers, self._stories, self._start = papers, stories, start
        self._days = 0
        self._server: asyncio.Server | None = None

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    def close(self) -> None:
        assert self._server
        self._server.close()

    def print_day(self) -> None:
        self._days += 1

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            path = head.split(" ", 2)[1].strip("/")
            kind, _, name = path.partition("/")
            body = self._feed(int(name)) if kind == "feed" else _page(name)
            mime = "application/rss+xml" if kind == "feed" else "text/html"
            data = body.encode()
            writer.write(
                f"HTTP/1.1 200 OK\r\nContent-Type: {mime}; charset=utf-8\r\nContent-Length: {len(data)}\r\n"
                "Connection: close\r\n\r\n".encode()
                + data
            )
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    def _feed(self, paper: int) -> str:
        items = [
            _item(self.port, f"{paper}-{day}-{number}", self._start + timedelta(days=day))
            for day in range(self._days, max(-1, self._days - 5), -1)
            for number in range(self._stories)
        ]
        return f'<rss version="2.0"><channel><title>Paper {paper}</title>{"".join(items)}</channel></rss>'


def _item(port: int, name: str, at: datetime) -> str:
    link = f"http://127.0.0.1:{port}/story/{name}"
    return (
        f"<item><guid>{link}</guid><link>{link}</link><title>{_title(name)}</title>"
        f"<pubDate>{format_datetime(at)}</pubDate></item>"
    )


def _words(rng: random.Random) -> list[str]:
    return ["".join(rng.choices(_SYLLABLES, k=4)) for _ in range(_OWN_WORDS)]


def _title(name: str) -> str:
    return f"{' '.join(_words(random.Random(name))[:5]).capitalize()} {name}"


def _page(name: str) -> str:
    rng = random.Random(name)
    words = _words(rng)
    sentences = [_sentence(rng, words) for _ in range(12)]
    paragraphs = "".join(
        f"<p>{' '.join(sentences[start : start + 3])}</p>" for start in range(0, len(sentences), 3)
    )
    return f"<html><head><title>{_title(name)}</title></head><body><article><h1>{_title(name)}</h1>{paragraphs}</article></body></html>"


def _sentence(rng: random.Random, words: list[str]) -> str:
    pieces = [f"{rng.choice(words)} {rng.choice(_COMMON)}" for _ in range(7)]
    return f"The {' '.join(pieces)} the {rng.choice(words)} {rng.randint(10, 99)}."
