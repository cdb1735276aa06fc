"""All that is kept of a chat: how much it is, out of the database, and back into it; `removal` removes it."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select

from bot.access import Standing
from bot.exchange import Export, Filtered, Saved, Voted, exported
from bot.models import FilterKind, Kept
from bot.storage import chats as stored_chats
from bot.storage import database, schedules
from bot.storage import feeds as stored_feeds
from bot.storage.database import Transaction
from bot.storage.tables import (
    articles,
    asked,
    digests,
    feeds,
    filters,
    former,
    managers,
    people,
    saved,
    subscriptions,
    votes,
)
from bot.storage.tables import schedules as planned
from summarizer.links import canonical_url
from summarizer.types import Outcome

# Of a text that was saved and has no title.
_OPENING = 60
# When a page was read of which nothing but its name came with a file: so long ago that nobody takes it for its text.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


async def ask(tx: Transaction, chat: int, article: int) -> None:
    """A chat asked for an article by itself: it goes with the chat, unless another has it too."""
    row = database.insert(asked).values(chat=chat, article=article)
    await tx.execute(row.on_conflict_do_nothing())


async def kept(tx: Transaction, chat: int) -> Kept:
    """How much is kept of a chat."""
    own = {table.name: await _count(tx, table.c.chat == chat) for table in _OF_CHAT}
    status = await tx.scalar(select(people.c.status).where(people.c.id == chat))
    return Kept(
        feeds=own["subscriptions"],
        schedules=own["schedules"],
        filters=own["filters"],
        digests=own["digests"],
        saved=own["saved"],
        votes=own["votes"],
        articles=own["asked"],
        left=own["former"],
        groups=await _count(tx, managers.c.person == chat),
        other_votes=await _count(tx, votes.c.person == chat, votes.c.chat != chat),
        is_invited=status == Standing.ALLOWED,
    )


_OF_CHAT = (subscriptions, planned, filters, digests, saved, votes, asked, former)


async def _count(tx: Transaction, *where: ColumnElement[bool]) -> int:
    number: int = (await tx.execute(select(func.count()).where(*where))).scalar_one()
    return number


async def gather(tx: Transaction, chat: int, now: datetime) -> Export:
    """All that a chat has decided; filters that hold no more are left out."""
    known = await stored_chats.get(tx, chat)
    assert known is not None
    rest = (await _filters(tx, chat, now), await _votes(tx, chat), await _saved(tx, chat))
    mine = await stored_feeds.of_chat(tx, chat)
    return exported(chat, known.settings, mine, await schedules.of_chat(tx, chat), rest)


async def _filters(tx: Transaction, chat: int, now: datetime) -> Sequence[Filtered]:
    query = select(filters, feeds.c.url).outerjoin(feeds, feeds.c.id == filters.c.feed)
    rows = await tx.execute(query.where(filters.c.chat == chat).order_by(filters.c.id))
    return [
        Filtered.model_construct(
            kind=FilterKind(row.kind), words=tuple(json.loads(row.words)), feed=row.url, until=row.until
        )
        for row in rows
        if row.until is None or row.until > now
    ]


async def _votes(tx: Transaction, chat: int) -> Sequence[Voted]:
    rows = await tx.execute(select(votes.c.value, votes.c.signs, votes.c.at).where(votes.c.chat == chat))
    return [
        Voted.model_construct(value=row.value, signs=tuple(json.loads(row.signs)), at=row.at) for row in rows
    ]


async def _saved(tx: Transaction, chat: int) -> Sequence[Saved]:
    query = select(articles.c.url, articles.c.title, articles.c.text, saved.c.at)
    query = query.join(saved, saved.c.article == articles.c.id).where(saved.c.chat == chat)
    return [
        Saved.model_construct(url=row.url, title=row.title or _opening(row), at=row.at)
        for row in await tx.execute(query)
    ]


def _opening(row: Any) -> str | None:  # noqa: ANN401 - a row
    """What stands for the title of a text that has none and no page to open."""
    return None if row.url else " ".join(row.text[:400].split())[:_OPENING] or None


async def bring_filters(tx: Transaction, chat: int, brought: Iterable[Filtered], now: datetime) -> int:
    """Filters of a file; those of feeds that the chat does not read are left out. Returns how many are new."""
    query = select(feeds.c.url, feeds.c.id).join(subscriptions, subscriptions.c.feed == feeds.c.id)
    numbers = {row.url: row.id for row in await tx.execute(query.where(subscriptions.c.chat == chat))}
    there = set(await _filters(tx, chat, now))
    new = 0
    for each in brought:
        url = canonical_url(each.feed) if each.feed else None
        one = Filtered.model_construct(kind=each.kind, words=each.words, feed=url, until=each.until)
        if one in there or (url and url not in numbers) or (each.until and each.until <= now):
            continue
        there.add(one)
        words = json.dumps(each.words, ensure_ascii=False)
        values = {"feed": numbers.get(url or ""), "kind": each.kind, "words": words, "until": each.until}
        await tx.execute(insert(filters).values(chat=chat, **values))
        new += 1
    return new


async def bring_votes(tx: Transaction, chat: int, brought: Iterable[Voted], now: datetime) -> int:
    """Votes of a file, each of a story that is nothing but its signs. Returns how many are new."""
    there, new = Counter(_facts_of_vote(each) for each in await _votes(tx, chat)), 0
    for each in brought:
        facts_of_it = _facts_of_vote(each)
        there[facts_of_it] -= 1
        if there[facts_of_it] >= 0:
            continue
        place = -there[facts_of_it]
        article = await _stub(tx, chat, f"vote:{place}:{facts_of_it}", min(each.at, now))
        signs = json.dumps(each.signs, ensure_ascii=False)
        row = {"person": 0, "article": article, "value": each.value, "signs": signs, "at": each.at}
        await tx.execute(insert(votes).values(chat=chat, **row))
        new += 1
    return new


def _facts_of_vote(each: Voted) -> str:
    return json.dumps([each.value, each.signs, each.at.timestamp()])


async def bring_saved(tx: Transaction, chat: int, brought: Iterable[Saved]) -> int:
    """Saved articles of a file, as rows with a title and an address. Returns how many are new."""
    there, new = {(each.url, each.title) for each in await _saved(tx, chat)}, 0
    for each in brought:
        if (each.url, each.title) in there:
            continue
        there.add((each.url, each.title))
        article = await _page(tx, each)
        if article is None:
            name = f"saved:{json.dumps([each.url, each.title])}"
            article = await _stub(tx, chat, name, _NEVER, url=each.url, title=each.title)
        row = database.insert(saved).values(chat=chat, article=article, at=each.at)
        await tx.execute(row.on_conflict_do_nothing())
        new += 1
    return new


async def _page(tx: Transaction, each: Saved) -> int | None:
    """The page that was saved, if it is kept here under the same title: what a file says is nobody else's title."""
    query = select(articles.c.id).where(articles.c.url == each.url, articles.c.title == each.title)
    found: int | None = await tx.scalar(query.where(articles.c.key == each.url)) if each.url else None
    return found


async def _stub(tx: Transaction, chat: int, name: str, read_at: datetime, **values: str | None) -> int:
    """An article of which only this chat has something, under a key that nobody else finds."""
    kind, _, _ = name.partition(":")
    key = f"{kind}:{sha256(f'{chat}:{name}'.encode('utf-8', 'replace')).hexdigest()[:40]}"
    row = {"text": "", "blocks": "[]", "outcome": Outcome.PARTIAL.value, "read_at": read_at, **values}
    made = database.insert(articles).values(key=key, **row)
    again = made.on_conflict_do_update(index_elements=[articles.c.key], set_=row)
    number: int = (await tx.execute(again.returning(articles.c.id))).scalar_one()
    await ask(tx, chat, number)
    return number
