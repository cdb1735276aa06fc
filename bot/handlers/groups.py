"""/access, /autosummary, /topic and /chats, the first word in a group, and links that its members write."""

import asyncio
import time
from dataclasses import replace

import telegram

from bot.access import DAY_SECONDS, Once
from bot.errors import PersonError
from bot.feeds.decide import decide
from bot.handlers import reading, settings
from bot.handlers.door import Door
from bot.handlers.feed_list import list_page
from bot.handlers.gate import Asker, is_admin, role
from bot.handlers.inputs import TELEGRAM, links_in
from bot.handlers.request import Answer, Handler, Request, answer, number_in
from bot.messages import groups as look
from bot.messages.groups import Managed, Place
from bot.messages.rich import Message
from bot.models import Access, AutoSummary, Chat, ChatKind
from bot.storage import chats, feeds, schedules
from summarizer.links import canonical_url, host_of

_PAGE = 8  # chats of one page of /chats
_MOST = 80  # chats whose roles are asked for
_AT_ONCE = 8


def _only_groups(request: Request) -> None:
    if not request.chat.kind.is_group:
        raise PersonError("only_groups")


async def access(request: Request) -> Answer:
    """Show or set who in a group may change its settings."""
    _only_groups(request)
    wanted = request.arguments.casefold()
    if wanted not in {"", *Access}:
        raise PersonError("no_access")
    return answer(await settings.part(await _decided(request, "access", wanted), "access"))


async def autosummary(request: Request) -> Answer:
    """Show or set what becomes of links that members write."""
    _only_groups(request)
    wanted = request.arguments.casefold()
    if wanted not in {"", *AutoSummary}:
        raise PersonError("no_autosummary")
    now = await _decided(request, "autosummary", wanted)
    shown = await settings.part(now, "autosummary")
    if now.chat.settings.autosummary is AutoSummary.OFF or await _hears_all(request):
        return answer(shown)
    return answer(look.hears_only_commands(request.tr, shown))


async def _decided(request: Request, name: str, wanted: str) -> Request:
    """The request as it is after a value was set, where one is wanted."""
    if wanted:
        await decide(request.resources, request.chat.id, None, **{name: wanted})
    return await settings.again(request)


async def _hears_all(request: Request) -> bool:
    """Whether the bot sees what is not written to it: that is asked anew, for it changes without a word."""
    bot = request.message.get_bot()
    me = await bot.get_me()
    return bool(me.can_read_all_group_messages) or is_admin(await role(bot, request.chat.id, bot.id))


async def topic(request: Request) -> Answer:
    """Show or set the topic that stories go to which come at once."""
    _only_groups(request)
    match request.arguments.casefold():
        case "":
            return answer(_topic(request, request.chat))
        case "here" if topic_of(request) is not None:
            return answer(await _move(request, topic_of(request)))
        case "off":
            return answer(await _move(request, None))
        case _:
            raise PersonError("no_topic")


async def topic_key(request: Request) -> Answer:
    """To this topic, or to none."""
    return Answer(edit=await _move(request, topic_of(request) if request.arguments == "here" else None))


def topic_of(request: Request) -> int | None:
    """The topic of the chat that is asked about, where the message stands in one."""
    message = request.message
    is_there = message.chat.id == request.chat.id and message.is_topic_message
    return message.message_thread_id if is_there else None


async def _move(request: Request, thread: int | None) -> Message:
    await decide(request.resources, request.chat.id, None, thread=thread)
    decided = replace(request.chat.settings, thread=thread)
    return _topic(request, replace(request.chat, settings=decided))


def _topic(request: Request, chat: Chat) -> Message:
    message, thread = request.message, chat.settings.thread
    is_forum = thread is not None or (message.chat.id == chat.id and bool(message.chat.is_forum))
    return look.topic(request.tr, chat, Place(thread, topic_of(request), is_forum))


def in_first_topic(follows: Handler) -> Handler:
    """A handler after which a chat's stories go to the topic where it followed its first feed."""

    async def handler(request: Request) -> Answer:
        thread, chat = topic_of(request), request.chat
        if thread is None or chat.settings.thread is not None or await _count(request, chat.id):
            return await follows(request)
        done = await follows(request)
        if await _count(request, chat.id):
            await decide(request.resources, chat.id, None, thread=thread)
        return done

    handler.__name__ = getattr(follows, "__name__", "?")
    return handler


async def _count(request: Request, chat: int) -> int:
    async with request.resources.database.reading() as tx:
        return await feeds.count(tx, chat)


async def greet(request: Request) -> Answer:
    """The first word in a group that has nothing yet."""
    async with request.resources.database.reading() as tx:
        has_some = await feeds.count(tx, request.chat.id) or await schedules.of_chat(tx, request.chat.id)
    if has_some:
        return Answer()
    return answer(look.greeting(request.tr, request.message.get_bot().first_name))


async def show_chats(request: Request) -> Answer:
    """The chats and channels that somebody manages with the bot."""
    if request.message.chat.type != ChatKind.PRIVATE:
        raise PersonError("only_private")
    return answer(await _chats(request, 1))


async def chats_key(request: Request) -> Answer:
    """Another page of them."""
    return Answer(edit=await _chats(request, number_in(request.arguments) or 1))


async def _chats(request: Request, page: int) -> Message:
    async with request.resources.database.reading() as tx:
        noted = await chats.of_manager(tx, request.person)
    room = asyncio.Semaphore(_AT_ONCE)
    asked = await asyncio.gather(*(_managed(request, chat, room) for chat in noted[:_MOST]))
    mine = [each for each in asked if each]
    pages = -(-len(mine) // _PAGE) or 1
    page = max(1, min(page, pages))
    first = (page - 1) * _PAGE
    return look.managed(request.tr, mine[first : first + _PAGE], page, pages, first + 1)


async def _managed(request: Request, chat: Chat, room: asyncio.Semaphore) -> Managed | None:
    """A chat that somebody is an admin of now; None for one where they are not."""
    bot = request.message.get_bot()
    async with room:
        if not is_admin(await role(bot, chat.id, request.person)):
            return None
        may = is_admin(await role(bot, chat.id, bot.id))
    return Managed(chat, await _count(request, chat.id), may)


async def open_part(request: Request) -> Answer:
    """A key under /chats: what that chat follows, or has decided."""
    if request.arguments == "list":
        return answer(await list_page(request, 1))
    return answer(await settings.panel(request))


class Links:
    """Links that members of groups write: each gets one answer in a day, and who writes it pays."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._told = Once()

    async def heard(self, request: Request) -> Answer:
        """A key that condenses a link, or the summary itself, as the group has it; mostly nothing."""
        decided, chat = request.chat.settings, request.chat.id
        url = link_to_read(request.message)
        if url is None or decided.autosummary is AutoSummary.OFF:
            return Answer()
        if not self._told.may(hash((chat, canonical_url(url))), time.monotonic(), DAY_SECONDS):
            return Answer()
        if self._door.over_quota(Asker(request.person, as_the_chat=False), chat, request.tr):
            return Answer()
        if decided.autosummary is AutoSummary.ON:
            return await reading.unasked(request, url)
        return answer(look.offer(request.tr, url, decided.sentences))


def link_to_read(message: telegram.Message) -> str | None:
    """The first link of a message that a person wrote, also in the group's own name; None for bots and channels."""
    voice, person = message.sender_chat, message.from_user
    is_person = voice.id == message.chat.id if voice else bool(person and not person.is_bot)
    if not is_person or message.via_bot:
        return None
    return next((url for url in links_in(message) if host_of(url) not in TELEGRAM), None)
