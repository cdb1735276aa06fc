"""A server that does what servers must not, in a process of its own, and what the real fetcher makes of it."""

import asyncio
import gzip
import multiprocessing
import time
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import cache
from ipaddress import ip_network
from multiprocessing.connection import Connection

from summarizer.article.fetch import Fetcher
from summarizer.article.guard import Policy
from summarizer.errors import SummarizerError
from summarizer.limits import LIMITS
from tests.torture.table import MIB, Lag, Row, lag, resident, timed

LOOPBACK = (ip_network("127.0.0.0/8"),)
GIGABYTE = 1024 * MIB
STREAM_SECONDS = 60.0  # an endless answer ends by itself, too
GROWTH = 50.0  # MiB that one answer may cost
LAG = 0.1  # seconds at the 99th percentile

Behave = Callable[[asyncio.StreamWriter], Awaitable[None]]


def _head(*lines: str, status: str = "200 OK") -> bytes:
    told = "".join(f"{line}\r\n" for line in lines)
    return f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n{told}\r\n".encode()


def _whole(answer: Callable[[], bytes]) -> Behave:
    """Send this, and no more."""

    async def send(writer: asyncio.StreamWriter) -> None:
        writer.write(answer())
        await writer.drain()

    return send


def _endless(head: bytes, piece: bytes, pause: float = 0.0) -> Behave:
    """Send the head, and the piece again and again."""

    async def send(writer: asyncio.StreamWriter) -> None:
        until = time.monotonic() + STREAM_SECONDS
        writer.write(head)
        while time.monotonic() < until:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return send


def _packed(encoding: str, body: Callable[[], bytes]) -> Behave:
    def answer() -> bytes:
        made = body()
        return _head(f"Content-Encoding: {encoding}", f"Content-Length: {len(made)}") + made

    return _whole(answer)


