"""The one table of commands: dispatch, Telegram's menu, /help and the README are made from it."""

from dataclasses import dataclass

from bot.handlers import archive, digests, feeds, filters, general, lists, pauses, reading, schedules, stories
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
    Command(
        "export",
        lists.export_list,
        "your feeds as an OPML file",
        examples=(("", "gives your feeds to another reader"), ("html", "gives all your digests as a page")),
    ),
    Command(
        "set",
        feeds.set_delivery,
        "how a feed's news comes",
        "number instant",
        examples=(
            ("2 instant", "brings each story of the second feed at once"),
            ("2 digest", "brings them in the digest"),
            ("2 off", "only collects them for /latest"),
        ),
        needs_arguments=True,
        changes=True,
    ),
    Command(
        "digest",
        digests.preview,
        "what is new now, as a preview",
        aliases=("today",),
        examples=(("", "shows it and leaves it new"), ("send", "sends the digest now")),
    ),
    Command(
        "schedule",
        schedules.schedule,
        "when digests come",
        "08:00",
        examples=(
            ("08:00", "brings a digest every day at eight; 08:00,18:30 two"),
            ("weekdays 08:00", "leaves out the weekend; sun 18:00 is once a week"),
            ("morning 08:00 #tech top 10", "makes one with a name, a tag and a bound"),
            ("", "shows what is scheduled"),
            ("off", "brings no more digests; morning off ends that one"),
        ),
        changes=True,
    ),
    Command(
        "timezone",
        schedules.timezone,
        "which clock counts",
        "city",
        examples=(
            ("Kyiv", "counts in the time of that city"),
            ("Europe/Kyiv", "the same by the zone's name; +05:30 is a fixed offset"),
            ("", "shows the zone; in a private chat your location sets it, too"),
        ),
        changes=True,
    ),
    Command(
        "quiet",
        pauses.quiet,
        "hours in which nothing comes",
        "23:00-07:00",
        examples=(("23:00-07:00", "keeps those hours quiet"), ("off", "ends that")),
        changes=True,
    ),
    Command(
        "pause",
        pauses.pause,
        "stop digests for a while",
        "7d",
        aliases=("pauseall",),
        examples=(
            ("7d", "stops for seven days; without a span until /resume"),
            ("2 7d", "stops the second feed of /list only"),
        ),
        changes=True,
    ),
    Command("resume", pauses.resume, "go on after a pause", aliases=("activeall",), changes=True),
    Command(
        "catchup",
        pauses.catch_up,
        "what the last days brought",
        "3d",
        examples=(("3d", "tells the last three days again, ranked"), ("12h", "the last twelve hours")),
    ),
    Command(
        "filter",
        filters.show_or_set,
        "words to keep or to drop",
        "word, !word",
        examples=(
            ("election, !football", "keeps what has the first and drops what has the second"),
            ('"trade war"', "keeps what has the two words together"),
            ("2 election", "for the second feed of /list only"),
            ("off", "lets everything pass"),
        ),
        changes=True,
    ),
    Command(
        "mute",
        filters.mute,
        "drop a word for some days",
        "word 7d",
        examples=(("football 7d", "drops stories with the word for a week"), ("", "lists what is muted")),
        changes=True,
    ),
    Command("unmute", filters.unmute, "end a mute", "number or word", needs_arguments=True, changes=True),
    Command(
        "latest",
        archive.latest,
        "the newest stories",
        "5",
        examples=(
            ("5", "the newest five"),
            ("3 courier", "the newest three of that feed"),
            ("#tech", "of that tag"),
        ),
    ),
    Command("saved", archive.show_saved, "what you saved"),
    Command(
        "search",
        archive.find,
        "find what you were sent",
        "words",
        examples=(("dam spillway", "finds what has both words"),),
        needs_arguments=True,
    ),
    Command(
        "why",
        stories.why_all,
        "why a story was chosen",
        examples=(("", "as a reply to a digest explains its stories"), ("2", "explains the second")),
    ),
    Command("likes", stories.likes, "what your votes have taught me"),
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
    "at": (schedules.schedule_key, True),
    "zone": (schedules.timezone_key, True),
    "quiet": (pauses.quiet_key, True),
    "resume": (pauses.resume_key, True),
    "catchup": (pauses.catch_up_key, False),
    "filter": (filters.filter_key, True),
    "show": (digests.show, False),
    "story": (stories.open_story, False),
    "back": (stories.back, False),
    "save": (stories.save, False),
    "unsave": (archive.unsave, False),
    "vote": (stories.vote, False),
    "mute": (stories.mute, True),
    "unmute": (filters.unmute_key, True),
    "why": (stories.why, False),
    "likes": (stories.forget_likes, True),
    "again": (general.again, False),
}
