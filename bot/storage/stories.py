"""What stands in digests, and what of it a chat was told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from bot.models import Digest, DigestState, Story
from bot.storage.articles import article_of
from bot.storage.database import Transaction, insert
from bot.storage.digests import digest_of
from bot.storage.tables import articles, digest_items, digests, feeds, items, stories
from summarizer.types import Article


async def told_articles(
    tx: Transaction, chat: int, after: datetime, own: int | None, limit: int
) -> Sequence[tuple[int, Article]]:
    """Articles that the chat's digests brought after a moment, the newest first; those of one schedule where it is given.

    One without a site goes by its feed's name, as it did when it was told.
    """
    title = select(feeds.c.title).join(items, items.c.feed == feeds.c.id)
    source = title.where(items.c.article == articles.c.id).limit(1).scalar_subquery()
    query = (
        select(articles, source.label("source"))
        .join(digest_items, digest_items.c.article == articles.c.id)
        .join(digests, digests.c.id == digest_items.c.digest)
        .where(digest_items.c.chat == chat, digest_items.c.shown, digests.c.due_at > after)
        .order_by(digests.c.due_at.desc(), articles.c.id.desc())
        .limit(limit)
    )
    if own is not None:
        query = query.where(digests.c.schedule == own)
    rows = {row.id: replace(article_of(row), site=row.site or row.source) for row in await tx.execute(query)}
    return tuple(rows.items())


async def get(tx: Transaction, digest: int, number: int) -> Story | None:
    """A numbered story of a digest."""
    mine = (stories.c.digest == digest) & (stories.c.number == number)
    body = await tx.scalar(select(stories.c.body).where(mine))
    return Story.load(body) if body else None


async def keep(tx: Transaction, digest: int, told: Sequence[Story]) -> None:
    """Keep what stands in a digest, by its numbers from 1."""
    rows = [{"digest": digest, "number": number, "body": each.dump()} for number, each in enumerate(told, 1)]
    if rows:
        await tx.execute(insert(stories), rows)


async def archive(tx: Transaction, chat: int) -> Sequence[tuple[Digest, Sequence[Story]]]:
    """Every digest that a chat was sent and that is kept, the latest first, with its stories."""
    query = (
        select(digests, stories.c.body)
        .join(stories, stories.c.digest == digests.c.id)
        .where(digests.c.chat == chat, digests.c.state == DigestState.SENT)
        .order_by(digests.c.due_at.desc(), digests.c.id.desc(), stories.c.number)
    )
    found: dict[int, tuple[Digest, list[Story]]] = {}
    for row in await tx.execute(query):
        found.setdefault(row.id, (digest_of(row), []))[1].append(Story.load(row.body))
    return list(found.values())
