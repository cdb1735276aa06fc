"""From due schedules to digests that are ready to be sent."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.digests import broadcast
from bot.digests.collect import WINDOW, Collected, bring_up_to_date, collect
from bot.digests.compose import MAX_STORIES, Bounds
from bot.locale import Translator
from bot.messages import digest as look
from bot.messages.digest import Heading
from bot.messages.facts import when
from bot.messages.rich import Message
from bot.models import Chat, Delivery, Digest, DigestKind, Schedule, Subscription
from bot.resources import Resources
from bot.storage import chats, digests, feeds, schedules, stories
from bot.storage.items import Span

# Building takes as long as its feeds and texts do; somebody else may try after this.
_LEASE = timedelta(minutes=5)
# A digest that covers more than a day and a bit says since when.
_MORE_THAN_A_DAY = timedelta(hours=26)
# Stories of one message about a feed's news as it comes; more are named in a line each.
_INSTANT_STORIES = 3


async def build(resources: Resources, number: int) -> bool:
    """Put a due digest together; whether there is one to send. One without anything new ends here."""
    async with resources.database.begin() as tx:
        digest = await digests.claim(tx, number, resources.now() + _LEASE)
    if digest is None:
        return False
    if digest.kind is DigestKind.BROADCAST:
        return await broadcast.report(resources, digest)
    async with resources.database.reading() as tx:
        chat = await chats.get(tx, digest.chat)
        schedule = await schedules.get(tx, digest.schedule) if digest.schedule else None
        before = await digests.before(tx, digest)
        one = await feeds.one(tx, digest.chat, feed_of(digest))
    assert chat is not None
    if digest.kind is not DigestKind.INSTANT:
        await bring_up_to_date(resources, chat.id)
    found = await collect(resources, chat, _span(resources, digest, schedule), _bounds(digest, schedule, one))
    heading = Heading(
        schedule.name if schedule else "", resources.now(), zone_of(resources, chat), _since(digest, before)
    )
    parts = _parts(resources.translator(chat), digest, found, heading)
    if shows_page(chat, one) and not (digest.kind is DigestKind.INSTANT and len(found) > 1):
        parts = _with_page(parts, found)
    async with resources.database.begin() as tx:
        dumped = [part.dump() for part in parts]
        if await digests.built(tx, digest, dumped, shown=found.shown, passed=found.passed) and parts:
            await stories.keep(tx, digest.id, found.told)
    return bool(parts)


def _parts(tr: Translator, digest: Digest, found: Collected, heading: Heading) -> tuple[Message, ...]:
    if not found:
        return ()
    if digest.kind is DigestKind.INSTANT:
        return look.instant(tr, digest.id, found.told, found.lines)
    return look.digest(tr, digest.id, found.told, found.lines, heading)


def _with_page(parts: tuple[Message, ...], found: Collected) -> tuple[Message, ...]:
    """The page of the top story is shown with the first message."""
    if not (parts and found.told):
        return parts
    return (replace(parts[0], preview=found.told[0].url), *parts[1:])


def feed_of(digest: Digest) -> int:
    """The feed whose news a digest is; 0 where it is of many."""
    return int(digest.key.partition(":")[0]) if digest.kind is DigestKind.INSTANT else 0


def shows_page(chat: Chat, one: Subscription | None) -> bool:
    """Whether a page is shown with its story: as decided of the feed, else of all."""
    return chat.settings.preview if one is None or one.preview is None else one.preview


def is_silent(chat: Chat, one: Subscription | None) -> bool:
    """Whether a push makes no sound, likewise."""
    return chat.settings.silent if one is None or one.silent is None else one.silent


def topic_of(chat: Chat, digest: Digest) -> int | None:
    """The topic that a digest goes to: news as it comes to the chat's, others to where they were asked for."""
    return chat.settings.thread if digest.kind is DigestKind.INSTANT else digest.thread


