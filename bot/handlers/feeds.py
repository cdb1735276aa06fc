"""/sub, /unsub, /list."""

from collections.abc import Sequence

from bot.digests.build import coming
from bot.errors import PersonError
from bot.feeds.subscribe import subscribe
from bot.handlers.inputs import address_of, link_in
from bot.handlers.request import Answer, Request, answer
from bot.messages import replies
from bot.messages.rich import Message
from bot.models import Subscription
from bot.storage import feeds


async def sub(request: Request) -> Answer:
    """Follow the feed at an address, or the one that the page there names."""
    address = address_of(request.arguments.split(maxsplit=1)[0]) if request.arguments else None
    if address is None and request.message.reply_to_message:
        address = link_in(request.message.reply_to_message)
    if address is None:
        raise PersonError("no_address")
    return answer(await _subscribe(request, address))


async def sub_again(request: Request) -> Answer:
    """Undo under an /unsub."""
    return Answer(edit=await _subscribe(request, request.arguments))


async def _subscribe(request: Request, address: str) -> Message:
    done = await subscribe(request.resources, request.chat.id, address)
    if not done.is_new:
        return replies.already_subscribed(done.feed)
    return replies.subscribed(done.feed, done.fresh, await coming(request.resources, request.chat))


async def unsub(request: Request) -> Answer:
    """No longer follow a feed, named by number, word or address."""
    async with request.resources.database.reading() as tx:
        mine = await feeds.of_chat(tx, request.chat.id)
    if not mine:
        raise PersonError("no_feeds")
    matches = matching(mine, request.arguments)
    if not matches:
        raise PersonError("not_following", text=request.arguments[:60])
    if len(matches) > 1:
        return answer(replies.which_feed(matches))
    return answer(await _unsubscribe(request, matches[0]))


async def unsub_this(request: Request) -> Answer:
    """A key of the choice between several."""
    async with request.resources.database.reading() as tx:
        mine = await feeds.of_chat(tx, request.chat.id)
    for subscription in mine:
        if str(subscription.feed.id) == request.arguments:
            return Answer(edit=await _unsubscribe(request, subscription))
    return Answer(toast="You no longer follow this feed.")


async def _unsubscribe(request: Request, subscription: Subscription) -> Message:
    async with request.resources.database.begin() as tx:
        await feeds.unsubscribe(tx, request.chat.id, subscription.feed.id)
    return replies.unsubscribed(subscription.feed)


async def show_list(request: Request) -> Answer:
    """What the chat follows."""
    async with request.resources.database.reading() as tx:
        mine = await feeds.of_chat(tx, request.chat.id)
    return answer(replies.feed_list(mine, await coming(request.resources, request.chat)))


def matching(subscriptions: Sequence[Subscription], text: str) -> list[Subscription]:
    """Feeds that a person means by a number in the list, a word of the title or a piece of the address; pure."""
    text = text.strip().casefold()
    if text.isdecimal():
        return list(subscriptions[int(text) - 1 : int(text)]) if int(text) else []
    exact = [one for one in subscriptions if text in {one.feed.url.casefold(), one.feed.title.casefold()}]
    return exact or [one for one in subscriptions if text in f"{one.feed.title} {one.feed.url}".casefold()]
