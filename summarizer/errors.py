"""What can go wrong while reading.

    SummarizerError
    ├── FetchError            the address gave nothing
    │   ├── Blocked           our guard or the site refused it        → outcome blocked
    │   └── Unreachable       no name, no connection, no time         → outcome unreachable
    ├── NotReadable           there were bytes, but no text in them   → outcome not_article, unsupported
    ├── TooHeavy              reading it took too much time or memory → outcome unsupported
    └── UnknownMethod         no summarizer has this name

Each carries `reason`, a stable word for messages and metrics, and `outcome`; never the raw text of a library's error.

| reason                                             | raised as           |
|----------------------------------------------------|---------------------|
| bad_url, private_address, too_large, refused       | Blocked             |
| no_such_host, no_connection, tls, timeout, gone,   | Unreachable         |
| busy, redirects, bad_response                      |                     |
| no_text, consent, javascript, video, social, gone, | NotReadable         |
| challenge, unsupported, not_a_feed, scanned,       |                     |
| encrypted, damaged, feed, not_opml                 |                     |
| too_heavy                                          | TooHeavy            |
"""

from summarizer.types import Outcome


class SummarizerError(Exception):
    """Base of all that the summarizer raises on purpose."""

    outcome = Outcome.UNSUPPORTED

    def __init__(self, reason: str, host: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.host = host

    def __reduce__(self) -> tuple[type["SummarizerError"], tuple[str, str]]:
        """Keep both arguments on the way back from a worker."""
        return type(self), (self.reason, self.host)


class FetchError(SummarizerError):
    """The address gave nothing to read.

    `status` is the HTTP status where there was an answer; `retry_after` the seconds that it asked to wait.
    """

    def __init__(
        self, reason: str, host: str = "", status: int | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(reason, host)
        self.status = status
        self.retry_after = retry_after

    def __reduce__(  # type: ignore[override]
        self,
    ) -> tuple[type["SummarizerError"], tuple[str, str, int | None, float | None]]:
        """Keep all arguments on the way back from a worker."""
        return type(self), (self.reason, self.host, self.status, self.retry_after)


class Blocked(FetchError):
    """Our own guard, or the site, refused the request."""

    outcome = Outcome.BLOCKED


class Unreachable(FetchError):
    """There was no such host, no connection, or no answer in time."""

    outcome = Outcome.UNREACHABLE


class NotReadable(SummarizerError):
    """There were bytes, but no text that could be read in them."""

    def __init__(self, reason: str, host: str = "", outcome: Outcome = Outcome.NOT_ARTICLE) -> None:
        super().__init__(reason, host)
        self.outcome = outcome

    def __reduce__(self) -> tuple[type["SummarizerError"], tuple[str, str, Outcome]]:  # type: ignore[override]
        """Keep all arguments on the way back from a worker."""
        return type(self), (self.reason, self.host, self.outcome)


class TooHeavy(SummarizerError):
    """Reading it would take, or took, more time or memory than one document may."""


class UnknownMethod(SummarizerError):
    """No summarizer has this name."""