def _span(resources: Resources, digest: Digest, schedule: Schedule | None) -> Span:
    after = resources.now() - WINDOW
    if digest.kind is DigestKind.INSTANT:
        return Span(after, feed=feed_of(digest))
    weekly = schedule is not None and len(schedule.weekdays) == 1
    return Span(
        after,
        tags=schedule.tags if schedule else (),
        own=schedule.id if schedule and weekly else None,
    )


def _bounds(digest: Digest, schedule: Schedule | None, one: Subscription | None) -> Bounds:
    if digest.kind is DigestKind.INSTANT:
        sentences = one.sentences if one and one.sentences else Bounds().sentences
        return Bounds(most=_INSTANT_STORIES, sentences=sentences)
    return bounds_of(schedule)


def bounds_of(schedule: Schedule | None) -> Bounds:
    """How long a schedule's digest may be."""
    if schedule is None:
        return Bounds()
    return Bounds(schedule.most or MAX_STORIES, schedule.minutes, schedule.sentences or Bounds().sentences)


def _since(digest: Digest, before: datetime | None) -> datetime | None:
    """Since when a digest covers, where that is more than a day."""
    return before if before and digest.due_at - before > _MORE_THAN_A_DAY else None


async def preview(resources: Resources, chat: Chat, key: str, tr: Translator) -> tuple[Message, ...] | None:
    """What the chat's digest would be now; None if nothing is new. Nothing counts as delivered."""
    await bring_up_to_date(resources, chat.id)
    found = await collect(resources, chat, Span(resources.now() - WINDOW), Bounds())
    title = tr("A preview of your digest")
    return await _answer(resources, chat, DigestKind.ASKED, key, tr, found, title)


async def catch_up(
    resources: Resources, chat: Chat, key: str, since: datetime, tr: Translator
) -> tuple[Message, ...] | None:
    """What happened since a moment, told before or not; None if nothing did. Nothing counts as delivered."""
    await bring_up_to_date(resources, chat.id)
    span = Span(since, deliveries=(Delivery.DIGEST, Delivery.INSTANT), sent=True)
    found = await collect(resources, chat, span, Bounds(), again=True)
    return await _answer(resources, chat, DigestKind.CATCHUP, key, tr, found, tr("What you missed"), since)


async def _answer(
    resources: Resources,
    chat: Chat,
    kind: DigestKind,
    key: str,
    tr: Translator,
    found: Collected,
    title: str,
    since: datetime | None = None,
) -> tuple[Message, ...] | None:
    if not found:
        return None
    heading = Heading("", resources.now(), zone_of(resources, chat), since, title)
    coming_at = await coming(resources, chat, tr)
    async with resources.database.begin() as tx:
        number = await digests.answered(tx, chat.id, kind, key, resources.now())
        if kind is DigestKind.ASKED:
            parts = look.preview(tr, number, found.told, found.lines, heading, coming_at)
        else:
            parts = look.digest(tr, number, found.told, found.lines, heading)
        if chat.settings.preview:
            parts = _with_page(parts, found)
        await digests.keep_parts(tx, number, [part.dump() for part in parts])
        await stories.keep(tx, number, found.told)
    return parts


async def send_now(resources: Resources, chat: Chat, key: str, thread: int | None) -> None:
    """Plan a digest of what is new, for the next sweep."""
    async with resources.database.begin() as tx:
        await digests.plan(tx, chat.id, DigestKind.ASKED, key, resources.now(), thread=thread)


def zone_of(resources: Resources, chat: Chat) -> str:
    """The chat's time zone, or the operator's until it chose one."""
    return chat.settings.timezone or resources.settings.timezone


async def coming(resources: Resources, chat: Chat, tr: Translator) -> str | None:
    """When the chat's next digest comes, in words; None without a schedule."""
    async with resources.database.reading() as tx:
        mine = await schedules.of_chat(tx, chat.id)
    return when(tr, mine[0].next_at, resources.now(), zone_of(resources, chat)) if mine else None
