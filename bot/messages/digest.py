"""A digest as messages: it informs in its reading time, and it ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.locale import Translator
from bot.messages.facts import duration, host, long_day, since_day
from bot.messages.replies import time_keys
from bot.messages.rich import Button, Message, Rich, Rows, bold, clean, fill, italic, join, link, quote
from bot.messages.split import pack
from bot.models import Outlet, Story

# Lines of the stories that did not make the budget.
MAX_QUIET = 30
# Outlets that a story names; more are counted. Keys of one row.
MAX_OUTLETS = 3
_KEYS_A_ROW = 6
_LINE_WORDS = 10
# A tag gets a section of its own from so many stories on.
SECTION = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a digest: its schedule's name, its date in a zone, since when it covers, or another title."""

    name: str
    now: datetime
    zone: str
    since: datetime | None = None
    title: str = ""


def digest(
    tr: Translator, number: int, told: Sequence[Story], lines: Sequence[Story], heading: Heading
) -> tuple[Message, ...]:
    """A digest's messages, cut between stories; each story's key stands under the message that holds it.

    Args:
        tr: the language of the chat that gets them.
        number: the digest's, for the keys.
        told: stories with their bullets.
        lines: stories named in one line each.
        heading: what stands over them.
    """
    pieces = [_head(tr, told, lines, heading), *_body(tr, told), *_lines(tr, lines)]
    return _messages(tr, number, told, pieces)


def preview(
    tr: Translator,
    number: int,
    told: Sequence[Story],
    lines: Sequence[Story],
    heading: Heading,
    coming: str | None,
) -> tuple[Message, ...]:
    """The same, as it would be now; `coming` says in words when it will be."""
    end = (
        tr("These stories stay new until your digest comes {when}.", when=coming)
        if coming
        else tr("These stories stay new: no digest is scheduled yet.")
    )
    pieces = [_head(tr, told, lines, heading), *_body(tr, told), *_lines(tr, lines), italic(end)]
    *first, last = _messages(tr, number, told, pieces)
    return (*first, Message(last.body, last.buttons if coming else (*last.buttons, time_keys(tr))))


def instant(
    tr: Translator, number: int, told: Sequence[Story], lines: Sequence[Story]
) -> tuple[Message, ...]:
    """A feed's news as it comes: one story as it is, several as a list of them."""
    if len(told) == 1 and not lines:
        *heads, last = pack([_entry(tr, None, told[0])])
        return (*map(Message, heads), Message(last, _more(tr, number)))
    stories = tr.many("{number} new story", "{number} new stories", len(told) + len(lines))
    head = bold(f"{stories} · {tr.isolated(_source(told[0]))}")
    return _messages(tr, number, told, [head, *_body(tr, told), *_lines(tr, lines)])


def notice(tr: Translator, number: int, moment: datetime, zone: str) -> Message:
    """The one line when it can't be known whether a digest arrived."""
    text = tr("Your digest of {day} may not have arrived.", day=long_day(tr, moment, zone))
    return Message(Rich(text), ((Button(tr("Show digest"), f"show:{number}"),),))


def _messages(
    tr: Translator, number: int, told: Sequence[Story], pieces: Sequence[Rich]
) -> tuple[Message, ...]:
    parts = pack(pieces)
    keys = _keys_of_parts(tr, number, told, parts)
    return tuple(Message(part, rows) for part, rows in zip(parts, keys, strict=True))


def _keys_of_parts(tr: Translator, number: int, told: Sequence[Story], parts: Sequence[Rich]) -> list[Rows]:
    """For each part the keys of the stories that begin in it."""
    rows: list[Rows] = []
    place = 0
    for part in parts:
        first = place
        while place < len(told) and _mark(tr, place + 1, told[place]) in f"\n{part.text}":
            place += 1
        keys = [Button(str(at + 1), f"story:{number}:{at + 1}") for at in range(first, place)]
        rows.append(_in_rows(keys) if len(told) > 1 else _more(tr, number) if keys else ())
    return rows


def _mark(tr: Translator, number: int, story: Story) -> str:
    return f"\n{number}  {headline(tr, story)[:20]}"


def _more(tr: Translator, number: int) -> Rows:
    """The key of a single story, which needs no number."""
    return ((Button(tr("More"), f"story:{number}:1"),),)


