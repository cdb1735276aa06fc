"""No test of the summarizer or the bot may reach beyond this machine, whatever it runs."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Any
from unittest.mock import patch

CALLS = ("connect", "connect_ex", "sendto")


class OutsideError(OSError):
    """Somebody wanted to reach beyond this machine."""


@contextmanager
def only_loopback() -> Iterator[list[str]]:
    """Refuse all else within the block; the list holds what was refused, in case the refusal is caught."""
    refused: list[str] = []
    patches = [patch.object(socket.socket, name, _guarded(name, refused)) for name in CALLS]
    patches.append(patch.object(socket, "getaddrinfo", _looking_up(refused)))
    for each in patches:
        each.start()
    try:
        yield refused
    finally:
        for each in patches:
            each.stop()


def _guarded(name: str, refused: list[str]) -> Callable[..., Any]:
    real = getattr(socket.socket, name)

    def call(self: socket.socket, *args: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            _check(str(args[-1][0]), refused)
        return real(self, *args)

    return call


def _looking_up(refused: list[str]) -> Callable[..., Any]:
    real = socket.getaddrinfo

    def look_up(host: str | bytes | None, *args: Any, **options: Any) -> Any:
        _check(host.decode() if isinstance(host, bytes) else host or "localhost", refused)
        return real(host, *args, **options)

    return look_up


def _check(host: str, refused: list[str]) -> None:
    if not _is_here(host):
        refused.append(host)
        raise OutsideError(f"{host} is not this machine")


def _is_here(host: str) -> bool:
    try:
        return ip_address(host.split("%", maxsplit=1)[0]).is_loopback
    except ValueError:
        return host == "localhost"
