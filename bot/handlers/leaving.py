"""/unsub, /unsubthis, /unsuball, and Undo."""

from bot.errors import PersonError
from bot.feeds.leave import leave, take_back
from bot.feeds.subscribe import outlines_of
from bot.handlers.feeds import following, matching, of_key, several
from bot.handlers.inputs import link_in, links_of
from bot.handlers.request import Answer, Request, answer
from bot.messages import leaving as look
from bot.messages import lists
from bot.messages.rich import Message
from bot.models import Subscription
from bot.storage import wishes
from summarizer import write_opml


async def unsub(request: Request) -> Answer:
    """No longer follow feeds, named by number, word or address."""
    if not request.arguments:
        return await unsub_this(request)
    mine = await following(request)
    if not mine:
        raise PersonError("no_feeds")
    if named := several(mine, request.arguments):
        return answer(await _leave(request, named))
    matches = matching(mine, request.arguments)
    if not matches:
        raise PersonError("not_following", text=request.arguments)
    return answer(await _leave_one(request, matches))


async def unsub_this(request: Request) -> Answer:
    """As a reply to a message about a feed or to a story of one: no longer follow that feed."""
    replied = request.message.reply_to_message
    links = [*links_of(replied), link_in(replied)] if replied else []
    async with request.resources.database.reading() as tx:
        numbers = await wishes.of_links(tx, request.chat.id, filter(None, links))
    matches = [each for each in await following(request) if each.feed.id in numbers]
    if not matches:
        raise PersonError("no_feed_there")
    return answer(await _leave_one(request, matches))


async def _leave_one(request: Request, matches: list[Subscription]) -> Message:
    if len(matches) > 1:
        return look.which_feed(request.tr, matches)
    return await _leave(request, matches)


async def _leave(request: Request, left: list[Subscription]) -> Message:
    return look.unsubscribed(request.tr, left, await leave(request.resources, left))


async def unsub_key(request: Request) -> Answer:
    """Unfollow, Undo under a feed that was followed just now, or a key of the choice between several."""
    mine = await of_key(request, request.arguments)
    if mine is None:
        return Answer(toast=request.tr("You no longer follow this feed."))
    return Answer(edit=await _leave(request, [mine]))


async def unsub_all(request: Request) -> Answer:
    """All feeds as a file, and the question whether they are to go."""
    outlines = await outlines_of(request.resources, request.chat.id)
    if not outlines:
        raise PersonError("no_feeds")
    number = len(outlines)
    file = lists.exported(request.tr, write_opml("Nutgraf", outlines), number)
    return answer(file, look.ask_all(request.tr, number))


async def leave_key(request: Request) -> Answer:
    """Leave all; its number is how many the file above holds."""
    mine = await following(request)
    if str(len(mine)) != request.arguments or not mine:
        return Answer(toast=request.tr("Your feeds have changed meanwhile. Send /unsuball again."))
    numbers = await leave(request.resources, mine)
    return Answer(edit=look.left_all(request.tr, len(mine), numbers))


async def undo(request: Request) -> Answer:
    """Follow what was left again, as it was."""
    first, _, last = request.arguments.partition("-")
    back = await take_back(request.resources, request.chat.id, int(first), int(last))
    if not back:
        return Answer(toast=request.tr("That can no longer be undone, or was undone already."))
    return Answer(edit=look.back_again(request.tr, back))
