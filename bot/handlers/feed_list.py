"""/list: what a chat follows, a page at a time."""

from bot.digests.build import coming, zone_of
from bot.errors import PersonError
from bot.handlers.feeds import following
from bot.handlers.request import Answer, Request, answer, number_in
from bot.messages import feed_list as look
from bot.messages.feed_list import Page
from bot.messages.rich import Message
from bot.models import Subscription

_WORD_BYTES = 24  # of a word that the keys of its pages carry


async def show_list(request: Request) -> Answer:
    """What the chat follows: a page of it, what has a word in its name, address or tags, or bare addresses."""
    wanted = request.arguments.strip()
    if wanted.casefold() == "raw":
        mine = await following(request)
        if not mine:
            raise PersonError("no_feeds")
        return answer(look.addresses(mine))
    if wanted.isdecimal():
        return answer(await list_page(request, int(wanted)))
    return answer(await list_page(request, 1, word_of(wanted)))


async def list_key(request: Request) -> Answer:
    """Another page of the list, or how feeds are added."""
    page, _, word = request.arguments.partition(":")
    if page == "add":
        return answer(look.how_to_add(request.tr))
    return Answer(edit=await list_page(request, number_in(page) or 1, word))


async def list_page(request: Request, number: int, word: str = "") -> Message:
    """A page of what the chat follows, all of it or what has a word.

    Raises:
        PersonError: nothing has the word.
    """
    mine = await following(request)
    found = [(place, each) for place, each in enumerate(mine, 1) if not word or _has(each, word)]
    if mine and not found:
        raise PersonError("not_following", text=word)
    when = await coming(request.resources, request.chat, request.tr)
    zone = zone_of(request.resources, request.chat)
    return look.feed_list(request.tr, Page.of(found, number, word), when, request.resources.now(), zone)


def word_of(text: str) -> str:
    """What is looked for, as keys can carry it: in few bytes, and without the sign that parts a key's chat; pure."""
    piece = max(text.casefold().split("@"), key=len)
    return piece.encode()[:_WORD_BYTES].decode(errors="ignore").strip(" #:")


def _has(mine: Subscription, word: str) -> bool:
    named = (mine.title, mine.feed.title, mine.feed.url, *mine.tags)
    return any(word in name.casefold() for name in named)
