"""What 👍 and 👎 have taught."""

from collections.abc import Mapping

from bot.locale import Translator
from bot.messages.facts import short
from bot.messages.rich import Button, Message, Rich, bold, italic, join

_SHOWN = 15  # signs of each side
_SIGN = 60  # units of one


def learnt(tr: Translator, taste: Mapping[str, float], votes: int) -> Message:
    """What the votes of a chat say, the strongest first, and a key that forgets them."""
    if not votes:
        return Message(Rich(tr("No story has a vote yet. Open one in a digest and press 👍 or 👎.")))
    more = sorted((sign for sign in taste if taste[sign] > 0), key=lambda sign: (-taste[sign], sign))
    less = sorted((sign for sign in taste if taste[sign] < 0), key=lambda sign: (taste[sign], sign))
    scale = tr(
        "{most} is the most that a word, an author or a feed can weigh; three sources weigh {sources}.",
        most=3,
        sources=tr.number(1.6),
    )
    parts = [
        bold(tr.many("Learnt from {number} vote", "Learnt from {number} votes", votes)),
        _side(tr, tr("More of"), more, taste),
        _side(tr, tr("Less of"), less, taste),
        italic(scale),
    ]
    return Message(join("\n\n", parts), ((Button(tr("Forget all"), "likes:"),),))


def _side(tr: Translator, title: str, signs: list[str], taste: Mapping[str, float]) -> Rich:
    lines = [f"{short(sign.partition(':')[2], _SIGN)} {_weight(tr, taste[sign])}" for sign in signs[:_SHOWN]]
    rest = len(signs) - len(lines)
    more = tr("and {number} more", number=rest) if rest > 0 else ""
    return join("\n", [bold(title), *lines, more]) if lines else Rich()


def _weight(tr: Translator, weight: float) -> str:
    return f"+{tr.number(weight)}" if weight > 0 else tr.number(weight)


def ask_reset(tr: Translator) -> Message:
    """Are you sure."""
    keys = (Button(tr("Forget all votes"), "likes:yes"),)
    return Message(Rich(tr("Forget what all votes have taught me?")), (keys,))


def forgotten(tr: Translator, votes: int) -> Message:
    """The votes are gone."""
    text = tr.many(
        "{number} vote is forgotten. Stories come by sources and age.",
        "{number} votes are forgotten. Stories come by sources and age.",
        votes,
    )
    return Message(Rich(text))
