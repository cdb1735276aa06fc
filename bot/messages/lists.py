"""Lists of feeds: what became of one that came in, and one that goes out."""

from bot.locale import Translator, mark
from bot.messages.facts import short
from bot.messages.replies import time_keys
from bot.messages.rich import Attachment, Message, Rich, bold, join, quote
from bot.models import Imported
from summarizer.limits import LIMITS

_SHOWN = 20  # refused addresses; the rest are counted
_ADDRESS = 80  # units of an address
_REASONS = {
    "bad_url": mark("not a web address"),
    "private_address": mark("not a public address"),
    "beyond": mark("one list may hold {most} feeds"),
    "full": mark("you follow as many feeds as one chat may"),
}


def imported(tr: Translator, done: Imported, coming: str | None) -> Message:
    """What became of a list."""
    if not (done.added or done.known or done.refused):
        return Message(Rich(tr("That list holds no feeds.")))
    if not done.added:
        return Message(outcome(tr, done))
    news = tr("I look at them in the next minutes; /list shows those that don't answer.")
    plan = (
        tr("Next digest: {when}.", when=coming)
        if coming
        else tr("No digest is scheduled yet. When should it come?")
    )
    return Message(join("\n", [outcome(tr, done), news, plan]), () if coming else (time_keys(tr),))


def outcome(tr: Translator, done: Imported) -> Rich:
    """How many feeds came, and why some did not."""
    return join("\n", [bold(_added(tr, done.added)), *_others(tr, done), _why(tr, done)])


def _added(tr: Translator, number: int) -> str:
    if not number:
        return tr("No feed is new.")
    return tr.many("{number} feed added.", "{number} feeds added.", number)


def _others(tr: Translator, done: Imported) -> tuple[str, str]:
    """How many were followed before, and how many refused; English says one and many alike."""
    known, refused = done.known, len(done.refused)
    return (
        tr.many("{number} you follow already.", "{number} you follow already.", known) if known else "",
        tr.many("{number} refused:", "{number} refused:", refused) if refused else "",
    )


def _why(tr: Translator, done: Imported) -> Rich:
    reasons = {key: tr(text, most=LIMITS.opml_feeds) for key, text in _REASONS.items()}
    lines = [f"{short(url, _ADDRESS)} · {reasons[why]}" for url, why in done.refused[:_SHOWN]]
    rest = len(done.refused) - _SHOWN
    return quote(join("\n", [*lines, tr("and {number} more", number=rest) if rest > 0 else ""]))


def exported(tr: Translator, data: bytes, feeds: int) -> Message:
    """All feeds of a chat as a file that other readers read too."""
    text = tr.many(
        "Your {number} feed, as a file that any reader can read.",
        "Your {number} feeds, as a file that any reader can read.",
        feeds,
    )
    return Message(Rich(text), file=Attachment("nutgraf.opml", data))
