"""What commands answer: what is so now, and what to do next."""

from collections.abc import Sequence
from datetime import datetime

from bot.messages.facts import city, clock, count
from bot.messages.rich import Button, Message, Rich, bold, clean, code, italic, join
from bot.zones import zone_of

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
ZONE_KEYS = tuple(
    tuple(Button(city(zone), f"zone:{zone}") for zone in COMMON_ZONES[start : start + 2])
    for start in range(0, len(COMMON_ZONES), 2)
)
TIME_KEYS = (Button("Every day at 08:00", "at:08:00"), Button("At 18:00", "at:18:00"))


def start(name: str) -> Message:
    """The first message that a person gets."""
    return Message(
        join(
            "\n\n",
            [
                bold(f"{clean(name)} turns articles into bullets."),
                "Send me a link, a text or a file, and I answer with its sentences that matter, word for word.",
                Rich("Follow news with ")
                + code("/sub example.com")
                + " and get one digest a day with "
                + code("/schedule 08:00")
                + ".",
                "/help lists everything.",
            ],
        )
    )


def help_list(rows: Sequence[tuple[str, str, str]]) -> Message:
    """All commands: name, what goes behind it, what it does."""
    lines = [
        Rich(f"/{name}") + (Rich(" ") + code(usage) if usage else "") + f" · {text}"
        for name, usage, text in rows
    ]
    tail = "In a private chat a bare link, a long text or a file is enough."
    return Message(join("\n\n", [bold("What I can do"), join("\n", lines), italic(tail)]))


def usage(name: str, examples: Sequence[tuple[str, str]]) -> Message:
    """How a command is used: each example with what it does."""
    return Message(join("\n", [code(f"/{name} {form}".strip()) + f" · {text}" for form, text in examples]))


def unknown_command(name: str) -> Message:
    """An answer to a command that there is not."""
    return Message(Rich(f"There is no command /{clean(name)[:32]}. /help lists all of them."))


def nothing_new(feeds: int, coming: str | None) -> Message:
    """A preview with nothing in it."""
    if not feeds:
        return Message(Rich("You follow no feeds yet. Add one with ") + code("/sub example.com") + ".")
    text = f"Nothing is new in your {count(feeds, 'feed', 'feeds')}."
    if coming:
        return Message(Rich(f"{text} The next digest comes {coming}, if there is news by then."))
    return Message(Rich(f"{text} No digest is scheduled yet."), (TIME_KEYS,))


def ask_zone_line(zone: str, now: datetime) -> str:
    """That nobody has chosen a zone yet."""
    return f"I count in {zone}, where it is {local(now, zone)} now. If that is not your time, choose your zone below or send /timezone and your city."


def local(now: datetime, zone: str) -> str:
    """The wall clock in a zone: 14:05."""
    return clock(now.astimezone(zone_of(zone)).time())


def zone_set(zone: str, now: datetime, coming: str | None) -> Message:
    """The chat's zone from now on."""
    head = bold(f"Your time zone is {zone}.") + f" It is {local(now, zone)} there now."
    tail = f"Next digest: {coming}." if coming else "/schedule 08:00 brings a digest every day."
    return Message(join("\n", [head, tail]))


def ask_zone(zone: str, now: datetime, *, chosen: bool) -> Message:
    """Which zone the chat has, and keys for others."""
    name = f"Your time zone is {zone}" if chosen else f"You have not chosen a time zone; I count in {zone}"
    return Message(
        join(
            "\n",
            [f"{name}, where it is {local(now, zone)} now.", "Choose one, or send /timezone and your city."],
        ),
        ZONE_KEYS,
    )


def which_zone(zones: Sequence[str]) -> Message:
    """Several zones match what was typed."""
    rows = tuple((Button(zone, f"zone:{zone}"),) for zone in zones)
    return Message(Rich("Several time zones match. Which one?"), rows)


def may_not_have_arrived(update: int) -> Message:
    """The bot went down while an answer was on its way."""
    return Message(
        Rich("I was interrupted while I answered you, and my answer may not have arrived."),
        ((Button("Answer again", f"again:{update}"),),),
    )
