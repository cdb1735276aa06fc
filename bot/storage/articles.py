"""What was read, and its summaries: once for every chat."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, or_, select

from bot.storage.database import Transaction, insert
from bot.storage.tables import articles, summaries
from summarizer.types import Article, Block, BlockKind, Bullet, Options, Outcome, Summary


def article_of(row: Row[Any]) -> Article:
    """An article from its row."""
    return Article(
        text=row.text,
        key=row.key,
        url=row.url,
        title=row.title,
        blocks=tuple(Block(BlockKind(kind), start, end) for kind, start, end in json.loads(row.blocks)),
        language=row.language,
        site=row.site,
        author=row.author,
        published=row.published,
        outcome=Outcome(row.outcome),
    )


async def get(tx: Transaction, article: int) -> Article | None:
    """The article, if it is kept."""
    row = (await tx.execute(select(articles).where(articles.c.id == article))).one_or_none()
    return article_of(row) if row else None


async def many(tx: Transaction, numbers: Iterable[int]) -> dict[int, Article]:
    """The articles of these numbers that are kept."""
    rows = await tx.execute(select(articles).where(articles.c.id.in_(list(numbers))))
    return {row.id: article_of(row) for row in rows}


async def fresh(tx: Transaction, url: str, since: datetime) -> int | None:
    """The article at an address, if it was read after a moment; what a feed says of it is none."""
    query = select(articles.c.id).where(
        or_(articles.c.key == url, articles.c.url == url),
        articles.c.read_at >= since,
        ~articles.c.key.startswith("item:"),
    )
    found: int | None = await tx.scalar(query.order_by(articles.c.read_at.desc()).limit(1))
    return found


async def keep(tx: Transaction, article: Article, now: datetime) -> int:
    """Keep an article, in the place of what was read at its address before; summaries of another text go."""
    values = {
        "url": article.url,
        "title": article.title,
        "site": article.site,
        "author": article.author,
        "published": article.published,
        "language": article.language,
        "text": article.text,
        "blocks": json.dumps([(block.kind, block.start, block.end) for block in article.blocks]),
        "outcome": article.outcome.value,
        "read_at": now,
    }
    old = await tx.scalar(select(articles.c.text).where(articles.c.key == article.key))
    made = insert(articles).values(key=article.key, **values)
    statement = made.on_conflict_do_update(index_elements=[articles.c.key], set_=values).returning(
        articles.c.id
    )
    number: int = (await tx.execute(statement)).scalar_one()
    if old is not None and old != article.text:
        await tx.execute(summaries.delete().where(summaries.c.article == number))
    return number


async def summary(tx: Transaction, article: int, options: Options) -> Summary | None:
    """The summary of this method and length, if it was made."""
    query = select(articles, summaries.c.body).join(summaries, summaries.c.article == articles.c.id)
    mine = (summaries.c.method == options.method) & (summaries.c.sentences == options.sentences)
    row = (await tx.execute(query.where(articles.c.id == article, mine))).one_or_none()
    return _summary(article_of(row), options.method, json.loads(row.body)) if row else None


async def keep_summary(tx: Transaction, article: int, options: Options, made: Summary) -> None:
    """Keep a summary."""
    body = {
        "bullets": [(bullet.text, bullet.spans) for bullet in made.bullets],
        "language": made.language,
        "outcome": made.outcome.value,
        "words": (made.words_before, made.words_after),
    }
    key = {"article": article, "method": options.method, "sentences": options.sentences}
    row = insert(summaries).values(**key, body=json.dumps(body, ensure_ascii=False))
    await tx.execute(row.on_conflict_do_nothing())


def _summary(article: Article, method: str, body: dict[str, Any]) -> Summary:
    bullets = (
        Bullet(text, tuple((start, end) for start, end in spans), article.key)
        for text, spans in body["bullets"]
    )
    before, after = body["words"]
    return Summary(article, tuple(bullets), method, body["language"], Outcome(body["outcome"]), before, after)
