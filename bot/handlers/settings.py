"""/settings, /length: what a chat decides for all its feeds and for itself."""

from collections.abc import Mapping
from dataclasses import replace

from bot.digests.build import coming, zone_of
from bot.errors import PersonError
from bot.feeds.decide import decide, leave_to_chat
from bot.handlers import pauses, schedules
from bot.handlers.feeds import following
from bot.handlers.language import speak
from bot.handlers.request import Answer, Handler, Request, answer, number_in, stale
from bot.locale import LANGUAGES
from bot.messages import choices, panels
from bot.messages.rich import Message
from bot.storage import chats
from summarizer.limits import LIMITS

_LENGTHS = {"short": 3, "medium": 5, "long": 8}
# Parts of the panel that are what a command shows.
_ANSWERS: Mapping[str, Handler] = {
    "timezone": schedules.timezone,
    "quiet": pauses.quiet,
    "schedules": schedules.schedule,
}


async def settings(request: Request) -> Answer:
    """All that the chat has decided."""
    return answer(await panel(request))


async def length(request: Request) -> Answer:
    """How many bullets a summary has in this chat."""
    word = request.arguments.casefold()
    if not word:
        return answer(await part(request, "sentences"))
    wanted = _LENGTHS.get(word) or (int(word) if word.isdecimal() and len(word) < 3 else 0)
    if not 1 <= wanted <= LIMITS.bullets:
        raise PersonError("no_length", text=request.arguments, most=LIMITS.bullets)
    return answer(await _decided(request, sentences=wanted))


async def panel(request: Request) -> Message:
    """The chat's panel."""
    chat, now = request.chat, request.resources.now()
    when = await coming(request.resources, chat, request.tr)
    return panels.chat_panel(request.tr, chat, now, zone_of(request.resources, chat), when)


async def part(request: Request, what: str) -> Message:
    """A part of the chat's panel, or all of it."""
    tr, chat = request.tr, request.chat
    name, _, page = what.partition(":")
    if name in choices.OF_CHAT:
        return panels.chat_choice(tr, chat.settings, name, offered(request, name))
    if name == "language":
        spoken = request.resources.translator(chat).language
        return panels.languages(tr, spoken, number_in(page) or 1)
    if name == "all":
        return panels.ask_apply(tr, len(await following(request)))
    if name in _ANSWERS:
        (shown,) = (await _ANSWERS[name](replace(request, arguments=""))).messages
        return panels.within(tr, shown)
    return await panel(request)


def offered(request: Request, name: str) -> tuple[str, ...]:
    """The values that keys offer for the chat."""
    if name != "interval":
        return choices.OF_CHAT[name].values
    bounds = request.resources.settings
    return (choices.DEFAULT, *choices.intervals(bounds.feed_check_min, bounds.feed_check_max))


async def change(request: Request, what: str, value: str) -> Answer:
    """A key with a value for the chat."""
    if (what, value) == ("all", choices.YES):
        await leave_to_chat(request.resources, request.chat.id)
        return Answer(edit=await panel(request), toast=request.tr("All feeds follow these settings now."))
    if what == "language" and value in LANGUAGES:
        return Answer(edit=await panel(await speak(request, value)))
    if what in choices.OF_CHAT and value in offered(request, what):
        return Answer(edit=await _decided(request, **{what: choices.value(what, value)}))
    return stale(request.tr)


async def _decided(request: Request, **values: choices.Value) -> Message:
    """The panel after columns of the chat were set."""
    await decide(request.resources, request.chat.id, None, **values)
    return await panel(await again(request))


async def again(request: Request) -> Request:
    """The request with the chat as it is now."""
    async with request.resources.database.reading() as tx:
        chat = await chats.get(tx, request.chat.id)
    return replace(request, chat=chat or request.chat)
