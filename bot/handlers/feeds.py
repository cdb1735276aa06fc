"""/sub, /unsub, /set, /list."""

from collections.abc import Sequence

from bot.digests.build import coming
from bot.errors import PersonError
from bot.feeds import refresh
from bot.feeds.find import Found, find
from bot.feeds.subscribe import subscribe
from bot.handlers.inputs import address_of, link_in, links_of
from bot.handlers.request import Answer, Request, answer
from bot.messages import feeds as messages
from bot.messages.rich import Message
from bot.models import Delivery, Feed, Subscription
from bot.storage import articles, feeds


async def sub(request: Request) -> Answer:
    """Follow the feed at an address, or the one that the page there names."""
    address = address_of(request.arguments.split(maxsplit=1)[0]) if request.arguments else None
    if address is None and request.message.reply_to_message:
        address = link_in(request.message.reply_to_message)
    if address is None:
        raise PersonError("no_address")
    return answer(await _subscribe(request, address))


async def sub_link(request: Request) -> Answer:
    """A key whose number is that of a link in its message: one of several feeds, or Undo under an /unsub."""
    links = links_of(request.message)
    number = int(request.arguments) if request.arguments.isdecimal() else 0
    if not 1 <= number <= len(links):
        return Answer(toast="This key no longer works.")
    first, *_ = await find(request.resources, links[number - 1])
    return Answer(edit=await _follow(request, first))


async def follow(request: Request) -> Answer:
    """The key under a page that lists articles: follow its feed."""
    async with request.resources.database.reading() as tx:
        page = await articles.get(tx, int(request.arguments)) if request.arguments.isdecimal() else None
    if page is None or page.url is None:
        return Answer(toast="That page is no longer kept. Send its link again.")
    return answer(await _subscribe(request, page.url))


async def _subscribe(request: Request, address: str) -> Message:
    """Follow what is found at an address; where that is more than one feed, the person picks."""
    found = await find(request.resources, address)
    if len(found) == 1:
        return await _follow(request, found[0])
    now = request.resources.now()
    return messages.which_of_site(address, [each.offer(now) for each in found], now)


async def _follow(request: Request, found: Found) -> Message:
    done = await subscribe(request.resources, request.chat.id, found)
    if not done.is_new:
        return messages.already_subscribed(done.feed)
    return messages.subscribed(done.feed, done.fresh, await coming(request.resources, request.chat))


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
        return answer(messages.which_feed(matches))
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
    return messages.unsubscribed(subscription.feed)


async def retry(request: Request) -> Answer:
    """The key under a notice: look at a feed that fails or is paused now."""
    feed = await _of_chat(request, request.arguments)
    if feed is None:
        return Answer(toast="You no longer follow this feed.")
    await refresh.check_all(request.resources, [feed])
    after = await _of_chat(request, request.arguments)
    if after is None or not after.failures:
        return Answer(edit=messages.answers_again(after or feed))
    return answer(messages.still_failing(after))


async def _of_chat(request: Request, number: str) -> Feed | None:
    async with request.resources.database.reading() as tx:
        mine = await feeds.of_chat(tx, request.chat.id)
    return next((each.feed for each in mine if str(each.feed.id) == number), None)


async def show_list(request: Request) -> Answer:
    """What the chat follows."""
    async with request.resources.database.reading() as tx:
        mine = await feeds.of_chat(tx, request.chat.id)
    return answer(
        messages.feed_list(mine, await coming(request.resources, request.chat), request.resources.now())
    )


async def set_delivery(request: Request) -> Answer:
    """How one feed's news comes: as it happens, in the digest, or not at all."""
    *what, last = request.arguments.split()
    if last.casefold() not in set(Delivery) or not what:
        raise PersonError("no_delivery")
    mine = await one_feed(request, " ".join(what))
    delivery = Delivery(last.casefold())
    async with request.resources.database.begin() as tx:
        await feeds.change(tx, request.chat.id, mine.feed.id, delivery=delivery)
    return answer(messages.delivered(mine.feed, delivery))


async def one_feed(request: Request, text: str) -> Subscription:
    """The feed that a person means.

    Raises:
        PersonError: none, or several.
    """
    async with request.resources.database.reading() as tx:
        mine = await feeds.of_chat(tx, request.chat.id)
    matches = matching(mine, text)
    if len(matches) != 1:
        raise PersonError("several_feeds" if matches else "not_following", text=text[:60])
    return matches[0]


def matching(subscriptions: Sequence[Subscription], text: str) -> list[Subscription]:
    """Feeds that a person means by a number in the list, a word of the title or a piece of the address; pure."""
    text = text.strip().casefold()
    if text.isdecimal():
        return list(subscriptions[int(text) - 1 : int(text)]) if int(text) else []
    exact = [one for one in subscriptions if text in {one.feed.url.casefold(), one.feed.title.casefold()}]
    return exact or [one for one in subscriptions if text in f"{one.feed.title} {one.feed.url}".casefold()]
