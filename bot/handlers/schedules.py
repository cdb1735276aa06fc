"""/schedule, /timezone, a place that was sent, and the keys that go with them."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.digests import build
from bot.digests.schedule import next_fire
from bot.digests.wording import Wanted, parse
from bot.errors import PersonError
from bot.handlers.request import Answer, Request, answer, stale
from bot.messages import replies
from bot.messages import schedule as messages
from bot.messages.rich import Message
from bot.models import MOST_SCHEDULES, Schedule
from bot.storage import chats, feeds, schedules
from bot.zones import find_zones, zone_at

_JUST_AFTER = timedelta(seconds=1)


async def schedule(request: Request) -> Answer:
    """Show, set or switch off when digests come."""
    words = request.arguments.casefold().split()
    if not words:
        return answer(await _current(request))
    if words[-1] == "off":
        return answer(await _switch_off(request, " ".join(words[:-1]) or None))
    wanted = parse(request.arguments)
    if wanted is None:
        raise PersonError("no_time", text=request.arguments)
    return answer(await _switch_on(request, wanted))


async def schedule_key(request: Request) -> Answer:
    """A key with a time on it, or Turn off."""
    if request.arguments == "off":
        return Answer(edit=await _switch_off(request, None))
    wanted = parse(request.arguments)
    return Answer(edit=await _switch_on(request, wanted)) if wanted else stale(request.tr)


async def _switch_on(request: Request, wanted: Wanted) -> Message:
    asked_in = request.message.message_thread_id if request.message.is_topic_message else None
    made = [_schedule(request, wanted, place, asked_in) for place in range(len(wanted.times))]
    async with request.resources.database.begin() as tx:
        others = [each for each in await schedules.of_chat(tx, request.chat.id) if each.name != wanted.name]
        if len(others) + len(made) > MOST_SCHEDULES:
            raise PersonError("too_many_schedules", most=MOST_SCHEDULES)
        await schedules.replace(tx, request.chat.id, wanted.name, made)
    return await _current(request, wanted.name)


def _schedule(request: Request, wanted: Wanted, place: int, thread: int | None) -> Schedule:
    at = wanted.times[place]
    zone = build.zone_of(request.resources, request.chat)
    fire = next_fire(at, zone, request.resources.now(), wanted.weekdays)
    return Schedule(
        id=0,
        chat=request.chat.id,
        at=at,
        next_at=fire[0],
        next_slot=fire[1],
        name=wanted.name,
        weekdays=wanted.weekdays,
        tags=wanted.tags,
        most=wanted.most,
        minutes=wanted.minutes,
        sentences=wanted.sentences,
        thread=thread,
    )


async def _switch_off(request: Request, name: str | None) -> Message:
    async with request.resources.database.begin() as tx:
        was = await schedules.remove(tx, request.chat.id, name)
        left = await schedules.of_chat(tx, request.chat.id)
    if name and not was:
        raise PersonError("no_schedule", text=name)
    return messages.unscheduled(request.tr, name or "", was=was > 0, left=len(left))


async def _current(request: Request, name: str | None = None) -> Message:
    """What is scheduled: under one name where it is given, else all."""
    async with request.resources.database.reading() as tx:
        mine = await schedules.of_chat(tx, request.chat.id)
        following = len(await feeds.of_chat(tx, request.chat.id))
    shown = [each for each in mine if name is None or each.name == name]
    if not shown:
        return messages.not_scheduled(request.tr)
    now, zone = request.resources.now(), build.zone_of(request.resources, request.chat)
    coming = upcoming(shown, zone, 3)
    chosen = request.chat.settings.timezone is not None
    return messages.scheduled(request.tr, shown, coming, zone, now, chosen=chosen, feeds=following)


def upcoming(mine: Sequence[Schedule], zone: str, most: int) -> list[tuple[Schedule, str]]:
    """The next fires of these schedules in their order: each schedule with its slot; pure."""
    fires = []
    for each in mine:
        fire, slot = each.next_at, each.next_slot
        for _ in range(most):
            fires.append((fire, slot, each))
            fire, slot = next_fire(each.at, zone, fire + _JUST_AFTER, each.weekdays)
    fires.sort(key=lambda item: (item[0], item[2].id))
    return [(each, slot) for _, slot, each in fires[:most]]


async def timezone(request: Request) -> Answer:
    """Show or set the chat's time zone."""
    if not request.arguments:
        zone = build.zone_of(request.resources, request.chat)
        chosen = request.chat.settings.timezone is not None
        return answer(replies.ask_zone(request.tr, zone, request.resources.now(), chosen=chosen))
    zones = await asyncio.to_thread(find_zones, request.arguments)  # a city is looked for in a file
    if not zones:
        raise PersonError("no_zone", text=request.arguments)
    return answer(
        replies.which_zone(request.tr, zones) if len(zones) > 1 else await _set_zone(request, zones[0])
    )


async def timezone_key(request: Request) -> Answer:
    """A key with a zone on it."""
    zones = await asyncio.to_thread(find_zones, request.arguments)  # a city is looked for in a file
    if not zones:
        return stale(request.tr)
    return Answer(edit=await _set_zone(request, zones[0]))


async def place(request: Request) -> Answer:
    """A place that somebody sent: its zone is the chat's from now on."""
    sent = request.message.location
    zone = zone_at(sent.latitude, sent.longitude) if sent else None
    if zone is None:
        raise PersonError("no_zone", text="there")
    return answer(await _set_zone(request, zone))


async def _set_zone(request: Request, zone: str) -> Message:
    """Wall times stay, moments move."""
    now = request.resources.now()
    async with request.resources.database.begin() as tx:
        await chats.change(tx, request.chat.id, timezone=zone)
        mine = await schedules.of_chat(tx, request.chat.id)
        await schedules.advance(tx, [(each, next_fire(each.at, zone, now, each.weekdays)) for each in mine])
    chat = replace(request.chat, settings=replace(request.chat.settings, timezone=zone))
    return replies.zone_set(request.tr, zone, now, await build.coming(request.resources, chat, request.tr))
