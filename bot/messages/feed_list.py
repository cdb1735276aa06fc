"""What a chat follows, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.locale import Translator, mark
from bot.messages.facts import day, host, often, short
from bot.messages.feeds import trouble
from bot.messages.following import tags_of
from bot.messages.rich import Button, Message, Rich, Rows, bold, code, fill, isolated, join, link
from bot.models import Delivery, Subscription

PAGE = 10  # feeds
_KEYS = 5  # of one row
_NAME = 60  # units of a feed's name in its line, and of a word that is looked for
EARLIER, LATER = "\u2039", "\u203a"  # single angle quotation marks
# A pause without an end is until the year 9999.
_ENDLESS = 9000

DELIVERIES = {
    Delivery.INSTANT: mark("instant"),
    Delivery.DIGEST: mark("digest"),
    Delivery.OFF: mark("off"),
}


@dataclass(frozen=True, slots=True)
class Page:
    """Feeds with their numbers; `total` of them match the `word`, on so many `pages`."""

    feeds: Sequence[tuple[int, Subscription]]
    total: int
    number: int
    pages: int
    word: str = ""

    @classmethod
    def of(cls, found: Sequence[tuple[int, Subscription]], number: int, word: str = "") -> "Page":
        """One page of what was found; the nearest where there is none of this number."""
        pages = max(1, -(-len(found) // PAGE))
        number = max(1, min(number, pages))
        return cls(found[(number - 1) * PAGE : number * PAGE], len(found), number, pages, word)


def feed_list(tr: Translator, page: Page, coming: str | None, now: datetime, zone: str) -> Message:
    """What the chat follows."""
    if not page.total:
        how = fill(tr, "Add one with {sub}.", sub=code("/sub example.com"))
        return Message(join("\n", [bold(tr("You follow no feeds yet.")), how]))
    facts = [
        tr("Your feeds with “{word}”", word=short(page.word, _NAME)) if page.word else tr("Your feeds"),
        tr.number(page.total),
        tr("page {page} of {pages}", page=page.number, pages=page.pages) if page.pages > 1 else "",
    ]
    lines = [_line(tr, number, each, now, zone) for number, each in page.feeds]
    tail = (
        tr("Next digest: {when}.", when=coming)
        if coming
        else tr("No digest is scheduled yet: /schedule 08:00 brings one every day.")
    )
    head = bold(" · ".join(filter(None, facts)))
    return Message(join("\n\n", [head, join("\n", lines), tail]), _keys(tr, page))


def _line(tr: Translator, number: int, mine: Subscription, now: datetime, zone: str) -> Rich:
    """One feed: its sign, its name, and what is to be known of it."""
    feed = mine.feed
    rests = is_paused(mine, now)
    sign = "⏸" if feed.paused or rests else "⚠" if feed.failures else "✅"
    facts = [
        "" if feed.failures else tr.isolated(host(feed.url)),
        trouble(tr, feed, now) if feed.failures else pause(tr, mine, zone) if rests else "",
        tr.plain(DELIVERIES[mine.delivery]),
        often(tr, feed.pace) if feed.pace and not feed.failures else "",
        tr.isolated(tags_of(mine)),
    ]
    named = link(short(mine.title, _NAME, feed.url), feed.url)
    return Rich(f"{number}  {sign} ") + isolated(tr, named) + "".join(f" · {fact}" for fact in facts if fact)


def is_paused(mine: Subscription, now: datetime) -> bool:
    """Whether the chat pauses a feed."""
    return mine.paused_until is not None and mine.paused_until > now


def pause(tr: Translator, mine: Subscription, zone: str) -> str:
    """That a feed is paused, and until when where that is known."""
    if mine.paused_until is None or mine.paused_until.year > _ENDLESS:
        return tr("paused")
    return tr("paused until {day}", day=day(tr, mine.paused_until, zone))


def _keys(tr: Translator, page: Page) -> Rows:
    numbers = [Button(str(number), f"p:{each.feed.id}") for number, each in page.feeds]
    turning = turns(page.number, page.pages, lambda number: f"list:{number}:{page.word}".rstrip(":"))
    rows = [tuple(numbers[start : start + _KEYS]) for start in range(0, len(numbers), _KEYS)]
    more = (Button(tr("Add"), "list:add"), Button(tr("Export"), "export:"))
    return (*rows, *turning, more)


def turns(page: int, pages: int, action: Callable[[int], str]) -> Rows:
    """The row of keys that lead to the pages before and behind this one; none where there are no others."""
    row = (
        *([Button(EARLIER, action(page - 1))] if page > 1 else []),
        *([Button(LATER, action(page + 1))] if page < pages else []),
    )
    return (row,) if row else ()


def addresses(feeds: Sequence[Subscription]) -> Message:
    """What the chat follows, to be copied."""
    return Message(Rich("\n".join(each.feed.url for each in feeds)))


def how_to_add(tr: Translator) -> Message:
    """How feeds come to the list."""
    lines = [
        code("/sub example.com") + f" · {tr('follows the feed of a site')}",
        code("/sub example.com example.org #tech")
        + f" · {tr('follows several at once and gives them a tag')}",
        code("/import") + f" · {tr('as the caption of an OPML file, follows all its feeds')}",
    ]
    return Message(join("\n", [bold(tr("Add feeds")), *lines]))
