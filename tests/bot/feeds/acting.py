"""What tests of feeds do: follow, let time pass, look."""

from datetime import timedelta

from bot.feeds import refresh
from bot.feeds.find import find
from bot.feeds.subscribe import Subscribed, subscribe
from bot.models import Feed
from bot.playground.clock import read_offset, write_offset
from bot.resources import Resources
from bot.storage import feeds, items
from bot.storage.items import Span


async def follow(bot: Resources, chat: int, address: str) -> Subscribed:
    """Subscribe a chat to the first feed at an address."""
    first, *_ = await find(bot, address)
    return await subscribe(bot, chat, first)


async def new_titles(bot: Resources, chat: int) -> list[str | None]:
    """What is new for a chat."""
    async with bot.database.reading() as tx:
        span = Span(bot.now() - timedelta(days=14))
        return [item.title for item in await items.of_chat(tx, chat, span, bot.now(), limit=9)]


async def hours_pass(bot: Resources, hours: float) -> None:
    """Move the clock on, and do what is due."""
    assert bot.settings.clock_file
    write_offset(bot.settings.clock_file, read_offset(bot.settings.clock_file) + hours * 3600)
    await refresh.due(bot)


async def feeds_of(bot: Resources, chat: int) -> list[Feed]:
    """The feeds of a chat as they are kept now."""
    async with bot.database.reading() as tx:
        return [each.feed for each in await feeds.of_chat(tx, chat)]
