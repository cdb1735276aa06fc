"""The road to the network: every connection is vetted where it is made.

A name is looked up once, all its addresses are judged, and the judged address itself is dialled, so that no
second look-up can lead elsewhere. The Host header, SNI and the certificate check keep the name.
"""

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable
from ipaddress import ip_address
from typing import Any, Protocol
from zlib import crc32

import httpcore
import httpx

from summarizer.article.guard import Policy, check_url, ip_verdict, is_open, needs_opening
from summarizer.errors import Blocked, Unreachable

# httpcore looks through all connections of a pool at every request; those of sites that hang would slow all others.
_POOLS = 16


class Resolver(Protocol):
    """Looks names up."""

    async def resolve(self, host: str, port: int, seconds: float) -> list[str]:
        """All addresses of a name as literals; raises Unreachable when there are none in time."""


class SystemResolver:
    """The machine's own look-up, in a daemon thread: one that hangs can't be stopped, only left behind."""

    def __init__(self, at_once: int = 8) -> None:
        self._free = asyncio.Semaphore(at_once)

    async def resolve(self, host: str, port: int, seconds: float) -> list[str]:
        """See `Resolver`."""
        try:
            async with self._free, asyncio.timeout(seconds):
                return await _in_thread(host, port)
        except (TimeoutError, OSError, UnicodeError):
            raise Unreachable("no_such_host", host) from None


async def _in_thread(host: str, port: int) -> list[str]:
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def tell(act: Callable[[Any], None], value: object) -> None:
        if not answer.done():
            act(value)

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, socket.AF_UNSPEC, socket.SOCK_STREAM)
            outcome = (answer.set_result, list(dict.fromkeys(str(each[4][0]) for each in found)))
        except (OSError, UnicodeError) as error:
            outcome = (answer.set_exception, error)  # type: ignore[assignment]
        if not loop.is_closed():
            loop.call_soon_threadsafe(tell, *outcome)

    threading.Thread(target=look_up, name="dns", daemon=True).start()
    return await answer


class CountingStream(httpcore.AsyncNetworkStream):
    """Counts what arrives since the last request was written, so that floods of headers end too."""

    def __init__(self, inner: httpcore.AsyncNetworkStream, cap: int) -> None:
        self._inner, self._cap, self._seen = inner, cap, 0

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's name
        """The next bytes, while fewer than the cap have come."""
        data = await self._inner.read(max_bytes, timeout)
        self._seen += len(data)
        if self._seen > self._cap:
            raise Blocked("too_large")
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's name
        """Send, and count anew."""
        self._seen = 0
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's name
    ) -> httpcore.AsyncNetworkStream:
        """The same counting over TLS."""
        inner = await self._inner.start_tls(ssl_context, server_hostname, timeout)
        return CountingStream(inner, self._cap)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's signature
        """What the connection knows about itself."""
        return self._inner.get_extra_info(info)


class VettedBackend(httpcore.AsyncNetworkBackend):
    """Dials only addresses that the policy allows. `inner` does the dialling, `resolver` the look-ups."""

    def __init__(
        self,
        policy: Policy,
        resolver: Resolver | None = None,
        inner: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        self._policy = policy
        self._resolver = resolver or SystemResolver()
        self._inner = inner or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's name
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to one of the name's vetted addresses.

        Raises:
            Blocked: any answer is an address that may not be dialled.
            Unreachable: there is no such host.
        """
        limits = self._policy.limits
        until = time.monotonic() + (timeout or limits.connect_seconds)
        addresses = await self._addresses(host, port)
        for address in addresses[: limits.answers]:
            self._vet(host, port, address)
        failure: Exception = Unreachable("no_such_host", host)
        for address in addresses[: limits.dials]:
            left = max(0.01, until - time.monotonic())
            try:
                stream = await self._inner.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            await self._vet_peer(host, port, stream)
            return CountingStream(stream, limits.wire_bytes)
        raise failure

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - httpcore's signature
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        """Never: a socket file is no web address."""
        raise Blocked("bad_url", path)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)

    async def _addresses(self, host: str, port: int) -> list[str]:
        try:
            return [str(ip_address(host.strip("[]")))]
        except ValueError:
            return await self._resolver.resolve(host, port, self._policy.limits.dns_seconds)

    def _vet(self, host: str, port: int, address: str) -> None:
        allow = self._policy.allow_nets
        if ip_verdict(address, allow) or (needs_opening(host, port) and not is_open(address, allow)):
            raise Blocked("private_address", host)

    async def _vet_peer(self, host: str, port: int, stream: httpcore.AsyncNetworkStream) -> None:
        """Judge what the kernel says it is connected to: a proxy in between would show here."""
        peer = stream.get_extra_info("server_addr")
        try:
            if peer:
                self._vet(host, port, peer[0])
        except Blocked:
            await stream.aclose()
            raise


class GuardedTransport(httpx.AsyncBaseTransport):
    """httpx over the vetted backend: nothing reaches the wire unchecked."""

    def __init__(
        self, policy: Policy, backend: VettedBackend | None = None, tls: ssl.SSLContext | None = None
    ) -> None:
        self._policy = policy
        tls, backend = tls or httpx.create_ssl_context(trust_env=False), backend or VettedBackend(policy)
        self._pools = [
            httpcore.AsyncConnectionPool(
                ssl_context=tls,
                max_connections=policy.limits.connections,
                max_keepalive_connections=2,
                keepalive_expiry=5.0,
                network_backend=backend,
            )
            for _ in range(_POOLS)
        ]

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request, if its address, Host header and TLS name all mean the same site."""
        url = check_url(request.url, self._policy)
        if request.headers.get("host", "").lower().encode() != url.netloc.lower():
            raise Blocked("bad_url", url.host)
        request.extensions.pop("sni_hostname", None)
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        pool = self._pools[crc32(url.raw_host) % _POOLS]
        answer = await pool.handle_async_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )

    async def aclose(self) -> None:
        """Close all connections."""
        for pool in self._pools:
            await pool.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._answer.aiter_stream():
            yield chunk

    async def aclose(self) -> None:
        await self._answer.aclose()
