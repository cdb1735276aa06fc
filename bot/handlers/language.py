"""/lang: which language a chat speaks."""

from dataclasses import replace

from babel import Locale

from bot.errors import PersonError
from bot.handlers import menu
from bot.handlers.request import Answer, Request, answer, stale
from bot.locale import DEFAULT, LANGUAGES, known, translator
from bot.messages import language as look
from bot.messages.rich import Message
from bot.models import ChatKind
from bot.storage import chats


async def lang(request: Request) -> Answer:
    """Show the languages, or speak another one; `auto` is that of the person's Telegram."""
    word = request.arguments.strip()
    if not word:
        return answer(look.choose(request.tr, request.resources.translator(request.chat).language))
    if word.casefold() == "auto":
        return answer(await _speak(request, None))
    code = named(word)
    if code is None:
        raise PersonError("no_language", text=word)
    return answer(await _speak(request, code))


async def lang_key(request: Request) -> Answer:
    """A key with a language on it."""
    if request.arguments == look.NONE:
        return Answer(edit=await _speak(request, None))
    if request.arguments not in LANGUAGES:
        return stale(request.tr)
    return Answer(edit=await _speak(request, request.arguments))


async def _speak(request: Request, code: str | None) -> Message:
    """What is said in the new language; None is the one of the person's Telegram, else the operator's."""
    before = request.chat.settings.language
    changed = await speak(request, code or _spoken(request), keep=code is not None)
    language = request.resources.translator(changed.chat).language
    here = request.chat.id == request.message.chat_id
    return look.speaks(changed.tr, language, before, "" if here else request.chat.title)


def _spoken(request: Request) -> str | None:
    """The language of the Telegram of who asks, which only their own message says; a group has none."""
    person = request.message.from_user
    private = request.chat.kind is ChatKind.PRIVATE and person is not None and not person.is_bot
    return known(person.language_code) if person and private else None


async def speak(request: Request, code: str | None, *, keep: bool = True) -> Request:
    """The request as it is after the chat speaks another language; its menu does so, too, while that is to be kept."""
    settings = replace(request.chat.settings, language=code)
    chat = replace(request.chat, settings=settings)
    async with request.resources.database.begin() as tx:
        await chats.change(tx, chat.id, language=code)
    bot = request.message.get_bot()
    if keep:
        await menu.show(request.resources, bot, chat)
    else:
        await menu.unshow(request.resources, bot, chat)
    here = chat.id == request.message.chat_id
    language = request.resources.translator(chat).language
    return replace(request, chat=chat, tr=translator(language) if here else request.tr)


def named(word: str) -> str | None:
    """The language that a person means by a code, by what it calls itself, or by its English name; pure."""
    wanted = word.casefold()
    for code, own in LANGUAGES.items():
        english = Locale.parse(code).get_display_name(DEFAULT) or ""
        if wanted in {own.casefold(), english.casefold()}:
            return code
    return known(wanted)
