"""What chats keep for later."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select

from bot.storage.articles import article_of
from bot.storage.database import Transaction, insert
from bot.storage.tables import articles, saved
from summarizer.types import Article


async def add(tx: Transaction, chat: int, article: int, now: datetime) -> bool:
    """Whether the article was not saved before."""
    row = insert(saved).values(chat=chat, article=article, at=now).on_conflict_do_nothing()
    return (await tx.execute(row)).rowcount == 1


async def remove(tx: Transaction, chat: int, article: int) -> None:
    """Save an article no more."""
    await tx.execute(delete(saved).where(saved.c.chat == chat, saved.c.article == article))


async def has(tx: Transaction, chat: int, article: int) -> bool:
    """Whether the chat has saved an article."""
    mine = (saved.c.chat == chat) & (saved.c.article == article)
    return await tx.scalar(select(saved.c.article).where(mine)) is not None


async def of_chat(tx: Transaction, chat: int) -> Sequence[tuple[int, Article, datetime]]:
    """What a chat has saved, and when, the latest first."""
    query = select(articles, saved.c.at).join(saved, saved.c.article == articles.c.id)
    query = query.where(saved.c.chat == chat).order_by(saved.c.at.desc(), articles.c.id.desc())
    return [(row.id, article_of(row), row.at) for row in await tx.execute(query)]
