"""Who is let in, and how often: asked before a handler runs and before anything of who asks is stored."""

import re
import time
from collections.abc import Callable

import telegram

from bot.access import DAY_SECONDS, Once, Quota, Rules, Standing, Verdict, brings, verdict
from bot.errors import PersonError
from bot.handlers.gate import Asker, asker_of
from bot.handlers.inputs import LEAST_WORDS, MOST_LINKS, link_in, links_in
from bot.handlers.request import Answer
from bot.locale import Translator, translator
from bot.messages import errors
from bot.messages.rich import Message
from bot.models import ChatKind
from bot.resources import Resources
from bot.storage import people

_INVITATION = re.compile(r"/start(?:@\w+)? inv_([A-Za-z0-9_-]{1,60})\s*")


class Door:
    """One per bot. What it remembers of refusals and tokens is bounded, and forgotten with the process."""

    def __init__(self, resources: Resources) -> None:
        settings = resources.settings
        self._resources = resources
        self._rules = Rules(settings.access, settings.admins, settings.allowed)
        self._quota = Quota(settings.quota_person, settings.quota_chat, settings.quota_all)
        self._told, self._told_of_code = Once(), Once()

    def is_operator(self, person: int) -> bool:
        """Whether the settings name somebody as an operator."""
        return person in self._rules.operators

    async def refusal(self, update: telegram.Update) -> Answer | None:
        """What somebody gets who is not let in: a sentence once a day, else an empty answer; None for who is let in."""
        person, chat = asker_of(update).person, update.effective_chat
        assert chat is not None
        async with self._resources.database.reading() as tx:
            known = await people.standings(tx, person, chat.id)
        match verdict(self._rules, person, chat.id, known):
            case Verdict.BANNED:
                return Answer()
            case Verdict.IN:
                if brings(self._rules, person, chat.id, known):
                    await self._let_in(chat.id)
                return None
            case Verdict.OUT:
                return await self._invited_or_not(update, person)

    async def _invited_or_not(self, update: telegram.Update, person: int) -> Answer | None:
        code = code_in(update)
        if code and self._rules.mode == "invite":
            async with self._resources.database.begin() as tx:
                if await people.accept(tx, code, person, self._resources.now()):
                    return None
            return self._say(update, self._told_of_code, person, errors.no_such_invitation)
        if not _is_for_the_bot(update):
            return Answer()
        return self._say(update, self._told, person, errors.not_let_in)

    def _say(
        self, update: telegram.Update, told: Once, person: int, words: Callable[[Translator], Message]
    ) -> Answer:
        chat, user = update.effective_chat, update.effective_user
        assert chat is not None
        if not told.may(person or chat.id, time.monotonic(), DAY_SECONDS):
            return Answer()
        spoken = user.language_code if user and chat.type == ChatKind.PRIVATE else None
        return Answer(refusal=words(translator(spoken or self._resources.settings.language)))

    async def bring(self, chat: int, person: int) -> None:
        """Let in another chat that somebody who is let in acts on.

        Raises:
            PersonError: an operator shut it out.
        """
        async with self._resources.database.reading() as tx:
            known = await people.standings(tx, person, chat)
        if known.get(chat) is Standing.BANNED and not self.is_operator(person):
            raise PersonError("chat_banned")
        if brings(self._rules, person, chat, known):
            await self._let_in(chat)

    async def admits_member(self, change: telegram.ChatMemberUpdated) -> bool:
        """Whether to note that the bot was added, removed or blocked; who adds it lets in the chat."""
        person, chat = change.from_user.id, change.chat.id
        async with self._resources.database.reading() as tx:
            known = await people.standings(tx, person, chat)
        if verdict(self._rules, person, chat, known) is not Verdict.IN:
            return False
        if brings(self._rules, person, chat, known):
            await self._let_in(chat)
        return True

    async def _let_in(self, chat: int) -> None:
        async with self._resources.database.begin() as tx:
            await people.stand(tx, chat, Standing.ALLOWED, self._resources.now())

    def over_quota(
        self, asker: Asker, chat: int, tr: Translator, message: telegram.Message | None = None
    ) -> Answer | None:
        """What somebody gets who asks too often: a sentence, then an empty answer until it is over; None else.

        A message counts as many times as it has links that are read.
        """
        if self.is_operator(asker.person):
            return None
        tokens = max(1, len(links_in(message)[:MOST_LINKS])) if message else 1
        limit = self._quota.take(asker.person, chat, time.monotonic(), tokens)
        if limit is None:
            return None
        return Answer(refusal=errors.over_quota(tr, limit)) if limit.is_news else Answer()


def code_in(update: telegram.Update) -> str | None:
    """The code of an invitation whose link somebody followed into a private chat."""
    message = update.message
    if message is None or message.chat.type != ChatKind.PRIVATE:
        return None
    match = _INVITATION.fullmatch(message.text or "")
    return match[1] if match else None


def is_work(message: telegram.Message) -> bool:
    """Whether a message that is no command holds something to read."""
    text = message.text or message.caption or ""
    return bool(message.document or link_in(message) or len(text.split()) >= LEAST_WORDS)


def _is_for_the_bot(update: telegram.Update) -> bool:
    """In a group a bare command may be for another bot: only one with this bot's name, or a key of its own, is for it."""
    message = update.message
    if update.callback_query or (message and message.chat.type == ChatKind.PRIVATE):
        return True
    bot = update.get_bot().username.casefold()
    first, *_ = ((message and message.text) or "").split(maxsplit=1) or [""]
    return first.casefold().endswith(f"@{bot}")
