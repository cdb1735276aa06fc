"""One story of a digest, opened in its place, and why it is there."""

from collections.abc import Sequence
from dataclasses import replace

from bot.messages.digest import points
from bot.messages.facts import count, host
from bot.messages.rich import Button, Message, Rich, bold, clean, italic, join, link
from bot.messages.split import MAX_UNITS
from bot.models import Story

MUTE_DAYS = (1, 7, 30)
# Outlets that an opened story names with their links.
_OUTLETS = 12


def opened(story: Story, digest: int, number: int, *, saved: bool, vote: int | None) -> Message:
    """The story with all its bullets and its keys; the message is the digest's own, so Back leads there."""
    shown = story
    while len(body := _body(shown)) > MAX_UNITS and shown.points:
        shown = replace(shown, points=shown.points[:-1])
    at = f"{digest}:{number}"
    keys = (
        (
            Button("Saved" if saved else "Save", f"save:{at}"),
            Button("👍 ✓" if vote == 1 else "👍", f"vote:{at}:1"),
            Button("👎 ✓" if vote == -1 else "👎", f"vote:{at}:-1"),
        ),
        (Button("Mute", f"mute:{at}"), Button("Why", f"why:{at}"), Button("Back", f"back:{at}")),
    )
    return Message(body, keys)


def _body(story: Story) -> Rich:
    title = bold(link(clean(story.title) or host(story.url) or "Untitled", story.url))
    named = [link(clean(outlet.name) or host(outlet.url), outlet.url) for outlet in story.outlets[:_OUTLETS]]
    update = italic(f"Update · new: {', '.join(map(clean, story.news))}") if story.news else Rich()
    return join("\n\n", [join("\n", [title, join(" · ", named), update]), points(story, "\n\n")])


def mute_choice(words: Sequence[str], digest: int, number: int) -> Message:
    """For how long a story's words are to be muted."""
    text = f"Mute stories about {_list(words)}? For how long?"
    at = f"{digest}:{number}"
    days = tuple(Button(count(days, "day", "days"), f"mute:{at}:{days}") for days in MUTE_DAYS)
    return Message(Rich(text), (days, (Button("Back", f"story:{at}"),)))


def muted(words: Sequence[str], days: int, filter_number: int, digest: int, number: int) -> Message:
    """Words are muted from now on."""
    text = f"Muted for {count(days, 'day', 'days')}: stories about {_list(words)}. /mute lists your mutes."
    keys = (Button("Undo", f"unmute:{filter_number}"), Button("Back", f"back:{digest}:{number}"))
    return Message(Rich(text), (keys,))


def _list(words: Sequence[str]) -> str:
    return ", ".join(f"“{clean(word)}”" for word in words)


def _said(kind: str, value: str) -> str:
    """A reason in words; empty where it is none worth saying."""
    match kind:
        case "sources":
            return f"{value} sources tell of it" if int(value) > 1 else ""
        case "hours":
            return f"it is {count(int(value), 'hour', 'hours')} old" if int(value) else "it is new"
        case "rare":
            return "its feed seldom posts"
        case "word":
            return f"you voted on “{clean(value)}”"
        case _:
            return f"you voted on {clean(value)}"


def why(story: Story, digest: int, number: int) -> Message:
    """Why a story was chosen, in words."""
    said = [text for kind, value in story.reasons if (text := _said(kind, value))]
    title = bold(f"Why “{clean(story.title)[:80]}”")
    lines = [f"• {text[0].upper()}{text[1:]}." for text in dict.fromkeys(said)]
    end = italic("👍 and 👎 on stories change what comes first. /likes shows what they have taught me.")
    body = join("\n\n", [title, join("\n", lines) if lines else "It is what your feeds brought.", end])
    return Message(body, ((Button("Back", f"story:{digest}:{number}"),),))


def why_each(found: Sequence[tuple[int, Story]]) -> Message:
    """Why each of several stories was chosen, in a line."""
    lines = []
    for number, story in found:
        said = [text for kind, value in story.reasons if (text := _said(kind, value))]
        title = bold(f"{number}  {clean(story.title)[:80]}")
        lines.append(join("\n", [title, ", ".join(dict.fromkeys(said)) or "it is what your feeds brought"]))
    return Message(join("\n\n", lines))
