"""All roles in one process: `nutgraf run`."""

import asyncio
import signal

import structlog

from bot.errors import OperatorError
from bot.resources import opened
from bot.roles.clock import Clock
from bot.roles.receiver import Receiver
from config.settings import Settings

log = structlog.get_logger(__name__)

# Docker kills ten seconds after it asked; the rest is for closing.
_GRACE_SECONDS = 6


async def run(settings: Settings) -> None:
    """Run until a signal asks to stop.

    Raises:
        OperatorError: the process can't begin, or can't go on.
    """
    asked = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    async with opened(settings) as resources:
        receiver = Receiver(resources)
        clock = Clock(resources, receiver.sender)
        try:
            await receiver.start()
            await clock.start()
            log.info("running", bot=receiver.sender.bot.username, api=settings.api_url)
            await _until(asked, receiver.failed)
            log.info("stopping")
        except OperatorError:
            raise
        except Exception:
            log.exception("a bug ended the bot")
            raise
        finally:
            await asyncio.gather(receiver.stop(_GRACE_SECONDS), clock.stop(_GRACE_SECONDS))


async def _until(asked: asyncio.Event, failed: asyncio.Future[None]) -> None:
    waiting = asyncio.create_task(asked.wait())
    await asyncio.wait((waiting, failed), return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if failed.done():
        failed.result()
