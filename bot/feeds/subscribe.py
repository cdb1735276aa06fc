"""From an address to a subscription, and from a list of feeds to many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.errors import PersonError
from bot.feeds import refresh
from bot.feeds.find import Found
from bot.models import Feed, Imported
from bot.resources import Resources
from bot.storage import feeds, items, wishes
from summarizer import Opml, Outline
from summarizer.article.guard import Policy, check_url, policy_from
from summarizer.errors import Blocked
from summarizer.links import canonical_url, host_of


@dataclass(frozen=True, slots=True)
class Subscribed:
    """What became of a wish to subscribe; `fresh` is how many items count as new for the chat."""

    feed: Feed
    is_new: bool
    fresh: int = 0


async def subscribe(resources: Resources, chat: int, found: Found, tags: Sequence[str] = ()) -> Subscribed:
    """Subscribe a chat to a feed that was found, and read what counts as new of it.

    Raises:
        PersonError: the chat follows as many feeds as it may.
    """
    answer, parsed, now = found.answer, found.parsed, resources.now()
    async with resources.database.begin() as tx:
        feed = await feeds.add(tx, canonical_url(answer.url), found.title, now)
        if not await feeds.subscribe(tx, chat, feed.id, now, tags):
            return Subscribed(feed, is_new=False)
        if await feeds.count(tx, chat) > resources.settings.max_feeds:
            raise PersonError("too_many_feeds", most=resources.settings.max_feeds)
        # What was there before is known but not wanted; the few that count as new are marked next.
        await items.found(tx, feed.id, parsed.entries, now, wanted=False)
        fresh = await items.first_for(tx, chat, feed.id, now)
        if feed.checked_at is None:  # a list may have named it, and nobody looked since
            await wishes.titled(tx, feed.id, found.title)
        looked = await refresh.after_look(tx, resources, feed, answer, parsed, now)
        await feeds.checked(tx, feed.id, **looked)
    await refresh.read_open(resources, [feed.id])
    return Subscribed(replace(feed, title=found.title), is_new=True, fresh=fresh)


async def take_in(resources: Resources, chat: int, listed: Opml) -> Imported:
    """Subscribe a chat to all feeds of a list; each is looked at for the first time by the next sweeps."""
    policy = policy_from(resources.settings.fetch_allow_private)
    verdicts = [(outline, refusal(outline.url, policy)) for outline in listed.outlines]
    fit = [outline for outline, why in verdicts if why is None]
    refused = [
        *((url, "bad_url") for url in listed.refused),
        *((outline.url, why) for outline, why in verdicts if why),
        *((url, "beyond") for url in listed.beyond),
    ]
    added, full = await _add_all(resources, chat, fit, resources.now())
    refused += ((url, "full") for url in full)
    return Imported(added, len(fit) - added - len(full), tuple(refused))


def refusal(url: str, policy: Policy) -> str | None:
    """Why an address is not looked at; None where it may be."""
    try:
        check_url(url, policy)
    except Blocked as error:
        return error.reason
    return None


async def _add_all(
    resources: Resources, chat: int, outlines: Iterable[Outline], now: datetime
) -> tuple[int, Sequence[str]]:
    """How many the chat did not follow before, and the addresses of those that are more than it may follow."""
    added, full = 0, []
    async with resources.database.begin() as tx:
        room = resources.settings.max_feeds - await feeds.count(tx, chat)
        for outline in outlines:
            url = canonical_url(outline.url)
            feed = await feeds.add(tx, url, host_of(url), now)
            if not await feeds.subscribe(tx, chat, feed.id, now, outline.tags):
                continue
            if outline.title and outline.title != feed.title:  # one chat's word for a feed is nobody else's
                await feeds.change(tx, chat, feed.id, name=outline.title)
            if added >= room:
                await feeds.unsubscribe(tx, chat, feed.id)
                full.append(outline.url)
                continue
            added += 1
            await items.first_for(tx, chat, feed.id, now)
    return added, full


async def outlines_of(resources: Resources, chat: int) -> Sequence[Outline]:
    """What a chat follows, to be given away."""
    async with resources.database.reading() as tx:
        mine = await feeds.of_chat(tx, chat)
    return [Outline(each.feed.url, each.title, each.tags) for each in mine]
