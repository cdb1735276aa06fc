"""Inline mode: what is offered to those who type behind the bot's name. Nothing is fetched and nothing condensed."""

from datetime import timedelta

import structlog
import telegram
from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.error import TelegramError

from bot.access import Rules, Verdict, verdict
from bot.handlers.inputs import address_of
from bot.handlers.start import LINK
from bot.locale import Translator, known, translator
from bot.messages import inline as look
from bot.messages.summary import LENGTHS
from bot.resources import Resources
from bot.sending import entities_of
from bot.storage import articles, chats, people
from summarizer.limits import LIMITS
from summarizer.links import canonical_url
from summarizer.types import Options, Summary

log = structlog.get_logger(__name__)

# Seconds for which Telegram may give an answer again: a summary stays as it is, and what there is none of may come.
_KEPT_SECONDS, _MISSING_SECONDS = 60, 2
# The length of a summary where nobody has chosen one.
_USUAL = 5


async def offer(resources: Resources, query: telegram.InlineQuery) -> None:
    """Answer what somebody has typed so far."""
    person = query.from_user
    async with resources.database.reading() as tx:
        standings = await people.standings(tx, person.id)
        chat = await chats.get(tx, person.id)
    spoken = (chat.settings.language if chat else None) or known(person.language_code)
    tr = translator(spoken or resources.settings.language)
    settings = resources.settings
    rules = Rules(settings.access, settings.admins, settings.allowed)
    match verdict(rules, person.id, person.id, standings):
        case Verdict.IN:
            await _offer(resources, query, tr, chat.settings.sentences if chat else _USUAL)
        case Verdict.OUT:
            await _answer(query, [], look.not_let_in(tr), _KEPT_SECONDS)
        case Verdict.BANNED:
            await _answer(query, [], None, _KEPT_SECONDS)


async def _offer(resources: Resources, query: telegram.InlineQuery, tr: Translator, sentences: int) -> None:
    first, *_ = query.query.split(maxsplit=1) or [""]
    url = address_of(first)
    if url is None:
        await _answer(query, [], look.how(tr), _KEPT_SECONDS)
        return
    found = await _kept(resources, url, sentences)
    if found is None:
        await _answer(query, [], look.elsewhere(tr), _MISSING_SECONDS)
        return
    await _answer(query, [_result(tr, *found)], None, _KEPT_SECONDS)


async def _kept(resources: Resources, url: str, sentences: int) -> tuple[int, int, Summary] | None:
    """The article at an address and its summary, with its length: the chat's own, else another that was made."""
    since = resources.now() - timedelta(days=resources.settings.keep_items)
    async with resources.database.reading() as tx:
        article = await articles.fresh(tx, canonical_url(url), since)
        if article is None:
            return None
        for length in dict.fromkeys((sentences, _USUAL, *LENGTHS, *range(1, LIMITS.bullets + 1))):
            if made := await articles.summary(tx, article, Options(sentences=length)):
                return article, length, made
    return None


def _result(tr: Translator, article: int, sentences: int, made: Summary) -> InlineQueryResultArticle:
    body = look.message(tr, made, article, sentences).body
    content = InputTextMessageContent(
        body.text, entities=entities_of(body), link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    name = f"{article}:{sentences}"
    return InlineQueryResultArticle(name, look.title(made), content, description=look.description(made))


async def _answer(
    query: telegram.InlineQuery, results: list[InlineQueryResultArticle], words: str | None, seconds: int
) -> None:
    """Tell Telegram; `words` stand on a key that leads to the private chat."""
    button = InlineQueryResultsButton(words, start_parameter=LINK) if words else None
    try:
        await query.answer(results, cache_time=seconds, is_personal=True, button=button)
    except TelegramError as error:  # who types on has asked anew meanwhile
        log.info("an inline query was not answered", reason=str(error))
