"""What operators are told: how the bot is doing, who may use it, and what became of a message to all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.access import Mode, Standing
from bot.locale import Translator, mark
from bot.messages.facts import day, often, short
from bot.messages.rich import Button, Message, Rich, bold, code, fill, italic, join, link
from bot.messages.summary import summary
from bot.models import Chat, ChatKind, Counts, DigestState, Use
from summarizer.types import Summary

_MIB = 2**20
_TITLE = 80  # units of a title
_HEALTH = {
    "well": mark("{number} well"),
    "failing": mark("{number} failing"),
    "paused": mark("{number} paused"),
}
_KINDS = {
    ChatKind.PRIVATE: mark("{number} private"),
    ChatKind.GROUP: mark("{number} groups"),
    ChatKind.SUPERGROUP: mark("{number} supergroups"),
    ChatKind.CHANNEL: mark("{number} channels"),
}
_STATES = {
    DigestState.SENT: mark("{number} sent"),
    DigestState.EMPTY: mark("{number} without news"),
    DigestState.UNKNOWN: mark("{number} in doubt"),
    DigestState.FAILED: mark("{number} failed"),
    DigestState.DUE: mark("{number} due"),
    DigestState.BUILDING: mark("{number} being built"),
    DigestState.READY: mark("{number} ready"),
    DigestState.SENDING: mark("{number} being sent"),
}
_STANDINGS = {
    None: mark("{who} is neither let in nor shut out."),
    Standing.ALLOWED: mark("{who} is let in."),
    Standing.BANNED: mark("{who} is shut out: I answer nothing and send nothing there."),
}
# What an Undo leads back to.
STANDING_WORDS = {"none": None, **{standing.value: standing for standing in Standing}}


@dataclass(frozen=True, slots=True)
class Machine:
    """What is not counted in the database."""

    version: str
    up: timedelta
    database_bytes: int


def stats(tr: Translator, counts: Counts, machine: Machine) -> Message:
    """How the bot is doing."""
    people = counts.chats.get(ChatKind.PRIVATE, 0)
    let_in, banned = (
        counts.standings.get(Standing.ALLOWED, 0),
        counts.standings.get(Standing.BANNED, 0),
    )
    lines = [
        tr(
            "People: {number}, {allowed} let in, {banned} shut out",
            number=people,
            allowed=let_in,
            banned=banned,
        ),
        tr("Chats: {kinds}", kinds=_listed(tr, _KINDS, counts.chats)),
        tr("Chats that I can't write to: {number}", number=counts.gone) if counts.gone else "",
        tr("Feeds: {health}", health=_listed(tr, _HEALTH, counts.feeds)),
        tr("Articles: {number}", number=counts.articles),
        tr("Digests of the last day: {states}", states=_listed(tr, _STATES, counts.digests)),
        tr(
            "Waiting: {updates} to be answered, {digests} to be sent",
            updates=counts.waiting_updates,
            digests=counts.waiting_digests,
        ),
        tr("Database: {size} MiB", size=_mebibytes(tr, machine.database_bytes)),
        tr("Nutgraf {version}, up for {time}", version=machine.version, time=_up(tr, machine.up)),
    ]
    return Message(join("\n", [bold(tr("How I am doing")), *lines]))


def _listed(tr: Translator, words: Mapping[Any, str], numbers: Mapping[Any, int]) -> str:
    shown = [tr(text, number=numbers[key]) for key, text in words.items() if numbers.get(key)]
    return tr.listed(shown, brief=True) or tr("none")


def _mebibytes(tr: Translator, size: int) -> str:
    return tr.number(round(size / _MIB, 1))


def _up(tr: Translator, time: timedelta) -> str:
    minutes = int(time.total_seconds() // 60)
    if minutes < 60:
        return tr("{number} min", number=minutes)
    if minutes < 48 * 60:
        return tr("{number} h", number=minutes // 60)
    return tr.many("{number} day", "{number} days", minutes // (24 * 60))


def person(tr: Translator, number: int, chat: Chat | None, standing: Standing | None, use: Use) -> Message:
    """What is known of a person or a chat."""
    lines: list[Rich | str] = [bold(short(chat.title, _TITLE) if chat else str(number)) + f" · {number}"]
    lines.append(tr(_STANDINGS[standing], who=str(number)))
    if chat is None:
        lines.append(tr("I know no chat of this number."))
        return Message(join("\n", lines))
    lines.append(tr("Kind of chat: {kind}", kind=chat.kind.value))
    if not chat.active:
        lines.append(tr("I can't write there."))
    lines.append(
        " · ".join(
            [
                tr.many("{number} feed", "{number} feeds", use.feeds),
                tr.many("{number} schedule", "{number} schedules", use.schedules),
                tr.many("{number} chat managed from here", "{number} chats managed from here", use.manages),
            ]
        )
    )
    lines.append(
        tr("Last digest: {day}", day=day(tr, use.last_sent))
        if use.last_sent
        else tr("No digest was sent yet.")
    )
    return Message(join("\n", lines))


def stands(
    tr: Translator, number: int, standing: Standing | None, before: Standing | None, *, mode: Mode
) -> Message:
    """What somebody is from now on."""
    texts = [tr(_STANDINGS[standing], who=str(number))]
    if standing is None and mode != "open":
        texts.append(tr("This bot is private, so /allow {number} would let them in.", number=str(number)))
    undo = f"stand:{number}:{before.value if before else 'none'}"
    keys = ((Button(tr("Undo"), undo),),) if before is not standing else ()
    return Message(Rich(" ".join(texts)), keys)


def invitation(tr: Translator, address: str, uses: int, *, mode: Mode, key: str) -> Message:
    """A link that lets people in."""
    lets = tr.many("This link lets in {number} person:", "This link lets in {number} people:", uses)
    pieces: list[Rich | str] = [lets, link(address, address)]
    if mode != "invite":
        pieces.append(
            italic(
                tr("I ask nobody for one now: that is so with {setting}.", setting="NUTGRAF_ACCESS=invite")
            )
        )
    return Message(join("\n", pieces), ((Button(tr("Withdraw"), f"withdraw:{key}"),),))


def withdrawn(tr: Translator) -> Message:
    """A link that lets in nobody any more."""
    return Message(Rich(tr("This link lets in nobody any more.")))


def draft(tr: Translator, text: Rich, number: int, chats: int, *, everyone: bool) -> Message:
    """A message as all will see it, and keys to send it."""
    label = tr.many("Send to {number} chat", "Send to {number} chats", chats)
    send = Button(label, f"cast:{number}:{'all' if everyone else 'private'}")
    return Message(text, ((send, Button(tr("Cancel"), f"uncast:{number}")),))


def under_way(tr: Translator, text: Rich, chats: int) -> Message:
    """A message that is being sent."""
    line = tr.many(
        "On its way to {number} chat. I report when that is done.",
        "On its way to {number} chats. I report when that is done.",
        chats,
    )
    return Message(join("\n\n", [text, italic(line)]))


def cancelled(tr: Translator) -> Message:
    """A message that is not sent."""
    return Message(Rich(tr("Cancelled. Nobody got it.")))


def report(tr: Translator, outcomes: Mapping[DigestState, int]) -> Message:
    """What became of a message to many."""
    doubt = outcomes.get(DigestState.UNKNOWN, 0)
    lines = [
        tr(
            "Your message to all is out: {sent} sent, {refused} refused.",
            sent=outcomes.get(DigestState.SENT, 0),
            refused=outcomes.get(DigestState.FAILED, 0),
        ),
        tr.many(
            "Of {number} it is not known; that chat was asked.",
            "Of {number} it is not known; those chats were asked.",
            doubt,
        )
        if doubt
        else "",
    ]
    return Message(join("\n", lines))


def may_not_have_arrived(tr: Translator, number: int) -> Message:
    """The one line when it can't be known whether an operator's message arrived."""
    text = tr("A message of this bot's owner may not have arrived.")
    return Message(Rich(text), ((Button(tr("Show it"), f"show:{number}"),),))


def sample(
    tr: Translator, title: str, url: str, entries: int, pace: float | None, made: Summary, trouble: str | None
) -> Message:
    """What a feed's newest item would look like."""
    facts = [tr.many("{number} item", "{number} items", entries), often(tr, pace) if pace else ""]
    feed = fill(tr, "A sample of {feed}", feed=bold(link(short(title, _TITLE, url), url)))
    head = join(" · ", [feed, *facts])
    note = italic(tr("Its page could not be read: {why}", why=trouble)) if trouble else ""
    shown = summary(tr, made, 0, 0)
    return Message(join("\n\n", [join("\n", [head, note]), shown.body, _asked(tr, url)]))


def _asked(tr: Translator, url: str) -> Rich:
    return fill(tr, "{command} follows it.", command=code(f"/sub {url}"))
