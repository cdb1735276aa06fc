"""From an address to feeds: the feed itself, those that the page there or the site's front page names, or the usual places."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from bot.errors import PersonError
from bot.models import Offer
from bot.resources import Resources
from summarizer import parse_feed
from summarizer.article.fetch import Fetched
from summarizer.errors import NotReadable, SummarizerError
from summarizer.feed.discover import find_feeds
from summarizer.feed.guesses import guesses
from summarizer.feed.pace import pace
from summarizer.links import host_of
from summarizer.types import Entry, ParsedFeed

_TRIED = 8  # feeds of one page


@dataclass(frozen=True, slots=True)
class Found:
    """A feed that was fetched and parsed."""

    answer: Fetched
    parsed: ParsedFeed

    @property
    def title(self) -> str:
        """What it calls itself, else its host."""
        return self.parsed.title or host_of(self.answer.url)

    def offer(self, now: datetime) -> Offer:
        """What a chat should know of it to choose."""
        newest = max((entry.published for entry in self.parsed.entries if entry.published), default=None)
        return Offer(self.title, self.answer.url, pace(self.parsed.entries, now), newest)

    def newest(self) -> Entry:
        """Its newest item.

        Raises:
            PersonError: it has none.
        """
        if not self.parsed.entries:
            raise PersonError("empty_feed", feed=self.title)
        return max(
            self.parsed.entries, key=lambda each: each.published.timestamp() if each.published else 0.0
        )


async def find(resources: Resources, address: str) -> tuple[Found, ...]:
    """The feeds of a site, at least one, in the page's order; feeds of comments only where there are no others.

    Raises:
        PersonError: there is none.
        SummarizerError: the address could not be read.
    """
    try:
        answer = await resources.http.get(address)
    except NotReadable:  # a page that is no text may still be a known site
        answer = Fetched(address, 200)
    try:
        return (Found(answer, await resources.workers.run(parse_feed, answer.body, answer.url)),)
    except NotReadable:
        found = await _named(resources, answer)
    found = (
        found or (await _all(resources, guesses(answer.url)))[:1] or await _of_fronts(resources, answer.url)
    )
    if not found:
        raise PersonError("no_feed", host=host_of(answer.url))
    return found


async def _named(resources: Resources, page: Fetched) -> tuple[Found, ...]:
    """The feeds that a page names, those of comments only where there are no others."""
    named = await resources.workers.run(find_feeds, page.body, page.url)
    telling = [url for url, title in named if "comment" not in f"{url} {title}".lower()]
    return await _all(resources, (telling or [url for url, _ in named])[:_TRIED])


async def _of_fronts(resources: Resources, url: str) -> tuple[Found, ...]:
    """The feeds that the pages above an article name: that of its part of the site, else that of the site."""
    for front in dict.fromkeys((urljoin(url, "./"), urljoin(url, "/"))):
        if front == url:
            continue
        try:
            found = await _named(resources, await resources.http.get(front))
        except SummarizerError:  # nothing but the article may be there
            continue
        if found:
            return found
    return ()


async def _all(resources: Resources, addresses: Iterable[str]) -> tuple[Found, ...]:
    """Those of the addresses at which there is a feed, each once."""
    tried = await asyncio.gather(*(_one(resources, address) for address in addresses))
    return tuple({found.answer.url: found for found in tried if found}.values())


async def _one(resources: Resources, address: str) -> Found | None:
    try:
        answer = await resources.http.get(address)
        return Found(answer, await resources.workers.run(parse_feed, answer.body, answer.url))
    except SummarizerError:  # a place where there is none
        return None
