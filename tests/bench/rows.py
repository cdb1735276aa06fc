"""A world of chats as the rows of a bot that runs for two weeks, with what was sent."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Table, insert

from bot.digests.schedule import next_fire
from bot.models import ChatKind, Delivery, DigestKind, DigestState
from bot.storage import Database
from bot.storage.tables import (
    articles,
    chats,
    digest_items,
    digests,
    feeds,
    items,
    schedules,
    subscriptions,
    summaries,
)
from summarizer.types import Options, Outcome
from tests.bench import growth
from tests.bench.chats import DAY, World
from tests.bench.data import split

_SENTENCES, _BULLETS = 12, 3  # of an article, and of its summary
_TEXTS = 5_000  # each its own; further articles repeat them, as news does that goes on
_BATCH = 20_000  # rows of one statement
Row = dict[str, Any]


async def fill(database: Database, world: World, now: datetime) -> None:
    """Write all of it, a table at a time."""
    tables = (
        (chats, _chats(world)),
        (feeds, _feeds(world, now)),
        (subscriptions, _subscriptions(world, now)),
        (schedules, _schedules(world, now)),
        (articles, _articles(world, now)),
        (summaries, _summaries(world)),
        (items, _items(world, now)),
        (digests, _digests(world, now)),
        (digest_items, _sent(world)),
    )
    for table, rows in tables:
        await write(database, table, rows)


async def write(database: Database, table: Table, rows: Iterable[Row]) -> None:
    """Put rows into a table, many at a time."""
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        async with database.begin() as tx:
            await tx.execute(insert(table), batch)


def _chats(world: World) -> Iterator[Row]:
    for chat in range(1, world.size.chats + 1):
        kind, title, zone = ChatKind.PRIVATE, f"Chat {chat}", world.zone(chat)
        yield {"id": chat, "kind": kind, "title": title, "active": True, "timezone": zone, "sentences": 5}


def _feeds(world: World, now: datetime) -> Iterator[Row]:
    """Their next looks lie within the coming hour."""
    for feed in range(1, world.size.feeds + 1):
        yield {
            "id": feed,
            "url": f"https://paper{feed}.example.org/feed.xml",
            "title": f"Paper {feed}",
            "checked_at": now,
            "next_check_at": now + timedelta(hours=1) * feed / world.size.feeds,
            "failures": 0,
        }


def _subscriptions(world: World, now: datetime) -> Iterator[Row]:
    for chat, mine in enumerate(world.follows, 1):
        for place, feed in enumerate(mine):
            instant = world.is_instant(chat, place)
            was_there = instant or world.is_old(chat)
            yield {
                "chat": chat,
                "feed": feed,
                "since": now - world.size.days * DAY if was_there else now,
                "since_item": 0 if was_there else world.size.articles,
                "delivery": Delivery.INSTANT if instant else Delivery.DIGEST,
            }


def _schedules(world: World, now: datetime) -> Iterator[Row]:
    for chat in range(1, world.size.chats + 1):
        at = world.slot(chat)
        next_at, next_slot = next_fire(at, world.zone(chat), now)
        yield {"id": chat, "chat": chat, "at": f"{at:%H:%M}", "next_at": next_at, "next_slot": next_slot}


def _articles(world: World, now: datetime) -> Iterator[Row]:
    texts = _texts(world)
    for article, (age, feed) in enumerate(world.listed, 1):
        text = texts[article % len(texts)]
        url = f"https://paper{feed}.example.org/{article}"
        yield {
            "id": article,
            "key": url,
            "url": url,
            "title": text.partition(".")[0],
            "site": f"Paper {feed}",
            "published": now - age,
            "language": "en",
            "text": text,
            "blocks": "[]",
            "outcome": Outcome.OK.value,
            "read_at": now - age,
        }


def _summaries(world: World) -> Iterator[Row]:
    options = Options(sentences=_BULLETS)
    bodies = [_body(text) for text in _texts(world)]
    for article in range(1, len(world.listed) + 1):
        body = bodies[article % len(bodies)]
        yield {"article": article, "method": options.method, "sentences": options.sentences, "body": body}


def _texts(world: World) -> list[str]:
    return [growth.text(_SENTENCES, seed) for seed in range(min(_TEXTS, world.size.articles))]


def _body(text: str) -> str:
    """A summary as its row holds it: the lead, since only its length matters here."""
    lead = split(text, "en")[:_BULLETS]
    bullets = [[each, [[text.index(each), text.index(each) + len(each)]]] for each in lead]
    words = [len(text.split()), sum(len(each.split()) for each in lead)]
    return json.dumps({"bullets": bullets, "language": "en", "outcome": Outcome.OK.value, "words": words})


def _items(world: World, now: datetime) -> Iterator[Row]:
    for item, (age, feed) in enumerate(world.listed, 1):
        url, ready = f"https://paper{feed}.example.org/{item}", now - age
        rest = {"found_at": ready, "seen_at": now, "ready_at": ready, "wanted": True, "tries": 0}
        yield {"id": item, "feed": feed, "guid": url, "url": url, "title": url, "article": item} | rest


def _digests(world: World, now: datetime) -> Iterator[Row]:
    """One a day for each chat, empty for those that had nothing new; then one for each feed that is wanted as it comes."""
    ended = {"parts": "[]", "sent_parts": 1, "noticed": False}
    for age in range(world.size.days - 1, 0, -1):
        due = now - age * DAY
        for chat in range(1, world.size.chats + 1):
            state = DigestState.SENT if world.is_old(chat) else DigestState.EMPTY
            scheduled = {"kind": DigestKind.SCHEDULED, "key": f"{chat}:{due:%Y-%m-%d}", "schedule": chat}
            yield (
                {"id": world.digest(chat, age), "chat": chat, "state": state, "due_at": due}
                | scheduled
                | ended
            )
    for number, (chat, feed) in enumerate(_instant(world), world.digest(world.size.chats, 1) + 1):
        instant = {"kind": DigestKind.INSTANT, "key": f"{feed}:{number}", "schedule": None}
        yield {"id": number, "chat": chat, "state": DigestState.SENT, "due_at": now} | instant | ended


def _sent(world: World) -> Iterator[Row]:
    """All but the last day's news in the digests of those days; news that is wanted as it comes, all of it."""
    by_feed: dict[int, list[tuple[int, int]]] = defaultdict(list)  # articles, each with its age in days
    for article, (age, feed) in enumerate(world.listed, 1):
        by_feed[feed].append((article, min(age.days, world.size.days - 1)))
    for chat, mine in enumerate(world.follows, 1):
        for feed in (each for place, each in enumerate(mine) if not world.is_instant(chat, place)):
            for article, days in by_feed[feed] if world.is_old(chat) else ():
                if days:
                    yield {
                        "chat": chat,
                        "digest": world.digest(chat, days),
                        "article": article,
                        "shown": True,
                    }
    for number, (chat, feed) in enumerate(_instant(world), world.digest(world.size.chats, 1) + 1):
        for article, _ in by_feed[feed]:
            yield {"chat": chat, "digest": number, "article": article, "shown": True}


def _instant(world: World) -> Iterator[tuple[int, int]]:
    """Chats and those of their feeds that are wanted as they come."""
    for chat, mine in enumerate(world.follows, 1):
        yield from ((chat, feed) for place, feed in enumerate(mine) if world.is_instant(chat, place))
