"""/start and /share: the first steps as one panel, and links that bring people here.

A key's action is `first:<what>:<values>`; all that is chosen is kept at once, so that any step can be left out, and
an old panel goes on where it stands. `origin` is the language code of the person's Telegram, which says where they
may live.
"""

import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from telegram.helpers import create_deep_linked_url

from bot import starter
from bot.digests.build import coming, zone_of
from bot.digests.first import send_first
from bot.errors import PersonError
from bot.feeds.leave import leave
from bot.feeds.subscribe import outlines_of, take_in
from bot.handlers import language, menu, operators, schedules, settings
from bot.handlers.feeds import following
from bot.handlers.request import Answer, Request, answer, stale
from bot.locale import LANGUAGES, known
from bot.messages import lists, replies
from bot.messages import start as look
from bot.messages.rich import Message
from bot.messages.start import Now, Zones
from bot.models import Chat, ChatKind, Subscription
from bot.regions import likely_zones, region_in
from bot.starter import Starter
from bot.storage import chats, shares
from bot.storage import schedules as planned
from summarizer import Opml, Outline
from summarizer.links import canonical_url

# What stands before the code in a link to the bot; an invitation's is in `operators`.
SHARED = "sub_"
# What inline mode sends people with whose link nobody has sent yet.
LINK = "link"
_ORIGIN_CHARS = 12


async def start(request: Request) -> Answer:
    """The first steps; who has feeds sees how things stand, and a link brings what it carries."""
    carried = request.arguments
    if carried.startswith(SHARED):
        return answer(await _shared(request, carried.removeprefix(SHARED)))
    if request.message.chat.type != ChatKind.PRIVATE:
        return answer(replies.start(request.tr, request.message.get_bot().first_name))
    if carried.startswith(operators.INVITATION):
        await operators.accept_invite(request, carried.removeprefix(operators.INVITATION))
    if request.person in request.resources.settings.admins:
        await menu.show(request.resources, request.message.get_bot(), request.chat)
    if carried == LINK:
        return answer(look.send_link(request.tr))
    if await following(request):
        return answer(look.status(request.tr, await _now(request)))
    return answer(_hello(request, _origin(request)))


def _origin(request: Request) -> str:
    person = request.message.from_user
    return (
        ((person.language_code if person else None) or "")[:_ORIGIN_CHARS].replace(":", "").replace("@", "")
    )


async def _now(request: Request, *, sent: bool = False) -> Now:
    when = await coming(request.resources, request.chat, request.tr)
    return Now(len(await following(request)), when, sent)


async def step(request: Request) -> Answer:
    """A key of the panel."""
    what, _, values = request.arguments.partition(":")
    act = _STEPS.get(what)
    shown = await act(await settings.again(request), values) if act else None
    return Answer(edit=shown) if shown else stale(request.tr)


def _hello(request: Request, origin: str) -> Message:
    return look.hello(request.tr, request.message.get_bot().first_name, origin)


async def _show_hello(request: Request, origin: str) -> Message | None:
    return _hello(request, origin)


async def _languages(request: Request, values: str) -> Message | None:
    page, _, origin = values.partition(":")
    return look.languages(request.tr, int(page), origin) if page.isdecimal() else None


async def _language(request: Request, values: str) -> Message | None:
    code, _, origin = values.partition(":")
    if code not in LANGUAGES:
        return None
    spoken = request.resources.translator(request.chat).language
    changed = request if code == spoken else await language.speak(request, code)
    return await _zones(changed, origin)


async def _zones(request: Request, origin: str) -> Message | None:
    return look.zones(request.tr, _offered(request, origin))


async def _others(request: Request, origin: str) -> Message | None:
    return look.zones(request.tr, _offered(request, origin), others=True)


def _offered(request: Request, origin: str) -> Zones:
    """The zones of where their Telegram says that they live, else of the language that they chose."""
    says_where = region_in(origin) or (origin and known(origin) is None)
    likely = likely_zones(origin if says_where else request.tr.language)
    return Zones(likely, request.chat.settings.timezone, request.resources.now(), origin)


async def _in_zone(request: Request, zone: str) -> Message | None:
    await schedules.timezone_key(replace(request, arguments=zone))
    return await _times(await settings.again(request), "")


