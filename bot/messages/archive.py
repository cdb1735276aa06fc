"""What was sent before: newest items, saved ones, found ones, and all of it as a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from bot.locale import Translator
from bot.messages.facts import ago, host, long_day, short
from bot.messages.rich import Attachment, Button, Message, Rich, bold, clean, join, link, quote
from bot.messages.split import pack
from bot.models import Digest, Story

_SAVED = 30  # saved articles that are listed
_KEYS = 12
_WORDS = 60  # units of what was looked for


@dataclass(frozen=True, slots=True)
class Found:
    """An article as a list shows it; `at` is when it came out, was saved or was sent."""

    article: int
    title: str
    url: str | None
    site: str
    at: datetime
    points: tuple[str, ...] = ()


def latest(tr: Translator, found: Sequence[Found], now: datetime) -> tuple[Message, ...]:
    """The newest items with their bullets."""
    if not found:
        return (Message(Rich(tr("Your feeds have brought nothing yet. /sub example.com adds one."))),)
    head = bold(tr.many("The latest {number} story", "The latest {number} stories", len(found)))
    entries = [
        join("\n", [bold(_line(tr, number, each)), _facts(tr, each, now), quote(_points(each))])
        for number, each in enumerate(found, 1)
    ]
    return tuple(map(Message, pack([head, *entries])))


def saved(tr: Translator, found: Sequence[Found], now: datetime) -> tuple[Message, ...]:
    """What was saved, the latest first, with keys that let go of it, and that show what has no page to open."""
    if not found:
        return (Message(Rich(tr("Nothing is saved yet. Press Save under a summary or a story."))),)
    head = bold(f"{tr('Saved')} · {len(found)}")
    lines = _lines(tr, found[:_SAVED], now)
    rest = len(found) - len(lines)
    keys = [
        key
        for number, each in enumerate(found[:_KEYS], 1)
        for key in (
            *(() if each.url else (Button(tr("Read {number}", number=number), f"read:{each.article}"),)),
            Button(tr("Remove {number}", number=number), f"unsave:{each.article}"),
        )
    ]
    rows = tuple(tuple(keys[start : start + 3]) for start in range(0, len(keys), 3))
    body = join("\n", [head, *lines, tr("and {number} more", number=rest) if rest > 0 else ""])
    *first, last = pack([body])
    return (*map(Message, first), Message(last, rows))


def hits(tr: Translator, words: str, found: Sequence[Found], now: datetime, *, more: bool) -> Message:
    """What was found by its words."""
    said = short(words, _WORDS)
    if not found:
        return Message(Rich(tr("Nothing that you were sent has “{text}”. Try fewer words.", text=said)))
    tail = tr("There are older ones; another word narrows it down.") if more else ""
    return Message(join("\n", [bold(tr("Found for “{text}”", text=said)), *_lines(tr, found, now), tail]))


def _lines(tr: Translator, found: Sequence[Found], now: datetime) -> list[Rich]:
    return [_line(tr, number, each) + f" · {_facts(tr, each, now)}" for number, each in enumerate(found, 1)]


def _line(tr: Translator, number: int, each: Found) -> Rich:
    return Rich(f"{number}  ") + link(clean(each.title) or host(each.url) or tr("Untitled"), each.url)


def _facts(tr: Translator, each: Found, now: datetime) -> str:
    site = tr.isolated(clean(each.site) or host(each.url))
    return " · ".join(filter(None, (site, ago(tr, each.at, now))))


def _points(each: Found) -> str:
    return "\n".join(f"• {clean(point)}" for point in each.points)


_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}"
    "h2{margin-top:3rem}h3{margin-bottom:0}small{opacity:.7}ul{margin-top:.3rem}"
    ":root{color-scheme:light dark}"
)


def page(tr: Translator, title: str, kept: Sequence[tuple[Digest, Sequence[Story]]], zone: str) -> Message:
    """Every digest that is kept, as one page that loads nothing from elsewhere."""
    body = "".join(_section(tr, digest, told, zone) for digest, told in kept)
    name = escape(clean(title) or "Nutgraf")
    way = ' dir="rtl"' if tr.is_rtl else ""
    text = (
        f'<!doctype html><html lang="{tr.language}"{way}><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width">'
        f"<title>{name}</title><style>{_STYLE}</style><h1>{name}</h1>{body}</html>"
    )
    told = sum(len(each) for _, each in kept)
    caption = tr.many(
        "{digests} with {number} story, as a page.",
        "{digests} with {number} stories, as a page.",
        told,
        digests=tr.many("{number} digest", "{number} digests", len(kept)),
    )
    return Message(Rich(caption), file=Attachment("nutgraf.html", text.encode("utf-8", "replace")))


def _section(tr: Translator, digest: Digest, told: Sequence[Story], zone: str) -> str:
    articles = "".join(_article(tr, story) for story in told)
    return f"<h2>{escape(long_day(tr, digest.due_at, zone))}</h2>{articles}"


def _article(tr: Translator, story: Story) -> str:
    title = escape(clean(story.title) or host(story.url) or tr("Untitled"))
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
