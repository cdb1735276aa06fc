"""What readers of a feed are told when it fails for long: once after a week, and when it is asked no more."""

import structlog

from bot.feeds.polling import TOLD_AFTER
from bot.messages import feeds as messages
from bot.resources import Resources
from bot.sending import NotSent, Refused, Sender, Unknown
from bot.storage import chats, feeds
from bot.storage.feeds import Notice

log = structlog.get_logger(__name__)
_AT_ONCE = 50


async def tell(resources: Resources, sender: Sender) -> None:
    """Tell those who are to be told. A notice that may have arrived is not sent again."""
    async with resources.database.reading() as tx:
        waiting = await feeds.to_tell(tx, resources.now() - TOLD_AFTER, limit=_AT_ONCE)
    for notice in waiting:
        await _tell(resources, sender, notice)


async def _tell(resources: Resources, sender: Sender, notice: Notice) -> None:
    gone = False
    async with sender.turn(notice.chat, patient=True):
        try:
            await sender.send(notice.chat, messages.feed_trouble(notice.feed, resources.now()))
        except NotSent:
            return  # found again by the next sweep
        except Refused as refused:
            gone = refused.gone
        except Unknown:
            log.info("a notice may not have arrived", feed=notice.feed.id)
    async with resources.database.begin() as tx:
        await feeds.told(tx, notice)
        if gone:
            await chats.change(tx, notice.chat, active=False)
