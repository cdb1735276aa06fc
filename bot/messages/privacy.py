"""What is kept of a chat, what became of a file that it brought back, and the question before all is forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.locale import Translator
from bot.messages import lists
from bot.messages.facts import short
from bot.messages.rich import Attachment, Button, Message, Rich, bold, fill, join
from bot.models import ChatKind, Kept, Restored

_TITLE = 60  # characters of a chat's name


@dataclass(frozen=True, slots=True)
class Periods:
    """For how many days texts of articles are kept, all else that comes and goes, and feeds that were left."""

    texts: int
    items: int
    left: int


def privacy(tr: Translator, kind: ChatKind, kept: Kept, periods: Periods) -> Message:
    """All that is kept of a chat, and for how long."""
    private = kind is ChatKind.PRIVATE
    head = bold(tr("What I keep of you") if private else tr("What I keep of this chat"))
    lines = [Rich(f"· {line}") for line in _lines(tr, kept, periods) if line]
    keys = ((Button(tr("Export"), "export:json"), Button(tr("Forget everything"), "forget")),)
    return Message(join("\n\n", [join("\n", [head, *lines]), "\n".join(_rest(tr))]), keys)


def _lines(tr: Translator, kept: Kept, periods: Periods) -> Iterator[str]:
    yield tr("number, name, language, time zone and settings")
    yield _decided(tr, kept)
    yield _digests(tr, kept, periods)
    yield _articles(tr, kept, periods)
    yield _texts(tr, periods)
    if kept.left:
        yield _kept(
            tr,
            tr.many("{number} feed that was left", "{number} feeds that were left", kept.left),
            periods.left,
        )
    if kept.groups:
        yield tr.many(
            "{number} chat that you manage from here", "{number} chats that you manage from here", kept.groups
        )
    if kept.other_votes:
        yield tr.many("{number} vote in other chats", "{number} votes in other chats", kept.other_votes)
    if kept.is_invited:
        yield tr("that you were let in")


def _decided(tr: Translator, kept: Kept) -> str:
    feeds = tr.many("{number} feed", "{number} feeds", kept.feeds) if kept.feeds else ""
    return tr.listed(filter(None, (feeds, *_counts(tr, kept))), brief=True)


def _counts(tr: Translator, of: Kept | Restored) -> Iterator[str]:
    """What there is beside the feeds."""
    if of.schedules:
        yield tr.many("{number} schedule", "{number} schedules", of.schedules)
    if of.filters:
        yield tr.many("{number} filter", "{number} filters", of.filters)
    if of.saved:
        yield tr.many("{number} saved article", "{number} saved articles", of.saved)
    if of.votes:
        yield tr.many("{number} vote", "{number} votes", of.votes)


def _kept(tr: Translator, what: str, days: int) -> str:
    return f"{what} · {tr.many('{number} day', '{number} days', days)}"


def _digests(tr: Translator, kept: Kept, periods: Periods) -> str:
    many = tr.many("{number} digest", "{number} digests", kept.digests)
    return _kept(tr, many, periods.items) if kept.digests else ""


def _articles(tr: Translator, kept: Kept, periods: Periods) -> str:
    many = tr.many("{number} summary", "{number} summaries", kept.articles)
    return _kept(tr, many, periods.items) if kept.articles else ""


def _texts(tr: Translator, periods: Periods) -> str:
    return _kept(tr, tr("texts of articles"), periods.texts)


def _rest(tr: Translator) -> Iterator[str]:
    yield tr("A message is dropped as soon as it is answered, at the latest after a day.")
    yield tr("The log holds no text of yours, and codes in place of numbers.")
    yield tr(
        "Summaries are made on this machine. Only the sites that you ask for learn that somebody reads them."
    )


def exported(tr: Translator, data: bytes) -> Message:
    """All that a chat has decided, as a file."""
    text = tr(
        "Your settings, feeds, digests, filters and votes, and what you saved. /import takes them back."
    )
    return Message(Rich(text), file=Attachment("nutgraf.json", data))


def restored(tr: Translator, done: Restored, coming: str | None) -> Message:
    """What became of such a file."""
    came = tr.listed(_counts(tr, done), brief=True)
    lines: list[Rich | str] = [
        lists.outcome(tr, done.feeds),
        tr("The settings are those of the file."),
        tr("New: {what}.", what=came) if came else "",
        tr("Next digest: {when}.", when=coming) if coming else "",
    ]
    return Message(join("\n", lines), ((Button(tr("Feeds"), "list:1"), Button(tr("Settings"), "p:c")),))


def ask(tr: Translator, title: str) -> Message:
    """Before all is forgotten; the file with what was decided stands above."""
    head = (
        fill(tr, "Forget everything about {chat}?", chat=short(title, _TITLE))
        if title
        else tr("Forget everything?")
    )
    text = tr(
        "Feeds, digests, votes and all else go at once, and no Undo brings them back. The file above does."
    )
    keys = ((Button(tr("Forget everything"), "forgotten"), Button(tr("Keep"), "kept")),)
    return Message(join("\n", [bold(head), text]), keys)


def forgotten(tr: Translator, title: str) -> Message:
    """Nothing is kept any more."""
    if title:
        return Message(fill(tr, "Nothing of {chat} is kept any more.", chat=bold(short(title, _TITLE))))
    return Message(Rich(tr("Nothing of this chat is kept any more. /start begins anew.")))


def kept_on(tr: Translator, title: str) -> Message:
    """All is as it was."""
    if title:
        return Message(fill(tr, "All of {chat} is kept as it was.", chat=bold(short(title, _TITLE))))
    return Message(Rich(tr("All is kept as it was.")))
