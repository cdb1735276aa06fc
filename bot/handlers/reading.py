"""/tldr, a bare link, a text, a file, and the keys under a summary."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from bot import summaries
from bot.errors import PersonError
from bot.feeds.offer import newest, offer_of
from bot.handlers.inputs import length_in, links_of, wanted_in
from bot.handlers.request import Answer, Request, answer, number_in, stale
from bot.locale import mark
from bot.messages import errors, links, replies
from bot.messages.context import context
from bot.messages.rich import Message
from bot.messages.summary import LENGTHS, summary
from bot.storage import feeds, saved
from bot.summaries import Done
from summarizer.errors import SummarizerError
from summarizer.limits import LIMITS
from summarizer.links import host_of
from summarizer.types import Options, Outcome, Source, Summary, Url

# How /tldr is used, and what each form does.
FORMS = (
    ("https://example.com/story", mark("condenses the page, or up to five of them")),
    ("-n 7 https://example.com/story", mark("gives seven bullets, once")),
    ("", mark("as a reply condenses that message, its link or its file")),
)
# What is shown of a link unasked.
_WORTH_IT = frozenset({Outcome.OK, Outcome.PARTIAL})
_GONE = mark("That article is no longer kept. Send its link again.")


async def tldr(request: Request) -> Answer:
    """Condense what stands behind the command, comes with it, or was replied to."""
    sentences, rest = length_in(request.arguments)
    return await condense(replace(request, arguments=rest), sentences)


async def condense(request: Request, sentences: int | None = None) -> Answer:
    """Condense what the message holds or points to: each link by itself, all at once."""
    wanted = await wanted_in(request.message, request.arguments)
    if wanted is None:
        tr = request.tr
        return answer(replies.usage("tldr", [(form, tr(text)) for form, text in FORMS]))
    length = sentences or request.chat.settings.sentences
    several = len(wanted.sources) > 1
    told = [_told(request, source, length, named=several) for source in wanted.sources]
    parts = await asyncio.gather(*told)
    if wanted.links > len(parts):
        parts.append(links.left_out(request.tr, wanted.links, len(parts)))
    return answer(*parts)


async def _told(request: Request, source: Source, sentences: int, *, named: bool) -> Message:
    """A source's summary, or why there is none; `named` where it stands among others."""
    done = await _read(request, source, sentences)
    return await _words(request, source, done, sentences, named=named)


async def _read(request: Request, source: Source, sentences: int) -> Done:
    return await summaries.of_source(request.resources, source, Options(sentences=sentences), request.chat.id)


async def _words(request: Request, source: Source, done: Done, sentences: int, *, named: bool) -> Message:
    if not isinstance(done, SummarizerError):
        article, made = done
        if made is None:
            raise PersonError("not_kept")
        return await _shown(request, made, article, sentences)
    if not isinstance(source, Url):
        return errors.words(request.tr, done)
    if done.reason == "feed":
        offer = await offer_of(request.resources, source.url)
        return links.a_feed(request.tr, offer, request.resources.now())
    return links.unread(request.tr, source.url, done, sentences, named=named)


async def _shown(request: Request, made: Summary, article: int, sentences: int) -> Message:
    """A summary as the chat has it: saved or not, its site followed or not."""
    async with request.resources.database.reading() as tx:
        is_saved = await saved.has(tx, request.chat.id, article)
        mine = await feeds.of_chat(tx, request.chat.id)
    follow = not is_followed(made.article.url or "", (each.feed.url for each in mine))
    return summary(request.tr, made, article, sentences, saved=is_saved, follow=follow)


def is_followed(url: str, followed: Iterable[str]) -> bool:
    """Whether one of the feeds is of the site of a page; `feeds.example.com` is of `example.com`."""
    site = host_of(url)
    return any(
        site == host or site.endswith(f".{host}") or host.endswith(f".{site}")
        for host in map(host_of, followed)
    )


async def unasked(request: Request, url: str) -> Answer:
    """The summary of a link that nobody asked to have condensed; where there is none, nothing is said."""
    sentences = request.chat.settings.sentences
    done = await _read(request, Url(url), sentences)
    if isinstance(done, SummarizerError):
        return Answer()
    article, made = done
    if made is None or made.outcome not in _WORTH_IT:
        return Answer()
    return answer(await _shown(request, made, article, sentences))


async def read_again(request: Request) -> Answer:
    """The key under a link that could not be read: once more, in its place."""
    found, sentences = links_of(request.message)[:1], number_in(request.arguments)
    if not found or sentences is None or not 1 <= sentences <= LIMITS.bullets:
        return stale(request.tr)
    source = Url(found[0])
    done = await _read(request, source, sentences)
    if isinstance(done, SummarizerError) and links.may_pass(done):
        return Answer(toast=errors.of_page(request.tr, done, source.url).text)
    return Answer(edit=await _words(request, source, done, sentences, named=False))


async def read_newest(request: Request) -> Answer:
    """The key under a link that is a feed: condense its newest item."""
    found = links_of(request.message)
    if not found:
        return stale(request.tr)
    source = await newest(request.resources, found[0])
    return answer(await _told(request, source, request.chat.settings.sentences, named=False))


async def change_length(request: Request) -> Answer:
    """Shorter, Longer or Back: the summary in its place."""
    article, sentences = _at(request.arguments)
    made = await summaries.of(request.resources, article, Options(sentences=sentences))
    if made is None:
        return Answer(toast=request.tr.plain(_GONE))
    return Answer(edit=await _shown(request, made, article, sentences))


async def in_context(request: Request) -> Answer:
    """Each bullet among its neighbours."""
    article, sentences = _at(request.arguments)
    made = await summaries.of(request.resources, article, Options(sentences=sentences))
    passages = await summaries.around(request.resources, made) if made else ()
    if made is None or not passages:
        return Answer(toast=request.tr.plain(_GONE))
    return Answer(edit=context(request.tr, made, article, sentences, passages))


async def keep(request: Request) -> Answer:
    """Save an article for later, or no longer."""
    article, sentences = _at(request.arguments)
    made = await summaries.of(request.resources, article, Options(sentences=sentences))
    if made is None:
        return Answer(toast=request.tr.plain(_GONE))
    async with request.resources.database.begin() as tx:
        is_new = await saved.add(tx, request.chat.id, article, request.resources.now())
        if not is_new:
            await saved.remove(tx, request.chat.id, article)
    toast = request.tr("Saved. /saved lists all.") if is_new else request.tr("No longer saved.")
    return Answer(edit=await _shown(request, made, article, sentences), toast=toast)


async def read_saved(request: Request) -> Answer:
    """A key under /saved: the summary of what has no page to open, of any length that is still kept."""
    article = number_in(request.arguments) or 0
    for sentences in (request.chat.settings.sentences, *LENGTHS):
        made = await summaries.of(request.resources, article, Options(sentences=sentences))
        if made:
            return answer(await _shown(request, made, article, sentences))
    return Answer(toast=request.tr("That is no longer kept. Send it again."))


def _at(arguments: str) -> tuple[int, int]:
    """The article and the length in a key; the article 0, which there never is, where the key is none of ours."""
    article, _, length = arguments.partition(":")
    number, sentences = number_in(article), number_in(length)
    if number is None or sentences is None or not 1 <= sentences <= LIMITS.bullets:
        return 0, 1
    return number, sentences
