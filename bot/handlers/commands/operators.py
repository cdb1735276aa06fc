"""What is for operators."""

from bot.handlers import operators
from bot.handlers.commands.row import Command
from bot.locale import mark

OPERATORS = (
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
