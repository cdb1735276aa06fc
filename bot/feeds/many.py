"""Several addresses at once: each is tried, and none keeps the others."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.errors import PersonError
from bot.feeds.find import Found, find
from bot.feeds.subscribe import Subscribed, subscribe
from bot.resources import Resources
from summarizer.errors import SummarizerError

# Addresses of one message.
MOST = 20
_AT_ONCE = 4

Trouble = PersonError | SummarizerError


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of an address: it was subscribed to, there are `choices` of feeds, or there was trouble."""

    address: str
    done: Subscribed | None = None
    choices: int = 0
    trouble: Trouble | None = None


async def subscribe_all(
    resources: Resources,
    chat: int,
    addresses: Sequence[str | None],
    words: Sequence[str],
    tags: Sequence[str],
) -> Sequence[Tried]:
    """Subscribe a chat to the feed at each address, with the same tags; `words` are the addresses as they were written."""
    room = asyncio.Semaphore(_AT_ONCE)

    async def look(address: str | None) -> tuple[Found, ...] | Trouble:
        async with room:
            return await _found(resources, address)

    looked = await asyncio.gather(*map(look, addresses))
    return [await _one(resources, chat, word, found, tags) for word, found in zip(words, looked, strict=True)]


async def _found(resources: Resources, address: str | None) -> tuple[Found, ...] | Trouble:
    if address is None:
        return PersonError("no_address")
    try:
        return await find(resources, address)
    except (PersonError, SummarizerError) as error:
        return error


async def _one(
    resources: Resources, chat: int, word: str, found: tuple[Found, ...] | Trouble, tags: Sequence[str]
) -> Tried:
    if isinstance(found, PersonError | SummarizerError):
        return Tried(word, trouble=found)
    if len(found) > 1:
        return Tried(word, choices=len(found))
    try:
        return Tried(word, await subscribe(resources, chat, found[0], tags))
    except PersonError as error:
        return Tried(word, trouble=error)
