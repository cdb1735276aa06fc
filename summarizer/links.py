"""Addresses that mean the same page become the same text."""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

# Parameters that say where a reader came from and never what is shown: as the senders document them
# (Google Analytics and Ads, Meta, Microsoft, Mailchimp, HubSpot, Matomo, Yandex, X, Instagram, AT Internet).
_TRACKING = re.compile(
    r"utm_\w+|ga_\w+|mtm_\w+|pk_\w+|piwik_\w+|hsa_\w+|_hs\w+|at_(?:medium|campaign|link_\w+|format|bbc_team)"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|igshid|igsh|yclid|ysclid|_openstat"
    r"|mc_cid|mc_eid|vero_id|mkt_tok|oly_enc_id|oly_anon_id|_ga|_gl|ns_mchannel|ns_source|ns_campaign|s_cid|cmpid",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical_url(url: str) -> str:
    """The one spelling of an address: no fragment, no tracking parameters, small host, no default port.

    The order of the other parameters stays, and so does a text that is no web address.
    """
    try:
        parts = urlsplit(url.strip())
        host = _host(parts)
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not _TRACKING.fullmatch(pair[0])]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", query, ""))


def host_of(url: str) -> str:
    """The host as people name it: small letters, no `www.`; empty when the text is no address."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    if parts.port is None or parts.port == _DEFAULT_PORTS.get(parts.scheme.lower()):
        return host
    return f"{host}:{parts.port}"
