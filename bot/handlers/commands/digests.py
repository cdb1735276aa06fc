"""Digests: when they come, what is in them, and reading on."""

from bot.handlers import archive, digests, filters, pauses, schedules, stories
from bot.handlers.commands.row import Command
from bot.locale import mark

DIGESTS = (
    Command(
        "digest",
        digests.preview,
        mark("what is new now, as a preview"),
        aliases=("today",),
        examples=(("", mark("shows it and leaves it new")), ("send", mark("sends the digest now"))),
        costly=True,
    ),
    Command(
        "schedule",
        schedules.schedule,
        mark("when digests come"),
        "08:00",
        examples=(
            ("08:00", mark("brings a digest every day at eight; 08:00,18:30 two")),
            ("weekdays 08:00", mark("leaves out the weekend; sun 18:00 is once a week")),
            ("morning 08:00 #tech top 10", mark("makes one with a name, a tag and a bound")),
            ("", mark("shows what is scheduled")),
            ("off", mark("brings no more digests; morning off ends that one")),
        ),
        changes=True,
    ),
    Command(
        "timezone",
        schedules.timezone,
        mark("which clock counts"),
        mark("city"),
        aliases=(
            "set_timezone",
            "get_timezone",
        ),
        examples=(
            ("Kyiv", mark("counts in the time of that city")),
            ("Europe/Kyiv", mark("the same by the zone's name; +05:30 is a fixed offset")),
            ("", mark("shows the zone; in a private chat your location sets it, too")),
        ),
        changes=True,
    ),
    Command(
        "quiet",
        pauses.quiet,
        mark("hours in which nothing comes"),
        "23:00-07:00",
        examples=(("23:00-07:00", mark("keeps those hours quiet")), ("off", mark("ends that"))),
        changes=True,
    ),
    Command(
        "pause",
        pauses.pause,
        mark("stop digests for a while"),
        "7d",
        aliases=(
            "deactivate_subs",
            "pauseall",
        ),
        examples=(
            ("7d", mark("stops for seven days; without a span until /resume")),
            ("2 7d", mark("stops the second feed of /list only")),
        ),
        changes=True,
    ),
    Command(
        "resume",
        pauses.resume,
        mark("go on after a pause"),
        aliases=("activeall", "activate_subs"),
        changes=True,
    ),
    Command(
        "catchup",
        pauses.catch_up,
        mark("what the last days brought"),
        "3d",
        examples=(
            ("3d", mark("tells the last three days again, ranked")),
            ("12h", mark("the last twelve hours")),
        ),
        costly=True,
    ),
    Command(
        "filter",
        filters.show_or_set,
        mark("words to keep or to drop"),
        mark("word, !word"),
        aliases=(
            "set_filter",
            "get_filter",
            "set_global_filter",
            "get_global_filter",
        ),
        examples=(
            ("election, !football", mark("keeps what has the first and drops what has the second")),
            ('"trade war"', mark("keeps what has the two words together")),
            ("2 election", mark("for the second feed of /list only")),
            ("off", mark("lets everything pass")),
        ),
        changes=True,
    ),
    Command(
        "remove_filter",
        filters.remove,
        mark("lets everything pass"),
        mark("number"),
        examples=(("", mark("lets everything pass")), ("2", mark("for the second feed of /list only"))),
        aliases=("remove_global_filter",),
        changes=True,
    ),
    Command(
        "mute",
        filters.mute,
        mark("drop a word for some days"),
        mark("word 7d"),
        examples=(
            ("football 7d", mark("drops stories with the word for a week")),
            ("", mark("lists what is muted")),
        ),
        changes=True,
    ),
    Command(
        "unmute",
        filters.unmute,
        mark("end a mute"),
        mark("number or word"),
        needs_arguments=True,
        changes=True,
    ),
    Command(
        "latest",
        archive.latest,
        mark("the newest stories"),
        "5",
        examples=(
            ("5", mark("the newest five")),
            ("3 courier", mark("the newest three of that feed")),
            ("#tech", mark("of that tag")),
        ),
    ),
    Command("saved", archive.show_saved, mark("what you saved")),
    Command(
        "search",
        archive.find,
        mark("find what you were sent"),
        mark("words"),
        examples=(("dam spillway", mark("finds what has both words")),),
        needs_arguments=True,
    ),
    Command(
        "why",
        stories.why_all,
        mark("why a story was chosen"),
        examples=(
            ("", mark("as a reply to a digest explains its stories")),
            ("2", mark("explains the second")),
        ),
    ),
    Command("likes", stories.likes, mark("what your votes have taught me")),
)
