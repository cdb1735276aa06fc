"""A digest as messages: it informs in its reading time, and it ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.messages.facts import count, duration, host, long_day, since_day
from bot.messages.replies import TIME_KEYS
from bot.messages.rich import Button, Message, Rich, Rows, bold, clean, italic, join, link, quote
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
    number: int, told: Sequence[Story], lines: Sequence[Story], heading: Heading
) -> tuple[Message, ...]:
    """A digest's messages, cut between stories; each story's key stands under the message that holds it.

    Args:
        number: the digest's, for the keys.
        told: stories with their bullets.
        lines: stories named in one line each.
        heading: what stands over them.
    """
    return _messages(number, told, [_head(told, lines, heading), *_body(told), *_lines(lines)])


def preview(
    number: int, told: Sequence[Story], lines: Sequence[Story], heading: Heading, coming: str | None
) -> tuple[Message, ...]:
    """The same, as it would be now; `coming` says in words when it will be."""
    end = (
        f"These stories stay new until your digest comes {coming}."
        if coming
        else "These stories stay new: no digest is scheduled yet."
    )
    pieces = [_head(told, lines, heading), *_body(told), *_lines(lines), italic(end)]
    *first, last = _messages(number, told, pieces)
    return (*first, Message(last.body, last.buttons if coming else (*last.buttons, TIME_KEYS)))


def instant(number: int, told: Sequence[Story], lines: Sequence[Story]) -> tuple[Message, ...]:
    """A feed's news as it comes: one story as it is, several as a list of them."""
    if len(told) == 1 and not lines:
        *heads, last = pack([_entry(None, told[0])])
        return (*map(Message, heads), Message(last, _more(number)))
    head = bold(f"{count(len(told) + len(lines), 'new story', 'new stories')} · {_source(told[0])}")
    return _messages(number, told, [head, *_body(told), *_lines(lines)])


def notice(number: int, moment: datetime, zone: str) -> Message:
    """The one line when it can't be known whether a digest arrived."""
    text = f"Your digest of {long_day(moment, zone)} may not have arrived."
    return Message(Rich(text), ((Button("Show digest", f"show:{number}"),),))


def _messages(number: int, told: Sequence[Story], pieces: Sequence[Rich]) -> tuple[Message, ...]:
    parts = pack(pieces)
    keys = _keys_of_parts(number, told, parts)
    return tuple(Message(part, rows) for part, rows in zip(parts, keys, strict=True))


def _keys_of_parts(number: int, told: Sequence[Story], parts: Sequence[Rich]) -> list[Rows]:
    """For each part the keys of the stories that begin in it."""
    rows: list[Rows] = []
    place = 0
    for part in parts:
        first = place
        while place < len(told) and _mark(place + 1, told[place]) in f"\n{part.text}":
            place += 1
        keys = [Button(str(at + 1), f"story:{number}:{at + 1}") for at in range(first, place)]
        rows.append(_in_rows(keys) if len(told) > 1 else _more(number) if keys else ())
    return rows


def _mark(number: int, story: Story) -> str:
    return f"\n{number}  {_title(story)[:20]}"


def _more(number: int) -> Rows:
    """The key of a single story, which needs no number."""
    return ((Button("More", f"story:{number}:1"),),)


def _in_rows(keys: Sequence[Button]) -> Rows:
    """The keys in rows of even length."""
    if not keys:
        return ()
    rows = -(-len(keys) // _KEYS_A_ROW)
    size = -(-len(keys) // rows)
    return tuple(tuple(keys[start : start + size]) for start in range(0, len(keys), size))


def _head(told: Sequence[Story], lines: Sequence[Story], heading: Heading) -> Rich:
    everything = [*told, *lines]
    sources = len({outlet.name for story in everything for outlet in story.outlets})
    words = sum(_words(story) for story in told) + _LINE_WORDS * min(len(lines), MAX_QUIET)
    stories = count(len(everything), "story", "stories")
    since = f" · since {since_day(heading.since, heading.zone)}" if heading.since else ""
    facts = f"{stories} from {count(sources, 'source', 'sources')} · {duration(words)}{since}"
    return join("\n", [bold(f"{_called(heading)} · {long_day(heading.now, heading.zone)}"), facts])


def _called(heading: Heading) -> str:
    if heading.title:
        return heading.title
    return f"Your {clean(heading.name)} digest" if heading.name else "Your digest"


def _words(story: Story) -> int:
    return _LINE_WORDS + sum(len(point.text.split()) for point in story.points)


def _body(told: Sequence[Story]) -> list[Rich]:
    """The entries, under their tags where there are several tags of several stories."""
    large = sections([story.tag for story in told])
    heads = [(clean(story.tag).capitalize() if story.tag in large else "More") for story in told]
    pieces = []
    for number, story in enumerate(told, 1):
        entry = _entry(number, story)
        opens = bool(large) and (number == 1 or heads[number - 2] != heads[number - 1])
        pieces.append(join("\n\n", [bold(heads[number - 1]), entry]) if opens else entry)
    return pieces


def sections(tags: Sequence[str]) -> tuple[str, ...]:
    """The tags of stories that get a section each, in their order; none unless two tags have two stories."""
    large = tuple(tag for tag in dict.fromkeys(tags) if tag and tags.count(tag) >= SECTION)
    return large if len(large) > 1 else ()


def _lines(lines: Sequence[Story]) -> list[Rich]:
    if not lines:
        return []
    shown = [Rich("· ") + _news(story) + link(_title(story), story.url) for story in lines[:MAX_QUIET]]
    rest = len(lines) - len(shown)
    head = bold(f"In one line each ({len(lines)})")
    return [join("\n", [head, *shown, f"and {rest:,} more" if rest else ""])]


def _news(story: Story) -> str:
    return "Update: " if story.news else ""


def _entry(number: int | None, story: Story) -> Rich:
    mark = bold(f"{number}  ") if number else Rich()
    title = mark + bold(link(_title(story), story.url))
    return join("\n", [title, _outlets(story.outlets), _update(story), quote(points(story, "\n"))])


def _update(story: Story) -> Rich:
    if not story.news:
        return Rich()
    return italic(f"Update · new: {', '.join(clean(fact) for fact in story.news)}")


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


def _title(story: Story) -> str:
    return clean(story.title) or host(story.url) or "Untitled"


def _source(story: Story) -> str:
    return _outlet(story.outlets[0]) if story.outlets else host(story.url)


def _outlet(outlet: Outlet) -> str:
    return clean(outlet.name) or host(outlet.url)
