"""Panels: keys that show what is decided of a feed or of a chat, and keys that change it.

A key's action is `p:<scope>:<what>` to look and `ps:<scope>:<what>:<value>` to change; the scope is `c` for the chat, or
a feed's number.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.digests.build import zone_of
from bot.feeds.decide import decide
from bot.handlers import settings
from bot.handlers.feed_list import list_page
from bot.handlers.feeds import following
from bot.handlers.pauses import FOREVER
from bot.handlers.request import Answer, Request, stale
from bot.locale import Translator
from bot.messages import choices
from bot.messages import panels as look
from bot.messages.panels import CHAT, FeedView
from bot.messages.rich import Message, Rich
from bot.models import Subscription

# The parts of a feed's panel that are no list of values.
_PARTS: Mapping[str, Callable[[Translator, FeedView], Message]] = {
    "tags": look.tags,
    "name": look.name,
    "pause": look.pauses,
}

# What keys set beside those lists, by the part and the value.
_OTHERS: Mapping[tuple[str, str], dict[str, object]] = {
    ("tags", "off"): {"tags": "[]"},
    ("name", "off"): {"name": None},
    ("pause", "0"): {"paused_until": None},
    ("pause", "ever"): {"paused_until": FOREVER},
}


async def show(request: Request) -> Answer:
    """A key that opens a panel, or a part of one."""
    scope, _, what = request.arguments.partition(":")
    if scope == CHAT:
        return Answer(edit=await settings.part(request, what))
    view = await view_of(request, scope)
    return await _stale(request) if view is None else Answer(edit=part(request, view, what))


async def change(request: Request) -> Answer:
    """A key with a value on it."""
    scope, _, rest = request.arguments.partition(":")
    what, _, value = rest.partition(":")
    if scope == CHAT:
        return await settings.change(request, what, value)
    view = await view_of(request, scope)
    if view is None:
        return await _stale(request)
    values = _values(request, what, value)
    if values is None:
        return stale(request.tr)
    return Answer(edit=await decided(request, view.mine, values))


async def _stale(request: Request) -> Answer:
    """The feed is not followed any more: what is."""
    return Answer(edit=await list_page(request, 1), toast=request.tr("You no longer follow this feed."))


async def view_of(request: Request, feed: str) -> FeedView | None:
    """A feed as its panel shows it; None where the chat follows it no more."""
    now, zone = request.resources.now(), zone_of(request.resources, request.chat)
    for place, each in enumerate(await following(request), 1):
        if str(each.feed.id) == feed:
            return FeedView(each, place, request.chat.settings, now, zone)
    return None


def part(request: Request, view: FeedView, what: str) -> Message:
    """A part of a feed's panel, or all of it."""
    if what in choices.OF_FEED:
        return look.feed_choice(request.tr, view, what, _offered(request, what))
    return _PARTS.get(what, look.feed_panel)(request.tr, view)


def _offered(request: Request, name: str) -> tuple[str, ...]:
    if name != "interval":
        return choices.OF_FEED[name].values
    bounds = request.resources.settings
    return choices.intervals(bounds.feed_check_min, bounds.feed_check_max)


def _values(request: Request, what: str, value: str) -> dict[str, object] | None:
    """The columns that a key sets; None where there is no such key."""
    if what in choices.OF_FEED and value in (*_offered(request, what), choices.DEFAULT):
        return {what: choices.own(what, value)}
    if (what, value) in _OTHERS:
        return _OTHERS[what, value]
    if what == "pause" and value.isdecimal():
        return {"paused_until": request.resources.now() + timedelta(days=int(value))}
    return None


async def decided(
    request: Request, mine: Subscription, values: Mapping[str, object], said: Rich | None = None
) -> Message:
    """A feed's panel after columns of it were set, below what there is to be said of that."""
    await decide(request.resources, request.chat.id, mine.feed.id, **values)
    view = await view_of(request, str(mine.feed.id))
    assert view is not None
    return look.feed_panel(request.tr, view, said)
