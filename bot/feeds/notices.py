"""What readers of a feed are told when it fails for long: once after a week, and when it is asked no more."""

import structlog

from bot.feeds.polling import TOLD_AFTER
from bot.messages import feeds as messages
from bot.models import Chat
from bot.resources import Resources
from bot.sending import Moved, NoTopic, NotSent, Refused, Sender, Unknown
from bot.storage import chats, feeds
from bot.storage.feeds import Notice
from bot.storage.rekey import rekey

log = structlog.get_logger(__name__)
_AT_ONCE = 50


async def tell(resources: Resources, sender: Sender) -> None:
    """Tell those who are to be told. A notice that may have arrived is not sent again."""
    async with resources.database.reading() as tx:
        waiting = await feeds.to_tell(tx, resources.now() - TOLD_AFTER, limit=_AT_ONCE)
    for notice in waiting:
        await _tell(resources, sender, notice)


async def _tell(resources: Resources, sender: Sender, notice: Notice) -> None:
    async with resources.database.reading() as tx:
        chat = await chats.get(tx, notice.chat)
    if chat is None:
        return  # it went meanwhile, and its subscriptions with it
    words = messages.feed_trouble(resources.translator(chat), notice.feed, resources.now())
    async with sender.turn(chat.id, patient=True):
        try:
            await sender.send(chat.id, words, thread=chat.settings.thread)
        except NotSent:
            return  # found again by the next sweep
        except (Moved, NoTopic, Refused) as error:
            await _not_told(resources, chat, notice, error)
            return
        except Unknown:
            log.info("a notice may not have arrived", feed=notice.feed.id)
    async with resources.database.begin() as tx:
        await feeds.told(tx, notice)


async def _not_told(
    resources: Resources, chat: Chat, notice: Notice, error: Moved | NoTopic | Refused
) -> None:
    """Told elsewhere by the next sweep, or never."""
    thread = chat.settings.thread
    async with resources.database.begin() as tx:
        match error:
            case Moved():
                await rekey(tx, chat.id, error.new)
            case NoTopic() if thread:
                await chats.leave_topic(tx, chat.id, thread)
            case _:
                await feeds.told(tx, notice)
        if isinstance(error, Refused) and error.gone:
            await chats.lose(tx, chat.id, resources.now())
