"""/filter, /mute, /unmute: words that a chat wants to hear of, or not."""

from dataclasses import replace
from datetime import timedelta

from bot.digests.filters import MOST_TERMS, fold, parse_terms, passing, subject
from bot.errors import PersonError
from bot.handlers.feeds import one_feed
from bot.handlers.pauses import parse_span
from bot.handlers.request import Answer, Request, answer, number_in
from bot.messages import filters as messages
from bot.messages.rich import Message
from bot.models import Delivery, FilterKind, Subscription
from bot.storage import articles, feeds, filters, items
from bot.storage.items import Span

# So many of the latest items say what a filter would let pass.
_SAMPLE = 50
_BACK = timedelta(days=60)
_MUTE = timedelta(days=7)
_MOST_MUTE = timedelta(days=365)


async def show_or_set(request: Request) -> Answer:
    """Show the filters, or set those of the chat or, with its number before the words, of one feed."""
    first, _, rest = request.arguments.partition(" ")
    one = await one_feed(request, first) if first.isdecimal() and (rest or len(first) < 4) else None
    text = (rest if one else request.arguments).strip()
    if text:
        terms = () if text.casefold() == "off" else parse_terms(text)
        if terms is None:
            raise PersonError("no_filter", most=MOST_TERMS)
        async with request.resources.database.begin() as tx:
            await filters.replace(tx, request.chat.id, one.feed.id if one else None, terms)
    return answer(await _state(request, one))


async def remove(request: Request) -> Answer:
    """Let everything pass, or of one feed, named by its number or a word."""
    one = await one_feed(request, request.arguments) if request.arguments else None
    async with request.resources.database.begin() as tx:
        await filters.replace(tx, request.chat.id, one.feed.id if one else None, ())
    return answer(await _state(request, one))


async def _state(request: Request, one: Subscription | None) -> Message:
    now, chat = request.resources.now(), request.chat.id
    deliveries = (Delivery.DIGEST, Delivery.INSTANT)
    span = Span(now - _BACK, deliveries, feed=one.feed.id if one else None, sent=True)
    async with request.resources.database.reading() as tx:
        rules = await filters.of_chat(tx, chat, now)
        names = {each.feed.id: each.title for each in await feeds.of_chat(tx, chat)}
        latest = await items.of_chat(tx, chat, span, now, limit=_SAMPLE)
        texts = await articles.many(tx, [item.article for item in latest])
    subjects = [subject(item.feed, item.title, texts[item.article].text, item.author) for item in latest]
    return messages.filters(request.tr, rules, names, passing(subjects, rules), len(subjects))


async def filter_key(request: Request) -> Answer:
    """Turn off: all words of the chat; mutes stay."""
    async with request.resources.database.begin() as tx:
        await filters.replace(tx, request.chat.id, None, ())
    return Answer(edit=await _state(request, None))


async def mute(request: Request) -> Answer:
    """List the mutes, or mute a word for a span."""
    if not request.arguments:
        return answer(await _mutes(request))
    word, _, last = request.arguments.rpartition(" ")
    span = parse_span(last) if word else None
    word = (word if span else request.arguments).strip().strip('"“”')
    terms = parse_terms(f'"{word}"') if fold(word) else None
    if not terms:
        raise PersonError("no_filter", most=MOST_TERMS)
    until = request.resources.now() + min(span or _MUTE, _MOST_MUTE)
    async with request.resources.database.begin() as tx:
        await filters.add(tx, request.chat.id, FilterKind.MUTE, (word,), until=until)
    return answer(await _mutes(request))


async def _mutes(request: Request) -> Message:
    now = request.resources.now()
    async with request.resources.database.reading() as tx:
        rules = await filters.of_chat(tx, request.chat.id, now)
    return messages.mutes(request.tr, [each for each in rules if each.kind is FilterKind.MUTE], now)


async def unmute(request: Request) -> Answer:
    """End a mute, named by its number in the list or one of its words."""
    now, text = request.resources.now(), request.arguments.strip()
    async with request.resources.database.reading() as tx:
        rules = await filters.of_chat(tx, request.chat.id, now)
    muted = [each for each in rules if each.kind is FilterKind.MUTE]
    if text.isdecimal():
        found = muted[int(text) - 1 : int(text)] if int(text) else []
    else:
        found = [each for each in muted if fold(text) in {fold(word) for word in each.words}]
    if not found:
        raise PersonError("not_muted", text=text)
    async with request.resources.database.begin() as tx:
        for each in found:
            await filters.remove(tx, request.chat.id, each.id)
    return answer(await _mutes(request))


async def unmute_key(request: Request) -> Answer:
    """Undo a mute."""
    number = number_in(request.arguments) or 0
    async with request.resources.database.begin() as tx:
        was = await filters.remove(tx, request.chat.id, number)
    if not was:
        return Answer(toast=request.tr("That mute is over already."))
    return Answer(edit=await _mutes(replace(request, arguments="")), toast=request.tr("No longer muted."))
