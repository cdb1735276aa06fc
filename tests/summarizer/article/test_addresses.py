"""Every address, answer and redirect of `tests/data/addresses.json`, without a network."""

import socket
import ssl

import httpx
import pytest

from summarizer.article.dial import GuardedTransport, VettedBackend
from summarizer.article.guard import Policy
from summarizer.errors import Blocked, FetchError
from tests.torture.addresses import PUBLIC, START, Case, Names, Net, cases, fault, fetched, literals


class Libc(Names):
    """Takes numbers as a system's look-up takes them: 0177.1 is this machine."""

    def __init__(self) -> None:
        super().__init__(())

    async def resolve(self, host: str, port: int, seconds: float) -> list[str]:
        try:
            return [socket.inet_ntoa(socket.inet_aton(host))]
        except OSError:
            return await super().resolve(host, port, seconds)


@pytest.mark.parametrize("case", [*cases()], ids=lambda case: case.name)
async def test_an_address_is_refused_before_it_is_dialled_or_opened(case: Case) -> None:
    outcome, wrong = await fault(case)
    assert not wrong, outcome


def test_the_file_holds_enough_to_trust_it() -> None:
    kinds = [case.kind for case in cases()]
    assert kinds.count("urls") >= 210
    assert kinds.count("answers") >= 20
    assert kinds.count("redirects") >= 18


async def test_the_dialler_alone_refuses_every_number_too() -> None:
    net = Net()
    backend = VettedBackend(Policy(), Libc(), net)
    hosts = set(literals())
    assert len(hosts) > 80
    for host in hosts:
        with pytest.raises(FetchError):
            await backend.connect_tcp(host, 80)
    assert net.dials == []


async def test_a_name_is_looked_up_once_for_a_connection() -> None:
    net, names = Net(), Names([PUBLIC])
    assert await fetched(Case("answers", "open", "one"), net, names) == "open"
    assert (net.dials, names.asked) == ([(PUBLIC, 80)], ["news.example.org"])


async def test_a_peer_that_is_not_the_dialled_one_is_refused() -> None:
    net = Net(peer="10.0.0.1")
    assert (
        await fetched(Case("answers", "blocked", "peer"), net, Names([PUBLIC])) == "Blocked private_address"
    )


async def test_a_socket_file_is_never_dialled() -> None:
    with pytest.raises(Blocked):
        await VettedBackend(Policy()).connect_unix_socket("/var/run/docker.sock")


@pytest.mark.parametrize("headers", [{"Host": "internal"}, {"Host": "127.0.0.1"}])
async def test_a_host_header_of_another_site_is_refused(headers: dict[str, str]) -> None:
    net = Net()
    async with httpx.AsyncClient(transport=_transport(net), trust_env=False) as client:
        with pytest.raises(Blocked):
            await client.get(START, headers=headers)
    assert net.dials == []


async def test_a_name_for_tls_that_is_not_the_hosts_is_dropped() -> None:
    async with httpx.AsyncClient(transport=_transport(Net()), trust_env=False) as client:
        answer = await client.get(START, extensions={"sni_hostname": "internal"})
    assert "sni_hostname" not in answer.request.extensions


def _transport(net: Net) -> GuardedTransport:
    backend = VettedBackend(Policy(), Names([PUBLIC]), net)
    return GuardedTransport(Policy(), backend, ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
