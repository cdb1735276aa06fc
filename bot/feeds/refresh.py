"""A look at a feed, and the reading of what it lists."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot import summaries
from bot.feeds.lanes import Lane, each
from bot.feeds.polling import (
    Wishes,
    is_given_up,
    moved,
    next_check,
    next_try,
    pause_of,
    spread_of,
)
from bot.models import Feed, TextFrom
from bot.resources import Resources
from bot.storage import feeds, items, wishes
from bot.storage.database import Transaction
from bot.storage.items import OpenItem
from summarizer import parse_feed
from summarizer.article.fetch import Fetched
from summarizer.errors import FetchError, SummarizerError
from summarizer.feed.pace import pace
from summarizer.limits import LIMITS
from summarizer.links import canonical_url
from summarizer.types import Article, Options, Outcome, ParsedFeed, Url

log = structlog.get_logger(__name__)

# How long looks may take before somebody else may look; a thousand at sites that never answer take one minute.
_LEASE = timedelta(minutes=5)
_DUE = 1000  # feeds of one sweep
_LOOKS = 48  # at once; a feed's body waits in memory for its parser, 225 kB at the mean
_READINGS = 8
# Bullets a story has in a digest; made when the article is read, so that a digest only puts them together.
DIGEST_OPTIONS = Options(sentences=3)


async def due(resources: Resources) -> None:
    """Look at every feed that is due, and read what is to be read."""
    async with resources.database.reading() as tx:
        waiting = await feeds.due(tx, resources.now(), limit=_DUE)
    await check_all(resources, waiting)
    await read_open(resources)


async def check_all(resources: Resources, waiting: Iterable[Feed]) -> None:
    """Look at these feeds, many at a time; a slow site makes room for the next. Those that are looked at are waited for."""
    wanted = list(waiting)
    if not wanted:
        return
    async with resources.database.begin() as tx:
        mine = await feeds.claim(tx, wanted, resources.now() + _LEASE)
    lane = Lane(_LOOKS, LIMITS.connections)
    others = {("feed", feed.id) for feed in wanted} - {("feed", feed.id) for feed in mine}
    await each(lambda feed: resources.once.run(("feed", feed.id), _look(resources, feed, lane)), mine)
    await resources.once.others(others)


async def _look(resources: Resources, feed: Feed, lane: Lane) -> None:
    async with lane:
        try:
            answer = await lane.patiently(resources.http.get(feed.url, _conditions(feed)))
            await _keep(resources, feed, answer)
        except SummarizerError as error:
            await _failed(resources, feed, error)


def _conditions(feed: Feed) -> dict[str, str]:
    known = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
    return {name: value for name, value in known.items() if value}


async def _keep(resources: Resources, feed: Feed, answer: Fetched) -> None:
    parsed = await _parsed(resources, answer) if answer.status != 304 else None
    now = resources.now()
    moves, has_moved = moved(feed, answer.url if answer.moved else None)
    async with resources.database.begin() as tx:
        if not await feeds.checked(
            tx,
            feed.id,
            moves=moves,
            moved_to=answer.url if moves else None,
            **await after_look(tx, resources, feed, answer, parsed, now),
        ):
            return
        if parsed and feed.checked_at is None:
            await first_look(tx, feed.id, parsed, now)
        elif parsed:
            await items.found(tx, feed.id, parsed.entries, now, wanted=True)
        if feed.failing_since:
            await feeds.well(tx, feed.id)
        if has_moved:
            await feeds.move(tx, feed.id, canonical_url(answer.url))


async def first_look(tx: Transaction, feed: int, parsed: ParsedFeed, now: datetime) -> None:
    """What was there before is known but not wanted; the few that count as new for its readers are marked.

    A feed that was on a list has the list's title until now.
    """
    if parsed.title:
        await wishes.titled(tx, feed, parsed.title)
    await items.found(tx, feed, parsed.entries, now, wanted=False)
    for chat in await feeds.readers(tx, feed):
        await items.first_for(tx, chat, feed, now)


async def _parsed(resources: Resources, answer: Fetched) -> ParsedFeed:
    return await resources.workers.run(parse_feed, answer.body, answer.url)


async def after_look(
    tx: Transaction,
    resources: Resources,
    feed: Feed,
    answer: Fetched,
    parsed: ParsedFeed | None,
    now: datetime,
) -> dict[str, object]:
    """What is known of a feed that answered, as columns; without `parsed` it has not changed."""
    known = replace(
        feed,
        pace=pace(parsed.entries, now) if parsed else feed.pace,
        ttl=parsed.ttl if parsed else feed.ttl,
        skip_hours=parsed.skip_hours if parsed else feed.skip_hours,
        skip_days=parsed.skip_days if parsed else feed.skip_days,
    )
    pause = pause_of(answer.headers, known.ttl)
    wanted = await wishes.intervals(tx, feed.id)
    asked = Wishes(known.pace, pause, known.skip_hours, known.skip_days, intervals=wanted)
    return ({"listed_at": now} if parsed else {}) | {
        "checked_at": now,
        "next_check_at": _next(resources, feed, asked, now),
        "failures": 0,
        "failing_since": None,
        "trouble": None,
        "paused": False,
        "pace": known.pace,
        "ttl": known.ttl,
        "skip_hours": feeds.numbers(known.skip_hours),
        "skip_days": feeds.numbers(known.skip_days),
        "etag": answer.headers.get("etag", feed.etag if parsed is None else None),
        "modified": answer.headers.get("last-modified", feed.modified if parsed is None else None),
    }


async def hasten(tx: Transaction, resources: Resources, feed: Feed) -> None:
    """A reader wants other looks at a feed: the next one comes no later than that says."""
    wanted = await wishes.intervals(tx, feed.id)
    asked = Wishes(feed.pace, feed.ttl or 0, feed.skip_hours, feed.skip_days, intervals=wanted)
    looked = feed.checked_at or resources.now()
    await wishes.hasten(tx, feed.id, max(_next(resources, feed, asked, looked), resources.now()))


def _next(resources: Resources, feed: Feed, asked: Wishes, now: datetime, failures: int = 0) -> datetime:
    settings = resources.settings
    return next_check(
        now,
        asked,
        least=settings.feed_check_min,
        most=settings.feed_check_max,
        failures=failures,
        spread=spread_of(feed.id),
    )


async def _failed(resources: Resources, feed: Feed, error: SummarizerError) -> None:
    now, failures = resources.now(), feed.failures + 1
    status, wait = (error.status, error.retry_after) if isinstance(error, FetchError) else (None, None)
    again = _next(resources, feed, Wishes(seconds=wait or 0), now, failures)
    since = feed.failing_since or now
    paused = is_given_up(replace(feed, failing_since=since), now, status)
    log.info("a feed could not be read", feed=feed.id, reason=error.reason, failures=failures, paused=paused)
    async with resources.database.begin() as tx:
        await feeds.checked(
            tx,
            feed.id,
            checked_at=now,
            next_check_at=again,
            failures=failures,
            failing_since=since,
            trouble=error.reason,
            paused=paused,
        )


async def read_open(resources: Resources, feed_ids: Sequence[int] | None = None) -> None:
    """Read the articles that wait for it; of these feeds only where they are given."""
    async with resources.database.reading() as tx:
        waiting = await items.to_read(tx, resources.now(), limit=100, feed_ids=feed_ids)
    room = asyncio.Semaphore(_READINGS)

    async def one(item: OpenItem) -> None:
        async with room:
            await resources.once.run(("item", item.id), _read(resources, item))

    await each(one, waiting)


async def _read(resources: Resources, item: OpenItem) -> None:
    """Read and condense one item's article; what can't be read is tried again, then kept with what the feed says."""
    async with resources.database.reading() as tx:
        wanted = await wishes.sources(tx, item.feed)
    own = None
    try:
        own = await _own(resources, item) if TextFrom.FEED in wanted else None
        article = own if own and TextFrom.PAGE not in wanted else await _page(resources, item)
        await summaries.of(resources, article, DIGEST_OPTIONS)
    except SummarizerError as error:
        log.info("an article could not be read", item=item.id, reason=error.reason, tries=item.tries + 1)
        if again := next_try(resources.now(), item.tries + 1) if isinstance(error, FetchError) else None:
            async with resources.database.begin() as tx:
                await items.retry(tx, item.id, item.tries + 1, again)
            return
        article = await summaries.keep(resources, _bare(item))
    async with resources.database.begin() as tx:
        await items.ready(tx, item.id, article, resources.now(), own)


async def _page(resources: Resources, item: OpenItem) -> int:
    """The article of an item's page; of one without a page what the feed says."""
    if item.url:
        return await summaries.read(resources, Url(item.url))
    return await summaries.keep(resources, _bare(item))


async def _own(resources: Resources, item: OpenItem) -> int | None:
    """What the feed itself says, kept beside the page for those who want that; None where it says nothing."""
    if not item.text:
        return None
    own = replace(_bare(item), key=_key(item), outcome=Outcome.OK)
    number = await summaries.keep(resources, own)
    await summaries.of(resources, number, DIGEST_OPTIONS)
    return number


def _bare(item: OpenItem) -> Article:
    """What the feed itself says of an article that could not be read."""
    return Article(
        text=item.text or "",
        key=canonical_url(item.url) if item.url else _key(item),
        url=item.url,
        title=item.title,
        published=item.published,
        outcome=Outcome.PARTIAL,
    )


def _key(item: OpenItem) -> str:
    return f"item:{item.feed}:{item.id}"
