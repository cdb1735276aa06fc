"""/set, /setinterval, /setfeedtag, /settitle: what a panel does, in words."""

import json

from bot.errors import PersonError
from bot.feeds.decide import decide
from bot.handlers import panels, settings
from bot.handlers.feed_list import list_page
from bot.handlers.feeds import following, one_feed, only, tags_in
from bot.handlers.panels import decided
from bot.handlers.request import Answer, Request, answer
from bot.messages import panels as look
from bot.messages.rich import Message, cut
from bot.models import Delivery, Subscription

_NAME_UNITS = 80


async def set_feed(request: Request) -> Answer:
    """A feed's panel; with a delivery behind the feed, that one is set first."""
    if not request.arguments:
        return answer(await list_page(request, 1))
    *what, last = request.arguments.split()
    if last.casefold() not in set(Delivery):
        return answer(await _panel(request, await one_feed(request, request.arguments), ""))
    if not what:
        raise PersonError("no_delivery")
    mine = await one_feed(request, " ".join(what))
    delivery = Delivery(last.casefold())
    said = look.delivered(request.tr, mine, delivery)
    return answer(await decided(request, mine, {"delivery": delivery.value}, said))


async def _panel(request: Request, mine: Subscription, what: str) -> Message:
    view = await panels.view_of(request, str(mine.feed.id))
    assert view is not None
    return panels.part(request, view, what)


async def set_interval(request: Request) -> Answer:
    """How often feeds are looked at: those that are named, or all that decide nothing themselves."""
    first, *named = request.arguments.split()
    minutes = _minutes(request, first)
    if not named:
        await decide(request.resources, request.chat.id, None, interval=minutes)
        return answer(await settings.panel(await settings.again(request)))
    mine = await following(request)
    chosen = [only(mine, each) for each in named]
    for each in chosen:
        await decide(request.resources, request.chat.id, each.feed.id, interval=minutes)
    return answer(await _panel(request, chosen[0], "") if len(chosen) == 1 else await list_page(request, 1))


def _minutes(request: Request, word: str) -> int | None:
    """Minutes within the operator's bounds; None for `off`, which leaves it to the pace of each feed.

    Raises:
        PersonError: it is no number, or out of bounds.
    """
    if word.casefold() == "off":
        return None
    bounds = request.resources.settings
    least, most = int(-(-bounds.feed_check_min // 1)), int(bounds.feed_check_max)
    minutes = int(word) if word.isdecimal() and len(word) < 7 else 0
    if not max(1, least) <= minutes <= most:
        raise PersonError("no_interval", text=word, least=max(1, least), most=most)
    return minutes


async def set_tags(request: Request) -> Answer:
    """A feed's tags, in the place of those that it had; without any they are shown."""
    first, *words = request.arguments.split()
    mine = await one_feed(request, first)
    if not words:
        return answer(await _panel(request, mine, "tags"))
    tags = () if [word.casefold() for word in words] == ["off"] else tags_in(words)
    return answer(await decided(request, mine, {"tags": json.dumps(tags, ensure_ascii=False)}))


async def set_title(request: Request) -> Answer:
    """The chat's own name for a feed; without one it is shown what it is called."""
    first, *words = request.arguments.split()
    mine = await one_feed(request, first)
    if not words:
        return answer(await _panel(request, mine, "name"))
    name = cut(" ".join(words), _NAME_UNITS)
    return answer(await decided(request, mine, {"name": None if name.casefold() == "off" else name}))
