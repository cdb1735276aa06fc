"""What is done now and then: old things are forgotten."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.resources import Resources
from bot.storage import Transaction, retention, updates

# How long what a person was asked about is kept.
_KEEP_UPDATES = timedelta(days=1)

Drop = Callable[[Transaction, datetime], Awaitable[int]]


async def keep_house(resources: Resources) -> None:
    """Forget what is older than the operator keeps, in this order: what nothing points to any more goes last."""
    now, settings = resources.now(), resources.settings
    texts, everything = timedelta(days=settings.keep_texts), timedelta(days=settings.keep_items)
    async with resources.database.begin() as tx:
        await updates.purge(tx, now - _KEEP_UPDATES)
    await _all(resources, retention.drop_texts, now - min(texts, everything))
    for drop in (retention.drop_digests, retention.drop_items, retention.drop_articles):
        await _all(resources, drop, now - everything)
    async with resources.database.begin() as tx:
        await retention.optimize(tx)


async def _all(resources: Resources, drop: Drop, before: datetime) -> None:
    """Drop batch by batch; writers get their turn between."""
    gone = retention.BATCH
    while gone >= retention.BATCH:
        async with resources.database.begin() as tx:
            gone = await drop(tx, before)
