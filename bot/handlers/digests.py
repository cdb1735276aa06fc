"""/digest, /schedule, /timezone, and the keys that go with them."""

from dataclasses import replace
from datetime import time

from bot.digests import build
from bot.digests.schedule import find_zones, next_fire, parse_time
from bot.errors import PersonError
from bot.handlers.request import Answer, Request, answer
from bot.messages import replies
from bot.messages.rich import Message
from bot.models import DigestState
from bot.storage import chats, digests, feeds, schedules


async def preview(request: Request) -> Answer:
    """What the digest would be now."""
    if messages := await build.preview(request.resources, request.chat):
        return answer(*messages)
    return answer(
        replies.nothing_new(await _feeds(request), await build.coming(request.resources, request.chat))
    )


async def schedule(request: Request) -> Answer:
    """Show, set or switch off the time of the daily digest."""
    if not request.arguments:
        return answer(await _current(request))
    if request.arguments.casefold() == "off":
        return answer(await _switch_off(request))
    at = parse_time(request.arguments)
    if at is None:
        raise PersonError("no_time", text=request.arguments[:40])
    return answer(await _switch_on(request, at))


async def schedule_key(request: Request) -> Answer:
    """A key with a time on it, or Turn off."""
    if request.arguments == "off":
        return Answer(edit=await _switch_off(request))
    at = parse_time(request.arguments)
    return Answer(edit=await _switch_on(request, at)) if at else Answer(toast="This key no longer works.")


async def _switch_on(request: Request, at: time) -> Message:
    now, zone = request.resources.now(), build.zone_of(request.resources, request.chat)
    async with request.resources.database.begin() as tx:
        await schedules.replace(tx, request.chat.id, at, next_fire(at, zone, now))
    return await _current(request)


async def _switch_off(request: Request) -> Message:
    async with request.resources.database.begin() as tx:
        was = await schedules.remove(tx, request.chat.id)
    return replies.unscheduled(was=was)


async def _current(request: Request) -> Message:
    async with request.resources.database.reading() as tx:
        found = await schedules.of_chat(tx, request.chat.id)
    if found is None:
        return replies.not_scheduled()
    now, zone = request.resources.now(), build.zone_of(request.resources, request.chat)
    chosen = request.chat.settings.timezone is not None
    return replies.scheduled(found, zone, now, chosen=chosen, feeds=await _feeds(request))


async def timezone(request: Request) -> Answer:
    """Show or set the chat's time zone."""
    if not request.arguments:
        zone, chosen = (
            build.zone_of(request.resources, request.chat),
            request.chat.settings.timezone is not None,
        )
        return answer(replies.ask_zone(zone, request.resources.now(), chosen=chosen))
    zones = find_zones(request.arguments)
    if not zones:
        raise PersonError("no_zone", text=request.arguments[:40])
    return answer(replies.which_zone(zones) if len(zones) > 1 else await _set_zone(request, zones[0]))


async def timezone_key(request: Request) -> Answer:
    """A key with a zone on it."""
    zones = find_zones(request.arguments)
    return (
        Answer(edit=await _set_zone(request, zones[0]))
        if len(zones) == 1
        else Answer(toast="This key no longer works.")
    )


async def _set_zone(request: Request, zone: str) -> Message:
    """Wall times stay, moments move."""
    now = request.resources.now()
    async with request.resources.database.begin() as tx:
        await chats.change(tx, request.chat.id, timezone=zone)
        if found := await schedules.of_chat(tx, request.chat.id):
            await schedules.advance(tx, found, next_fire(found.at, zone, now))
    chat = replace(request.chat, settings=replace(request.chat.settings, timezone=zone))
    return replies.zone_set(zone, now, await build.coming(request.resources, chat))


async def show(request: Request) -> Answer:
    """Send a digest of which it is not known whether it arrived."""
    number = int(request.arguments) if request.arguments.isdecimal() else 0
    async with request.resources.database.begin() as tx:
        digest = await digests.get(tx, number)
        mine = digest is not None and digest.chat == request.chat.id
        moved = mine and await digests.move(tx, number, DigestState.UNKNOWN, DigestState.READY, retry_at=None)
    return Answer(toast="Here it comes." if moved else "That digest was shown already.")


async def _feeds(request: Request) -> int:
    async with request.resources.database.reading() as tx:
        return len(await feeds.of_chat(tx, request.chat.id))
