"""What is said when a chat leaves feeds, and when it takes them back."""

from collections.abc import Sequence

from bot.locale import Translator
from bot.messages import feeds
from bot.messages.facts import short
from bot.messages.rich import Button, Message, Rich, bold, fill, join
from bot.models import Subscription

_LABEL = 40
_NAMED = 20  # feeds in one message; the rest is counted


def unsubscribed(tr: Translator, left: Sequence[Subscription], numbers: tuple[int, int]) -> Message:
    """Feeds are no longer followed; one key brings them back as they were."""
    keys = ((Button(tr("Undo"), f"undo:{numbers[0]}-{numbers[1]}"),),)
    if len(left) == 1:
        was = left[0]
        return Message(
            fill(tr, "No longer following {feed}.", feed=feeds.name(was.title, was.feed.url)), keys
        )
    head = tr.many("No longer following {number} feed:", "No longer following {number} feeds:", len(left))
    rest = len(left) - _NAMED
    more = tr("and {number} more", number=rest) if rest > 0 else ""
    lines = [Rich("· ") + feeds.name(each.title, each.feed.url) for each in left[:_NAMED]]
    return Message(join("\n", [head, *lines, more]), keys)


def which_feed(tr: Translator, matches: Sequence[Subscription]) -> Message:
    """Several feeds match: the person picks one."""
    rows = tuple(
        (Button(short(match.title, _LABEL, match.feed.url), f"unsub:{match.feed.id}"),)
        for match in matches[:8]
    )
    return Message(Rich(tr("Several of your feeds match. Which one?")), rows)


def ask_all(tr: Translator, number: int) -> Message:
    """Before all feeds go; the file with them stands above."""
    text = tr.many(
        "Leave your {number} feed? The file above brings it back whenever you send it to me.",
        "Leave all your {number} feeds? The file above brings them back whenever you send it to me.",
        number,
    )
    return Message(Rich(text), ((Button(tr("Leave all"), f"leave:{number}"),),))


def left_all(tr: Translator, number: int, numbers: tuple[int, int]) -> Message:
    """All feeds are gone."""
    head = tr.many("No longer following {number} feed.", "No longer following {number} feeds.", number)
    tail = tr("The file above brings them back whenever you send it to me.")
    return Message(
        join("\n", [bold(head), tail]), ((Button(tr("Undo"), f"undo:{numbers[0]}-{numbers[1]}"),),)
    )


def back_again(tr: Translator, back: Sequence[Subscription]) -> Message:
    """Feeds that were left are followed as before."""
    if len(back) == 1:
        mine = back[0]
        told = fill(tr, "Following {feed}.", feed=feeds.name(mine.title, mine.feed.url))
        return Message(
            join("\n", [told, tr("It is as it was before.")]), ((feeds.settings_key(tr, mine.feed.id),),)
        )
    text = tr.many("Following {number} feed as before.", "Following {number} feeds as before.", len(back))
    return Message(Rich(text), ((Button(tr("All feeds"), "list:1"),),))
