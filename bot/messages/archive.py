"""What was sent before: newest items, saved ones, found ones, and all of it as a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from bot.messages.facts import ago, count, host, long_day
from bot.messages.rich import Attachment, Button, Message, Rich, bold, clean, join, link, quote
from bot.messages.split import pack
from bot.models import Digest, Story

_SAVED = 30  # saved articles that are listed
_KEYS = 12


@dataclass(frozen=True, slots=True)
class Found:
    """An article as a list shows it; `at` is when it came out, was saved or was sent."""

    article: int
    title: str
    url: str | None
    site: str
    at: datetime
    points: tuple[str, ...] = ()


def latest(found: Sequence[Found], now: datetime) -> tuple[Message, ...]:
    """The newest items with their bullets."""
    if not found:
        return (Message(Rich("Your feeds have brought nothing yet. /sub example.com adds one.")),)
    head = bold(f"The latest {count(len(found), 'story', 'stories')}")
    entries = [
        join("\n", [bold(_line(number, each)), _facts(each, now), quote(_points(each))])
        for number, each in enumerate(found, 1)
    ]
    return tuple(map(Message, pack([head, *entries])))


def saved(found: Sequence[Found], now: datetime) -> tuple[Message, ...]:
    """What was saved, the latest first, with keys that let go of it."""
    if not found:
        return (Message(Rich("Nothing is saved yet. Open a story in a digest and press Save.")),)
    head = bold(f"Saved · {len(found)}")
    lines = [_line(number, each) + f" · {_facts(each, now)}" for number, each in enumerate(found[:_SAVED], 1)]
    rest = len(found) - len(lines)
    keys = [
        Button(f"Remove {number}", f"unsave:{each.article}") for number, each in enumerate(found[:_KEYS], 1)
    ]
    rows = tuple(tuple(keys[start : start + 3]) for start in range(0, len(keys), 3))
    body = join("\n", [head, *lines, f"and {rest:,} more" if rest > 0 else ""])
    *first, last = pack([body])
    return (*map(Message, first), Message(last, rows))


def hits(words: str, found: Sequence[Found], now: datetime, *, more: bool) -> Message:
    """What was found by its words."""
    said = f"“{clean(words)[:60]}”"
    if not found:
        return Message(Rich(f"Nothing that you were sent has {said}. Try fewer words."))
    lines = [_line(number, each) + f" · {_facts(each, now)}" for number, each in enumerate(found, 1)]
    tail = "There are older ones; another word narrows it down." if more else ""
    return Message(join("\n", [bold(f"Found for {said}"), *lines, tail]))


def _line(number: int, each: Found) -> Rich:
    return Rich(f"{number}  ") + link(clean(each.title) or host(each.url) or "Untitled", each.url)


def _facts(each: Found, now: datetime) -> str:
    return " · ".join(filter(None, (clean(each.site) or host(each.url), ago(each.at, now))))


def _points(each: Found) -> str:
    return "\n".join(f"• {clean(point)}" for point in each.points)


_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}"
    "h2{margin-top:3rem}h3{margin-bottom:0}small{opacity:.7}ul{margin-top:.3rem}"
    ":root{color-scheme:light dark}"
)


def page(title: str, kept: Sequence[tuple[Digest, Sequence[Story]]], zone: str) -> Message:
    """Every digest that is kept, as one page that loads nothing from elsewhere."""
    body = "".join(_section(digest, told, zone) for digest, told in kept)
    name = escape(clean(title) or "Nutgraf")
    text = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{name}</title><style>{_STYLE}</style><h1>{name}</h1>{body}</html>"
    )
    told = sum(len(each) for _, each in kept)
    caption = f"{count(len(kept), 'digest', 'digests')} with {count(told, 'story', 'stories')}, as a page."
    return Message(Rich(caption), file=Attachment("nutgraf.html", text.encode("utf-8", "replace")))


def _section(digest: Digest, told: Sequence[Story], zone: str) -> str:
    return f"<h2>{escape(long_day(digest.due_at, zone))}</h2>{''.join(map(_article, told))}"


def _article(story: Story) -> str:
    title = escape(clean(story.title) or host(story.url) or "Untitled")
    outlets = " · ".join(
        _anchor(clean(outlet.name) or host(outlet.url), outlet.url) for outlet in story.outlets
    )
    points = "".join(f'<li dir="auto">{escape(clean(point.text))}</li>' for point in story.points)
    head = _anchor(title, story.url, escaped=True)
    return f'<h3 dir="auto">{head}</h3><small dir="auto">{outlets}</small><ul>{points}</ul>'


def _anchor(name: str, url: str | None, *, escaped: bool = False) -> str:
    shown = name if escaped else escape(name)
    if not url or not url.startswith(("http://", "https://")):
        return shown
    return f'<a href="{escape(url, quote=True)}" rel="noreferrer">{shown}</a>'
