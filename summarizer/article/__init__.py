"""Any source to an article."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol, TypeVar
from urllib.parse import urlsplit

from summarizer.article.documents import read_document, read_text
from summarizer.errors import TooHeavy
from summarizer.limits import Limits
from summarizer.types import Article, File, Source, Text, Url

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
            answer = await http.get(url)
            file = File(urlsplit(answer.url).path, answer.headers.get("content-type"), answer.body)
            return await run(read_document, file, answer.url)
        case Text(text, title):
            _check_size(len(text), limits.text_chars)
            return await run(read_text, text, title)
        case File(data=data):
            _check_size(len(data), limits.body_bytes)
            return await run(read_document, source)


def _check_size(size: int, most: int) -> None:
    if size > most:  # before it is copied into a worker
        raise TooHeavy("too_heavy")
