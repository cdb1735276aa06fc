"""A feed that somebody sent as if it were an article: what it is, and what is newest in it."""

from bot.errors import PersonError
from bot.feeds.find import find
from bot.models import Offer
from bot.resources import Resources
from summarizer.errors import SummarizerError
from summarizer.links import host_of
from summarizer.types import Source, Text, Url


async def offer_of(resources: Resources, address: str) -> Offer:
    """The feed at an address as a chat may choose it; by its site alone where it does not answer now."""
    try:
        first, *_ = await find(resources, address)
    except (
        PersonError,
        SummarizerError,
    ):  # it was read a moment ago, and following it will say what is wrong
        return Offer(host_of(address), address, None, None)
    return first.offer(resources.now())


async def newest(resources: Resources, address: str) -> Source:
    """Where the newest item of the feed at an address can be read, or what the feed says of it.

    Raises:
        PersonError: there is no feed, or nothing in it.
        SummarizerError: the address could not be read.
    """
    first, *_ = await find(resources, address)
    entry = first.newest()
    return Url(entry.url) if entry.url else Text(entry.text or "", entry.title)
