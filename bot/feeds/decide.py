"""What a chat decides of a feed or of all of them, and what follows from it at once."""

from typing import Any

from bot.feeds import refresh
from bot.resources import Resources
from bot.storage import Transaction, chats, feeds, wishes


async def decide(resources: Resources, chat: int, feed: int | None, **values: Any) -> None:  # noqa: ANN401 - columns
    """Set columns of a subscription, or of the chat itself; feeds that are wanted more often are looked at sooner."""
    async with resources.database.begin() as tx:
        if feed is None:
            await chats.change(tx, chat, **values)
        else:
            await feeds.change(tx, chat, feed, **values)
        if "interval" in values:
            await _hasten(tx, resources, chat, feed)


async def leave_to_chat(resources: Resources, chat: int) -> None:
    """All feeds of a chat are as the chat has it."""
    async with resources.database.begin() as tx:
        await wishes.leave_to_chat(tx, chat)
        await _hasten(tx, resources, chat, None)


async def _hasten(tx: Transaction, resources: Resources, chat: int, feed: int | None) -> None:
    for each in await feeds.of_chat(tx, chat):
        if feed in {None, each.feed.id}:
            await refresh.hasten(tx, resources, each.feed)
