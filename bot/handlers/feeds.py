"""Which feeds a person means."""

import re
from collections.abc import Iterable, Sequence

from bot.errors import PersonError
from bot.handlers.inputs import address_of
from bot.handlers.request import Request, number_in
from bot.messages.rich import border
from bot.models import Subscription
from bot.storage import feeds
from summarizer.links import canonical_url

MOST_TAGS, TAG_UNITS = 8, 30
# Those of Chinese, Japanese and Arabic keyboards, too.
_COMMAS = re.compile("[,，、،]")  # noqa: RUF001 - they are meant


async def following(request: Request) -> Sequence[Subscription]:
    """What the chat follows, in the order of its numbers."""
    async with request.resources.database.reading() as tx:
        return await feeds.of_chat(tx, request.chat.id)


async def of_key(request: Request, number: str) -> Subscription | None:
    """The feed that a key carries; None where the chat follows it no more."""
    feed = number_in(number)
    async with request.resources.database.reading() as tx:
        return await feeds.one(tx, request.chat.id, feed) if feed is not None else None


async def one_feed(request: Request, text: str) -> Subscription:
    """The feed that a person means.

    Raises:
        PersonError: none, or several.
    """
    return only(await following(request), text)


def only(mine: Sequence[Subscription], text: str) -> Subscription:
    """The one of these feeds that a text means; pure.

    Raises:
        PersonError: none, or several.
    """
    matches = matching(mine, text)
    if len(matches) != 1:
        raise PersonError("several_feeds" if matches else "not_following", text=text)
    return matches[0]


def matching(subscriptions: Sequence[Subscription], text: str) -> list[Subscription]:
    """Feeds that a person means by a number in the list, a word of a name or a piece of the address; pure."""
    text = text.strip().casefold()
    if text.isdecimal():
        return list(subscriptions[int(text) - 1 : int(text)]) if int(text) else []
    same = {text, canonical_url(address_of(text) or text)}
    exact = [each for each in subscriptions if same & {word.casefold() for word in _words(each)}]
    piece = text.rstrip("/") or text
    return exact or [each for each in subscriptions if piece in " ".join(_words(each)).casefold()]


def _words(mine: Subscription) -> tuple[str, ...]:
    """What a feed is called by: the chat's own name for it, what it calls itself, its address."""
    return mine.title, mine.feed.title, mine.feed.url


def several(mine: Sequence[Subscription], text: str) -> list[Subscription]:
    """Feeds that are named by several numbers, several addresses, or words with commas between; empty for one name; pure.

    Raises:
        PersonError: one of them means none, or more than one.
    """
    named = [part.strip() for part in _COMMAS.split(text)]
    parts = named if len(named) > 1 else text.split()
    if len(parts) < 2 or not (parts is named or all(part.isdecimal() or address_of(part) for part in parts)):
        return []
    found = [only(mine, part) for part in parts if part]
    return list({each.feed.id: each for each in found}.values())


def tags_in(words: Iterable[str]) -> tuple[str, ...]:
    """Tags as people write them, with # or without; pure."""
    found = (re.sub(r"[#\s,]+", "", word).casefold() for word in words)
    fitting = (tag[: border(tag, TAG_UNITS)] for tag in found)  # an ellipsis is no letter of a tag
    return tuple(dict.fromkeys(filter(None, fitting)))[:MOST_TAGS]
