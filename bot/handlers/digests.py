"""/digest, and the key under a digest that may not have arrived."""

from bot.digests import build
from bot.handlers.request import Answer, Request, answer, number_in
from bot.messages import replies
from bot.models import DigestState
from bot.storage import digests, feeds


async def preview(request: Request) -> Answer:
    """What the digest would be now; with `send` the digest itself."""
    key = str(request.message.message_id)
    found = await build.preview(request.resources, request.chat, key, request.tr)
    if found is None:
        coming = await build.coming(request.resources, request.chat, request.tr)
        return answer(replies.nothing_new(request.tr, await _feeds(request), coming))
    if request.arguments.casefold() != "send":
        return answer(*found)
    thread = request.message.message_thread_id if request.message.is_topic_message else None
    await build.send_now(request.resources, request.chat, f"{key}:send", thread)
    return Answer()


async def show(request: Request) -> Answer:
    """Send a digest of which it is not known whether it arrived."""
    number = number_in(request.arguments) or 0
    async with request.resources.database.begin() as tx:
        digest = await digests.get(tx, number)
        mine = digest is not None and digest.chat == request.chat.id
        moved = mine and await digests.move(tx, number, DigestState.UNKNOWN, DigestState.READY)
    tr = request.tr
    return Answer(toast=tr("Here it comes.") if moved else tr("That digest was shown already."))


async def _feeds(request: Request) -> int:
    async with request.resources.database.reading() as tx:
        return len(await feeds.of_chat(tx, request.chat.id))