async def _times(request: Request, _values: str) -> Message | None:
    async with request.resources.database.reading() as tx:
        mine = await planned.of_chat(tx, request.chat.id)
    zone = zone_of(request.resources, request.chat)
    return look.times(request.tr, zone, request.resources.now(), [each.at for each in mine])


async def _at(request: Request, values: str) -> Message | None:
    if values not in {f"{at:%H%M}" for at in look.TIMES}:
        return None
    await schedules.schedule_key(replace(request, arguments=f"{values[:2]}:{values[2:]}"))
    return await _feeds(request, "1")


async def _feeds(request: Request, page: str) -> Message | None:
    if not page.isdecimal():
        return None
    mine = {each.feed.url for each in await following(request)}
    offered = _starters(request)
    return look.feeds(request.tr, offered, [canonical_url(each.url) in mine for each in offered], int(page))


def _starters(request: Request) -> Sequence[Starter]:
    return starter.of_language(request.resources.settings.data_dir, request.tr.language)


async def _feed(request: Request, values: str) -> Message | None:
    """Follow one of the feeds, or leave it; it is looked at for the first time by the next sweep."""
    page, _, key = values.partition(":")
    wanted = next((each for each in _starters(request) if each.key == key), None)
    if wanted is None:
        return None
    mine = _followed(await following(request), wanted)
    if mine:
        await leave(request.resources, [mine])
    else:
        done = await take_in(request.resources, request.chat.id, Opml((Outline(wanted.url, wanted.title),)))
        if done.refused:
            raise PersonError("too_many_feeds", most=request.resources.settings.max_feeds)
    return await _feeds(request, page)


def _followed(mine: Sequence[Subscription], wanted: Starter) -> Subscription | None:
    url = canonical_url(wanted.url)
    return next((each for each in mine if each.feed.url == url), None)


async def _done(request: Request, _values: str) -> Message | None:
    sent = False
    if await following(request):
        sent = await send_first(request.resources, request.chat, f"first:{request.message.message_id}")
    return look.done(request.tr, await _now(request, sent=sent))


_STEPS: Mapping[str, Callable[[Request, str], Awaitable[Message | None]]] = {
    "hello": _show_hello,
    "languages": _languages,
    "language": _language,
    "zones": _zones,
    "others": _others,
    "in": _in_zone,
    "times": _times,
    "at": _at,
    "feeds": _feeds,
    "feed": _feed,
    "done": _done,
}


async def share(request: Request) -> Answer:
    """The link by which others follow what the chat follows."""
    if request.arguments.casefold() == "off":
        return answer(await _stop(request))
    outlines = await outlines_of(request.resources, request.chat.id)
    if not outlines:
        raise PersonError("no_feeds")
    async with request.resources.database.begin() as tx:
        code = await shares.share(tx, request.chat.id, secrets.token_urlsafe(9), request.resources.now())
    address = create_deep_linked_url(request.message.get_bot().username, f"{SHARED}{code}")
    return answer(look.sharing(request.tr, address, len(outlines)))


async def unshare(request: Request) -> Answer:
    """The key under that link: it works no more."""
    return Answer(edit=await _stop(request))


async def _stop(request: Request) -> Message:
    async with request.resources.database.begin() as tx:
        await shares.stop(tx, request.chat.id)
    return look.not_sharing(request.tr)


async def _shared(request: Request, code: str) -> Message:
    """What a list holds that somebody shares."""
    chat, outlines = await _list_of(request, code)
    return look.shared(request.tr, chat.title, outlines, code)


async def take(request: Request) -> Answer:
    """The key under such a list: follow its feeds."""
    _, outlines = await _list_of(request, request.arguments)
    done = await take_in(request.resources, request.chat.id, Opml(tuple(outlines)))
    when = await coming(request.resources, request.chat, request.tr)
    return Answer(edit=lists.imported(request.tr, done, when))


async def _list_of(request: Request, code: str) -> tuple[Chat, Sequence[Outline]]:
    """The chat that shares a list, and what it follows.

    Raises:
        PersonError: nobody shares one by this code, or there is nothing in it.
    """
    async with request.resources.database.reading() as tx:
        number = await shares.chat_of(tx, code)
        chat = await chats.get(tx, number) if number is not None else None
    outlines = await outlines_of(request.resources, chat.id) if chat else ()
    if chat is None or not outlines:
        raise PersonError("no_share")
    return chat, outlines
