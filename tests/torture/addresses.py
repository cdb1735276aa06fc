"""Every address of `tests/data/addresses.json` through the real fetcher, over a network that counts its dials."""

import json
import ssl
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpcore

from summarizer.article.dial import VettedBackend
from summarizer.article.fetch import Fetcher
from summarizer.article.guard import ip_verdict, policy_from
from summarizer.errors import SummarizerError, Unreachable
from tests.torture.table import Row, timed

FILE = Path(__file__).parents[1] / "data" / "addresses.json"
START = "http://news.example.org/a"
PUBLIC = "93.184.216.34"
PRIVATE_NAMES = {"rebind.example.org": ["10.0.0.9"]}
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok"


@dataclass(frozen=True, slots=True)
class Case:
    """An address, with what its name resolves to and where it redirects; `dials` is how many may be made."""

    kind: str
    expect: str
    why: str
    url: str = START
    answers: Sequence[str] = (PUBLIC,)
    chain: Sequence[str] = ()
    opened: str = "false"

    @property
    def name(self) -> str:
        """The case in a line of the table."""
        what = self.url if self.kind == "urls" else ", ".join(self.chain or self.answers) or "nothing"
        return f"{self.kind}: {self.why}: {ascii(what)[1:-1][:40]}"


def cases() -> Iterator[Case]:
    """All of the file."""
    held: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    yield from (Case("urls", expect, why, url=url) for expect, why, url in held["urls"])
    yield from (Case("answers", expect, why, answers=given) for expect, why, given in held["answers"])
    yield from (Case("redirects", expect, why, chain=chain) for expect, why, chain in held["redirects"])
    for expect, why, answers, opened in held["opened"]:
        yield Case("opened", expect, why, answers=answers, opened=opened)


class Names:
    """Every name has the case's answers, but for those that are private."""

    def __init__(self, answers: Sequence[str]) -> None:
        self._answers, self.asked = answers, list[str]()

    async def resolve(self, host: str, port: int, seconds: float) -> list[str]:  # noqa: ARG002 - a Resolver's signature
        self.asked.append(host)
        if not self._answers:
            raise Unreachable("no_such_host", host)
        return PRIVATE_NAMES.get(host) or list(self._answers)


class Wire(httpcore.AsyncNetworkStream):
    """A connection that answers each request with the next reply, whatever is asked."""

    def __init__(self, peer: tuple[str, int], replies: Iterator[bytes]) -> None:
        self._peer, self._replies, self._waiting = peer, replies, b""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002, ASYNC109 - httpcore's signature
        data, self._waiting = self._waiting[:max_bytes], self._waiting[max_bytes:]
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002, ASYNC109 - httpcore's signature
        if buffer.endswith(b"\r\n\r\n"):
            self._waiting += next(self._replies)

    async def aclose(self) -> None:
        """Nothing is open."""

    async def start_tls(self, *_: object, **__: object) -> httpcore.AsyncNetworkStream:
        return self

    def get_extra_info(self, info: str) -> Any:
        return self._peer if info == "server_addr" else None


class Net(httpcore.AsyncNetworkBackend):
    """Counts what is dialled, and dials nothing."""

    def __init__(self, chain: Iterable[str] = (), peer: str | None = None) -> None:
        self.dials = list[tuple[str, int]]()
        self._replies = iter([*map(_found, chain), *[OK] * 9])
        self._peer = peer

    async def connect_tcp(
        self, host: str, port: int, *_: object, **__: object
    ) -> httpcore.AsyncNetworkStream:
        self.dials.append((host, port))
        return Wire((self._peer or host, port), self._replies)

    async def sleep(self, seconds: float) -> None:
        """Do not wait: nothing comes later."""


def _found(location: str) -> bytes:
    head = f"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
    return head.encode("utf-8")


async def fetched(case: Case, net: Net, names: Names) -> str:
    """ "open", or the class and reason of the error."""
    policy = policy_from(case.opened)
    backend = VettedBackend(policy, names, net)
    async with Fetcher(policy, backend, ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)) as http:
        try:
            await http.get(case.url)
        except SummarizerError as error:
            return f"{type(error).__name__} {error.reason}"
    return "open"


async def fault(case: Case) -> tuple[str, str]:
    """The outcome of a case, and what is wrong with it: no dial may ever lead where the guard would not."""
    net, names = Net(case.chain), Names(case.answers)
    outcome = await fetched(case, net, names)
    allow = policy_from(case.opened).allow_nets
    if any(ip_verdict(host, allow) for host, _ in net.dials):
        return outcome, f"dialled {net.dials}"
    if case.expect == "blocked" and net.dials and not case.chain:
        return outcome, f"dialled {net.dials}"
    if (outcome == "open") != (case.expect == "open"):
        return outcome, f"must be {case.expect}"
    return outcome, "a second look-up" if len(names.asked) > len(net.dials) + 1 else ""


async def rows() -> AsyncIterator[Row]:
    """A row for each case."""
    for case in cases():
        with timed() as clock:
            outcome, wrong = await fault(case)
        yield Row(case.name, outcome, clock.seconds, fault=wrong)


def literals() -> Iterator[str]:
    """The hosts of the file's refused addresses that a system's look-up would take as numbers."""
    for case in cases():
        host = case.url.removeprefix("http://").split("/", 1)[0]
        if case.kind == "urls" and case.expect == "blocked" and set(host) <= set("0123456789abcdefx.:[]"):
            yield host
