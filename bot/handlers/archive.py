"""/latest, /saved, /search: reading on. /export html: all of it as a file."""

from datetime import timedelta

from bot import summaries
from bot.digests.build import zone_of
from bot.errors import PersonError
from bot.feeds.refresh import DIGEST_OPTIONS
from bot.handlers.feeds import one_feed
from bot.handlers.request import Answer, Request, answer, number_in
from bot.messages import archive as messages
from bot.messages.archive import Found
from bot.messages.rich import cut
from bot.models import Delivery
from bot.storage import items, saved, search, stories
from bot.storage.items import NewItem, Span
from summarizer.types import Article

_BACK = timedelta(days=60)
_LATEST, _MOST_LATEST = 5, 10
_FOUND = 10
_OPENING = 60  # characters of a text without a title
_EVERY = tuple(Delivery)


async def latest(request: Request) -> Answer:
    """The newest items with their bullets: of all feeds, of one, or of a tag."""
    first, _, rest = request.arguments.partition(" ")
    most = min(max(1, int(first)), _MOST_LATEST) if first.isdecimal() else _LATEST
    what = (rest if first.isdecimal() else request.arguments).strip()
    tags = (what[1:].casefold(),) if what.startswith("#") else ()
    feed = (await one_feed(request, what)).feed.id if what and not tags else None
    now = request.resources.now()
    span = Span(now - _BACK, _EVERY, tags=tags, feed=feed, sent=True)
    async with request.resources.database.reading() as tx:
        new = await items.of_chat(tx, request.chat.id, span, now, limit=100)
    newest = list({item.article: item for item in reversed(new)}.values())[::-1][:most]
    found = [await _found(request, item) for item in newest]
    return answer(*messages.latest(request.tr, found, now))


async def _found(request: Request, item: NewItem) -> Found:
    made = await summaries.of(request.resources, item.article, DIGEST_OPTIONS)
    points = tuple(bullet.text for bullet in made.bullets) if made else ()
    when = item.published or item.ready_at
    return Found(item.article, item.title or "", item.url, item.site or item.source, when, points)


async def show_saved(request: Request) -> Answer:
    """What the chat has saved."""
    async with request.resources.database.reading() as tx:
        kept = await saved.of_chat(tx, request.chat.id)
    found = [
        Found(number, article.title or _opening(article), article.url, article.site or "", at)
        for number, article, at in kept
    ]
    return answer(*messages.saved(request.tr, found, request.resources.now()))


def _opening(article: Article) -> str:
    """What stands for the title of a text that has none and no page to open."""
    return "" if article.url else cut(" ".join(article.text[:400].split()), _OPENING)


async def unsave(request: Request) -> Answer:
    """A key under /saved: no longer keep one."""
    number = number_in(request.arguments)
    if number is not None:
        async with request.resources.database.begin() as tx:
            await saved.remove(tx, request.chat.id, number)
    shown = await show_saved(request)
    return Answer(edit=shown.messages[0], toast=request.tr("No longer saved."))


async def find(request: Request) -> Answer:
    """What the chat was sent that has all these words."""
    words = request.arguments.split()[:12]
    async with request.resources.database.reading() as tx:
        hits = await search.find(tx, request.chat.id, words, limit=_FOUND + 1)
    found = [
        Found(number, article.title or "", article.url, article.site or "", at)
        for number, article, at in hits
    ]
    now, more = request.resources.now(), len(found) > _FOUND
    return answer(messages.hits(request.tr, request.arguments, found[:_FOUND], now, more=more))


async def export_html(request: Request) -> Answer:
    """Every digest that is kept, as a page."""
    async with request.resources.database.reading() as tx:
        kept = await stories.archive(tx, request.chat.id)
    if not kept:
        raise PersonError("no_archive")
    zone = zone_of(request.resources, request.chat)
    return answer(messages.page(request.tr, request.chat.title, kept, zone))
