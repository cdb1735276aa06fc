"""/status, /version, /ping, /cancel: how it is with this chat and this bot."""

import platform
import time
from importlib.metadata import version as installed

import telegram
from telegram.error import TelegramError

from bot.digests.build import zone_of
from bot.handlers.request import Answer, Request, answer
from bot.handlers.schedules import upcoming
from bot.messages import status as look
from bot.messages.status import State
from bot.storage import feeds, schedules, waiting

_RUNS = 3


async def status(request: Request) -> Answer:
    """How the chat's feeds do, when its digests come, and what is on its way."""
    chat, resources = request.chat, request.resources
    async with resources.database.reading() as tx:
        mine = await feeds.of_chat(tx, chat.id)
        planned = await schedules.of_chat(tx, chat.id)
        on_their_way = await waiting.of_chat(tx, chat.id)
    zone = zone_of(resources, chat)
    coming = upcoming(planned, zone, _RUNS)
    return answer(
        look.status(request.tr, State(mine, coming, on_their_way, chat.settings, zone, resources.now()))
    )


async def version(request: Request) -> Answer:
    """Which build this is."""
    return answer(look.version(request.tr, installed("nutgraf"), platform.python_version()))


async def ping(request: Request) -> Answer:
    """How long a question to Telegram takes."""
    return answer(look.pong(request.tr, await _latency(request.message.get_bot())))


async def _latency(bot: telegram.Bot) -> int | None:
    """The milliseconds of one call; None where none is answered."""
    begun = time.monotonic()
    try:
        await bot.get_me()
    except TelegramError:  # that is what was asked
        return None
    return round((time.monotonic() - begun) * 1000)


async def cancel(request: Request) -> Answer:
    """There are no dialogues that could be left."""
    return answer(look.nothing_open(request.tr))
