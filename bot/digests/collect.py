"""What is new for a chat, as stories: rows in, filters, events, ranking, bullets out."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from bot import summaries
from bot.digests.compose import Bounds, Entry, compose
from bot.digests.filters import Subject, passes, subject
from bot.digests.rank import taste
from bot.digests.sorting import Event, Numbered, sort_out
from bot.feeds import refresh
from bot.models import Chat, Outlet, Point, Story
from bot.resources import Resources
from bot.storage import articles, feeds, filters, items, stories, votes
from bot.storage.items import NewItem, Span
from summarizer.types import Article, Bullet, Options

log = structlog.get_logger(__name__)

# A digest does not wait longer than this for feeds that do not answer.
_REFRESH_SECONDS = 60
_MOST_NEW = 500
# What was told within so long is not told again without news; how many of its articles are compared at most.
NOT_AGAIN = timedelta(days=7)
_MOST_TOLD = 300
# News waits so long for a digest; bullets are made of texts, which are kept as long.
WINDOW = timedelta(days=14)
# Characters of an article that say what it tells of.
_COMPARED = 6000


@dataclass(frozen=True, slots=True)
class Collected:
    """What a digest would hold: stories with their bullets, stories in a line, and the articles behind the choice."""

    told: tuple[Story, ...]
    lines: tuple[Story, ...]
    shown: tuple[int, ...]
    passed: tuple[int, ...]

    def __len__(self) -> int:
        """How many stories there are to tell."""
        return len(self.told) + len(self.lines)


async def collect(
    resources: Resources, chat: Chat, span: Span, bounds: Bounds, *, again: bool = False
) -> Collected:
    """What a digest of a span would hold now. `again` tells what was told before, too."""
    now = resources.now()
    async with resources.database.reading() as tx:
        new = await items.of_chat(tx, chat.id, span, now, limit=_MOST_NEW)
        texts = await articles.many(tx, [item.article for item in new])
        rules = await filters.of_chat(tx, chat.id, now)
        liked = taste(await votes.of_chat(tx, chat.id))
        told = (
            () if again else await stories.told_articles(tx, chat.id, now - NOT_AGAIN, span.own, _MOST_TOLD)
        )
    fit = [item for item in new if not rules or passes(_subject(item, texts), rules)]
    dropped = {item.article for item in new} - {item.article for item in fit}
    events = await _events(resources, fit, texts, told)
    selection = compose(fit, events, liked, now, bounds)
    entries = [await _story(resources, entry, texts, bounds) for entry in selection.told]
    return Collected(
        tuple(entries),
        tuple(_line(entry) for entry in selection.lines),
        selection.articles,
        (*selection.passed, *sorted(dropped)),
    )


async def bring_up_to_date(resources: Resources, chat: int) -> None:
    """Look at the chat's feeds that nobody looked at lately, and read what they bring."""
    before = resources.now() - timedelta(minutes=resources.settings.feed_check_min)
    async with resources.database.reading() as tx:
        waiting = await feeds.stale(tx, chat, before)
        mine = [subscription.feed.id for subscription in await feeds.of_chat(tx, chat)]
    try:
        async with asyncio.timeout(_REFRESH_SECONDS):
            await refresh.check_all(resources, waiting)
            await refresh.read_open(resources, mine)
    except TimeoutError:
        log.info("a digest did not wait for all its feeds", seconds=_REFRESH_SECONDS)


def _subject(item: NewItem, texts: dict[int, Article]) -> Subject:
    return subject(item.feed, item.title, texts[item.article].text, item.author)


async def _events(
    resources: Resources,
    new: Sequence[NewItem],
    texts: dict[int, Article],
    told: Sequence[Numbered],
) -> list[Event]:
    """The events of new items, compared with what was told before."""
    numbers = list(dict.fromkeys(item.article for item in new))
    if not numbers:
        return []
    fresh = [(number, _opening(texts[number])) for number in numbers]
    known = [(number, _opening(article)) for number, article in told if number not in set(numbers)]
    return await resources.workers.run(sort_out, fresh, known)


def _opening(article: Article) -> Article:
    return replace(article, text=article.text[:_COMPARED], blocks=())


async def _story(resources: Resources, entry: Entry, texts: dict[int, Article], bounds: Bounds) -> Story:
    lead = entry.items[0]
    return Story(
        title=lead.title or "",
        url=lead.url,
        outlets=entry.outlets,
        points=await _points(resources, entry, texts, bounds.sentences),
        articles=tuple(item.article for item in entry.items),
        tag=entry.tag,
        signs=entry.signs,
        reasons=entry.reasons,
        news=_told_news(entry),
    )


def _line(entry: Entry) -> Story:
    lead = entry.items[0]
    outlet = Outlet(lead.site or lead.source, lead.url)
    numbers = tuple(item.article for item in entry.items)
    return Story(lead.title or "", lead.url, (outlet,), articles=numbers, news=_told_news(entry))


def _told_news(entry: Entry) -> tuple[str, ...]:
    """What is named of an update; nothing of what is told for the first time."""
    return entry.event.news[:3] if entry.event.was_told else ()


async def _points(
    resources: Resources, entry: Entry, texts: dict[int, Article], sentences: int
) -> tuple[Point, ...]:
    """A story's bullets; of an update only those with something new, where any has."""
    options = Options(sentences=sentences)
    numbers = [item.article for item in entry.items]
    if len(numbers) == 1:
        made = await summaries.of(resources, numbers[0], options)
        bullets: Sequence[Bullet] = made.bullets if made else ()
    else:
        bullets = await summaries.of_story(resources, [texts[number] for number in numbers], options)
    if entry.event.was_told:
        bullets = [each for each in bullets if any(fact in each.text for fact in entry.event.news)] or bullets
    names = [outlet.name for outlet in entry.outlets]
    outlet_of = {texts[item.article].key: names.index(item.site or item.source) for item in entry.items}
    return tuple(Point(" ".join(bullet.text.split()), outlet_of[bullet.source]) for bullet in bullets)


async def more_points(resources: Resources, story: Story, sentences: int) -> tuple[Point, ...]:
    """A told story with so many bullets in all, from the texts that are still kept; its own where none are."""
    async with resources.database.reading() as tx:
        texts = await articles.many(tx, story.articles)
    kept = [texts[number] for number in story.articles if number in texts and texts[number].text]
    if not kept:
        return story.points
    bullets = await summaries.of_story(resources, kept, Options(sentences=sentences))
    names = [outlet.name for outlet in story.outlets]
    urls = [outlet.url for outlet in story.outlets]
    place = {
        article.key: names.index(article.site)
        if article.site in names
        else (urls.index(article.url) if article.url in urls else 0)
        for article in kept
    }
    return tuple(Point(" ".join(bullet.text.split()), place[bullet.source]) for bullet in bullets)
