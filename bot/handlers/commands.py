"""The one table of commands: dispatch, Telegram's menu, /help and the README are made from it."""

from dataclasses import dataclass

from bot.handlers import (
    archive,
    digests,
    feed_list,
    feed_settings,
    filters,
    following,
    general,
    groups,
    language,
    leaving,
    lists,
    operators,
    panels,
    pauses,
    reading,
    schedules,
    settings,
    start,
    status,
    stories,
)
from bot.handlers.request import Answer, Handler, Request, answer
from bot.locale import Translator, mark
from bot.messages import replies
from bot.messages.rich import Message
from bot.messages.start import help_with
from bot.models import ChatKind


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    `usage` is what goes behind the name; `examples` are pairs of that and what it does. `changes` says that in a group
    only its admins may use it; `remote` that from a private chat it may act on a channel or group that is named first;
    `costly` that it counts towards quotas. What is for `operators` exists for nobody else, and only in private chats.
    """

    name: str
    handler: Handler
    text: str
    usage: str = ""
    aliases: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    needs_arguments: bool = False
    changes: bool = False
    remote: bool = True
    costly: bool = False
    operators: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """What a key does; `changes` says that only those who may change the chat's settings may press it.

    `costly` says that it counts towards quotas, `operators` that it exists for nobody else.
    """

    handler: Handler
    changes: bool = False
    costly: bool = False
    operators: bool = False


async def show_help(request: Request) -> Answer:
    """All commands, or how one of them is used."""
    tr, wanted = request.tr, request.arguments.lstrip("/").casefold()
    mine = [command for command in COMMANDS if not command.operators or _operates(request)]
    for command in mine:
        if wanted in {command.name, *command.aliases}:
            return answer(how(tr, command))
    rows = [(command.name, tr(command.usage), tr(command.text)) for command in mine]
    return answer(help_with(tr, request.message.get_bot().first_name, replies.help_list(tr, rows)))


def _operates(request: Request) -> bool:
    """Whether an operator asks, in a private chat."""
    return (
        request.person in request.resources.settings.admins and request.message.chat.type == ChatKind.PRIVATE
    )


def how(tr: Translator, command: Command) -> Message:
    """How a command is used."""
    examples = command.examples or ((tr(command.usage), command.text),)
    return replies.usage(command.name, [(form, tr(text)) for form, text in examples])


COMMANDS = (
    Command(
        "tldr",
        reading.tldr,
        mark("condense a link, a text or a file"),
        mark("link"),
        aliases=("summarize", "sum"),
        examples=reading.FORMS,
        remote=False,
        costly=True,
    ),
    Command(
        "sub",
        groups.in_first_topic(following.sub),
        mark("follow a site or a feed"),
        mark("address"),
        aliases=("add", "subscribe"),
        examples=(
            ("example.com", mark("follows the feed of a site")),
            ("https://example.com/feed.xml", mark("follows that feed")),
            ("example.com example.org #tech", mark("follows several at once and gives them a tag")),
        ),
        needs_arguments=True,
        changes=True,
        costly=True,
    ),
    Command(
        "unsub",
        leaving.unsub,
        mark("no longer follow a feed"),
        mark("number or word"),
        aliases=("remove", "unsubscribe"),
        examples=(
            ("2", mark("leaves the second feed of /list")),
            ("courier", mark("leaves the feed with that word in its name")),
            ("2 5 7", mark("leaves several; names take commas between")),
        ),
        needs_arguments=True,
        changes=True,
    ),
    Command(
        "unsubthis",
        leaving.unsub_this,
        mark("leave the feed of the message you reply to"),
        examples=(("", mark("as a reply to a feed's news, leaves that feed")),),
        needs_arguments=True,
        changes=True,
    ),
    Command(
        "unsuball",
        leaving.unsub_all,
        mark("leave all feeds, after a question"),
        aliases=("unsub_all", "allunsub"),
        changes=True,
    ),
    Command(
        "list",
        feed_list.show_list,
        mark("what you follow"),
        mark("word"),
        aliases=("feeds", "rss", "list_subscriptions"),
        examples=(
            ("", mark("shows your feeds, ten at a time")),
            ("courier", mark("shows those with that word in their name, address or tags")),
            ("raw", mark("gives their addresses")),
        ),
    ),
    Command(
        "import",
        lists.import_list,
        mark("follow the feeds of an OPML file"),
        examples=(("", mark("as the caption of an OPML file, or as a reply to one, follows all its feeds")),),
        changes=True,
        costly=True,
    ),
    Command(
        "export",
        lists.export_list,
        mark("your feeds as an OPML file"),
        examples=(
            ("", mark("gives your feeds to another reader")),
            ("html", mark("gives all your digests as a page")),
        ),
    ),
    Command(
        "set",
        feed_settings.set_feed,
        mark("how a feed's news comes"),
        mark("number"),
        examples=(
            ("2", mark("shows all settings of the second feed of /list")),
            ("2 instant", mark("brings each story of the second feed at once")),
            ("2 digest", mark("brings them in the digest")),
            ("2 off", mark("only collects them for /latest")),
        ),
        changes=True,
    ),
    Command(
        "settings",
        settings.settings,
        mark("all settings of this chat"),
        aliases=("set_default",),
    ),
    Command(
        "length",
        settings.length,
        mark("how many bullets a summary has"),
        "5",
        examples=(
            ("5", mark("gives summaries five bullets; 1 to 12 can be had")),
            ("short", mark("gives them three, medium five, long eight")),
        ),
        changes=True,
    ),
    Command(
        "setinterval",
        feed_settings.set_interval,
        mark("how often feeds are looked at"),
        mark("minutes"),
        aliases=("set_interval",),
        examples=(
            ("60", mark("looks at your feeds once an hour")),
            ("30 2 5", mark("looks at the second and the fifth of /list twice an hour")),
            ("off", mark("looks as often as each feed posts")),
        ),
        needs_arguments=True,
        changes=True,
    ),
    Command(
        "setfeedtag",
        feed_settings.set_tags,
        mark("tags of a feed"),
        mark("number tags"),
        aliases=("set_hashtags",),
        examples=(
            ("2 tech news", mark("gives the second feed of /list two tags")),
            ("2 off", mark("takes them away")),
        ),
        needs_arguments=True,
        changes=True,
    ),
    Command(
        "settitle",
        feed_settings.set_title,
        mark("your own name for a feed"),
        mark("number name"),
        aliases=("set_title",),
        examples=(
            ("2 Morning paper", mark("calls the second feed of /list so")),
            ("2 off", mark("calls it what it calls itself")),
        ),
        needs_arguments=True,
        changes=True,
    ),
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
        aliases=("pauseall",),
        examples=(
            ("7d", mark("stops for seven days; without a span until /resume")),
            ("2 7d", mark("stops the second feed of /list only")),
        ),
        changes=True,
    ),
    Command("resume", pauses.resume, mark("go on after a pause"), aliases=("activeall",), changes=True),
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
        examples=(
            ("election, !football", mark("keeps what has the first and drops what has the second")),
            ('"trade war"', mark("keeps what has the two words together")),
            ("2 election", mark("for the second feed of /list only")),
            ("off", mark("lets everything pass")),
        ),
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
    Command(
        "chats",
        groups.show_chats,
        mark("groups and channels that you manage from here"),
        remote=False,
    ),
    Command(
        "topic",
        groups.topic,
        mark("which topic of a group stories go to"),
        "here",
        examples=(
            ("here", mark("brings stories that come at once to the topic it is sent in")),
            ("off", mark("brings them to no topic")),
            ("", mark("shows where they go")),
        ),
        changes=True,
    ),
    Command(
        "autosummary",
        groups.autosummary,
        mark("what I do with links in a group"),
        "button",
        examples=(
            ("button", mark("puts a key under each, which condenses it")),
            ("on", mark("condenses each at once")),
            ("off", mark("leaves them alone")),
        ),
        changes=True,
    ),
    Command(
        "access",
        groups.access,
        mark("who in a group may change settings"),
        "admins",
        examples=(("admins", mark("lets only its admins")), ("everyone", mark("lets all its members"))),
        changes=True,
    ),
    Command(
        "lang",
        language.lang,
        mark("which language I speak"),
        mark("language"),
        aliases=("language",),
        examples=(
            ("de", mark("speaks German from now on; the name of a language does, too")),
            ("auto", mark("speaks the language of your Telegram")),
            ("", mark("shows all languages")),
        ),
        changes=True,
    ),
    Command(
        "share",
        start.share,
        mark("a link by which others follow your feeds"),
        examples=(("", mark("gives the link")), ("off", mark("makes it work no more"))),
        changes=True,
    ),
    Command(
        "status",
        status.status,
        mark("how your feeds and digests do"),
        aliases=("check", "health"),
    ),
    Command("start", start.start, mark("what this bot does"), remote=False),
    Command("help", show_help, mark("this list, or how one command is used"), mark("command")),
    Command("version", status.version, mark("which build this is"), remote=False),
    Command("ping", status.ping, mark("how long Telegram takes to answer me"), remote=False),
    Command("cancel", status.cancel, mark("leave what is open"), remote=False),
    Command(
        "stats",
        operators.stats,
        mark("how the bot is doing"),
        aliases=("info",),
        remote=False,
        operators=True,
    ),
    Command(
        "user_info",
        operators.person_info,
        mark("what is known of a person or a chat"),
        "123456789",
        needs_arguments=True,
        remote=False,
        operators=True,
    ),
    Command(
        "allow",
        operators.allow,
        mark("let in a person or a chat"),
        "123456789",
        needs_arguments=True,
        remote=False,
        operators=True,
    ),
    Command(
        "ban",
        operators.ban,
        mark("shut out a person or a chat"),
        "123456789",
        needs_arguments=True,
        remote=False,
        operators=True,
    ),
    Command(
        "unban",
        operators.unban,
        mark("shut them out no longer"),
        "123456789",
        needs_arguments=True,
        remote=False,
        operators=True,
    ),
    Command(
        "invite",
        operators.invite,
        mark("a link that lets people in"),
        "5",
        examples=(("", mark("makes a link for one person")), ("5", mark("makes a link for five"))),
        remote=False,
        operators=True,
    ),
    Command(
        "broadcast",
        operators.broadcast,
        mark("write to all who use the bot"),
        mark("text"),
        examples=(
            (mark("text"), mark("shows the text and asks before it goes to every private chat")),
            (mark("all text"), mark("the same for groups and channels, too")),
        ),
        needs_arguments=True,
        remote=False,
        operators=True,
    ),
    Command(
        "test",
        operators.test,
        mark("a sample of a feed, without following it"),
        mark("address"),
        needs_arguments=True,
        remote=False,
        operators=True,
    ),
)

# By the first word of a key's action.
PRESSES = {
    "sum": Press(reading.change_length),
    "ctx": Press(reading.in_context),
    "keep": Press(reading.keep),
    "tldr": Press(reading.read_again, costly=True),
    "newest": Press(reading.read_newest, costly=True),
    "read": Press(reading.read_saved),
    "sub": Press(following.sub_link, changes=True, costly=True),
    "which": Press(following.which, changes=True, costly=True),
    "follow": Press(following.follow, changes=True, costly=True),
    "retry": Press(following.retry, changes=True, costly=True),
    "unsub": Press(leaving.unsub_key, changes=True),
    "leave": Press(leaving.leave_key, changes=True),
    "undo": Press(leaving.undo, changes=True),
    "list": Press(feed_list.list_key),
    "export": Press(lists.export_list),
    "p": Press(panels.show),
    "ps": Press(panels.change, changes=True),
    "at": Press(schedules.schedule_key, changes=True),
    "zone": Press(schedules.timezone_key, changes=True),
    "quiet": Press(pauses.quiet_key, changes=True),
    "resume": Press(pauses.resume_key, changes=True),
    "catchup": Press(pauses.catch_up_key),
    "filter": Press(filters.filter_key, changes=True),
    "show": Press(digests.show),
    "story": Press(stories.open_story),
    "back": Press(stories.back),
    "save": Press(stories.save),
    "unsave": Press(archive.unsave),
    "vote": Press(stories.vote),
    "mute": Press(stories.mute, changes=True),
    "unmute": Press(filters.unmute_key, changes=True),
    "why": Press(stories.why),
    "likes": Press(stories.forget_likes, changes=True),
    "again": Press(general.again),
    "first": Press(start.step, changes=True),
    "take": Press(start.take, changes=True, costly=True),
    "unshare": Press(start.unshare, changes=True),
    "lang": Press(language.lang_key, changes=True),
    "help": Press(show_help),
    "topic": Press(groups.topic_key, changes=True),
    "chats": Press(groups.chats_key),
    "open": Press(groups.open_part),
    "stand": Press(operators.stand, operators=True),
    "withdraw": Press(operators.withdraw, operators=True),
    "cast": Press(operators.cast, operators=True),
    "uncast": Press(operators.uncast, operators=True),
}
