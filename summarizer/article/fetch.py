"""The guarded fetcher: one GET at a time, bounded in every direction.

httpx alone has no total time-out, inflates without limit, buffers the body of a redirect and obeys proxies in the
environment; here each of these is closed.
"""

import asyncio
import re
import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from typing import Self

import httpcore
import httpx

from summarizer.article.dial import GuardedTransport, VettedBackend
from summarizer.article.guard import Policy, check_url, ip_verdict, policy_from
from summarizer.errors import Blocked, FetchError, NotReadable, Unreachable
from summarizer.limits import Limits
from summarizer.types import Outcome

__all__ = ["Fetched", "Fetcher", "Policy", "check_url", "ip_verdict", "policy_from"]

USER_AGENT = "Nutgraf/0.1 (news digest bot)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_READABLE = re.compile(
    r"text/|message/rfc822|application/(xhtml|xml|rss|atom|rdf|feed\+json|json|pdf|rtf|epub|octet-stream"
    r"|vnd\.openxmlformats-officedocument\.wordprocessingml)|[^;]*\+(xml|json)"
)
_STEP = 256 * 1024  # bytes that are inflated at once
_STATUSES: dict[int, type[FetchError]] = {401: Blocked, 403: Blocked, 451: Blocked}
_REASONS = {401: "refused", 403: "refused", 451: "refused", 404: "gone", 410: "gone"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. `url` is where the redirects led, `headers` have small names, `body` is inflated.

    `moved` says that the address is another from now on: there were redirects, and all of them are permanent.
    """

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    moved: bool = False


class Fetcher:
    """Fetches public addresses; keeps no cookies and reads no proxy from the environment.

    `backend` and `tls` replace the network and the trusted certificates (for tests).
    """

    def __init__(
        self,
        policy: Policy | None = None,
        backend: VettedBackend | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._policy = policy or Policy()
        limits = self._policy.limits
        self._client = httpx.AsyncClient(
            transport=GuardedTransport(self._policy, backend, tls),
            trust_env=False,
            timeout=httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate"},
        )
        self._doors: dict[str, asyncio.Semaphore] = {}

    async def __aenter__(self) -> Self:
        """Stay open for a block."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close at its end."""
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def get(self, url: str, headers: Mapping[str, str] | None = None) -> Fetched:
        """The answer of an address, or of where it redirects to: status 200 to 299, or 304 if `headers` asked for it.

        Raises:
            Blocked: our guard or the site refused.
            Unreachable: no name, no connection, no answer in time, or an error of the site.
            NotReadable: the answer is no kind of text.
        """
        host = check_url(url, self._policy).host
        try:
            async with asyncio.timeout(self._policy.limits.total_seconds):
                return await self._follow(url, dict(headers or {}))
        except (TimeoutError, httpcore.TimeoutException, httpx.TimeoutException):
            raise Unreachable("timeout", host) from None
        except httpcore.ConnectError as error:
            why = "tls" if isinstance(error.__cause__, ssl.SSLError) else "no_connection"
            raise Unreachable(why, host) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, httpx.StreamError):
            raise Unreachable("bad_response", host) from None

    async def _follow(self, address: str, headers: dict[str, str]) -> Fetched:
        url, seen, moved = check_url(address, self._policy), set[str](), True
        while len(seen) <= self._policy.limits.redirects:
            key = str(url.copy_with(fragment=None))
            if key in seen:
                break
            seen.add(key)
            answer = await self._once(url, headers)
            if isinstance(answer, Fetched):
                return replace(answer, moved=moved and len(seen) > 1)
            target, permanent = answer
            if target.host != url.host:  # a validator belongs to one resource
                headers = {}
            url, moved = target, moved and permanent
        raise Unreachable("redirects", url.host)

    async def _once(self, url: httpx.URL, headers: Mapping[str, str]) -> Fetched | tuple[httpx.URL, bool]:
        """One request: its answer, or the next address and whether that is the one for good."""
        async with self._door(url.host):
            self._client.cookies.clear()  # nothing is carried from one chat's page to another's
            request = self._client.build_request("GET", url, headers=dict(headers))
            response = await self._client.send(request, stream=True)
            try:
                _check_headers(response.headers, self._policy.limits, url.host)
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    target = _next_hop(url, response.headers["location"], self._policy)
                    return target, response.status_code in _PERMANENT
                return await self._answer(url, response)
            finally:
                await response.aclose()

    async def _answer(self, url: httpx.URL, response: httpx.Response) -> Fetched:
        headers = {name.lower(): value for name, value in response.headers.items()}
        status = response.status_code
        if status == 304:
            return Fetched(str(url), status, headers)
        if not 200 <= status < 300:
            raise _status_error(status, url.host, headers)
        if not _READABLE.match(headers.get("content-type", "text/html").lower()):
            raise NotReadable("unsupported", url.host, Outcome.UNSUPPORTED)
        body = await _body(response, self._policy.limits, url.host)
        return Fetched(str(url), status, headers, body)

    def _door(self, host: str) -> asyncio.Semaphore:
        """The queue of one host; queues that are not full are forgotten when there are many."""
        if len(self._doors) > 1000:
            self._doors = {name: door for name, door in self._doors.items() if door.locked()}
        return self._doors.setdefault(host, asyncio.Semaphore(self._policy.limits.per_host))


