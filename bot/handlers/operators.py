"""What only operators may do: see how the bot is, let people in and shut them out, and write to all."""

import secrets
import time
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path

import telegram
from telegram.helpers import create_deep_linked_url

from bot.access import Standing
from bot.errors import PersonError
from bot.feeds.sample import newest
from bot.handlers.feeds import one_feed
from bot.handlers.inputs import address_of
from bot.handlers.request import Answer, Request, answer
from bot.messages import errors
from bot.messages import operators as look
from bot.messages.rich import Entity, Message, Rich, units
from bot.storage import broadcasts, chats, counts, people

# The module is loaded when the process starts.
_STARTED = time.monotonic()
_DAY = timedelta(days=1)
_MOST_USES = 1000
_LOOKS = {"bold", "italic", "underline", "strikethrough", "code", "text_link", "blockquote", "spoiler"}
# What follows the word in a link to the bot.
INVITATION = "inv_"


async def stats(request: Request) -> Answer:
    """How the bot is doing."""
    async with request.resources.database.reading() as tx:
        found = await counts.everything(tx, request.resources.now() - _DAY)
    up = timedelta(seconds=time.monotonic() - _STARTED)
    size = _size(request.resources.settings.database_path)
    return answer(look.stats(request.tr, found, look.Machine(version("nutgraf"), up, size)))


def _size(database: Path) -> int:
    """The database with what stands in its log still."""
    files = (database, database.with_name(f"{database.name}-wal"))
    return sum(file.stat().st_size for file in files if file.exists())


async def person_info(request: Request) -> Answer:
    """What is known of a person or a chat."""
    number = _number(request)
    async with request.resources.database.reading() as tx:
        chat = await chats.get(tx, number)
        standing = (await people.standings(tx, number)).get(number)
        use = await counts.use_of(tx, number)
    if chat is None and standing is None:
        raise PersonError("no_person", text=str(number))
    return answer(look.person(request.tr, number, chat, standing, use))


def _number(request: Request) -> int:
    text = request.arguments.removeprefix("-")
    if not (text.isascii() and text.isdecimal()) or len(text) > 16 or not int(text):
        raise PersonError("no_id", text=request.arguments)
    return int(request.arguments)


async def allow(request: Request) -> Answer:
    """Let somebody in."""
    return answer(await _stand(request, _number(request), Standing.ALLOWED))


async def ban(request: Request) -> Answer:
    """Shut somebody out: nothing of theirs is answered any more, and nothing is sent to them."""
    return answer(await _stand(request, _number(request), Standing.BANNED))


async def unban(request: Request) -> Answer:
    """Shut somebody out no longer."""
    return answer(await _stand(request, _number(request), None))


async def stand(request: Request) -> Answer:
    """The key Undo: what somebody was before."""
    number, _, word = request.arguments.partition(":")
    return Answer(edit=await _stand(request, int(number), look.STANDING_WORDS[word]))


async def _stand(request: Request, number: int, standing: Standing | None) -> Message:
    settings = request.resources.settings
    if number in settings.admins:
        raise PersonError("is_operator", text=str(number))
    async with request.resources.database.begin() as tx:
        before = await people.stand(tx, number, standing, request.resources.now())
    return look.stands(request.tr, number, standing, before, mode=settings.access)


async def invite(request: Request) -> Answer:
    """Make a link that lets people in, one where no number is given."""
    uses = request.arguments or "1"
    if not (uses.isascii() and uses.isdecimal() and 1 <= int(uses[:9]) <= _MOST_USES):
        raise PersonError("no_uses", text=uses, most=_MOST_USES)
    code = secrets.token_urlsafe(9)
    async with request.resources.database.begin() as tx:
        await people.invite(tx, code, int(uses), request.resources.now())
    address = create_deep_linked_url(request.message.get_bot().username, f"{INVITATION}{code}")
    mode = request.resources.settings.access
    return answer(look.invitation(request.tr, address, int(uses), mode=mode, key=code))


async def withdraw(request: Request) -> Answer:
    """The key under an invitation: it lets in nobody any more."""
    async with request.resources.database.begin() as tx:
        await people.withdraw(tx, request.arguments)
    return Answer(edit=look.withdrawn(request.tr))


async def accept_invite(request: Request, code: str) -> bool:
    """Whether the code behind `/start inv_` lets in who asks, or they were let in before; called by /start.

    Where the bot is private, who stands outside gets as far as /start only with a code that was taken at the door, so
    that this says True again without using it up twice. False is for an open bot, or one with a list, and a code that
    counts for nothing there: nothing is wrong, and /start may answer as without it.
    """
    async with request.resources.database.begin() as tx:
        return await people.accept(tx, code, request.person, request.resources.now())


async def broadcast(request: Request) -> Answer:
    """Show a message as all will see it, with keys to send it."""
    first, _, rest = request.arguments.partition(" ")
    everyone = first.casefold() == "all"
    body = _rest_of(request.message, rest.strip() if everyone else request.arguments)
    async with request.resources.database.begin() as tx:
        key, now = str(request.message.message_id), request.resources.now()
        number = await broadcasts.draft(tx, request.chat.id, key, Message(body).dump(), now)
        audience = await broadcasts.audience(tx, everyone=everyone)
    return answer(look.draft(request.tr, body, number, audience, everyone=everyone))


def _rest_of(message: telegram.Message, text: str) -> Rich:
    """The end of a message as it was written, bold and linked where it was."""
    whole = message.text or ""
    if not text:
        raise PersonError("no_broadcast")
    start = units(whole[: whole.rindex(text)])
    end = start + units(text)
    kept = [entity for entity in message.entities if start <= entity.offset < end]
    return Rich(
        text,
        tuple(
            Entity(entity.type, entity.offset - start, min(entity.length, end - entity.offset), entity.url)
            for entity in kept
            if entity.type in _LOOKS
        ),
    )


async def cast(request: Request) -> Answer:
    """The key under a draft: send it to all."""
    number, _, whom = request.arguments.partition(":")
    async with request.resources.database.begin() as tx:
        found = await broadcasts.draft_of(tx, request.chat.id, int(number))
        now, everyone = request.resources.now(), whom == "all"
        sent = await broadcasts.send(tx, found.id, now, everyone=everyone) if found else None
    if found is None or sent is None:
        return Answer(toast=request.tr("That was sent or cancelled before."))
    return Answer(edit=look.under_way(request.tr, Message.load(found.parts[0]).body, sent))


async def uncast(request: Request) -> Answer:
    """The key under a draft: send it to nobody."""
    async with request.resources.database.begin() as tx:
        found = await broadcasts.draft_of(tx, request.chat.id, int(request.arguments))
        given_up = found is not None and await broadcasts.give_up(tx, found.id)
    if not given_up:
        return Answer(toast=request.tr("That was sent or cancelled before."))
    return Answer(edit=look.cancelled(request.tr))


async def test(request: Request) -> Answer:
    """What a feed's newest item would look like, without following it."""
    address = address_of(request.arguments) or (await one_feed(request, request.arguments)).feed.url
    found = await newest(request.resources, address)
    trouble = errors.words(request.tr, found.trouble).body.text if found.trouble else None
    return answer(
        look.sample(request.tr, found.title, found.url, found.entries, found.pace, found.made, trouble)
    )
