"""Finding again what a chat was sent, by its words."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, text

from bot.storage.articles import article_of
from bot.storage.database import Transaction
from bot.storage.tables import articles, digest_items, digests
from summarizer.types import Article


async def index(tx: Transaction, article: int, title: str, body: str) -> None:
    """Make an article findable by its words."""
    await tx.execute(text("DELETE FROM article_words WHERE rowid = :article"), {"article": article})
    row = {"article": article, "title": title, "body": body}
    await tx.execute(
        text("INSERT INTO article_words (rowid, title, body) VALUES (:article, :title, :body)"), row
    )


async def find(
    tx: Transaction, chat: int, words: Sequence[str], limit: int
) -> Sequence[tuple[int, Article, datetime]]:
    """What a chat was sent that has all the words, and when, the latest first.

    The one place that knows SQLite's FTS5: each word is quoted, so that none is an operator, and may be a beginning.
    """
    wanted = " ".join('"' + word.replace("\0", "").replace('"', '""') + '"*' for word in words)
    hits = text("SELECT rowid AS article FROM article_words WHERE article_words MATCH :wanted").columns(
        articles.c.id.label("article")
    )
    found = hits.bindparams(wanted=wanted).subquery()
    sent = (
        select(digest_items.c.article, func.max(digests.c.due_at).label("at"))
        .join(digests, digests.c.id == digest_items.c.digest)
        .where(digest_items.c.chat == chat, digest_items.c.shown)
        .group_by(digest_items.c.article)
        .subquery()
    )
    query = (
        select(articles, sent.c.at)
        .join(sent, sent.c.article == articles.c.id)
        .where(articles.c.id.in_(select(found.c.article)))
        .order_by(sent.c.at.desc(), articles.c.id.desc())
        .limit(limit)
    )
    return [(row.id, article_of(row), row.at) for row in await tx.execute(query)]
