"""Many sites on this machine, each with feeds and their articles: what the bot looks at while its memory is measured."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.bench import growth

HOSTS = 200  # the bot is polite to each: two requests at a time
ENTRIES = 10  # of a feed, one an hour: as many as fit into 12 kB with a teaser each
_TEXTS = [growth.text(20, seed) for seed in range(50)]
_TEASER = 900  # characters


@asynccontextmanager
async def serving() -> AsyncIterator[list[str]]:
    """The addresses of the sites for as long as the block runs; all of 127.0.0.0/8 is this machine."""
    names = [f"127.0.1.{number}" for number in range(1, HOSTS + 1)]
    async with await asyncio.start_server(_serve, names, 0) as server:
        yield ["http://{}:{}".format(*each.getsockname()) for each in server.sockets]


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while head := (await reader.readuntil(b"\r\n\r\n")).decode():
            writer.write(_answer(head.split(" ", 2)[1]))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
        pass  # the other side has hung up, or the block has ended
    finally:
        writer.close()


def _answer(path: str) -> bytes:
    _, kind, name = path.split("/", 2)
    mime, text = (
        ("application/rss+xml", feed(name, datetime.now(UTC)))
        if kind == "feed"
        else ("text/html", page(name))
    )
    body = text.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {mime}; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def feed(name: str, now: datetime) -> str:
    """The RSS of a feed: an entry an hour, each with a teaser and a link to its page."""
    entries = "".join(_entry(f"{name}-{hour}", now - timedelta(hours=hour)) for hour in range(ENTRIES))
    return f'<rss version="2.0"><channel><title>Paper {name}</title>{entries}</channel></rss>'


def _entry(name: str, published: datetime) -> str:
    text = _text(name)
    return (
        f'<item><guid isPermaLink="false">{name}</guid><title>{text.partition(".")[0]}</title>'
        f"<link>/page/{name}</link><pubDate>{format_datetime(published)}</pubDate>"
        f"<description>{text[:_TEASER]}</description></item>"
    )


def page(name: str) -> str:
    """An article's page."""
    text = _text(name)
    paragraphs = "".join(f"<p>{each}</p>" for each in text.split("\n\n"))
    title = text.partition(".")[0]
    return f'<!doctype html><html lang="en"><title>{title}</title><body><article><h1>{title}</h1>{paragraphs}</article></html>'


def _text(name: str) -> str:
    return _TEXTS[sum(map(ord, name)) % len(_TEXTS)]
