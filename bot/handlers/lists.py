"""/import, /export: lists of feeds as readers exchange them."""

import telegram

from bot.digests.build import coming
from bot.errors import PersonError
from bot.feeds.subscribe import outlines_of, take_in
from bot.handlers.archive import export_html
from bot.handlers.inputs import document_in, file_of
from bot.handlers.request import Answer, Request, answer
from bot.messages import lists
from summarizer import read_opml, write_opml


def is_list(document: telegram.Document | None) -> bool:
    """Whether a file calls itself a list of feeds."""
    return document is not None and (document.file_name or "").lower().endswith(".opml")


async def import_list(request: Request) -> Answer:
    """Follow all feeds of a list, and say what became of each."""
    document = document_in(request.message)
    if document is None:
        raise PersonError("no_list")
    file = await file_of(document)
    listed = await request.resources.workers.run(read_opml, file.data)
    done = await take_in(request.resources, request.chat.id, listed)
    when = await coming(request.resources, request.chat, request.tr)
    return answer(lists.imported(request.tr, done, when))


async def export_list(request: Request) -> Answer:
    """All that the chat follows, as a file; with `html` all that it was sent, as a page."""
    if request.arguments.casefold() == "html":
        return await export_html(request)
    outlines = await outlines_of(request.resources, request.chat.id)
    if not outlines:
        raise PersonError("no_feeds")
    return answer(lists.exported(request.tr, write_opml("Nutgraf", outlines), len(outlines)))
