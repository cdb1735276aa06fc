"""One spelling for one page."""

import pytest

from summarizer.links import canonical_url, host_of


@pytest.mark.parametrize(
    ("given", "same"),
    [
        ("https://Example.COM/A?utm_source=x&b=1#part", "https://example.com/A?b=1"),
        ("http://example.com:80", "http://example.com/"),
        ("https://example.com:443/a", "https://example.com/a"),
        ("https://example.com:8443/a", "https://example.com:8443/a"),
        ("https://example.com/?fbclid=1&gclid=2&mc_cid=3", "https://example.com/"),
        ("https://example.com/?q=a%20b&page=2", "https://example.com/?q=a%20b&page=2"),
        ("https://[2606:2800::1]:443/", "https://[2606:2800::1]/"),
        ("not an address", "not an address"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_an_address_has_one_spelling(given: str, same: str) -> None:
    assert canonical_url(given) == same
    assert canonical_url(same) == same


def test_a_host_is_named_without_www() -> None:
    assert host_of("https://www.Example.com:8080/a") == "example.com"
    assert host_of("http://[broken") == ""
