"""The first digest of somebody who has just chosen feeds: at once, where they bring anything in time."""

import asyncio

import structlog

from bot.digests.build import send_now
from bot.digests.collect import WINDOW, bring_up_to_date
from bot.models import Chat
from bot.resources import Resources
from bot.storage import items
from bot.storage.items import Span

log = structlog.get_logger(__name__)

# Somebody waits for it.
_SECONDS = 15


async def send_first(resources: Resources, chat: Chat, key: str) -> bool:
    """Whether there is news by now; the next sweep sends it, and it counts as delivered."""
    try:
        async with asyncio.timeout(_SECONDS):
            await bring_up_to_date(resources, chat.id)
    except TimeoutError:
        log.info("a first digest did not wait for all its feeds", seconds=_SECONDS)
    async with resources.database.reading() as tx:
        now = resources.now()
        new = await items.of_chat(tx, chat.id, Span(now - WINDOW), now, limit=1)
    if new:
        await send_now(resources, chat, key, None)
    return bool(new)
