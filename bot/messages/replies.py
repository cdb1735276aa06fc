"""What commands answer: what is so now, and what to do next."""

from collections.abc import Sequence
from datetime import datetime

from bot.locale import Translator
from bot.messages.facts import city, clock
from bot.messages.rich import Button, Message, Rich, Rows, bold, clean, code, cut, fill, italic, join
from bot.zones import zone_of

_NAME = 32  # units of a command's name
# One tap for a first zone; a name or a city that is typed finds any other.
COMMON_ZONES = (
    "Europe/London",
    "Europe/Berlin",
    "Europe/Kyiv",
    "America/New_York",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Asia/Tokyo",
)


def zone_keys() -> Rows:
    """Keys for the zones that most people live in."""
    keys = [Button(city(zone), f"zone:{zone}") for zone in COMMON_ZONES]
    return tuple(tuple(keys[start : start + 2]) for start in range(0, len(keys), 2))


def time_keys(tr: Translator) -> tuple[Button, ...]:
    """Keys for the times at which most people want a digest."""
    return (Button(tr("Every day at 08:00"), "at:08:00"), Button(tr("At 18:00"), "at:18:00"))


def start(tr: Translator, name: str) -> Message:
    """The first message that a person gets."""
    follow = fill(
        tr,
        "Follow news with {sub} and get one digest a day with {schedule}.",
        sub=code("/sub example.com"),
        schedule=code("/schedule 08:00"),
    )
    pieces: list[Rich | str] = [
        bold(tr("{name} turns articles into bullets.", name=clean(name))),
        tr("Send me a link, a text or a file, and I answer with its sentences that matter, word for word."),
        follow,
        tr("/help lists everything."),
    ]
    return Message(join("\n\n", pieces))


def help_list(tr: Translator, rows: Sequence[tuple[str, str, str]]) -> Message:
    """All commands: name, what goes behind it, what it does."""
    lines = [
        Rich(f"/{name}") + (Rich(" ") + code(usage) if usage else "") + f" · {text}"
        for name, usage, text in rows
    ]
    tail = tr("In a private chat a bare link, a long text or a file is enough.")
    return Message(join("\n\n", [bold(tr("What I can do")), join("\n", lines), italic(tail)]))


def usage(name: str, examples: Sequence[tuple[str, str]]) -> Message:
    """How a command is used: each example with what it does."""
    return Message(join("\n", [code(f"/{name} {form}".strip()) + f" · {text}" for form, text in examples]))


def nothing_to_condense(tr: Translator) -> Message:
    """An answer to talk."""
    return Message(
        Rich(tr("Send me a link, a text of a few sentences or a file. /help lists what else I do."))
    )


def unknown_command(tr: Translator, name: str) -> Message:
    """An answer to a command that there is not."""
    return Message(
        Rich(tr("There is no command /{name}. /help lists all of them.", name=cut(clean(name), _NAME)))
    )


def nothing_new(tr: Translator, feeds: int, coming: str | None) -> Message:
    """A preview with nothing in it."""
    if not feeds:
        return Message(fill(tr, "You follow no feeds yet. Add one with {sub}.", sub=code("/sub example.com")))
    text = tr.many("Nothing is new in your feed.", "Nothing is new in your {number} feeds.", feeds)
    if coming:
        later = tr("The next digest comes {when}, if there is news by then.", when=coming)
        return Message(Rich(f"{text} {later}"))
    return Message(Rich(f"{text} {tr('No digest is scheduled yet.')}"), (time_keys(tr),))


def ask_zone_line(tr: Translator, zone: str, now: datetime) -> str:
    """That nobody has chosen a zone yet."""
    return tr(
        "I count in {zone}, where it is {time} now. If that is not your time, choose your zone below or send /timezone and your city.",
        zone=zone,
        time=local(tr, now, zone),
    )


def local(tr: Translator, now: datetime, zone: str) -> str:
    """The wall clock in a zone: 14:05."""
    return clock(tr, now.astimezone(zone_of(zone)).time())


def zone_set(tr: Translator, zone: str, now: datetime, coming: str | None) -> Message:
    """The chat's zone from now on."""
    head = bold(tr("Your time zone is {zone}.", zone=zone))
    there = tr("It is {time} there now.", time=local(tr, now, zone))
    tail = (
        tr("Next digest: {when}.", when=coming)
        if coming
        else tr("/schedule 08:00 brings a digest every day.")
    )
    return Message(join("\n", [head + f" {there}", tail]))


def ask_zone(tr: Translator, zone: str, now: datetime, *, chosen: bool) -> Message:
    """Which zone the chat has, and keys for others."""
    time = local(tr, now, zone)
    said = (
        tr("Your time zone is {zone}, where it is {time} now.", zone=zone, time=time)
        if chosen
        else tr(
            "You have not chosen a time zone; I count in {zone}, where it is {time} now.",
            zone=zone,
            time=time,
        )
    )
    return Message(join("\n", [said, tr("Choose one, or send /timezone and your city.")]), zone_keys())


def which_zone(tr: Translator, zones: Sequence[str]) -> Message:
    """Several zones match what was typed."""
    rows = tuple((Button(zone, f"zone:{zone}"),) for zone in zones)
    return Message(Rich(tr("Several time zones match. Which one?")), rows)


def still_at_it(tr: Translator) -> Message:
    """A line that the answer replaces."""
    return Message(Rich(tr("Still at it…")))


def missed(tr: Translator, messages: int, since: str) -> Message:
    """The bot was away for hours, and messages came too late to be carried out; `since` is when the first was sent."""
    text = tr.many(
        "I was away and skipped {number} message, sent {since}. Send it again if it still matters.",
        "I was away and skipped {number} messages, the first sent {since}. Send again what still matters.",
        messages,
        since=since,
    )
    return Message(Rich(text))


def may_not_have_arrived(tr: Translator, update: int) -> Message:
    """The bot went down while an answer was on its way."""
    return Message(
        Rich(tr("I was interrupted while I answered you, and my answer may not have arrived.")),
        ((Button(tr("Answer again"), f"again:{update}"),),),
    )
