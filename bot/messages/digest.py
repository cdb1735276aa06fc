"""A digest as messages: it informs in its reading time, and it ends."""

from collections.abc import Sequence
from datetime import datetime

from bot.messages.facts import count, duration, host, long_day
from bot.messages.replies import TIME_KEYS
from bot.messages.rich import Button, Message, Rich, bold, clean, italic, join, link, quote
from bot.messages.split import pack
from bot.models import Story

# Lines of the stories that did not make the budget.
MAX_QUIET = 30


def digest(stories: Sequence[Story], quiet: Sequence[Story], now: datetime, zone: str) -> tuple[Message, ...]:
    """A digest's messages, cut between stories.

    Args:
        stories: told with their bullets.
        quiet: named in one line each.
        now: the moment that dates it, UTC.
        zone: the chat's time zone.
    """
    parts = pack([_head(stories, quiet, f"Your digest · {long_day(now, zone)}"), *_body(stories, quiet)])
    return tuple(Message(part) for part in parts)


def preview(
    stories: Sequence[Story], quiet: Sequence[Story], now: datetime, zone: str, coming: str | None
) -> tuple[Message, ...]:
    """The same, as it would be now; `coming` says in words when it will be."""
    head = _head(stories, quiet, f"A preview of your digest · {long_day(now, zone)}")
    end = (
        f"These stories stay new until your digest comes {coming}."
        if coming
        else "These stories stay new: no digest is scheduled yet."
    )
    keys = () if coming else (TIME_KEYS,)
    parts = pack([head, *_body(stories, quiet), italic(end)])
    return (*map(Message, parts[:-1]), Message(parts[-1], keys))


def notice(number: int, moment: datetime, zone: str) -> Message:
    """The one line when it can't be known whether a digest arrived."""
    text = f"Your digest of {long_day(moment, zone)} may not have arrived."
    return Message(Rich(text), ((Button("Show digest", f"show:{number}"),),))


def _head(stories: Sequence[Story], quiet: Sequence[Story], title: str) -> Rich:
    everything = [*stories, *quiet]
    sources = len({_source(story) for story in everything})
    words = sum(story.summary.words_after if story.summary else 10 for story in everything)
    told = count(len(everything), "story", "stories")
    return join("\n", [bold(title), f"{told} from {count(sources, 'source', 'sources')} · {duration(words)}"])


def _body(stories: Sequence[Story], quiet: Sequence[Story]) -> list[Rich]:
    told = [_entry(number, story) for number, story in enumerate(stories, 1)]
    return [*told, _quiet(quiet)] if quiet else told


def _quiet(quiet: Sequence[Story]) -> Rich:
    lines = [Rich("· ") + link(_title(story), story.url) for story in quiet[:MAX_QUIET]]
    rest = len(quiet) - len(lines)
    return join(
        "\n", [bold(f"In one line each ({len(quiet)})"), *lines, f"and {rest:,} more" if rest else ""]
    )


def _entry(number: int, story: Story) -> Rich:
    title = bold(f"{number}  ") + bold(link(_title(story), story.url))
    bullets = story.summary.bullets if story.summary else ()
    told = join("\n", [f"• {' '.join(bullet.text.split())}" for bullet in bullets])
    return join("\n", [title, _source(story), quote(told)])


def _title(story: Story) -> str:
    return clean(story.title) or host(story.url) or "Untitled"


def _source(story: Story) -> str:
    return clean(story.site or "") or host(story.url)
