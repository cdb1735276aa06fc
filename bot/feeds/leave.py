"""Feeds that a chat leaves, and those that it takes back as they were."""

from collections.abc import Sequence

from bot.errors import PersonError
from bot.models import Subscription
from bot.resources import Resources
from bot.storage import feeds, former, items


async def leave(resources: Resources, left: Sequence[Subscription]) -> tuple[int, int]:
    """Leave feeds, at least one; returns the numbers by which they come back."""
    async with resources.database.begin() as tx:
        numbers = await former.keep(tx, left, resources.now())
        for each in left:
            await feeds.unsubscribe(tx, each.chat, each.feed.id)
    return numbers


async def take_back(resources: Resources, chat: int, first: int, last: int) -> Sequence[Subscription]:
    """Follow again what was left under these numbers, as it was; what is followed already is left out.

    Raises:
        PersonError: the chat follows as many feeds as it may.
    """
    now, back = resources.now(), []
    async with resources.database.begin() as tx:
        for each in await former.of_chat(tx, chat, first, last):
            feed = await feeds.add(tx, each.url, each.title, now)
            if await feeds.subscribe(tx, chat, feed.id, now, each.tags):
                await feeds.change(tx, chat, feed.id, **each.values)
                await items.first_for(tx, chat, feed.id, now)
                back.append(feed.id)
        if await feeds.count(tx, chat) > resources.settings.max_feeds:
            raise PersonError("too_many_feeds", most=resources.settings.max_feeds)
        return [each for each in await feeds.of_chat(tx, chat) if each.feed.id in back]
