"""What a message holds to be condensed."""

import re

import telegram
from telegram.constants import MessageEntityType

from bot.errors import PersonError
from summarizer.types import File, Source, Text, Url

# Fewer words than this are talk, not a text to condense.
LEAST_WORDS = 40
# The Bot API serves files up to 20 MB; texts are far smaller.
MAX_FILE_MB = 10
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_BARE = re.compile(r"(?:https?://)?[^\s/@:]+\.[^\s/@:]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)


async def source_from(message: telegram.Message, arguments: str) -> Source:
    """What to condense: a link or text behind the command, the message replied to, or a file.

    Raises:
        PersonError: there is nothing, or the file is too large.
    """
    if url := link_in(message) or address_of(arguments):
        return Url(url)
    if len(arguments.split()) >= LEAST_WORDS:
        return Text(arguments)
    if document := document_in(message):
        return await file_of(document)
    if reply := message.reply_to_message:
        if url := link_in(reply):
            return Url(url)
        if text := reply.text or reply.caption:
            return Text(text)
    raise PersonError("no_source")


def link_in(message: telegram.Message) -> str | None:
    """The first web address in a message or caption, hidden behind words or plain."""
    kinds: list[str | None] = [MessageEntityType.URL, MessageEntityType.TEXT_LINK]
    found = {**message.parse_entities(kinds), **message.parse_caption_entities(kinds)}
    for entity, text in sorted(found.items(), key=lambda pair: pair[0].offset):
        return entity.url or address_of(text)
    match = _ADDRESS.search(message.text or message.caption or "")
    return match[0] if match else None


def links_of(message: telegram.Message) -> list[str]:
    """The addresses behind the words of a message, in their order."""
    entities = sorted(message.entities, key=lambda entity: entity.offset)
    return [entity.url for entity in entities if entity.type == MessageEntityType.TEXT_LINK and entity.url]


def document_in(message: telegram.Message) -> telegram.Document | None:
    """The file of a message, or of the one that it replies to."""
    reply = message.reply_to_message
    return message.document or (reply.document if reply else None)


def address_of(text: str) -> str | None:
    """A text that is nothing but a web address, with its scheme; None for any other."""
    text = text.strip()
    if not _BARE.fullmatch(text):
        return None
    return text if re.match("https?://", text, re.IGNORECASE) else f"https://{text}"


async def file_of(document: telegram.Document) -> File:
    """A file that somebody sent.

    Raises:
        PersonError: it is too large.
    """
    if (document.file_size or 0) > MAX_FILE_MB * 2**20:
        raise PersonError("too_large", megabytes=MAX_FILE_MB)
    handle = await document.get_file()
    data = bytes(await handle.download_as_bytearray())
    return File(document.file_name or "", document.mime_type, data)
