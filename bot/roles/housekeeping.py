"""What is done now and then: old things are forgotten."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.resources import Resources
from bot.storage import Transaction, retention, updates

# How long what a person was asked about is kept, and the numbers of updates: Telegram keeps none for longer, so no
# update comes again after that.
_KEEP_UPDATES = timedelta(days=1)
# The index of words is merged so seldom, for that writes it anew; so many pages of it in one transaction.
_MERGED = timedelta(hours=20)
_PAGES = 256

# How long a chat that the bot can't write to may come back to what it had.
_KEEP_CHATS = timedelta(days=30)

Drop = Callable[[Transaction, datetime], Awaitable[int]]


async def keep_house(resources: Resources) -> None:
    """Forget what is older than the operator keeps, in this order: what nothing points to any more goes last."""
    now, settings = resources.now(), resources.settings
    texts, everything = timedelta(days=settings.keep_texts), timedelta(days=settings.keep_items)
    async with resources.database.begin() as tx:
        await updates.purge(tx, now - _KEEP_UPDATES)
    await _all(resources, retention.drop_chats, now - _KEEP_CHATS, retention.CHATS)
    await _all(resources, retention.drop_texts, now - min(texts, everything))
    for drop in (retention.drop_digests, retention.drop_items, retention.drop_articles):
        await _all(resources, drop, now - everything)
    await _merge_words(resources)
    async with resources.database.begin() as tx:
        await retention.optimize(tx)


async def _all(resources: Resources, drop: Drop, before: datetime, batch: int = retention.BATCH) -> None:
    """Drop batch by batch; writers get their turn between."""
    gone = batch
    while gone >= batch:
        async with resources.database.begin() as tx:
            gone = await drop(tx, before)


async def _merge_words(resources: Resources) -> None:
    """Merge the index of words once a day, so that what was forgotten goes from it, too; writers get their turn between."""
    now = resources.now()
    async with resources.database.begin() as tx:
        last = (await updates.last_beats(tx)).get("words")
        if last is not None and last <= now < last + _MERGED:
            return
        await updates.beat(tx, "words", now)
    pages, more = -_PAGES, True
    while more or pages < 0:
        async with resources.database.begin() as tx:
            more = await retention.merge_words(tx, pages)
        pages = _PAGES
