"""A chat is forgotten: no row of it stays, and none that nobody but it has something of."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import delete, exists, func, or_, select, text, update

from bot.access import Standing
from bot.storage.database import Transaction
from bot.storage.tables import (
    articles,
    asked,
    chats,
    digest_items,
    facts,
    feeds,
    items,
    managers,
    people,
    saved,
    subscriptions,
    summaries,
    updates,
    votes,
)
from bot.storage.updates import UpdateState

# Rows that one statement names.
_BATCH = 500


async def remove(tx: Transaction, chat: int, key: tuple[int, int] | None = None) -> None:
    """Remove all that is kept of a chat, and of the person whose private chat it is. Who was shut out stays so.

    Args:
        tx: the transaction.
        chat: which one.
        key: where a key was pressed that asks for this, as its chat and message. What was written in the chat before
            that is no longer answered; what comes behind it is.
    """
    alone = await _read_by_nobody_else(tx, chat)
    numbers = await _articles_of(tx, chat, alone)
    await tx.execute(delete(managers).where(managers.c.person == chat))
    await tx.execute(delete(votes).where(votes.c.person == chat))
    await tx.execute(delete(people).where(people.c.id == chat, people.c.status == Standing.ALLOWED))
    await tx.execute(delete(facts).where(facts.c.name.endswith(f":{chat}", autoescape=True)))
    await tx.execute(delete(chats).where(chats.c.id == chat))
    for some in _batches(alone):
        await tx.execute(delete(feeds).where(feeds.c.id.in_(some)))
    for some in _batches(numbers):
        await _remove_articles(tx, some)
    await _forget_updates(tx, chat, key)


async def _read_by_nobody_else(tx: Transaction, chat: int) -> Sequence[int]:
    """The feeds that only this chat reads."""
    other = subscriptions.alias()
    shared = exists().where(other.c.feed == subscriptions.c.feed, other.c.chat != chat)
    return list(
        (
            await tx.execute(select(subscriptions.c.feed).where(subscriptions.c.chat == chat, ~shared))
        ).scalars()
    )


async def _articles_of(tx: Transaction, chat: int, alone: Sequence[int]) -> Sequence[int]:
    """Articles that the chat has something of."""
    queries = [
        select(table.c.article).where(table.c.chat == chat) for table in (asked, saved, votes, digest_items)
    ]
    queries.append(select(votes.c.article).where(votes.c.person == chat))
    for some in _batches(alone):
        queries += [
            select(column).where(items.c.feed.in_(some), column.is_not(None))
            for column in (items.c.article, items.c.feed_article)
        ]
    found = {number for query in queries for number in (await tx.execute(query)).scalars()}
    return sorted(found)


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _BATCH):
        yield numbers[start : start + _BATCH]


async def _remove_articles(tx: Transaction, numbers: Sequence[int]) -> None:
    """Remove those of the articles that nobody else has something of."""
    has = or_(
        *(exists().where(table.c.article == articles.c.id) for table in (asked, saved, votes, digest_items)),
        exists().where(items.c.article == articles.c.id),
        exists().where(items.c.feed_article == articles.c.id),
    )
    query = select(articles.c.id).where(articles.c.id.in_(numbers), ~has)
    gone = list((await tx.execute(query)).scalars())
    for number in gone:
        await tx.execute(text("DELETE FROM article_words WHERE rowid = :number"), {"number": number})
    last = await tx.scalar(select(func.max(articles.c.id)))
    if last in gone:
        await _empty(tx, last)
        gone.remove(last)
    await tx.execute(delete(articles).where(articles.c.id.in_(gone)))


async def _empty(tx: Transaction, last: int) -> None:
    """Leave nothing of the last article but its number: SQLite would give it again, and keys of old messages name it."""
    names = ("url", "title", "site", "author", "published", "language")
    values = {"key": f"gone:{last}", "text": "", "blocks": "[]", **dict.fromkeys(names)}
    await tx.execute(update(articles).where(articles.c.id == last).values(values))
    await tx.execute(delete(summaries).where(summaries.c.article == last))


async def _forget_updates(tx: Transaction, chat: int, key: tuple[int, int] | None) -> None:
    """Forget what was written in the chat, and the press of the key itself, which is answered without its row."""
    rows = await tx.execute(select(updates.c.id, updates.c.body).where(updates.c.body != ""))
    read = {row.id: json.loads(row.body) for row in rows}
    pressed = [number for number, body in read.items() if key and _pressed(body) == key]
    last = max(pressed, default=None)
    theirs = [
        number for number, body in read.items() if _chat(body) == chat and (last is None or number <= last)
    ]
    for some in _batches([*theirs, *pressed]):
        mine = update(updates).where(updates.c.id.in_(some))
        await tx.execute(mine.values(state=UpdateState.DONE, body=""))


def _pressed(body: dict[str, Any]) -> tuple[int, int] | None:
    """Where a key was pressed: the chat and the message."""
    message = (body.get("callback_query") or {}).get("message") or {}
    return (message["chat"]["id"], message["message_id"]) if message else None


def _chat(body: dict[str, Any]) -> int | None:
    """The chat that an update is of, or the person, where there is none."""
    for value in body.values():
        if isinstance(value, dict):
            inner = value.get("message") or value
            found = inner.get("chat") or inner.get("from") or {}
            return found.get("id")
    return None
