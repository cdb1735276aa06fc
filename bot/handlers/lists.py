"""/import, /export: lists of feeds as readers exchange them, and all that a chat has decided."""

import asyncio

import telegram

from bot.digests.build import coming
from bot.errors import PersonError
from bot.exchange import looks_like, read, write
from bot.feeds.subscribe import outlines_of, take_in
from bot.handlers import menu
from bot.handlers.archive import export_html
from bot.handlers.inputs import document_in, file_of
from bot.handlers.request import Answer, Handler, Request, answer
from bot.messages import lists, privacy
from bot.restoring import export_of, restore
from bot.storage import chats
from summarizer import read_opml, write_opml


def is_list(document: telegram.Document | None) -> bool:
    """Whether a file calls itself a list of feeds, or one of ours."""
    name = (document.file_name or "").lower() if document else ""
    return name.endswith(".opml") or (name.startswith("nutgraf") and name.endswith(".json"))


async def import_list(request: Request) -> Answer:
    """Follow all feeds of a list, or take in a chat's decisions, and say what became of each."""
    document = document_in(request.message)
    if document is None:
        raise PersonError("no_list")
    file = await file_of(document)
    if looks_like(file.data):
        return await _restore(request, file.data)
    listed = await request.resources.workers.run(read_opml, file.data)
    done = await take_in(request.resources, request.chat.id, listed)
    when = await coming(request.resources, request.chat, request.tr)
    return answer(lists.imported(request.tr, done, when))


async def _restore(request: Request, data: bytes) -> Answer:
    brought = await asyncio.to_thread(read, data)
    done = await restore(request.resources, request.chat, brought)
    async with request.resources.database.reading() as tx:
        chat = await chats.get(tx, request.chat.id)
    assert chat is not None
    await menu.show(request.resources, request.message.get_bot(), chat)
    tr = request.resources.translator(chat) if chat.id == request.message.chat_id else request.tr
    return answer(privacy.restored(tr, done, await coming(request.resources, chat, tr)))


async def export(request: Request) -> Answer:
    """What the chat follows, as a list; as `json` all that it decided, as `html` all that it was sent."""
    return await _EXPORTS.get(request.arguments.casefold(), _export_list)(request)


async def _export_json(request: Request) -> Answer:
    return answer(privacy.exported(request.tr, write(await export_of(request.resources, request.chat.id))))


async def _export_list(request: Request) -> Answer:
    outlines = await outlines_of(request.resources, request.chat.id)
    if not outlines:
        raise PersonError("no_feeds")
    return answer(lists.exported(request.tr, write_opml("Nutgraf", outlines), len(outlines)))


_EXPORTS: dict[str, Handler] = {"json": _export_json, "html": export_html}
