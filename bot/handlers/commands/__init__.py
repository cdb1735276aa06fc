"""The one table of commands: dispatch, Telegram's menu, /help and the README are made from it."""

from bot.handlers.commands.chats import CHATS
from bot.handlers.commands.digests import DIGESTS
from bot.handlers.commands.feeds import FEEDS
from bot.handlers.commands.operators import OPERATORS
from bot.handlers.commands.row import Command
from bot.handlers.request import Answer, Request, answer
from bot.locale import Translator, mark
from bot.messages import replies
from bot.messages.rich import Message
from bot.messages.start import help_with
from bot.models import ChatKind


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


HELP = Command("help", show_help, mark("this list, or how one command is used"), mark("command"))
COMMANDS = (*FEEDS, *DIGESTS, *CHATS, HELP, *OPERATORS)
