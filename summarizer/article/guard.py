"""Which addresses may be opened: pure rules over URLs and IP addresses.

The standard library's `is_global` is no policy: it lets 6to4, NAT64, multicast and two cloud addresses through,
and its answers change between patch releases. So the registry is spelled out here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import TYPE_CHECKING

from summarizer.errors import Blocked
from summarizer.limits import LIMITS, Limits

if TYPE_CHECKING:
    import httpx

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def _networks(text: str) -> tuple[Network, ...]:
    return tuple(ip_network(word) for word in text.split())


# IANA's special-purpose registries for IPv4 and IPv6, the tunnels, and Azure's 168.63.129.16, which looks public.
_SPECIAL = _networks("""
    0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12
    192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16
    192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
    ::/96 ::ffff:0:0:0/96 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001::/23 2001:db8::/32 2002::/16
    2620:4f:8000::/48 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8
""")
# What an operator means by "private networks": their own, loopback, link-local and carrier NAT (as VPNs use it).
_PRIVATE = _networks("""
    10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 127.0.0.0/8 169.254.0.0/16 100.64.0.0/10 ::1/128 fc00::/7 fe80::/10
""")
# Credentials of cloud machines live here (AWS, Alibaba, Oracle, Azure, Google): shut whatever an operator allows.
_METADATA = _networks("""
    169.254.169.254/32 169.254.170.2/32 169.254.170.23/32 100.100.100.200/32 192.0.0.192/32 168.63.129.16/32
    fd00:ec2::254/128 fd00:ec2::23/128 fd20:ce::254/128
""")
_UNICAST_V6 = ip_network("2000::/3")  # all that IANA has given out
_NAT64 = ip_network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)
_LOOPBACK = (ip_address("127.0.0.1"), ip_network("::1/128"))

_LOCAL_WORDS = """
localhost local localdomain internal intranet lan home corp private home.arpa arpa onion i2p
test invalid example alt cluster.local svc kubernetes
"""
_LOCAL_SUFFIXES = tuple(f".{suffix}" for suffix in _LOCAL_WORDS.split())
_PORTS = {"http": 80, "https": 443}
# Control, space, backslash, invisible and direction-changing characters: parsers disagree about them.
_ODD = re.compile(r"[\x00-\x20\x7f-\xa0\\\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_WEB = re.compile(r"https?://[^/]", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.IGNORECASE)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be fetched. For an address in `allow_nets` any port and one-word names open too."""

    allow_nets: tuple[Network, ...] = ()
    limits: Limits = LIMITS


def policy_from(allow_private: str) -> Policy:
    """The policy that a setting asks for: "false", "true", or networks with commas between them.

    "true" opens all private ranges; who opens 127.0.0.1 opens ::1 too, since `localhost` means both.

    Raises:
        ValueError: a part is no network.
    """
    word = allow_private.strip().lower()
    if word in {"", "false", "no", "0", "off"}:
        return Policy()
    if word in {"true", "yes", "1", "on"}:
        return Policy(allow_nets=_PRIVATE)
    nets = tuple(ip_network(part.strip(), strict=False) for part in word.split(",") if part.strip())
    home, twin = _LOOPBACK
    return Policy(allow_nets=(*nets, twin) if _within(home, nets) else nets)


def ip_verdict(ip: Address | str, allow: Sequence[Network] = ()) -> str | None:
    """Why an address may not be dialled, or None when it may."""
    if isinstance(ip, str):
        ip = ip_address(ip.split("%", 1)[0])
    inner = _embedded(ip)
    if any(_within(each, _METADATA) for each in (ip, *inner)):
        return "metadata"
    if _within(ip, allow):
        return None
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        return ip_verdict(ip.ipv4_mapped, allow)
    for each in inner:
        if why := ip_verdict(each, allow):
            return f"embedded {why}"
    if ip in _NAT64:  # the only road to IPv4 from a network without it; what it leads to was judged above
        return None
    return _special(ip)


def is_open(ip: Address | str, allow: Sequence[Network]) -> bool:
    """Whether the operator opened this very address, and it is not one of the cloud's."""
    if isinstance(ip, str):
        ip = ip_address(ip.split("%", 1)[0])
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return _within(ip, allow) and ip_verdict(ip, allow) is None


def needs_opening(host: str, port: int) -> bool:
    """Whether a name or port is one that only an operator's own networks may use."""
    name = host.strip("[]").lower().removesuffix(".")
    return port not in _PORTS.values() or _is_local_name(name)


def check_url(url: "str | httpx.URL", policy: Policy) -> "httpx.URL":
    """The parsed address, if its spelling may be opened at all; nothing is looked up.

    Raises:
        Blocked: `bad_url` for a spelling that is refused, `private_address` for one that is not public.
    """
    parsed = _parse(str(url), policy.limits.url_chars)
    host = parsed.raw_host.decode("ascii").lower()
    port = _PORTS[parsed.scheme] if parsed.port is None else parsed.port
    literal = _literal(host)
    if literal is not None:
        if ip_verdict(literal, policy.allow_nets):
            raise Blocked("private_address", host)
        if port not in _PORTS.values() and not is_open(literal, policy.allow_nets):
            raise Blocked("bad_url", host)
        return parsed
    name = host.removesuffix(".")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in name.split(".")):
        raise Blocked("bad_url", host)
    if needs_opening(name, port) and not policy.allow_nets:  # else the dialled address decides
        raise Blocked("private_address" if _is_local_name(name) else "bad_url", host)
    return parsed


def _parse(raw: str, longest: int) -> "httpx.URL":
    import httpx  # noqa: PLC0415 - half a second that reading a setting need not pay

    if len(raw) > longest or _ODD.search(raw) or not _WEB.match(raw):
        raise Blocked("bad_url")
    try:
        parsed = httpx.URL(raw)
        parsed.raw_host.decode("ascii")
    except (httpx.InvalidURL, ValueError, TypeError):
        raise Blocked("bad_url") from None
    if parsed.userinfo or b"@" in parsed.netloc or not parsed.raw_host or b"%" in parsed.raw_host:
        raise Blocked("bad_url", parsed.host)
    return parsed


def _literal(host: str) -> Address | None:
    """The address that a host spells, None for a name; odd spellings (0177.1, 2130706433) are refused."""
    bare = host.strip("[]")
    try:
        if ":" in bare:
            return IPv6Address(bare)
        if _NUMBER.fullmatch(bare.removesuffix(".").rsplit(".", 1)[-1]):
            return IPv4Address(bare.removesuffix("."))
    except ValueError:
        raise Blocked("bad_url", host) from None
    return None


def _is_local_name(name: str) -> bool:
    return _literal(name) is None and ("." not in name or f".{name}".endswith(_LOCAL_SUFFIXES))


def _within(ip: Address, networks: Sequence[Network]) -> bool:
    return any(ip.version == network.version and ip in network for network in networks)


def _embedded(ip: Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address would lead to, by any of its six ways of carrying one."""
    if isinstance(ip, IPv4Address):
        return []
    number = int(ip)
    low = IPv4Address(number & 0xFFFFFFFF)
    found = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _NAT64 or number >> 32 == 0 or (number >> 32) & 0xFFFFFFFF in _ISATAP:
        found.append(low)
    return [each for each in found if each is not None]


def _special(ip: Address) -> str | None:
    for network in _SPECIAL:
        if ip.version == network.version and ip in network:
            return str(network)
    if isinstance(ip, IPv6Address) and ip not in _UNICAST_V6:
        return "not unicast"
    # A range that a later release of the library knows and this list does not.
    return None if ip.is_global and not ip.is_multicast else "not global"
