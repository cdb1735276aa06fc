"""What 👍 and 👎 have taught."""

from collections.abc import Mapping

from bot.messages.facts import count
from bot.messages.rich import Button, Message, Rich, bold, clean, italic, join

_SHOWN = 15  # signs of each side


def learnt(taste: Mapping[str, float], votes: int) -> Message:
    """What the votes of a chat say, the strongest first, and a key that forgets them."""
    if not votes:
        return Message(Rich("No story has a vote yet. Open one in a digest and press 👍 or 👎."))
    more = sorted((sign for sign in taste if taste[sign] > 0), key=lambda sign: (-taste[sign], sign))
    less = sorted((sign for sign in taste if taste[sign] < 0), key=lambda sign: (taste[sign], sign))
    parts = [
        bold(f"Learnt from {count(votes, 'vote', 'votes')}"),
        _side("More of", more, taste),
        _side("Less of", less, taste),
        italic("3 is the most that a word, an author or a feed can weigh; three sources weigh 1.6."),
    ]
    return Message(join("\n\n", parts), ((Button("Forget all", "likes:"),),))


def _side(title: str, signs: list[str], taste: Mapping[str, float]) -> Rich:
    lines = [f"{clean(sign.partition(':')[2])} {taste[sign]:+g}" for sign in signs[:_SHOWN]]
    rest = len(signs) - len(lines)
    more = f"and {rest:,} more" if rest > 0 else ""
    return join("\n", [bold(title), *lines, more]) if lines else Rich()


def ask_reset() -> Message:
    """Are you sure."""
    keys = (Button("Forget all votes", "likes:yes"),)
    return Message(Rich("Forget what all votes have taught me?"), (keys,))


def forgotten(votes: int) -> Message:
    """The votes are gone."""
    return Message(
        Rich(f"{count(votes, 'vote is', 'votes are')} forgotten. Stories come by sources and age.")
    )
