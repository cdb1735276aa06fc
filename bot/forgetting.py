"""A chat is forgotten to the last byte: its rows at once, and what the file still holds of them a moment later."""

from datetime import timedelta

from bot.resources import Resources
from bot.storage import removal, updates

# Writing the file anew keeps all writers waiting, so it is done no more often; what is left until then is not readable
# but by looking into the file.
_APART = timedelta(minutes=10)
_WANTED, _DONE = "forgotten", "scrubbed"


async def forget(resources: Resources, chat: int, key: tuple[int, int] | None = None) -> None:
    """Forget a chat, as `removal.remove` says; the next look of `scrub` finds that it was."""
    async with resources.database.begin() as tx:
        await removal.remove(tx, chat, key)
        await updates.beat(tx, _WANTED, resources.now())


async def scrub(resources: Resources) -> None:
    """Write the file anew if somebody was forgotten since it last was, unless that was just now."""
    now = resources.now()
    async with resources.database.reading() as tx:
        beats = await updates.last_beats(tx)
    wanted, done = beats.get(_WANTED), beats.get(_DONE)
    if wanted is None or (done is not None and done <= now < done + _APART):
        return
    if await resources.database.scrub():
        async with resources.database.begin() as tx:
            await updates.no_beat(tx, _WANTED, wanted)
            await updates.beat(tx, _DONE, now)
