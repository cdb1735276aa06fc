"""Which addresses may be opened."""

import httpx
import pytest

from summarizer.article.guard import Policy, check_url, ip_verdict, is_open, policy_from
from summarizer.errors import Blocked

REFUSED = [
    # spellings of this machine
    "http://127.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://0177.0.0.1/",
    "http://0x7f.0.0.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://017700000001/",
    "http://0/",
    "http://0.0.0.0/",
    "http://127.0.0.1./",
    "http://127。0。0。1/",
    "http://①②⑦.0.0.1/",
    "http://%31%32%37.0.0.1/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::127.0.0.1]/",
    "http://[0:0:0:0:0:ffff:7f00:1]/",
    "http://[fe80::1%25eth0]/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://printer/",
    "http://wiki.internal/",
    "http://db.svc.cluster.local/",
    "http://hidden.onion/",
    # other networks that are nobody's business
    "http://10.1.2.3/",
    "http://172.20.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://168.63.129.16/",
    "http://192.0.0.192/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[fd00:ec2::254]/",
    "http://[fec0::1]/",
    "http://[2002:7f00:1::]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::a00:1]/",
    "http://[2001:0:7f00:1::1]/",
    "http://[2606:4700::5efe:10.0.0.1]/",
    "http://[3fff::1]/",
    "http://[5f00::1]/",
    # spellings that parsers disagree about
    "ftp://example.com/",
    "file:///etc/passwd",
    "http:/example.com/",
    "http:///example.com/",
    "http://user@example.com/",
    "http://example.com:22/",
    "http://example.com:0/",
    "http://example.com:65536/",
    "http://example.com\\@10.0.0.1/",
    "http://exa\u200bmple.com/",
    "http://example.com/\r\nHost: internal",
    "http://exa mple.com/",
    "http://-example.com/",
    "http://" + "a" * 64 + ".com/",
    "http://example.com/" + "a" * 2048,
    "",
]
ALLOWED = [
    "http://example.com/",
    "https://example.com:443/path?query=1#part",
    "http://EXAMPLE.com./",
    "http://bücher.de/",
    "http://93.184.216.34/",
    "http://[2606:2800:220:1::1]/",
    "http://my_blog.example.org/",
    "https://8.8.8.8/",
]


@pytest.mark.parametrize("url", REFUSED)
def test_an_address_that_is_not_public_is_refused(url: str) -> None:
    with pytest.raises(Blocked):
        check_url(url, Policy())


@pytest.mark.parametrize("url", ALLOWED)
def test_a_public_address_is_opened(url: str) -> None:
    assert isinstance(check_url(url, Policy()), httpx.URL)


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
