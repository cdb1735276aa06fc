"""Any source to an article."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar
from urllib.parse import urlsplit

from summarizer.article.documents import read_document, read_text
from summarizer.article.markup import plain_version
from summarizer.errors import NotReadable, SummarizerError, TooHeavy
from summarizer.limits import Limits
from summarizer.links import canonical_url
from summarizer.types import Article, File, Outcome, Source, Text, Url

if TYPE_CHECKING:
    from summarizer.article.fetch import Fetched

Value = TypeVar("Value")


class Run(Protocol):
    """How the caller has a pure function computed: elsewhere, and killable, since its input is hostile."""

    def __call__(self, function: Callable[..., Value], /, *args: object) -> Awaitable[Value]:
        """Await what `function(*args)` returns."""


class Http(Protocol):
    """What fetches: a `summarizer.article.fetch.Fetcher`, or what stands in for it."""

    async def get(self, url: str) -> "Fetched":
        """The answer of an address."""


async def read(source: Source, http: Http, limits: Limits, run: Run) -> Article:
    """The article of a source: an address is fetched by `http`, and all bytes are parsed by `run`.

    Raises:
        SummarizerError: why there is no article.
    """
    match source:
        case Url(url):
            return await _read_page(url, http, run)
        case Text(text, title):
            _check_size(len(text), limits.text_chars)
            return await run(read_text, text, title)
        case File(data=data):
            _check_size(len(data), limits.body_bytes)
            return await run(read_document, source)


async def _read_page(url: str, http: Http, run: Run) -> Article:
    """The article at an address; the page's own plain version, where that tells more than the page."""
    answer = await http.get(url)
    found = await _read_or_why(answer, run)
    if isinstance(found, Article) and found.outcome is not Outcome.PARTIAL:
        return found
    plain = await run(plain_version, answer.body, answer.url)
    if plain:
        # What goes wrong here has an answer already: that of the page itself.
        with suppress(SummarizerError):
            other = await _read_or_why(await http.get(plain), run)
            if isinstance(other, Article) and _tells_more(other, found):
                return replace(other, url=answer.url, key=canonical_url(answer.url))
    if isinstance(found, Article):
        return found
    raise found


async def _read_or_why(answer: "Fetched", run: Run) -> Article | NotReadable:
    file = File(urlsplit(answer.url).path, answer.headers.get("content-type"), answer.body)
    try:
        return await run(read_document, file, answer.url)
    except NotReadable as error:
        return error


def _tells_more(other: Article, found: Article | NotReadable) -> bool:
    return isinstance(found, NotReadable) or len(other.text) > len(found.text)


def _check_size(size: int, most: int) -> None:
    if size > most:  # before it is copied into a worker
        raise TooHeavy("too_heavy")
