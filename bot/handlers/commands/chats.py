"""The chat itself, and the bot."""

from bot.handlers import groups, language, privacy, start, status
from bot.handlers.commands.row import Command
from bot.locale import mark

CHATS = (
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
    Command("privacy", privacy.privacy, mark("what I keep, and for how long")),
    Command(
        "forget",
        privacy.forget,
        mark("erase all that I keep of this chat, after a question"),
        aliases=("forgetme",),
        changes=True,
    ),
    Command("version", status.version, mark("which build this is"), remote=False),
    Command("ping", status.ping, mark("how long Telegram takes to answer me"), remote=False),
    Command("cancel", status.cancel, mark("leave what is open"), remote=False),
    Command("start", start.start, mark("what this bot does"), remote=False),
)
