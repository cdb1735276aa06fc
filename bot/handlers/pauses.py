"""/quiet, /pause, /resume, /catchup: when nothing comes, and what was missed."""

import re
from datetime import UTC, datetime, timedelta

from bot.digests import build
from bot.digests.quiet import parse_quiet, quiet_until
from bot.errors import PersonError
from bot.handlers.feeds import one_feed
from bot.handlers.request import Answer, Request, answer
from bot.messages import schedule as messages
from bot.messages.feeds import called
from bot.messages.rich import Message
from bot.models import Quiet
from bot.storage import chats, feeds, schedules

# A pause without an end.
FOREVER = datetime(9999, 1, 1, tzinfo=UTC)
_SPAN = re.compile(r"(\d{1,3})\s*(h|d|w|hours?|days?|weeks?)", re.IGNORECASE)
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_MOST_PAUSE = timedelta(days=365)
# What /catchup reaches back at most: texts are kept as long.
_MOST_BACK = timedelta(days=14)
_BACK = timedelta(days=1)


def parse_span(text: str) -> timedelta | None:
    """A span as people write it: 12h, 7d, 2 weeks; None for anything else, and for none at all."""
    match = _SPAN.fullmatch(text.strip())
    span = int(match[1]) * _UNITS[match[2][0].lower()] if match else timedelta()
    return span or None


async def quiet(request: Request) -> Answer:
    """Show, set or switch off the hours in which nothing is pushed."""
    if not request.arguments:
        return answer(await _quiet_now(request, request.chat.settings.quiet))
    wanted = None if request.arguments.casefold() == "off" else parse_quiet(request.arguments)
    if wanted is None and request.arguments.casefold() != "off":
        raise PersonError("no_hours", text=request.arguments)
    return answer(await _set_quiet(request, wanted))


async def quiet_key(request: Request) -> Answer:
    """Turn off."""
    return Answer(edit=await _set_quiet(request, None))


async def _set_quiet(request: Request, wanted: Quiet | None) -> Message:
    async with request.resources.database.begin() as tx:
        await chats.change(
            tx, request.chat.id, quiet=f"{wanted.start:%H:%M}-{wanted.end:%H:%M}" if wanted else None
        )
    return await _quiet_now(request, wanted)


async def _quiet_now(request: Request, wanted: Quiet | None) -> Message:
    zone = build.zone_of(request.resources, request.chat)
    async with request.resources.database.reading() as tx:
        mine = await schedules.of_chat(tx, request.chat.id)
    inside = [each for each in mine if quiet_until(wanted, zone, each.next_at)]
    return messages.quiet_set(request.tr, wanted, zone, inside)


async def pause(request: Request) -> Answer:
    """Stop pushing for a span, or until /resume: to the chat, or what one feed brings."""
    *what, last = request.arguments.split() or [""]
    span = parse_span(last)
    feed_text = " ".join(what if span else [*what, last]).strip()
    until = request.resources.now() + min(span, _MOST_PAUSE) if span else None
    return answer(await _pause(request, feed_text, until))


async def _pause(request: Request, feed_text: str, until: datetime | None) -> Message:
    one = await one_feed(request, feed_text) if feed_text else None
    end = until or FOREVER
    async with request.resources.database.begin() as tx:
        if one:
            await feeds.change(tx, request.chat.id, one.feed.id, paused_until=end)
        else:
            await chats.change(tx, request.chat.id, paused_until=end)
    zone = build.zone_of(request.resources, request.chat)
    return messages.paused(request.tr, called(one) if one else "", until, request.resources.now(), zone)


async def resume(request: Request) -> Answer:
    """Push again, and offer what was missed."""
    return answer(await _resume(request, request.arguments))


async def resume_key(request: Request) -> Answer:
    """Resume."""
    return Answer(edit=await _resume(request, ""))


async def _resume(request: Request, feed_text: str) -> Message:
    now = request.resources.now()
    mine = await one_feed(request, feed_text) if feed_text else None
    until = mine.paused_until if mine else request.chat.settings.paused_until
    async with request.resources.database.begin() as tx:
        if mine:
            await feeds.change(tx, request.chat.id, mine.feed.id, paused_until=None)
        else:
            await chats.change(tx, request.chat.id, paused_until=None)
    name, was = called(mine) if mine else "", until is not None and until > now
    return messages.resumed(
        request.tr, name, await build.coming(request.resources, request.chat, request.tr), was=was
    )


async def catch_up(request: Request) -> Answer:
    """What a span of the past brought, ranked, told before or not."""
    span = parse_span(request.arguments) if request.arguments else _BACK
    if span is None:
        raise PersonError("no_span", text=request.arguments)
    return answer(*await _caught_up(request, min(span, _MOST_BACK)))


async def catch_up_key(request: Request) -> Answer:
    """What did I miss: the days of a pause that has just ended, or of the last week."""
    return answer(*await _caught_up(request, timedelta(days=7)))


async def _caught_up(request: Request, span: timedelta) -> tuple[Message, ...]:
    since = request.resources.now() - span
    found = await build.catch_up(
        request.resources, request.chat, f"{request.message.message_id}", since, request.tr
    )
    return found or (messages.nothing_missed(request.tr, max(1, span.days)),)
