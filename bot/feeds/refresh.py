"""A look at a feed, and the reading of what it lists."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import timedelta
from typing import TypeVar

import structlog

from bot import summaries
from bot.feeds.polling import next_check, next_try
from bot.models import Feed
from bot.resources import Resources
from bot.storage import feeds, items
from bot.storage.items import OpenItem
from summarizer import parse_feed
from summarizer.article.fetch import Fetched
from summarizer.errors import FetchError, SummarizerError
from summarizer.links import canonical_url
from summarizer.types import Article, Entry, Options, Outcome, Url

T = TypeVar("T")
log = structlog.get_logger(__name__)

# How long a look may take before somebody else may look; well above the fetcher's own deadline.
_LEASE = timedelta(minutes=2)
_AT_ONCE = 8
# Bullets a story has in a digest; made when the article is read, so that a digest only puts them together.
DIGEST_OPTIONS = Options(sentences=3)


async def due(resources: Resources) -> None:
    """Look at every feed that is due, and read what is to be read."""
    async with resources.database.reading() as tx:
        waiting = await feeds.due(tx, resources.now(), limit=200)
    await check_all(resources, waiting)
    await read_open(resources)


async def check_all(resources: Resources, waiting: Iterable[Feed]) -> None:
    """Look at these feeds, a few at a time."""
    await _a_few_at_a_time(check, resources, waiting)


async def check(resources: Resources, feed: Feed) -> None:
    """Look at one feed, unless somebody else does."""
    async with resources.database.begin() as tx:
        if not await feeds.claim(tx, feed, resources.now() + _LEASE):
            return
    try:
        answer = await resources.http.get(feed.url, _conditions(feed))
        await _keep(resources, feed, answer)
    except SummarizerError as error:
        await _failed(resources, feed, error)


def _conditions(feed: Feed) -> dict[str, str]:
    known = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
    return {name: value for name, value in known.items() if value}


async def _keep(resources: Resources, feed: Feed, answer: Fetched) -> None:
    entries: tuple[Entry, ...] = ()
    if answer.status != 304:
        entries = (await resources.workers.run(parse_feed, answer.body, answer.url)).entries
    now, settings = resources.now(), resources.settings
    values = {
        "checked_at": now,
        "next_check_at": next_check(now, least=settings.feed_check_min, most=settings.feed_check_max),
        "failures": 0,
        "etag": answer.headers.get("etag", feed.etag),
        "modified": answer.headers.get("last-modified", feed.modified),
    }
    async with resources.database.begin() as tx:
        if await feeds.checked(tx, feed.id, **values):
            await items.found(tx, feed.id, entries, now, wanted=True)


async def _failed(resources: Resources, feed: Feed, error: SummarizerError) -> None:
    now, settings, failures = resources.now(), resources.settings, feed.failures + 1
    wait = error.retry_after if isinstance(error, FetchError) else None
    again = next_check(
        now, least=settings.feed_check_min, most=settings.feed_check_max, failures=failures, wait=wait
    )
    log.info("a feed could not be read", feed=feed.id, reason=error.reason, failures=failures)
    async with resources.database.begin() as tx:
        await feeds.checked(tx, feed.id, checked_at=now, next_check_at=again, failures=failures)


async def read_open(resources: Resources, feed_ids: Sequence[int] | None = None) -> None:
    """Read the articles that wait for it; of these feeds only where they are given."""
    async with resources.database.reading() as tx:
        waiting = await items.to_read(tx, resources.now(), limit=100, feed_ids=feed_ids)
    await _a_few_at_a_time(_read, resources, waiting)


async def _a_few_at_a_time(
    act: Callable[[Resources, T], Awaitable[None]], resources: Resources, things: Iterable[T]
) -> None:
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(thing: T) -> None:
        async with gate:
            try:
                await act(resources, thing)
            except Exception:
                # A bug that one feed or page brings out must not keep the others from being read.
                log.exception("a bug", act=getattr(act, "__name__", "?"))

    async with asyncio.TaskGroup() as group:
        for thing in things:
            group.create_task(one(thing))


async def _read(resources: Resources, item: OpenItem) -> None:
    """Read and condense one item's article; what can't be read is tried again, then kept with what the feed says."""
    try:
        article = (
            await summaries.read(resources, Url(item.url))
            if item.url
            else await summaries.keep(resources, _bare(item))
        )
        await summaries.of(resources, article, DIGEST_OPTIONS)
    except SummarizerError as error:
        log.info("an article could not be read", item=item.id, reason=error.reason, tries=item.tries + 1)
        if again := next_try(resources.now(), item.tries + 1) if isinstance(error, FetchError) else None:
            async with resources.database.begin() as tx:
                await items.retry(tx, item.id, item.tries + 1, again)
            return
        article = await summaries.keep(resources, _bare(item))
    async with resources.database.begin() as tx:
        await items.ready(tx, item.id, article, resources.now())


def _bare(item: OpenItem) -> Article:
    """What the feed itself says of an article that could not be read."""
    key = canonical_url(item.url) if item.url else f"item:{item.feed}:{item.id}"
    return Article(
        text=item.text or "",
        key=key,
        url=item.url,
        title=item.title,
        published=item.published,
        outcome=Outcome.PARTIAL,
    )
