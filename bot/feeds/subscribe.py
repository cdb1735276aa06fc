"""From an address to a subscription: the feed itself, or the one that a page names."""

from dataclasses import dataclass

from bot.errors import PersonError
from bot.feeds import refresh
from bot.feeds.polling import next_check
from bot.models import Feed
from bot.resources import Resources
from bot.storage import feeds, items
from summarizer import parse_feed
from summarizer.article.fetch import Fetched
from summarizer.errors import NotReadable
from summarizer.feed.discover import find_feeds
from summarizer.links import canonical_url, host_of
from summarizer.types import ParsedFeed


@dataclass(frozen=True, slots=True)
class Subscribed:
    """What became of a wish to subscribe; `fresh` is how many items count as new for the chat."""

    feed: Feed
    is_new: bool
    fresh: int = 0


async def subscribe(resources: Resources, chat: int, address: str) -> Subscribed:
    """Subscribe a chat to the feed at an address, or to the first that the page there names.

    Raises:
        PersonError: there is no feed.
        SummarizerError: the address could not be read.
    """
    answer, parsed = await _find(resources, address)
    now, settings = resources.now(), resources.settings
    async with resources.database.begin() as tx:
        feed = await feeds.add(tx, canonical_url(answer.url), parsed.title or host_of(answer.url), now)
        if not await feeds.subscribe(tx, chat, feed.id, now):
            return Subscribed(feed, is_new=False)
        # What was there before is known but not wanted; the few that count as new are marked next.
        await items.found(tx, feed.id, parsed.entries, now, wanted=False)
        fresh = await items.first_for(tx, chat, feed.id, now)
        again = next_check(now, least=settings.feed_check_min, most=settings.feed_check_max)
        marks = {"etag": answer.headers.get("etag"), "modified": answer.headers.get("last-modified")}
        await feeds.checked(tx, feed.id, checked_at=now, next_check_at=again, failures=0, **marks)
    await refresh.read_open(resources, [feed.id])
    return Subscribed(feed, is_new=True, fresh=fresh)


async def _find(resources: Resources, address: str) -> tuple[Fetched, ParsedFeed]:
    answer = await resources.http.get(address)
    try:
        return answer, await resources.workers.run(parse_feed, answer.body, answer.url)
    except NotReadable:
        named = await resources.workers.run(find_feeds, answer.body, answer.url)
    for url, _title in named[:3]:
        try:
            inner = await resources.http.get(url)
            return inner, await resources.workers.run(parse_feed, inner.body, inner.url)
        except NotReadable:
            continue
    raise PersonError("no_feed", host=host_of(answer.url))
