"""One story of a digest, opened in its place, and why it is there."""

from collections.abc import Sequence
from dataclasses import replace

from bot.locale import Translator
from bot.messages.digest import headline, points, update
from bot.messages.facts import host
from bot.messages.rich import Button, Message, Rich, bold, clean, cut, italic, join, link
from bot.messages.split import MAX_UNITS
from bot.models import Story

MUTE_DAYS = (1, 7, 30)
# Outlets that an opened story names with their links.
_OUTLETS = 12
_TITLE = 80  # units of a title


def opened(
    tr: Translator, story: Story, digest: int, number: int, *, saved: bool, vote: int | None
) -> Message:
    """The story with all its bullets and its keys; the message is the digest's own, so Back leads there."""
    shown = story
    while len(body := _body(tr, shown)) > MAX_UNITS and shown.points:
        shown = replace(shown, points=shown.points[:-1])
    at = f"{digest}:{number}"
    keys = (
        (
            Button(tr("Saved") if saved else tr("Save"), f"save:{at}"),
            Button("👍 ✓" if vote == 1 else "👍", f"vote:{at}:1"),
            Button("👎 ✓" if vote == -1 else "👎", f"vote:{at}:-1"),
        ),
        (
            Button(tr("Mute"), f"mute:{at}"),
            Button(tr("Why"), f"why:{at}"),
            Button(tr("Back"), f"back:{at}"),
        ),
    )
    return Message(body, keys)


def _body(tr: Translator, story: Story) -> Rich:
    title = bold(link(headline(tr, story), story.url))
    named = [link(clean(outlet.name) or host(outlet.url), outlet.url) for outlet in story.outlets[:_OUTLETS]]
    head = join("\n", [title, join(" · ", named), update(tr, story)])
    return join("\n\n", [head, points(story, "\n\n")])


def mute_choice(tr: Translator, words: Sequence[str], digest: int, number: int) -> Message:
    """For how long a story's words are to be muted."""
    text = tr("Mute stories about {words}? For how long?", words=_list(tr, words))
    at = f"{digest}:{number}"
    days = tuple(
        Button(tr.many("{number} day", "{number} days", days), f"mute:{at}:{days}") for days in MUTE_DAYS
    )
    return Message(Rich(text), (days, (Button(tr("Back"), f"story:{at}"),)))


def muted(
    tr: Translator, words: Sequence[str], days: int, filter_number: int, digest: int, number: int
) -> Message:
    """Words are muted from now on."""
    text = tr.many(
        "Muted for {number} day: stories about {words}. /mute lists your mutes.",
        "Muted for {number} days: stories about {words}. /mute lists your mutes.",
        days,
        words=_list(tr, words),
    )
    keys = (Button(tr("Undo"), f"unmute:{filter_number}"), Button(tr("Back"), f"back:{digest}:{number}"))
    return Message(Rich(text), (keys,))


def _list(tr: Translator, words: Sequence[str]) -> str:
    return tr.listed((tr("“{text}”", text=clean(word)) for word in words), brief=True)


def _said(tr: Translator, kind: str, value: str) -> str:
    """A reason in words; empty where it is none worth saying."""
    match kind:
        case "sources":
            text = tr.many("{number} source tells of it", "{number} sources tell of it", int(value))
            return text if int(value) > 1 else ""
        case "hours":
            text = tr.many("it is {number} hour old", "it is {number} hours old", int(value))
            return text if int(value) else tr("it is new")
        case "rare":
            return tr("its feed seldom posts")
        case "word":
            return tr("you voted on “{text}”", text=clean(value))
        case _:
            return tr("you voted on {name}", name=clean(value))


def _reasons(tr: Translator, story: Story) -> list[str]:
    said = (_said(tr, kind, value) for kind, value in story.reasons)
    return list(dict.fromkeys(filter(None, said)))


def why(tr: Translator, story: Story, digest: int, number: int) -> Message:
    """Why a story was chosen, in words."""
    title = bold(tr("Why “{title}”", title=cut(headline(tr, story), _TITLE)))
    said = [tr("{reason}.", reason=f"{text[0].upper()}{text[1:]}") for text in _reasons(tr, story)]
    lines = [f"• {sentence}" for sentence in said] or [tr("It is what your feeds brought.")]
    end = tr("👍 and 👎 on stories change what comes first. /likes shows what they have taught me.")
    body = join("\n\n", [title, join("\n", lines), italic(end)])
    return Message(body, ((Button(tr("Back"), f"story:{digest}:{number}"),),))


def why_each(tr: Translator, found: Sequence[tuple[int, Story]]) -> Message:
    """Why each of several stories was chosen, in a line."""
    lines = []
    for number, story in found:
        said = tr.listed(_reasons(tr, story), brief=True) or tr("it is what your feeds brought")
        lines.append(join("\n", [bold(f"{number}  {cut(headline(tr, story), _TITLE)}"), said]))
    return Message(join("\n\n", lines))
