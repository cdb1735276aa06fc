"""The one table of commands: dispatch, Telegram's menu, /help and the README are made from it."""

from dataclasses import dataclass

from bot.handlers import digests, feeds, general, lists, reading
from bot.handlers.request import Answer, Handler, Request, answer
from bot.messages import replies
from bot.messages.rich import Message


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    `usage` is what goes behind the name; `examples` are pairs of that and what it does. `changes` says that in a group
    only its admins may use it.
    """

    name: str
    handler: Handler
    text: str
    usage: str = ""
    aliases: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    needs_arguments: bool = False
    changes: bool = False


async def show_help(request: Request) -> Answer:
    """All commands, or how one of them is used."""
    wanted = request.arguments.lstrip("/").casefold()
    for command in COMMANDS:
        if wanted in {command.name, *command.aliases}:
            return answer(how(command))
    return answer(replies.help_list([(command.name, command.usage, command.text) for command in COMMANDS]))


def how(command: Command) -> Message:
    """How a command is used."""
    return replies.usage(command.name, command.examples or ((command.usage, command.text),))


COMMANDS = (
    Command(
        "tldr",
        reading.tldr,
        "condense a link, a text or a file",
        "link",
        aliases=("summarize", "sum"),
        examples=(
            ("https://example.com/story", "condenses the page"),
            ("", "as a reply condenses that message, its link or its file"),
        ),
    ),
    Command(
        "sub",
        feeds.sub,
        "follow a site or a feed",
        "address",
        aliases=("add", "subscribe"),
        examples=(
            ("example.com", "follows the feed of a site"),
            ("https://example.com/feed.xml", "follows that feed"),
        ),
        needs_arguments=True,
        changes=True,
    ),
    Command(
        "unsub",
        feeds.unsub,
        "no longer follow a feed",
        "number or word",
        aliases=("remove", "unsubscribe"),
        examples=(
            ("2", "leaves the second feed of /list"),
            ("courier", "leaves the feed with that word in its name"),
        ),
        needs_arguments=True,
        changes=True,
    ),
    Command("list", feeds.show_list, "what you follow", aliases=("feeds",)),
    Command(
        "import",
        lists.import_list,
        "follow the feeds of an OPML file",
        examples=(("", "as the caption of an OPML file, or as a reply to one, follows all its feeds"),),
        changes=True,
    ),
    Command("export", lists.export_list, "your feeds as an OPML file"),
    Command("digest", digests.preview, "what is new now, as a preview", aliases=("today",)),
    Command(
        "schedule",
        digests.schedule,
        "when the digest comes",
        "08:00",
        examples=(
            ("08:00", "brings a digest every day at eight"),
            ("", "shows the time"),
            ("off", "brings no more digests"),
        ),
        changes=True,
    ),
    Command(
        "timezone",
        digests.timezone,
        "which clock counts",
        "city",
        examples=(
            ("Kyiv", "counts in the time of that city"),
            ("Europe/Kyiv", "the same by the zone's name"),
            ("", "shows the zone"),
        ),
        changes=True,
    ),
    Command("start", general.start, "what this bot does"),
    Command("help", show_help, "this list, or how one command is used", "command"),
)

# By the first word of a key's action.
PRESSES: dict[str, tuple[Handler, bool]] = {
    "sum": (reading.change_length, False),
    "sub": (feeds.sub_link, True),
    "follow": (feeds.follow, True),
    "retry": (feeds.retry, True),
    "unsub": (feeds.unsub_this, True),
    "at": (digests.schedule_key, True),
    "zone": (digests.timezone_key, True),
    "show": (digests.show, False),
    "again": (general.again, False),
}
