"""The tests' own guard bites: what goes round the fetcher does not get out."""

import asyncio
import socket
import urllib.request
from collections.abc import Callable

import httpx
import pytest
import trafilatura

from tests.network import OutsideError

SOMEWHERE = "192.0.2.1"  # an address for documents: nobody is there, even if the guard fails


def plain_socket() -> None:
    socket.create_connection((SOMEWHERE, 80), timeout=1)


def datagram() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
        door.sendto(b"x", (SOMEWHERE, 53))


def look_up() -> None:
    socket.getaddrinfo("news.example.org", 80)


def plain_httpx() -> None:
    httpx.get(f"http://{SOMEWHERE}/", timeout=1, trust_env=False)


def plain_urllib() -> None:
    urllib.request.build_opener(urllib.request.ProxyHandler({})).open(f"http://{SOMEWHERE}/", timeout=1)


def asynchronous() -> None:
    async def connect() -> None:
        await asyncio.open_connection(SOMEWHERE, 80)

    asyncio.run(connect())


@pytest.mark.parametrize(
    "reach",
    [plain_socket, datagram, look_up, plain_httpx, plain_urllib, asynchronous],
    ids=lambda f: f.__name__,
)
def test_what_goes_round_the_fetcher_is_refused(reach: Callable[[], None], refused: list[str]) -> None:
    with pytest.raises((OutsideError, OSError, httpx.ConnectError)):
        reach()
    assert refused
    refused.clear()


def test_a_refusal_that_a_library_swallows_is_still_known(refused: list[str]) -> None:
    assert trafilatura.fetch_url(f"http://{SOMEWHERE}/") is None
    assert set(refused) == {SOMEWHERE}
    refused.clear()


def test_this_machine_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        socket.create_connection(listener.getsockname()).close()
        assert socket.getaddrinfo("localhost", 80)
