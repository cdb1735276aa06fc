"""From due schedules to digests that are ready to be sent."""

import asyncio
from datetime import timedelta

import structlog

from bot import summaries
from bot.digests.compose import Selection, compose
from bot.digests.schedule import next_fire
from bot.feeds import refresh
from bot.messages import digest as look
from bot.messages.facts import when
from bot.messages.rich import Message
from bot.models import Chat, Digest, DigestState, Story
from bot.resources import Resources
from bot.storage import chats, digests, feeds, items, schedules
from bot.storage.items import NewItem

log = structlog.get_logger(__name__)

# A digest does not wait longer than this for feeds that do not answer.
_REFRESH_SECONDS = 60
_MOST_NEW = 500


async def plan(resources: Resources) -> None:
    """Turn every schedule whose time has come into a digest, and move it on.

    A schedule that was missed several times gives one digest: the next fire is looked for from now on.
    """
    now = resources.now()
    async with resources.database.reading() as tx:
        if not await schedules.due(tx, now, limit=1):
            return
    async with resources.database.begin() as tx:
        for schedule, zone in await schedules.due(tx, now, limit=500):
            await digests.plan(tx, schedule)
            await schedules.advance(
                tx, schedule, next_fire(schedule.at, zone or resources.settings.timezone, now)
            )


async def build(resources: Resources, digest: Digest) -> None:
    """Put a due digest together; one without anything new ends here."""
    async with resources.database.begin() as tx:
        if not await digests.move(tx, digest.id, DigestState.DUE, DigestState.BUILDING):
            return
        chat = await chats.get(tx, digest.chat)
    assert chat is not None
    selection, stories, quiet = await collect(resources, chat)
    parts = (
        look.digest(stories, quiet, resources.now(), zone_of(resources, chat)) if selection.articles else ()
    )
    async with resources.database.begin() as tx:
        if parts:
            await digests.built(tx, digest, [part.dump() for part in parts], selection.articles)
        else:
            await digests.move(tx, digest.id, DigestState.BUILDING, DigestState.EMPTY)


async def preview(resources: Resources, chat: Chat) -> tuple[Message, ...] | None:
    """What the chat's digest would be now; None if nothing is new. Nothing counts as delivered."""
    selection, stories, quiet = await collect(resources, chat)
    if not selection.articles:
        return None
    return look.preview(
        stories, quiet, resources.now(), zone_of(resources, chat), await coming(resources, chat)
    )


def zone_of(resources: Resources, chat: Chat) -> str:
    """The chat's time zone, or the operator's until it chose one."""
    return chat.settings.timezone or resources.settings.timezone


async def coming(resources: Resources, chat: Chat) -> str | None:
    """When the chat's next digest comes, in words; None without a schedule."""
    async with resources.database.reading() as tx:
        schedule = await schedules.of_chat(tx, chat.id)
    return when(schedule.next_at, resources.now(), zone_of(resources, chat)) if schedule else None


async def collect(resources: Resources, chat: Chat) -> tuple[Selection, list[Story], list[Story]]:
    """What is new for a chat, its feeds looked at first: the choice, stories with bullets, stories in a line."""
    await _refresh(resources, chat.id)
    async with resources.database.reading() as tx:
        selection = compose(await items.new_for(tx, chat.id, limit=_MOST_NEW))
    told = [await _story(resources, item) for item in selection.stories]
    return selection, told, [_line(item) for item in selection.quiet]


async def _refresh(resources: Resources, chat: int) -> None:
    before = resources.now() - timedelta(minutes=resources.settings.feed_check_min)
    async with resources.database.reading() as tx:
        waiting = await feeds.stale(tx, chat, before)
        mine = [subscription.feed.id for subscription in await feeds.of_chat(tx, chat)]
    try:
        async with asyncio.timeout(_REFRESH_SECONDS):
            await refresh.check_all(resources, waiting)
            await refresh.read_open(resources, mine)
    except TimeoutError:
        log.info("a digest did not wait for all its feeds", seconds=_REFRESH_SECONDS)


async def _story(resources: Resources, item: NewItem) -> Story:
    made = await summaries.of(resources, item.article, refresh.DIGEST_OPTIONS)
    site = made.article.site if made else None
    return Story(item.title or "", item.url, site or item.source, made if made and made.bullets else None)


def _line(item: NewItem) -> Story:
    return Story(item.title or "", item.url, item.source, None)
