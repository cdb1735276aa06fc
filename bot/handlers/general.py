"""/start, /help, and what is no command."""

from dataclasses import replace

from bot.handlers.inputs import LEAST_WORDS, link_in
from bot.handlers.lists import import_list, is_list
from bot.handlers.reading import tldr
from bot.handlers.request import Answer, Request, answer
from bot.handlers.schedules import place
from bot.messages import replies
from bot.messages.rich import Message, Rich


async def start(request: Request) -> Answer:
    """Say what this is and what to do first."""
    return answer(replies.start(request.message.get_bot().first_name))


async def bare(request: Request) -> Answer:
    """A message in a private chat that is no command: a link, a text or a file is condensed, a list of feeds is followed."""
    text = request.message.text or request.message.caption or ""
    if request.message.location:
        return await place(request)
    if is_list(request.message.document):
        return await import_list(request)
    if request.message.document or link_in(request.message):
        return await tldr(request)
    if len(text.split()) >= LEAST_WORDS:
        return await tldr(replace(request, arguments=text))
    return answer(
        Message(Rich("Send me a link, a text of a few sentences or a file. /help lists what else I do."))
    )


async def unknown(request: Request) -> Answer:
    """A command that there is not."""
    name = (request.message.text or "/").split(maxsplit=1)[0].lstrip("/").partition("@")[0]
    return answer(replies.unknown_command(name))


async def again(request: Request) -> Answer:
    """Answer an update once more whose answer may not have arrived."""
    if not request.arguments.isdecimal():
        return Answer(toast="This key no longer works.")
    return Answer(again=int(request.arguments))
