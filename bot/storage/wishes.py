"""What the readers of a feed want of it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, or_, select, update

from bot.models import TextFrom
from bot.storage.database import Transaction
from bot.storage.feeds import DEFAULT
from bot.storage.tables import articles, chats, feeds, items, subscriptions

# What a chat may decide of one feed and of all.
SHARED = ("interval", "silent", "preview", "source")


async def intervals(tx: Transaction, feed: int) -> tuple[int | None, ...]:
    """The minutes between two looks that readers want, each once; None for those who leave it to us."""
    wanted = func.coalesce(subscriptions.c.interval, chats.c.interval)
    query = select(wanted).join(chats, chats.c.id == subscriptions.c.chat).where(subscriptions.c.feed == feed)
    return tuple((await tx.execute(query.distinct())).scalars())


async def sources(tx: Transaction, feed: int) -> frozenset[TextFrom]:
    """Whose text of a story is wanted."""
    wanted = func.coalesce(subscriptions.c.source, chats.c.source)
    query = select(wanted).join(chats, chats.c.id == subscriptions.c.chat).where(subscriptions.c.feed == feed)
    return frozenset(map(TextFrom, (await tx.execute(query.distinct())).scalars()))


async def hasten(tx: Transaction, feed: int, at: datetime) -> None:
    """Look at a feed that is well no later than at a moment."""
    well = (feeds.c.id == feed) & (feeds.c.failures == 0)
    await tx.execute(update(feeds).where(well, feeds.c.next_check_at > at).values(next_check_at=at))


async def leave_to_chat(tx: Transaction, chat: int) -> None:
    """All feeds of a chat are as the chat has it; names and tags stay."""
    values = {"delivery": DEFAULT, "sentences": None, **dict.fromkeys(SHARED)}
    await tx.execute(update(subscriptions).where(subscriptions.c.chat == chat).values(**values))


async def of_links(tx: Transaction, chat: int, links: Iterable[str]) -> frozenset[int]:
    """The feeds of a chat that are at one of these addresses, or that listed a story that is."""
    found = list(links)
    mine = select(subscriptions.c.feed).where(subscriptions.c.chat == chat)
    stories = (
        select(items.c.feed)
        .outerjoin(articles, articles.c.id == items.c.article)
        .where(items.c.feed.in_(mine), or_(items.c.url.in_(found), articles.c.url.in_(found)))
    )
    themselves = select(feeds.c.id).where(feeds.c.id.in_(mine), feeds.c.url.in_(found))
    return frozenset((await tx.execute(stories.union(themselves))).scalars())


async def titled(tx: Transaction, feed: int, title: str) -> None:
    """What a feed calls itself, known only now; those who called it so have no name of their own for it."""
    await tx.execute(update(feeds).where(feeds.c.id == feed).values(title=title))
    mine = (subscriptions.c.feed == feed) & (subscriptions.c.name == title)
    await tx.execute(update(subscriptions).where(mine).values(name=None))
