"""The keys under a digest and under an opened story, /why and /likes."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.digests.collect import more_points
from bot.digests.rank import taste
from bot.errors import PersonError
from bot.handlers.request import Answer, Request, answer
from bot.locale import Translator, mark
from bot.messages import likes as likes_messages
from bot.messages import story as messages
from bot.messages.rich import Message
from bot.models import Digest, FilterKind, Story, Vote
from bot.storage import digests, filters, saved, stories, votes

# Bullets of an opened story.
_LONG = 8
_GONE = mark("That digest is no longer kept.")


@dataclass(frozen=True, slots=True)
class _Opened:
    """A story of a digest of this chat, by its number there, and what else stands in the key."""

    digest: Digest
    number: int
    story: Story
    rest: str


async def _opened(request: Request) -> _Opened | None:
    """What a key means; None where it was changed on its way, or its digest is another chat's or no longer kept."""
    first, _, tail = request.arguments.partition(":")
    number, _, rest = tail.partition(":")
    if not (first.isdecimal() and number.isdecimal() and len(first) < 19 and len(number) < 4):
        return None
    async with request.resources.database.reading() as tx:
        digest = await digests.get(tx, int(first))
        story = await stories.get(tx, int(first), int(number))
    if digest is None or story is None or digest.chat != request.chat.id:
        return None
    return _Opened(digest, int(number), story, rest)


async def open_story(request: Request) -> Answer:
    """A story in the place of its digest."""
    at = await _opened(request)
    return Answer(edit=await _show(request, at)) if at else Answer(toast=request.tr.plain(_GONE))


async def _show(request: Request, at: _Opened) -> Message:
    lead = at.story.articles[0]
    async with request.resources.database.reading() as tx:
        is_saved = await saved.has(tx, request.chat.id, lead)
        vote = await votes.given_by(tx, request.chat.id, request.person, lead)
    shown = replace(at.story, points=await more_points(request.resources, at.story, _LONG))
    return messages.opened(request.tr, shown, at.digest.id, at.number, saved=is_saved, vote=vote)


async def back(request: Request) -> Answer:
    """The digest again, as it was sent."""
    at = await _opened(request)
    if at is None:
        return Answer(toast=request.tr.plain(_GONE))
    action = f"story:{at.digest.id}:{at.number}"
    for part in map(Message.load, at.digest.parts):
        if any(key.action == action for row in part.buttons for key in row):
            return Answer(edit=part)
    return Answer(toast=request.tr.plain(_GONE))


async def save(request: Request) -> Answer:
    """Keep a story's article for later, or no longer."""
    at = await _opened(request)
    if at is None:
        return Answer(toast=request.tr.plain(_GONE))
    lead = at.story.articles[0]
    async with request.resources.database.begin() as tx:
        is_new = await saved.add(tx, request.chat.id, lead, request.resources.now())
        if not is_new:
            await saved.remove(tx, request.chat.id, lead)
    toast = request.tr("Saved. /saved lists all.") if is_new else request.tr("No longer saved.")
    return Answer(edit=await _show(request, at), toast=toast)


async def vote(request: Request) -> Answer:
    """More or less of this; the same key again takes it back."""
    at = await _opened(request)
    if at is None or at.rest not in {"1", "-1"}:
        return Answer(toast=request.tr.plain(_GONE))
    lead, value, chat = at.story.articles[0], int(at.rest), request.chat.id
    async with request.resources.database.begin() as tx:
        before = await votes.given_by(tx, chat, request.person, lead)
        given = Vote(value, at.story.signs) if before != value else None
        await votes.give(tx, chat, request.person, lead, given, request.resources.now())
    return Answer(edit=await _show(request, at), toast=_voted(request.tr, given))


def _voted(tr: Translator, given: Vote | None) -> str:
    if given is None:
        return tr("Taken back.")
    return tr("More like this.") if given.value > 0 else tr("Less like this.")


async def mute(request: Request) -> Answer:
    """Ask for how long, then mute the story's key words."""
    at = await _opened(request)
    if at is None:
        return Answer(toast=request.tr.plain(_GONE))
    words = [sign.removeprefix("word:") for sign in at.story.signs if sign.startswith("word:")]
    if not words:
        return Answer(toast=request.tr("This story has no words to mute."))
    if not at.rest:
        return Answer(edit=messages.mute_choice(request.tr, words, at.digest.id, at.number))
    if not at.rest.isdecimal() or int(at.rest) not in messages.MUTE_DAYS:
        return Answer(toast=request.tr.plain(_GONE))
    days = int(at.rest)
    until = request.resources.now() + timedelta(days=days)
    async with request.resources.database.begin() as tx:
        number = await filters.add(tx, request.chat.id, FilterKind.MUTE, words, until=until)
    return Answer(edit=messages.muted(request.tr, words, days, number, at.digest.id, at.number))


async def why(request: Request) -> Answer:
    """Why a story is in its digest."""
    at = await _opened(request)
    if at is None:
        return Answer(toast=request.tr.plain(_GONE))
    return Answer(edit=messages.why(request.tr, at.story, at.digest.id, at.number))


async def why_all(request: Request) -> Answer:
    """/why as a reply to a digest or a story: why each of its stories was chosen, or that of a number."""
    reply = request.message.reply_to_message
    keys = reply.reply_markup.inline_keyboard if reply and reply.reply_markup else ()
    actions = [key.callback_data for row in keys for key in row if isinstance(key.callback_data, str)]
    # Reading needs no signature: the chat is checked.
    plain = [action.partition("~")[0].rpartition("@")[2] for action in actions]
    found = [action.split(":", 1)[1] for action in plain if action.startswith(("story:", "why:"))]
    wanted = request.arguments.strip()
    chosen = [each for each in found if not wanted or each.endswith(f":{wanted}")]
    opened = [at for each in chosen if (at := await _opened(replace(request, arguments=each)))]
    if not opened:
        raise PersonError("no_why")
    if len(opened) == 1:
        return answer(messages.why(request.tr, opened[0].story, opened[0].digest.id, opened[0].number))
    return answer(messages.why_each(request.tr, [(at.number, at.story) for at in opened]))


async def likes(request: Request) -> Answer:
    """What votes have taught."""
    async with request.resources.database.reading() as tx:
        given = await votes.of_chat(tx, request.chat.id)
    return answer(likes_messages.learnt(request.tr, taste(given), len(given)))


async def forget_likes(request: Request) -> Answer:
    """Reset: ask first, then forget all votes."""
    if request.arguments != "yes":
        return Answer(edit=likes_messages.ask_reset(request.tr))
    async with request.resources.database.begin() as tx:
        count = await votes.forget(tx, request.chat.id)
    return Answer(edit=likes_messages.forgotten(request.tr, count))