def _in_rows(keys: Sequence[Button]) -> Rows:
    """The keys in rows of even length."""
    if not keys:
        return ()
    rows = -(-len(keys) // _KEYS_A_ROW)
    size = -(-len(keys) // rows)
    return tuple(tuple(keys[start : start + size]) for start in range(0, len(keys), size))


def _head(tr: Translator, told: Sequence[Story], lines: Sequence[Story], heading: Heading) -> Rich:
    everything = [*told, *lines]
    sources = len({outlet.name for story in everything for outlet in story.outlets})
    words = sum(_words(story) for story in told) + _LINE_WORDS * min(len(lines), MAX_QUIET)
    facts = [
        tr(
            "{stories} from {sources}",
            stories=tr.many("{number} story", "{number} stories", len(everything)),
            sources=tr.many("{number} source", "{number} sources", sources),
        ),
        duration(tr, words),
        tr("since {day}", day=since_day(tr, heading.since, heading.zone)) if heading.since else "",
    ]
    title = bold(f"{_called(tr, heading)} · {long_day(tr, heading.now, heading.zone)}")
    return join("\n", [title, join(" · ", facts)])


def _called(tr: Translator, heading: Heading) -> str:
    if heading.title:
        return heading.title
    name = clean(heading.name)
    return tr("Your {name} digest", name=name) if name else tr("Your digest")


def _words(story: Story) -> int:
    return _LINE_WORDS + sum(len(point.text.split()) for point in story.points)


def _body(tr: Translator, told: Sequence[Story]) -> list[Rich]:
    """The entries, under their tags where there are several tags of several stories."""
    large = sections([story.tag for story in told])
    heads = [(clean(story.tag).capitalize() if story.tag in large else tr("More")) for story in told]
    pieces = []
    for number, story in enumerate(told, 1):
        entry = _entry(tr, number, story)
        opens = bool(large) and (number == 1 or heads[number - 2] != heads[number - 1])
        pieces.append(join("\n\n", [bold(heads[number - 1]), entry]) if opens else entry)
    return pieces


def sections(tags: Sequence[str]) -> tuple[str, ...]:
    """The tags of stories that get a section each, in their order; none unless two tags have two stories."""
    large = tuple(tag for tag in dict.fromkeys(tags) if tag and tags.count(tag) >= SECTION)
    return large if len(large) > 1 else ()


def _lines(tr: Translator, lines: Sequence[Story]) -> list[Rich]:
    if not lines:
        return []
    shown = [Rich("· ") + _line(tr, story) for story in lines[:MAX_QUIET]]
    rest = len(lines) - len(shown)
    head = bold(tr("In one line each ({number})", number=len(lines)))
    return [join("\n", [head, *shown, tr("and {number} more", number=rest) if rest else ""])]


def _line(tr: Translator, story: Story) -> Rich:
    title = link(headline(tr, story), story.url)
    return fill(tr, "Update: {title}", title=title) if story.news else title


def _entry(tr: Translator, number: int | None, story: Story) -> Rich:
    mark = bold(f"{number}  ") if number else Rich()
    title = mark + bold(link(headline(tr, story), story.url))
    return join("\n", [title, _outlets(story.outlets), update(tr, story), quote(points(story, "\n"))])


def update(tr: Translator, story: Story) -> Rich:
    """What is new in a story that was told before."""
    if not story.news:
        return Rich()
    news = tr("new: {facts}", facts=tr.listed((tr.isolated(clean(fact)) for fact in story.news), brief=True))
    return italic(f"{tr('Update')} · {news}")


def points(story: Story, gap: str) -> Rich:
    """A story's bullets, each with its outlet where several tell it."""
    return join(gap, [_point(story, point.text, point.outlet) for point in story.points])


def _point(story: Story, text: str, outlet: int) -> Rich:
    line = f"• {clean(text)}"
    if len(story.outlets) < 2:
        return Rich(line)
    return Rich(f"{line} [{_outlet(story.outlets[outlet])}]")


def _outlets(outlets: Sequence[Outlet]) -> Rich:
    """Who tells it: AP · BBC · +3, each a link; a single one is named only, for the title is its link."""
    if len(outlets) < 2:
        return Rich(_outlet(outlets[0]) if outlets else "")
    named: Iterable[Rich] = [link(_outlet(outlet), outlet.url) for outlet in outlets[:MAX_OUTLETS]]
    rest = len(outlets) - MAX_OUTLETS
    return join(" · ", [*named, f"+{rest}" if rest > 0 else ""])


def headline(tr: Translator, story: Story) -> str:
    """A story's title; the site where it has none that can be read."""
    return clean(story.title) or host(story.url) or tr("Untitled")


def _source(story: Story) -> str:
    return _outlet(story.outlets[0]) if story.outlets else host(story.url)


def _outlet(outlet: Outlet) -> str:
    return clean(outlet.name) or host(outlet.url)
