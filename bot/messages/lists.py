"""Lists of feeds: what became of one that came in, and one that goes out."""

from bot.messages.facts import count
from bot.messages.replies import TIME_KEYS
from bot.messages.rich import Attachment, Message, Rich, bold, clean, join, quote
from bot.models import Imported

_SHOWN = 20  # refused addresses; the rest are counted
_CHARS = 80  # of an address
_REASONS = {
    "bad_url": "not a web address",
    "private_address": "not a public address",
    "beyond": "one list may hold 2,000 feeds",
}


def imported(done: Imported, coming: str | None) -> Message:
    """What became of a list."""
    if not (done.added or done.known or done.refused):
        return Message(Rich("That list holds no feeds."))
    head = bold(f"{count(done.added, 'feed', 'feeds')} added." if done.added else "No feed is new.")
    known = f"{done.known:,} you follow already." if done.known else ""
    refused = f"{len(done.refused):,} refused:" if done.refused else ""
    news = "I look at them in the next minutes; /list shows those that don't answer." if done.added else ""
    plan = f"Next digest: {coming}." if coming else "No digest is scheduled yet. When should it come?"
    facts = join("\n", [head, known, refused, _why(done), news, plan if done.added else ""])
    return Message(facts, (TIME_KEYS,) if done.added and not coming else ())


def _why(done: Imported) -> Rich:
    lines = [f"{clean(url)[:_CHARS]} · {_REASONS[why]}" for url, why in done.refused[:_SHOWN]]
    more = len(done.refused) - _SHOWN
    return quote(join("\n", [*lines, f"and {more:,} more" if more > 0 else ""]))


def exported(data: bytes, feeds: int) -> Message:
    """All feeds of a chat as a file that other readers read too."""
    text = f"Your {count(feeds, 'feed', 'feeds')}, as a file that any reader can read."
    return Message(Rich(text), file=Attachment("nutgraf.opml", data))
