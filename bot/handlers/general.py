"""What is no command, or one that there is not."""

from dataclasses import replace

from bot.handlers.inputs import LEAST_WORDS, link_in, means_file
from bot.handlers.lists import import_list, is_list
from bot.handlers.reading import condense
from bot.handlers.request import Answer, Request, answer, number_in, stale
from bot.handlers.schedules import place
from bot.messages import replies


async def bare(request: Request) -> Answer:
    """A message in a private chat that is no command: a link, a text or a file is condensed, a list of feeds is followed."""
    text = request.message.text or request.message.caption or ""
    if request.message.location:
        return await place(request)
    if is_list(request.message.document):
        return await import_list(request)
    if means_file(request.message):
        return await condense(replace(request, arguments=""))
    if link_in(request.message) or len(text.split()) >= LEAST_WORDS:
        return await condense(replace(request, arguments=text))
    return answer(replies.nothing_to_condense(request.tr))


async def unknown(request: Request) -> Answer:
    """A command that there is not."""
    name = (request.message.text or "/").split(maxsplit=1)[0].lstrip("/").partition("@")[0]
    return answer(replies.unknown_command(request.tr, name))


async def again(request: Request) -> Answer:
    """Answer an update once more whose answer may not have arrived."""
    number = number_in(request.arguments)
    return stale(request.tr) if number is None else Answer(again=number)
