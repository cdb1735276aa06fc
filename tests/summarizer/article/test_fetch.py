"""The guarded fetcher against servers of our own on loopback."""

import asyncio
import gzip
import socket
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from ipaddress import ip_network
from typing import Any

import pytest

from summarizer.article.dial import VettedBackend
from summarizer.article.fetch import Fetcher
from summarizer.article.guard import Policy
from summarizer.errors import Blocked, FetchError, NotReadable, SummarizerError, Unreachable
from summarizer.limits import LIMITS, Limits

LOOPBACK = (ip_network("127.0.0.0/8"),)
QUICK = replace(LIMITS, total_seconds=1.0, read_seconds=0.5, connect_seconds=0.5, dns_seconds=0.3)

Handler = Callable[[str, asyncio.StreamWriter], Awaitable[None]]


def answer(body: bytes = b"ok", status: str = "200 OK", /, **headers: str) -> bytes:
    own = {name.replace("_", "-"): value for name, value in headers.items()}
    lines = {"Content-Type": "text/html", "Content-Length": str(len(body)), **own}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


class Server:
    """Answers each request with what `reply` says, and remembers the requests."""

    def __init__(self, reply: Callable[[str], bytes] | Handler) -> None:
        self.reply, self.requests = reply, list[str]()
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                self.requests.append(head)
                given: Any = self.reply
                if asyncio.iscoroutinefunction(given):
                    await given(head, writer)
                    break
                writer.write(given(head))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@asynccontextmanager
async def serving(reply: Callable[[str], bytes] | Handler) -> AsyncIterator[Server]:
    server = Server(reply)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()


class Names:
    """Looks names up in a table; a list of lists gives each look-up its own answer."""

    def __init__(self, **table: list[str]) -> None:
        self.table, self.asked = table, list[str]()

    async def resolve(self, host: str, port: int, seconds: float) -> list[str]:  # noqa: ARG002 - a Resolver's signature
        self.asked.append(host)
        return self.table[host.split(".", maxsplit=1)[0]]


def fetcher(limits: Limits = QUICK, names: Names | None = None) -> Fetcher:
    policy = Policy(LOOPBACK, limits)
    return Fetcher(policy, VettedBackend(policy, names) if names else None)


async def fetch_error(reply: Any, path: str = "/", limits: Limits = QUICK) -> SummarizerError:
    async with serving(reply) as server, fetcher(limits) as http:
        with pytest.raises(SummarizerError) as caught:
            await http.get(server.url(path))
    return caught.value


async def test_a_page_comes_back_with_its_address_and_headers() -> None:
    async with serving(lambda _: answer(b"<p>hello", ETag="x1")) as server, fetcher() as http:
        page = await http.get(server.url("/a"))
    assert (page.status, page.body, page.headers["etag"], page.url) == (
        200,
        b"<p>hello",
        "x1",
        server.url("/a"),
    )
    assert "Nutgraf/0.1 (news digest bot)" in server.requests[0]


async def test_gzip_and_deflate_are_inflated() -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "/gzip": (gzip.compress(b"text"), "gzip"),
        "/deflate": (zlib.compress(b"text"), "deflate"),
        "/raw": (raw.compress(b"text") + raw.flush(), "deflate"),
    }

    def reply(head: str) -> bytes:
        body, name = packed[head.split()[1]]
        return answer(body, Content_Encoding=name)

    async with serving(reply) as server, fetcher() as http:
        assert [(await http.get(server.url(path))).body for path in packed] == [b"text"] * 3


async def test_a_bomb_is_given_up() -> None:
    bomb = gzip.compress(b"\0" * 2**25)
    assert (await fetch_error(lambda _: answer(bomb, Content_Encoding="gzip"))).reason == "too_large"


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip"])
async def test_an_encoding_that_was_not_asked_for_is_refused(encoding: str) -> None:
    assert isinstance(await fetch_error(lambda _: answer(Content_Encoding=encoding)), Unreachable)


async def test_a_body_without_end_is_cut_off() -> None:
    async def flood(_: str, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _i in range(10_000):
            writer.write(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
            await writer.drain()

    assert (await fetch_error(flood, limits=LIMITS)).reason == "too_large"


async def test_a_body_that_drips_ends_with_the_total_time() -> None:
    async def drip(_: str, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n")
        for _i in range(1000):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.1)

    assert (await fetch_error(drip)).reason == "timeout"


async def test_too_many_headers_are_refused() -> None:
    many = {f"X{number}": "y" for number in range(200)}
    assert (await fetch_error(lambda _: answer(**many))).reason == "too_large"


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        (401, Blocked, "refused"),
        (403, Blocked, "refused"),
        (451, Blocked, "refused"),
        (404, Unreachable, "gone"),
        (410, Unreachable, "gone"),
        (429, Unreachable, "busy"),
        (500, Unreachable, "busy"),
        (503, Unreachable, "busy"),
        (418, Unreachable, "bad_response"),
    ],
)
async def test_a_status_says_why(status: int, kind: type[FetchError], reason: str) -> None:
    error = await fetch_error(lambda _: answer(b"", f"{status} No", Retry_After="120"))
    assert isinstance(error, kind)
    assert (error.reason, error.status, error.retry_after, error.host) == (reason, status, 120.0, "127.0.0.1")


