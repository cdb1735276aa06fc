"""Which addresses may be opened; `test_addresses.py` holds the many spellings of them."""

import httpx
import pytest

from summarizer.article.guard import Policy, check_url, ip_verdict, is_open, policy_from
from summarizer.errors import Blocked


def test_an_address_is_parsed_as_it_is_dialled() -> None:
    assert isinstance(check_url("https://EXAMPLE.com:443/path?query=1#part", Policy()), httpx.URL)


def test_an_allowed_network_opens_any_port_and_its_one_word_names() -> None:
    policy = policy_from("10.1.0.0/16")
    assert check_url("http://10.1.2.3:8080/", policy)
    assert check_url("http://wiki:3000/", policy)
    with pytest.raises(Blocked):
        check_url("http://10.2.0.1/", policy)
    with pytest.raises(Blocked):
        check_url("http://93.184.216.34:8080/", policy)


@pytest.mark.parametrize(
    "address", ["169.254.169.254", "100.100.100.200", "fd00:ec2::254", "::ffff:169.254.169.254"]
)
def test_cloud_metadata_stays_shut_whatever_is_allowed(address: str) -> None:
    assert ip_verdict(address, policy_from("true").allow_nets) == "metadata"
    assert ip_verdict(address, policy_from("0.0.0.0/0, ::/0").allow_nets) == "metadata"
    assert not is_open(address, policy_from("true").allow_nets)


def test_metadata_behind_a_tunnel_stays_shut_too() -> None:
    assert ip_verdict("64:ff9b::a9fe:a9fe", policy_from("64:ff9b::/96").allow_nets) == "metadata"


def test_who_opens_loopback_opens_both_its_addresses() -> None:
    nets = policy_from("127.0.0.0/8").allow_nets
    assert ip_verdict("127.0.0.1", nets) is None
    assert ip_verdict("::1", nets) is None
    assert ip_verdict("10.0.0.1", nets) == "10.0.0.0/8"


@pytest.mark.parametrize("word", ["false", "False", "", "0"])
def test_false_opens_nothing(word: str) -> None:
    assert policy_from(word).allow_nets == ()


@pytest.mark.parametrize("word", ["perhaps", "10.0.0.0/99", "10.0.0.0/8,,x"])
def test_a_word_that_is_no_network_is_an_error(word: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        policy_from(word)
