"""When a digest is to be made: rows for schedules whose time has come, and for news that is wanted as it comes."""

from datetime import date, datetime, timedelta

from bot.digests.build import zone_of
from bot.digests.collect import WINDOW
from bot.digests.quiet import quiet_until
from bot.digests.schedule import LocalTimeTrigger, next_fire
from bot.models import Chat, DigestKind, Schedule
from bot.resources import Resources
from bot.storage import chats, digests, items, schedules
from bot.storage.digests import Planned
from bot.storage.items import Span
from bot.storage.schedules import Due
from bot.zones import zone_of as tz

# Schedules, and chats with feeds of news as it comes, of one sweep.
_MOST = 500


async def plan_scheduled(resources: Resources) -> bool:
    """Turn every schedule whose time has come into a digest, and move it on; whether there was any.

    A schedule that was missed several times gives one digest: the next fire is looked for from now on. A chat that
    pauses gets none, and one in its quiet hours gets it when they end.
    """
    now = resources.now()
    async with resources.database.reading() as tx:
        if not await schedules.due(tx, now, limit=1):
            return False
    async with resources.database.begin() as tx:
        waiting = await schedules.due(tx, now, limit=_MOST)
        zones = [due.timezone or resources.settings.timezone for due in waiting]
        both = list(zip(waiting, zones, strict=True))
        await digests.plan_all(tx, [_planned(due, zone, now) for due, zone in both if not due.pauses(now)])
        fires = [
            (due.schedule, next_fire(due.schedule.at, zone, now, due.schedule.weekdays)) for due, zone in both
        ]
        await schedules.advance(tx, fires)
    return True


def _planned(due: Due, zone: str, now: datetime) -> Planned:
    schedule = due.schedule
    at = quiet_until(due.quiet, zone, now) or schedule.next_at
    return Planned(schedule.chat, f"{schedule.id}:{schedule.next_slot}", at, schedule.id, schedule.thread)


async def keep_wall_times(resources: Resources) -> None:
    """Move schedules whose zone has other rules than when they were planned: the wall time stays, the moment moves."""
    async with resources.database.reading() as tx:
        everything = await schedules.every(tx)
    moved = [
        (schedule, (moment, schedule.next_slot))
        for schedule, timezone in everything
        if (moment := _moment(schedule, timezone or resources.settings.timezone)) != schedule.next_at
    ]
    if moved:
        async with resources.database.begin() as tx:
            await schedules.advance(tx, moved)


def _moment(schedule: Schedule, zone: str) -> datetime:
    day = date.fromisoformat(schedule.next_slot.partition("T")[0])
    return LocalTimeTrigger(tz(zone), schedule.at).moment(day)


async def plan_instant(resources: Resources, lately: timedelta = WINDOW) -> bool:
    """Turn what such feeds brought lately into digests of their own; whether there was any. In quiet hours it waits."""
    some, last = False, None
    while True:
        async with resources.database.reading() as tx:
            now = resources.now()
            waiting = await items.instant(tx, now, now - lately, limit=_MOST, beyond=last)
            known = {chat: await chats.get(tx, chat) for chat, _feed in waiting}
        for chat, feed in waiting:
            if not _is_quiet(resources, known[chat]):
                await _plan_one(resources, chat, feed)
                some = True
        if len(waiting) < _MOST:
            return some
        last = waiting[-1]


def _is_quiet(resources: Resources, chat: Chat | None) -> bool:
    if chat is None:
        return True
    return quiet_until(chat.settings.quiet, zone_of(resources, chat), resources.now()) is not None


async def _plan_one(resources: Resources, chat: int, feed: int) -> None:
    now = resources.now()
    async with resources.database.begin() as tx:
        new = await items.of_chat(tx, chat, Span(now - WINDOW, feed=feed), now, limit=500)
        if new and not await digests.is_open(tx, chat, DigestKind.INSTANT, f"{feed}:"):
            first = min(item.article for item in new)
            await digests.plan(tx, chat, DigestKind.INSTANT, f"{feed}:{first}", now)
