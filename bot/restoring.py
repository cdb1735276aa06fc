"""What a chat has decided, out as a file's content and back in: all of it in one transaction, or nothing."""

import json
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from bot.digests.schedule import next_fire
from bot.errors import PersonError
from bot.exchange import Export, Followed, Planned
from bot.feeds import refresh
from bot.feeds.subscribe import refusal
from bot.locale import known
from bot.models import MOST_SCHEDULES, Chat, Feed, Imported, Restored, Schedule
from bot.resources import Resources
from bot.storage import Transaction, chats, everything, feeds, items, schedules
from bot.storage.feeds import DEFAULT
from summarizer.article.guard import policy_from
from summarizer.limits import LIMITS
from summarizer.links import canonical_url, host_of

# Columns of a subscription that a file names as they are.
_OWN = ("name", "interval", "sentences", "silent", "preview", "source", "paused_until")


async def export_of(resources: Resources, chat: int) -> Export:
    """All that a chat has decided."""
    async with resources.database.reading() as tx:
        return await everything.gather(tx, chat, resources.now())


async def restore(resources: Resources, chat: Chat, brought: Export) -> Restored:
    """Give a chat what a file holds. What both decide is as the file has it; what only the chat has stays.

    Raises:
        PersonError: the chat would have more schedules than it may.
    """
    now, here = resources.now(), brought.chat == chat.id
    refused, fit = _sorted(resources, brought.feeds)
    async with resources.database.begin() as tx:
        await _settle(tx, chat.id, brought, here=here)
        added, full = await _follow(tx, resources, chat.id, fit, now)
        refused += [(url, "full") for url in full]
        zone = brought.settings.timezone or resources.settings.timezone
        await _plan(tx, chat.id, [each if here else _moved(each) for each in brought.schedules], zone, now)
        return Restored(
            Imported(added, len(fit) - added - len(full), tuple(refused)),
            schedules=len(brought.schedules),
            filters=await everything.bring_filters(tx, chat.id, brought.filters, now),
            saved=await everything.bring_saved(tx, chat.id, brought.saved),
            votes=await everything.bring_votes(tx, chat.id, brought.votes, now),
        )


def _sorted(
    resources: Resources, listed: Sequence[Followed]
) -> tuple[list[tuple[str, str]], Sequence[Followed]]:
    """Addresses that are not looked at, each with why; and the feeds that are followed, each once."""
    policy = policy_from(resources.settings.fetch_allow_private)
    refused: list[tuple[str, str]] = []
    fit: dict[str, Followed] = {}
    for each in listed:
        why = refusal(each.url, policy)
        if why:
            refused.append((each.url, why))
        elif len(fit) >= LIMITS.opml_feeds and canonical_url(each.url) not in fit:
            refused.append((each.url, "beyond"))
        else:
            fit[canonical_url(each.url)] = each
    return refused, list(fit.values())


async def _settle(tx: Transaction, chat: int, brought: Export, *, here: bool) -> None:
    """The chat's own settings; a topic is one of its own chat only."""
    values = brought.settings.model_dump()
    values["language"] = known(values["language"])
    await chats.change(tx, chat, **(values if here else values | {"thread": None}))


async def _follow(
    tx: Transaction, resources: Resources, chat: int, fit: Sequence[Followed], now: datetime
) -> tuple[int, Sequence[str]]:
    """How many feeds the chat did not follow before, and the addresses of those that are more than it may."""
    added, full = 0, []
    room = resources.settings.max_feeds - await feeds.count(tx, chat)
    for each in fit:
        url = canonical_url(each.url)
        there = await feeds.by_url(tx, url)
        is_known = there is not None and await feeds.one(tx, chat, there.id) is not None
        if not is_known and added >= room:
            full.append(each.url)
            continue
        feed = there or await feeds.add(tx, url, host_of(url), now)
        if not is_known:
            added += 1
            await feeds.subscribe(tx, chat, feed.id, now)
            await items.first_for(tx, chat, feed.id, now)
        await _decide(tx, resources, chat, feed, each, now)
    return added, full


async def _decide(
    tx: Transaction, resources: Resources, chat: int, feed: Feed, each: Followed, now: datetime
) -> None:
    values = {name: getattr(each, name) for name in _OWN}
    values["delivery"] = each.delivery or DEFAULT
    values["tags"] = json.dumps(each.tags, ensure_ascii=False)
    if each.since:
        values["since"] = min(each.since, now)
    await feeds.change(tx, chat, feed.id, **values)
    if each.interval:
        await refresh.hasten(tx, resources, feed)


async def _plan(tx: Transaction, chat: int, brought: Sequence[Planned], zone: str, now: datetime) -> None:
    """Schedules in the place of those of the same names; all fire at their wall times in the zone."""
    for name, group in groupby(sorted(brought, key=lambda one: one.name), lambda one: one.name):
        await schedules.replace(tx, chat, name, [_schedule(chat, each, zone, now) for each in group])
    mine = await schedules.of_chat(tx, chat)
    if len(mine) > MOST_SCHEDULES:
        raise PersonError("too_many_schedules", most=MOST_SCHEDULES)
    await schedules.advance(tx, [(each, next_fire(each.at, zone, now, each.weekdays)) for each in mine])


def _schedule(chat: int, each: Planned, zone: str, now: datetime) -> Schedule:
    days = frozenset(each.weekdays)
    fire, slot = next_fire(each.time, zone, now, days)
    same = {name: getattr(each, name) for name in ("name", "tags", "most", "minutes", "sentences", "thread")}
    return Schedule(0, chat, each.time, fire, slot, weekdays=days, **same)


def _moved(each: Planned) -> Planned:
    """A schedule in another chat, which has not its topics."""
    return each.model_copy(update={"thread": None})
