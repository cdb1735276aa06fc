"""What a message holds to be condensed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import telegram
from telegram.constants import MessageEntityType

from bot.errors import PersonError
from summarizer.limits import LIMITS
from summarizer.links import canonical_url, host_of
from summarizer.types import File, Source, Text, Url

# Fewer words than this are talk, not a text to condense.
LEAST_WORDS = 40
# As many words beside its links are meant themselves: what people write around a link, and teasers of posts, are shorter.
OWN_WORDS = 150
# Links of one message that are read.
MOST_LINKS = 5
# The Bot API serves files up to 20 MB; texts are far smaller.
MAX_FILE_MB = 10
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_BARE = re.compile(r"(?:https?://)?[^\s/@:]+\.[^\s/@:]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_LENGTH = re.compile(r"^-n\s*(\S+)(?:\s+|$)|\s-n\s*(\d{1,2})$")
# Where Telegram's own pages are: what a post links to there is its channel.
TELEGRAM = frozenset({"t.me", "telegram.me", "telegram.dog"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be condensed; `links` is how many there were, of which only the first are among the sources."""

    sources: tuple[Source, ...]
    links: int = 0


async def wanted_in(message: telegram.Message, arguments: str) -> Wanted | None:
    """What to condense: links or a text behind the command, a file, or what the message replied to holds.

    None where nothing is behind the command and nothing is replied to.

    Raises:
        PersonError: there is nothing to condense in it, or the file is too large.
    """
    behind = _links_or_text(message, arguments, LEAST_WORDS) if arguments else None
    if behind:
        return behind
    if message.document:
        return Wanted((await file_of(message.document),))
    reply = message.reply_to_message
    if reply is None or reply.forum_topic_created:  # where a message opens every topic, all answer it
        if arguments:
            raise PersonError("no_source")
        return None
    return await _replied_to(reply)


async def _replied_to(reply: telegram.Message) -> Wanted:
    if _is_own(reply) and (first := links_in(reply)[:1]):
        return _urls(first)
    if reply.document and _may_be_read(reply.document):
        return Wanted((await file_of(reply.document),))
    if found := _links_or_text(reply, reply.text or reply.caption or "", 1):
        return found
    if reply.document:
        return Wanted((await file_of(reply.document),))
    raise PersonError("no_source")


def _is_own(message: telegram.Message) -> bool:
    """Whether the bot itself wrote a message: a digest or a summary. A channel's posts name no author, but have its keys."""
    if message.from_user is None:
        return message.reply_markup is not None
    return message.from_user.id == message.get_bot().id


def _links_or_text(message: telegram.Message, text: str, least_words: int) -> Wanted | None:
    """The links of a message, or its text where that is long, or long enough and without links."""
    addresses = [address_of(word) for word in text.split()]
    words = addresses.count(None)
    links = links_in(message) or ([] if words else [url for url in addresses if url])
    if words >= LEAST_WORDS and all(host_of(url) in TELEGRAM for url in links):
        links = []
    if links and words < OWN_WORDS:
        return _urls(links)
    return Wanted((Text(text),)) if words >= least_words else None


def _urls(links: Sequence[str]) -> Wanted:
    return Wanted(tuple(map(Url, links[:MOST_LINKS])), len(links))


def _may_be_read(document: telegram.Document) -> bool:
    """Whether a file may hold a text: pictures and films are sent as files, too."""
    return not (document.mime_type or "").startswith(("image/", "video/", "audio/"))


def means_file(message: telegram.Message) -> bool:
    """Whether the file of a message is what is meant, and not its caption."""
    file = message.document
    return file is not None and (_may_be_read(file) or not (message.caption or "").strip())


def length_in(arguments: str) -> tuple[int | None, str]:
    """How many bullets `-n 7` asks for, before or behind the rest; and the rest.

    Raises:
        PersonError: it is no such number.
    """
    match = _LENGTH.search(arguments)
    if match is None:
        return None, arguments
    asked = match[1] or match[2]
    if not (asked.isdecimal() and len(asked) < 3 and 1 <= int(asked) <= LIMITS.bullets):
        raise PersonError("no_bullets", text=asked, most=LIMITS.bullets)
    return int(asked), (arguments[: match.start()] + arguments[match.end() :]).strip()


def link_in(message: telegram.Message) -> str | None:
    """The first web address in a message or caption, hidden behind words or plain."""
    return next(iter(links_in(message)), None)


def links_in(message: telegram.Message) -> list[str]:
    """The web addresses in a message or caption, hidden behind words or plain, each page once."""
    text = message.text or message.caption or ""
    pages: dict[str, str] = {}
    for url in list(_marked(message)) or _ADDRESS.findall(text):
        pages.setdefault(canonical_url(url), url)
    return list(pages.values())


def _marked(message: telegram.Message) -> Iterator[str]:
    kinds: list[str | None] = [MessageEntityType.URL, MessageEntityType.TEXT_LINK]
    found = {**message.parse_entities(kinds), **message.parse_caption_entities(kinds)}
    for entity, text in sorted(found.items(), key=lambda pair: pair[0].offset):
        url = entity.url or address_of(text)
        if url and re.match("https?://", url, re.IGNORECASE):
            yield url


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