@cache
def _zeros(wbits: int = 16 + zlib.MAX_WBITS, size: int = GIGABYTE) -> bytes:
    """A gigabyte of nothing, in a megabyte."""
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    return b"".join([*(packer.compress(bytes(MIB)) for _ in range(size // MIB)), packer.flush()])


def _layers(count: int) -> bytes:
    packed = _zeros()
    for _ in range(count - 1):
        packed = gzip.compress(packed)
    return packed


def _zstd() -> bytes:
    """A frame of blocks that say "128 KiB of this byte": a gigabyte in 32 kB."""
    last, block = (1 << 17 << 3) | 0b011, (1 << 17 << 3) | 0b010
    count = GIGABYTE >> 17
    blocks = (block.to_bytes(3, "little") + b"a") * (count - 1) + last.to_bytes(3, "little") + b"a"
    return b"\x28\xb5\x2f\xfd\x00\x38" + blocks


async def _reset(writer: asyncio.StreamWriter) -> None:
    writer.write(_head("Content-Length: 10") + b"ab")
    await writer.drain()
    writer.transport.abort()


async def _silent(_writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(STREAM_SECONDS)


CHUNKED = _head("Transfer-Encoding: chunked")
BIG_CHUNK = b"10000\r\n" + b"a" * 65536 + b"\r\n"
HINT = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"

# What it does, and how the fetcher must call it.
CASES: dict[str, tuple[Behave, str]] = {
    "gzip of 1 GiB": (_packed("gzip", _zeros), "Blocked too_large"),
    "raw deflate of 1 GiB": (_packed("deflate", lambda: _zeros(-zlib.MAX_WBITS)), "Blocked too_large"),
    "gzip of 9 MiB of zeros": (_packed("gzip", lambda: _zeros(size=9 * MIB)), "Blocked too_large"),
    "2,000 gzip members": (
        _packed("gzip", lambda: gzip.compress(bytes(MIB)) * 2000),
        "read",
    ),
    "gzip in gzip": (_packed("gzip, gzip", lambda: _layers(2)), "Unreachable bad_response"),
    "five layers of gzip": (_packed(", ".join(["gzip"] * 5), lambda: _layers(5)), "Unreachable bad_response"),
    "brotli": (_packed("br", lambda: b"\x0b\x02\x80hello\x03"), "Unreachable bad_response"),
    "zstd of 1 GiB": (_packed("zstd", _zstd), "Unreachable bad_response"),
    "gzip cut short": (_packed("gzip", lambda: gzip.compress(b"<p>hello" * 10_000)[:-20]), "read"),
    "gzip of garbage": (
        _packed("gzip", lambda: b"\x1f\x8b" + bytes(range(256)) * 16),
        "Unreachable bad_response",
    ),
    "no gzip at all": (_packed("gzip", lambda: b"<p>hello"), "Unreachable bad_response"),
    "chunks without end": (_endless(CHUNKED, BIG_CHUNK), "Blocked too_large"),
    "chunks of one byte": (_endless(CHUNKED, b"1\r\na\r\n" * 8000), "Blocked too_large"),
    "a chunk extension without end": (_endless(CHUNKED + b"1;", b"a" * 65536), "Unreachable bad_response"),
    "a chunk of 2^64 bytes": (
        _endless(CHUNKED + b"FFFFFFFFFFFFFFFF\r\n", b"a" * 65536),
        "Blocked too_large",
    ),
    "trailers without end": (_endless(CHUNKED + b"0\r\n", b"X: a\r\n" * 1000), "Unreachable bad_response"),
    "a body without end or length": (_endless(_head(), b"a" * 65536), "Blocked too_large"),
    "a 302 with a body without end": (
        _endless(_head("Location: ?", "Transfer-Encoding: chunked", status="302 Found"), BIG_CHUNK),
        "Unreachable redirects",
    ),
    "a 404 with a body without end": (
        _endless(_head("Transfer-Encoding: chunked", status="404 No"), BIG_CHUNK),
        "Unreachable gone",
    ),
    "a byte in half a second": (
        _endless(_head("Content-Length: 1000000"), b"a", 0.5),
        "Unreachable timeout",
    ),
    "a header in half a second": (_endless(b"HTTP/1.1 200 OK\r\n", b"X: a\r\n", 0.5), "Unreachable timeout"),
    "silence": (_silent, "Unreachable timeout"),
    "103 without end": (_endless(b"", HINT * 500), "Blocked too_large"),
    "103 in half a second": (_endless(b"", HINT, 0.5), "Unreachable timeout"),
    "a header of 10 MiB": (_whole(lambda: _head("X: " + "a" * 10 * MIB)), "Unreachable bad_response"),
    "a header of 90 kB": (
        _whole(lambda: _head("X: " + "a" * 90_000, "Content-Length: 0")),
        "Blocked too_large",
    ),
    "100,000 headers": (
        _whole(lambda: _head(*(f"X{number}: a" for number in range(100_000)))),
        "Unreachable bad_response",
    ),
    "200 headers": (
        _whole(lambda: _head(*(f"X{number}: a" for number in range(200)), "Content-Length: 0")),
        "Blocked too_large",
    ),
    "a loop of redirects": (
        _whole(lambda: _head("Location: ?", "Content-Length: 0", status="302 F")),
        "Unreachable redirects",
    ),
    "a length that is too long": (
        _whole(lambda: _head("Content-Length: 100") + b"short"),
        "Unreachable bad_response",
    ),
    "a length of 10 GB": (_whole(lambda: _head("Content-Length: 10000000000")), "Blocked too_large"),
    "a length that is negative": (
        _whole(lambda: _head("Content-Length: -5") + b"x"),
        "Unreachable bad_response",
    ),
    "a length that is no number": (
        _whole(lambda: _head("Content-Length: x") + b"x"),
        "Unreachable bad_response",
    ),
    "two lengths": (
        _whole(lambda: _head("Content-Length: 1", "Content-Length: 2") + b"xx"),
        "Unreachable bad_response",
    ),
    "a length of many digits": (
        _whole(lambda: _head("Content-Length: " + "9" * 5000) + b"x"),
        "Unreachable bad_response",
    ),
    "length and chunks": (
        _whole(lambda: _head("Content-Length: 1", "Transfer-Encoding: chunked") + b"1\r\na\r\n0\r\n\r\n"),
        "read",
    ),
    "a reset": (_reset, "Unreachable bad_response"),
    "a hang-up": (_whole(lambda: b""), "Unreachable bad_response"),
    "no HTTP": (_whole(lambda: b"<html>hello</html>"), "Unreachable bad_response"),
    "a status of 999": (_whole(lambda: _head(status="999 Odd")), "Unreachable busy"),
    "a status of no number": (_whole(lambda: _head(status="abc Odd")), "Unreachable bad_response"),
    "a switch of protocols": (
        _whole(lambda: _head("Upgrade: h2c", status="101 Go")),
        "Unreachable bad_response",
    ),
}


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            number = head.split("/", 2)[1].split()[0].rstrip("?")
            await [*CASES.values()][int(number)][0](writer)
            if "redirects" not in [*CASES][int(number)]:
                break
    except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
        pass
    finally:
        writer.close()


async def _listen(told: Connection) -> None:
    for wbits in (16 + zlib.MAX_WBITS, -zlib.MAX_WBITS):
        _zeros(wbits)  # before the clocks run
    server = await asyncio.start_server(_serve, "127.0.0.1", 0)
    told.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _process(told: Connection) -> None:
    asyncio.run(_listen(told))


@contextmanager
def serving() -> Iterator[int]:
    """The port of the server, in a process of its own: what it costs is not the fetcher's."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_process, args=(there,), daemon=True)
    process.start()
    try:
        yield int(here.recv())
    finally:
        process.kill()
        process.join()


async def rows() -> AsyncIterator[Row]:
    """A row for each behaviour."""
    with serving() as port:
        for number, (name, (_, expect)) in enumerate(CASES.items()):
            yield await _row(name, expect, f"http://127.0.0.1:{port}/{number}")


async def _row(name: str, expect: str, url: str) -> Row:
    async with Fetcher(Policy(LOOPBACK)) as http, lag() as late:
        before = resident()
        with timed() as clock:
            outcome = await _outcome(http, url)
        grown = max(0.0, resident() - before)
    return Row(name, outcome, clock.seconds, grown, _fault(outcome, expect, clock.seconds, grown, late))


async def _outcome(http: Fetcher, url: str) -> str:
    try:
        page = await http.get(url)
    except SummarizerError as error:
        return f"{type(error).__name__} {error.reason}"
    except Exception as error:  # noqa: BLE001 - a bug is what is looked for
        return f"{type(error).__name__}: {error}"[:60]
    return f"read {len(page.body)} bytes"


def _fault(outcome: str, expect: str, seconds: float, grown: float, late: Lag) -> str:
    faults = {
        f"must be {expect}": not outcome.startswith(expect),
        "too slow": seconds > LIMITS.total_seconds + 1,
        "too much memory": grown > GROWTH,
        f"the loop lags {late.p99:.2f} s": late.p99 > LAG,
    }
    return ", ".join(fault for fault, is_so in faults.items() if is_so)