def _check_headers(headers: httpx.Headers, limits: Limits, host: str) -> None:
    size = sum(len(name) + len(value) for name, value in headers.raw)
    if len(headers.raw) > limits.headers or size > limits.header_bytes:
        raise Blocked("too_large", host)


def _next_hop(url: httpx.URL, location: str, policy: Policy) -> httpx.URL:
    if re.search(r"[\x00-\x20\x7f\\]", location):
        raise Blocked("bad_url", url.host)
    try:
        joined = url.join(location)
    except (httpx.InvalidURL, ValueError):
        raise Blocked("bad_url", url.host) from None
    return check_url(joined, policy)


def _status_error(status: int, host: str, headers: Mapping[str, str]) -> FetchError:
    kind = _STATUSES.get(status, Unreachable)
    reason = _REASONS.get(status) or ("busy" if status == 429 or status >= 500 else "bad_response")
    return kind(reason, host, status, _seconds(headers.get("retry-after", ""), headers.get("date", "")))


def _seconds(retry_after: str, date: str) -> float | None:
    """How long a Retry-After header asks to wait: a number of seconds, or a date beside the answer's own."""
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        wait = parsedate_to_datetime(retry_after) - parsedate_to_datetime(date)
    except (ValueError, TypeError):
        return None
    return max(0.0, wait.total_seconds())


async def _body(response: httpx.Response, limits: Limits, host: str) -> bytes:
    if int(response.headers.get("content-length", "0") or 0) > limits.body_bytes:
        raise Blocked("too_large", host)
    inflate = _inflater(response.headers.get("content-encoding", ""), host)
    raw = size = count = 0
    parts: list[bytes] = []
    async for chunk in response.aiter_raw():
        raw, count = raw + len(chunk), count + 1
        if raw > limits.body_bytes or count > limits.chunks:
            raise Blocked("too_large", host)
        if count % 64 == 0:  # chunks that are already here never let others run by themselves
            await asyncio.sleep(0)
        for part in inflate(chunk):
            size += len(part)
            parts.append(part)
            if size > limits.decoded_bytes or size > max(limits.ratio_floor, raw * limits.ratio):
                raise Blocked("too_large", host)
    return b"".join(parts)


def _inflater(encoding: str, host: str) -> Callable[[bytes], Iterator[bytes]]:
    """What turns received bytes into plain ones; only encodings that were asked for, and never two at once."""
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return lambda data: iter((data,))
    if name not in {"gzip", "x-gzip", "deflate"}:
        raise Unreachable("bad_response", host)
    return _Inflater(name == "deflate", host).feed


class _Inflater:
    """gzip or deflate in steps, so that a bomb never has more than one step of room."""

    def __init__(self, deflate: bool, host: str) -> None:
        self._raw_deflate_left = deflate  # some servers leave the zlib header out
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS if deflate else 16 + zlib.MAX_WBITS)
        self._host = host

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What `data` holds, in pieces; bytes after the end are ignored, as further members could be bombs."""
        while data and not self._inflate.eof:
            part = self._step(data)
            data = self._inflate.unconsumed_tail
            if part:
                yield part

    def _step(self, data: bytes) -> bytes:
        try:
            part = self._inflate.decompress(data, _STEP)
        except zlib.error:
            if not self._raw_deflate_left:
                raise Unreachable("bad_response", self._host) from None
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
            self._raw_deflate_left = False
            return self._step(data)
        self._raw_deflate_left = False
        return part
