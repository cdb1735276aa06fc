"""From a source to its summary: read once, condensed once for every length, kept for every chat."""

from collections.abc import Sequence
from datetime import timedelta

from bot.condensing import condense_in_time
from bot.resources import Resources
from bot.storage import articles, everything, search
from summarizer import article as reading
from summarizer import summarize, summarize_story
from summarizer.context import Passage, in_context
from summarizer.errors import SummarizerError
from summarizer.limits import LIMITS
from summarizer.links import canonical_url
from summarizer.types import Article, Bullet, Options, Source, Summary, Url

# An article changes while a story goes on; within so long the same address is not read again.
FRESH = timedelta(hours=6)
# An article and its summary, if they are still kept; or why there is nothing to read.
Done = tuple[int, Summary | None] | SummarizerError


async def read(resources: Resources, source: Source, chat: int | None = None) -> int:
    """The number of the article that the source holds, read now unless it was lately; `chat` asked for it by itself.

    Raises:
        SummarizerError: there was nothing to read.
    """
    if isinstance(source, Url):
        async with resources.database.reading() as tx:
            known = await articles.fresh(tx, canonical_url(source.url), resources.now() - FRESH)
            kept = await articles.get(tx, known) if known is not None else None
        if known is not None and kept and kept.text:  # a feed may have named it without a word of its text
            await _note(resources, chat, known)
            return known
    article = await reading.read(source, resources.http, LIMITS, resources.workers.run)
    return await keep(resources, article, chat)


async def _note(resources: Resources, chat: int | None, article: int) -> None:
    if chat is not None:
        async with resources.database.begin() as tx:
            await everything.ask(tx, chat, article)


async def keep(resources: Resources, article: Article, chat: int | None = None) -> int:
    """The number under which an article is kept from now on; `chat` asked for it by itself."""
    async with resources.database.begin() as tx:
        number = await articles.keep(tx, article, resources.now())
        if chat is not None:
            await everything.ask(tx, chat, number)
        return number


async def of(resources: Resources, article: int, options: Options) -> Summary | None:
    """The summary of a kept article; None when the article, or the text of a length never made, is kept no longer."""
    async with resources.database.reading() as tx:
        if known := await articles.summary(tx, article, options):
            return known
        text = await articles.get(tx, article)
    if text is None or not text.text:
        return None
    made = await condense_in_time(resources.workers, summarize, text, options)
    async with resources.database.begin() as tx:
        await articles.keep_summary(tx, article, options, made)
        await search.index(tx, article, text.title or "", " ".join(bullet.text for bullet in made.bullets))
    return made


async def of_source(resources: Resources, source: Source, options: Options, chat: int) -> Done:
    """An article that a chat asked for and its summary, or why there is none: of several each has its own end."""
    try:
        article = await read(resources, source, chat)
        return article, await of(resources, article, options)
    except SummarizerError as error:
        return error


async def around(resources: Resources, made: Summary) -> tuple[Passage, ...]:
    """The passages of its article that hold a summary's bullets; none where the text is no longer kept."""
    spans = tuple(span for bullet in made.bullets for span in bullet.spans)
    return await resources.workers.run(in_context, made.article, spans, made.language)


async def of_story(
    resources: Resources, articles_of_it: Sequence[Article], options: Options
) -> tuple[Bullet, ...]:
    """The bullets of one event from all its articles, the lead first; each knows whose it is."""
    return await condense_in_time(resources.workers, summarize_story, tuple(articles_of_it), options)
