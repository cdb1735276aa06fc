"""/sub, and the keys that follow a feed or look at it again."""

from collections.abc import Sequence

from bot.digests.build import coming
from bot.errors import PersonError
from bot.feeds import many, refresh
from bot.feeds.find import Found, find
from bot.feeds.many import Tried, subscribe_all
from bot.feeds.subscribe import subscribe
from bot.handlers.feeds import of_key, tags_in
from bot.handlers.inputs import address_of, link_in, links_of
from bot.handlers.request import Answer, Request, answer, number_in, stale
from bot.messages import errors
from bot.messages import feeds as messages
from bot.messages import following as look
from bot.messages.rich import Button, Message, Rich
from bot.storage import articles, feeds


async def sub(request: Request) -> Answer:
    """Follow the feed at each address, or the one that the page there names; tags are for all of them."""
    words = request.arguments.split()
    tags = tags_in(word for word in words if word.startswith("#"))
    named = list(dict.fromkeys(word for word in words if not word.startswith("#")))
    if len(named) > 1:
        return answer(await _subscribe_all(request, named, tags))
    address = address_of(named[0]) if named else None
    if not named and request.message.reply_to_message:
        address = link_in(request.message.reply_to_message)
    if address is None:
        raise PersonError("no_address")
    return answer(await _subscribe(request, address, tags))


async def sub_link(request: Request) -> Answer:
    """A key whose number is that of a link in its message: one of several feeds."""
    link = _link_of(request)
    if link is None:
        return stale(request.tr)
    first, *_ = await find(request.resources, link)
    return Answer(edit=await _follow(request, first))


async def which(request: Request) -> Answer:
    """A key whose number is that of a link in its message: show the feeds of that site."""
    link = _link_of(request)
    if link is None:
        return stale(request.tr)
    return answer(await _subscribe(request, link))


def _link_of(request: Request) -> str | None:
    links = links_of(request.message)
    number = number_in(request.arguments) or 0
    return links[number - 1] if 1 <= number <= len(links) else None


async def follow(request: Request) -> Answer:
    """The key under a page that lists articles: follow its feed."""
    number = number_in(request.arguments)
    async with request.resources.database.reading() as tx:
        page = await articles.get(tx, number) if number is not None else None
    if page is None or page.url is None:
        return Answer(toast=request.tr("That page is no longer kept. Send its link again."))
    return answer(await _subscribe(request, page.url))


async def _subscribe(request: Request, address: str, tags: Sequence[str] = ()) -> Message:
    """Follow what is found at an address; where that is more than one feed, the person picks."""
    found = await find(request.resources, address)
    if len(found) == 1:
        return await _follow(request, found[0], tags)
    now = request.resources.now()
    return look.which_of_site(request.tr, address, [each.offer(now) for each in found], now)


async def _follow(request: Request, found: Found, tags: Sequence[str] = ()) -> Message:
    done = await subscribe(request.resources, request.chat.id, found, tags)
    mine = await of_key(request, str(done.feed.id))
    assert mine is not None
    if not done.is_new:
        return look.already_subscribed(request.tr, mine)
    when = await coming(request.resources, request.chat, request.tr)
    return look.subscribed(request.tr, mine, done.fresh, when)


async def _subscribe_all(request: Request, named: Sequence[str], tags: Sequence[str]) -> Message:
    if len(named) > many.MOST:
        raise PersonError("too_many_addresses", most=many.MOST)
    tried = await subscribe_all(
        request.resources, request.chat.id, [address_of(word) for word in named], named, tags
    )
    lines: list[Rich] = []
    chosen: list[Button] = []
    links = 0
    for each in tried:
        links += each.trouble is None
        lines.append(await _line(request, each))
        if each.choices:
            chosen.append(look.choose_key(request.tr, address_of(each.address) or "", links))
    is_new = any(each.done and each.done.is_new for each in tried)
    when = await coming(request.resources, request.chat, request.tr)
    return look.several(request.tr, lines, chosen, ask_time=is_new and when is None)


async def _line(request: Request, tried: Tried) -> Rich:
    """What became of one of several addresses."""
    if tried.trouble:
        return look.trouble_line(tried.address, errors.words(request.tr, tried.trouble).body.text)
    if tried.done is None:
        return look.choice_line(request.tr, address_of(tried.address) or "", tried.choices)
    async with request.resources.database.reading() as tx:
        mine = await feeds.one(tx, request.chat.id, tried.done.feed.id)
    assert mine is not None
    return look.done_line(request.tr, mine, is_new=tried.done.is_new)


async def retry(request: Request) -> Answer:
    """The key under a notice: look at a feed that fails or is paused now."""
    mine = await of_key(request, request.arguments)
    if mine is None:
        return Answer(toast=request.tr("You no longer follow this feed."))
    await refresh.check_all(request.resources, [mine.feed])
    after = await of_key(request, request.arguments)
    if after is None or not after.feed.failures:
        return Answer(edit=messages.answers_again(request.tr, after or mine))
    return answer(messages.still_failing(request.tr, after))
