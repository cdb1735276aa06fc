"""Any source to an article, with a fetcher that stands in for the network."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from summarizer import File, Text, Url, read
from summarizer.article.fetch import Fetched
from summarizer.errors import NotReadable, TooHeavy, Unreachable
from summarizer.limits import LIMITS
from summarizer.types import Outcome

SENTENCE = "The bridge over the Laar was closed on Friday after engineers found a crack in its third pillar. "


class OnePage:
    def __init__(self, body: bytes, mime: str) -> None:
        self.answer = Fetched("https://www.laar.example/bridge", 200, {"content-type": mime}, body)

    async def get(self, url: str) -> Fetched:
        assert url.startswith("https://")
        return self.answer


async def here(function: Callable[..., Any], /, *args: object) -> Any:
    return function(*args)


async def test_an_address_is_fetched_and_keyed_by_where_it_led() -> None:
    page = f"<html><body><p>{SENTENCE * 3}</p></body></html>".encode()
    article = await read(Url("https://short.example/x"), OnePage(page, "text/html"), LIMITS, here)
    assert (article.key, article.site) == ("https://www.laar.example/bridge", "laar.example")


class Pages:
    """A site with several pages, by address."""

    def __init__(self, **pages: str) -> None:
        self.pages = pages

    async def get(self, url: str) -> Fetched:
        name = url.removeprefix("https://laar.example/")
        if name not in self.pages:
            raise Unreachable("gone", "laar.example")
        return Fetched(url, 200, {"content-type": "text/html"}, self.pages[name].encode())


AMP = '<html><head><title>Bridge</title><link rel="amphtml" href="/amp"></head><body>{}</body></html>'


@pytest.mark.parametrize(
    "body", ['<div id="root"></div>', f"<p>{SENTENCE}</p><p>Subscribe to continue reading.</p>"]
)
async def test_the_plain_version_of_a_page_is_read_where_it_tells_more(body: str) -> None:
    site = Pages(bridge=AMP.format(body), amp=f"<article><p>{SENTENCE * 5}</p></article>")
    article = await read(Url("https://laar.example/bridge"), site, LIMITS, here)
    assert article.text == (SENTENCE * 5).strip()
    assert (article.url, article.key) == ("https://laar.example/bridge", "https://laar.example/bridge")


async def test_a_plain_version_that_fails_changes_nothing() -> None:
    partial = Pages(bridge=AMP.format(f"<p>{SENTENCE}</p><p>Subscribe to continue reading.</p>"))
    assert (await read(Url("https://laar.example/bridge"), partial, LIMITS, here)).outcome is Outcome.PARTIAL
    with pytest.raises(NotReadable) as caught:
        await read(
            Url("https://laar.example/bridge"), Pages(bridge=AMP.format("<div id=root></div>")), LIMITS, here
        )
    assert caught.value.reason == "javascript"


async def test_a_plain_text_on_the_web_has_its_address_too() -> None:
    article = await read(
        Url("https://short.example/x"), OnePage(SENTENCE.encode(), "text/plain"), LIMITS, here
    )
    assert article.url == "https://www.laar.example/bridge"


async def test_a_pdf_on_the_web_is_unsupported() -> None:
    with pytest.raises(NotReadable):
        await read(Url("https://short.example/x"), OnePage(b"%PDF-", "application/pdf"), LIMITS, here)


async def test_texts_and_files_need_no_network() -> None:
    http: Any = None
    assert (await read(Text(SENTENCE, "Bridge"), http, LIMITS, here)).title == "Bridge"
    assert (await read(File("a.txt", None, SENTENCE.encode()), http, LIMITS, here)).language == "en"


async def test_what_is_too_large_never_reaches_a_worker() -> None:
    async def never(_: Callable[..., Any], /, *__: object) -> Any:
        raise AssertionError

    http: Any = None
    run: Callable[..., Awaitable[Any]] = never
    with pytest.raises(TooHeavy):
        await read(Text("x" * 3_000_000), http, LIMITS, run)
    with pytest.raises(TooHeavy):
        await read(File("a", None, b"x" * 6_000_000), http, LIMITS, run)
