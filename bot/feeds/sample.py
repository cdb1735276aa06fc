"""What a feed's newest item would look like, for nobody in particular: nothing is subscribed to."""

from dataclasses import dataclass

from bot import summaries
from bot.condensing import condense_in_time
from bot.feeds.find import find
from bot.resources import Resources
from summarizer import summarize
from summarizer.errors import SummarizerError
from summarizer.feed.pace import pace
from summarizer.types import Article, Entry, Options, Outcome, Summary, Url


@dataclass(frozen=True, slots=True)
class Sample:
    """A feed and its newest item, condensed; `trouble` is why the item's page could not be read."""

    title: str
    url: str
    entries: int
    pace: float | None
    made: Summary
    trouble: SummarizerError | None


async def newest(resources: Resources, address: str) -> Sample:
    """The newest item of the first feed at an address.

    Raises:
        PersonError: there is no feed, or nothing in it.
        SummarizerError: the address could not be read.
    """
    first, *_ = await find(resources, address)
    made, trouble = await _condensed(resources, first.newest())
    entries = first.parsed.entries
    paced = pace(entries, resources.now())
    return Sample(first.title, first.answer.url, len(entries), paced, made, trouble)


async def _condensed(resources: Resources, entry: Entry) -> tuple[Summary, SummarizerError | None]:
    """The item's page, or what the feed itself says of it and why the page was not to be had."""
    trouble = None
    if entry.url:
        try:
            article = await summaries.read(resources, Url(entry.url))
            if made := await summaries.of(resources, article, Options()):
                return made, None
        except SummarizerError as error:
            trouble = error
    return await condense_in_time(resources.workers, summarize, _bare(entry), Options()), trouble


def _bare(entry: Entry) -> Article:
    return Article(
        text=entry.text or "",
        url=entry.url,
        title=entry.title,
        published=entry.published,
        outcome=Outcome.PARTIAL,
    )
