"""From due schedules to digests that are ready to be sent."""

from datetime import datetime, timedelta

from bot.digests.collect import WINDOW, Collected, bring_up_to_date, collect
from bot.digests.compose import MAX_STORIES, Bounds
from bot.messages import digest as look
from bot.messages.digest import Heading
from bot.messages.facts import when
from bot.messages.rich import Message
from bot.models import Chat, Delivery, Digest, DigestKind, Schedule
from bot.resources import Resources
from bot.storage import chats, digests, schedules, stories
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
    async with resources.database.reading() as tx:
        chat = await chats.get(tx, digest.chat)
        schedule = await schedules.get(tx, digest.schedule) if digest.schedule else None
        before = await digests.before(tx, digest)
    assert chat is not None
    if digest.kind is not DigestKind.INSTANT:
        await bring_up_to_date(resources, chat.id)
    found = await collect(resources, chat, _span(resources, digest, schedule), _bounds(digest, schedule))
    heading = Heading(
        schedule.name if schedule else "", resources.now(), zone_of(resources, chat), _since(digest, before)
    )
    parts = _parts(digest, found, heading)
    async with resources.database.begin() as tx:
        dumped = [part.dump() for part in parts]
        if await digests.built(tx, digest, dumped, shown=found.shown, passed=found.passed) and parts:
            await stories.keep(tx, digest.id, found.told)
    return bool(parts)


def _parts(digest: Digest, found: Collected, heading: Heading) -> tuple[Message, ...]:
    if not found:
        return ()
    if digest.kind is DigestKind.INSTANT:
        return look.instant(digest.id, found.told, found.lines)
    return look.digest(digest.id, found.told, found.lines, heading)


def _span(resources: Resources, digest: Digest, schedule: Schedule | None) -> Span:
    after = resources.now() - WINDOW
    if digest.kind is DigestKind.INSTANT:
        return Span(after, feed=int(digest.key.partition(":")[0]))
    weekly = schedule is not None and len(schedule.weekdays) == 1
    return Span(
        after,
        tags=schedule.tags if schedule else (),
        own=schedule.id if schedule and weekly else None,
    )


def _bounds(digest: Digest, schedule: Schedule | None) -> Bounds:
    if digest.kind is DigestKind.INSTANT:
        return Bounds(most=_INSTANT_STORIES)
    return bounds_of(schedule)


def bounds_of(schedule: Schedule | None) -> Bounds:
    """How long a schedule's digest may be."""
    if schedule is None:
        return Bounds()
    return Bounds(schedule.most or MAX_STORIES, schedule.minutes, schedule.sentences or Bounds().sentences)


def _since(digest: Digest, before: datetime | None) -> datetime | None:
    """Since when a digest covers, where that is more than a day."""
    return before if before and digest.due_at - before > _MORE_THAN_A_DAY else None


async def preview(resources: Resources, chat: Chat, key: str) -> tuple[Message, ...] | None:
    """What the chat's digest would be now; None if nothing is new. Nothing counts as delivered."""
    await bring_up_to_date(resources, chat.id)
    found = await collect(resources, chat, Span(resources.now() - WINDOW), Bounds())
    return await _answer(resources, chat, DigestKind.ASKED, key, found, "A preview of your digest")


async def catch_up(resources: Resources, chat: Chat, key: str, since: datetime) -> tuple[Message, ...] | None:
    """What happened since a moment, told before or not; None if nothing did. Nothing counts as delivered."""
    await bring_up_to_date(resources, chat.id)
    span = Span(since, deliveries=(Delivery.DIGEST, Delivery.INSTANT), sent=True)
    found = await collect(resources, chat, span, Bounds(), again=True)
    return await _answer(resources, chat, DigestKind.CATCHUP, key, found, "What you missed", since)


async def _answer(
    resources: Resources,
    chat: Chat,
    kind: DigestKind,
    key: str,
    found: Collected,
    title: str,
    since: datetime | None = None,
) -> tuple[Message, ...] | None:
    if not found:
        return None
    heading = Heading("", resources.now(), zone_of(resources, chat), since, title)
    coming_at = await coming(resources, chat)
    async with resources.database.begin() as tx:
        number = await digests.answered(tx, chat.id, kind, key, resources.now())
        if kind is DigestKind.ASKED:
            parts = look.preview(number, found.told, found.lines, heading, coming_at)
        else:
            parts = look.digest(number, found.told, found.lines, heading)
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


async def coming(resources: Resources, chat: Chat) -> str | None:
    """When the chat's next digest comes, in words; None without a schedule."""
    async with resources.database.reading() as tx:
        mine = await schedules.of_chat(tx, chat.id)
    return when(mine[0].next_at, resources.now(), zone_of(resources, chat)) if mine else None