async def test_a_date_to_retry_after_counts_from_the_answers_own() -> None:
    dates = {"Date": "Mon, 02 Mar 2026 10:00:00 GMT", "Retry_After": "Mon, 02 Mar 2026 10:05:00 GMT"}
    error = await fetch_error(lambda _: answer(b"", "503 Busy", **dates))
    assert isinstance(error, FetchError)
    assert error.retry_after == 300.0


async def test_not_modified_comes_through() -> None:
    async with serving(lambda _: answer(b"", "304 Not Modified")) as server, fetcher() as http:
        page = await http.get(server.url(), {"If-None-Match": "x1"})
    assert (page.status, page.body) == (304, b"")
    assert "if-none-match: x1" in server.requests[0].lower()


async def test_a_film_is_no_text() -> None:
    error = await fetch_error(lambda _: answer(Content_Type="video/mp4"))
    assert isinstance(error, NotReadable)
    assert error.reason == "unsupported"


async def test_a_redirect_is_followed_without_its_body() -> None:
    def reply(head: str) -> bytes:
        path = head.split()[1]
        return answer(b"there") if path == "/b" else answer(b"z" * 100, "302 Found", Location="/b")

    async with serving(reply) as server, fetcher() as http:
        page = await http.get(server.url("/a"))
    assert (page.body, page.url) == (b"there", server.url("/b"))


@pytest.mark.parametrize(
    "location",
    ["http://10.0.0.1/", "http://169.254.169.254/", "file:///etc/passwd", "http://[::ffff:a00:1]/", "//a@b/"],
)
async def test_a_redirect_to_a_private_place_is_not_followed(location: str) -> None:
    assert isinstance(await fetch_error(lambda _: answer(b"", "302 Found", Location=location)), Blocked)


async def test_redirects_end() -> None:
    assert (await fetch_error(lambda _: answer(b"", "302 F", Location="/"))).reason == "redirects"
    steps = iter(range(100))
    error = await fetch_error(lambda _: answer(b"", "302 F", Location=f"/{next(steps)}"), "/start")
    assert error.reason == "redirects"


async def test_a_validator_does_not_travel_to_another_host() -> None:
    async with serving(lambda _: answer()) as other:
        hop = f"http://second.test.net:{other.port}/"
        names = Names(second=["127.0.0.1"])
        async with (
            serving(lambda _: answer(b"", "302 F", Location=hop)) as server,
            fetcher(names=names) as http,
        ):
            await http.get(server.url(), {"If-None-Match": "secret"})
    assert "secret" in server.requests[0]
    assert "secret" not in other.requests[0]


async def test_cookies_are_forgotten() -> None:
    async with serving(lambda _: answer(Set_Cookie="id=1; Path=/")) as server, fetcher() as http:
        for _ in range(2):
            await http.get(server.url())
    assert not any("cookie" in request.lower() for request in server.requests)


async def test_a_proxy_in_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with serving(lambda _: answer()) as server, fetcher() as http:
        assert (await http.get(server.url())).body == b"ok"


async def test_one_bad_answer_blocks_the_name_and_nothing_is_dialled() -> None:
    async with serving(lambda _: answer()) as server:
        names = Names(news=["127.0.0.1", "10.0.0.1"])
        async with fetcher(names=names) as http:
            with pytest.raises(Blocked):
                await http.get(f"http://news.test.net:{server.port}/")
    assert names.asked == ["news.test.net"]
    assert server.requests == []


async def test_a_name_that_moves_to_a_private_address_is_not_followed() -> None:
    async with serving(lambda _: answer(Connection="close")) as server:
        names = Names(news=["127.0.0.1"])
        async with fetcher(names=names) as http:
            url = f"http://news.test.net:{server.port}/"
            assert (await http.get(url)).body == b"ok"
            names.table["news"] = ["10.0.0.1"]
            with pytest.raises(Blocked):
                await http.get(url)
    assert len(server.requests) == 1


async def test_an_odd_port_needs_an_address_that_was_opened() -> None:
    async with fetcher(names=Names(news=["93.184.216.34"])) as http:
        with pytest.raises(Blocked):
            await http.get("http://news.test.net:8080/")


async def test_nobody_listens() -> None:
    async with serving(lambda _: answer()) as server:
        pass
    async with fetcher() as http:
        with pytest.raises(Unreachable) as caught:
            await http.get(server.url())
    assert caught.value.reason == "no_connection"


async def test_a_name_that_nobody_has_is_no_such_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "nobody has it")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    async with Fetcher(Policy(limits=QUICK)) as http:
        with pytest.raises(Unreachable) as caught:
            await http.get("http://no-such-host-of-ours.zz/")
    assert (caught.value.reason, caught.value.host) == ("no_such_host", "no-such-host-of-ours.zz")


async def test_one_host_is_asked_twice_at_once_at_most() -> None:
    now = most = 0

    async def slow(_: str, writer: asyncio.StreamWriter) -> None:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.1)
        now -= 1
        writer.write(answer(Connection="close"))
        await writer.drain()

    async with serving(slow) as server, fetcher(LIMITS) as http:
        await asyncio.gather(*(http.get(server.url(f"/{number}")) for number in range(6)))
    assert most == LIMITS.per_host
