"""/privacy, /forget: what is kept of a chat, and none of it any more."""

import math

from bot import forgetting
from bot.exchange import write
from bot.handlers import menu
from bot.handlers.request import Answer, Request, answer
from bot.messages import privacy as look
from bot.models import ChatKind
from bot.restoring import export_of
from bot.storage import everything, former


async def privacy(request: Request) -> Answer:
    """What is kept of the chat."""
    async with request.resources.database.reading() as tx:
        kept = await everything.kept(tx, request.chat.id)
    return answer(look.privacy(request.tr, request.chat.kind, kept, _periods(request)))


def _periods(request: Request) -> look.Periods:
    settings = request.resources.settings
    texts = min(settings.keep_texts, settings.keep_items)
    return look.Periods(math.ceil(texts), math.ceil(settings.keep_items), former.KEPT.days)


async def forget(request: Request) -> Answer:
    """All that the chat has decided, as a file, and the question whether it is to be forgotten."""
    data = write(await export_of(request.resources, request.chat.id))
    return answer(look.exported(request.tr, data), look.ask(request.tr, _elsewhere(request)))


async def forget_key(request: Request) -> Answer:
    """Forget the chat, now that it was asked and confirmed."""
    bot, chat = request.message.get_bot(), request.chat
    if chat.kind is not ChatKind.CHANNEL and chat.settings.language:
        await menu.unshow(request.resources, bot, chat)
    pressed = (request.message.chat_id, request.message.message_id)
    await forgetting.forget(request.resources, chat.id, pressed)
    return Answer(edit=look.forgotten(request.tr, _elsewhere(request)))


async def keep_key(request: Request) -> Answer:
    """It was asked, and is not to be forgotten."""
    return Answer(edit=look.kept_on(request.tr, _elsewhere(request)))


def _elsewhere(request: Request) -> str:
    """The name of the chat, where it is not the one that is answered."""
    return "" if request.chat.id == request.message.chat_id else request.chat.title
