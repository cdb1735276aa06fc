"""The bot's own life in chats: it is added, removed, blocked or made an admin, and groups become supergroups."""

import structlog
from telegram import ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message, Update
from telegram.error import TelegramError
from telegram.ext import filters

from bot.handlers import groups
from bot.handlers.dispatch import Dispatch
from bot.messages import groups as look
from bot.models import ChatKind
from bot.resources import Resources
from bot.storage import chats
from bot.storage.rekey import rekey

log = structlog.get_logger(__name__)

_GONE = frozenset({ChatMember.LEFT, ChatMember.BANNED})
# Messages by which a group says that somebody has come: one of them is the bot's first word there.
ARRIVALS = filters.StatusUpdate.NEW_CHAT_MEMBERS | filters.StatusUpdate.CHAT_CREATED


def is_gone(member: ChatMember) -> bool:
    """Whether somebody in this role is not in the chat."""
    return member.status in _GONE or (isinstance(member, ChatMemberRestricted) and not member.is_member)


def migration(message: Message) -> tuple[int, int] | None:
    """The old and the new number of a group, from either of the two messages that tell of it."""
    if message.migrate_to_chat_id:
        return message.chat_id, message.migrate_to_chat_id
    if message.migrate_from_chat_id:
        return message.migrate_from_chat_id, message.chat_id
    return None


def is_arrival(message: Message, bot: int) -> bool:
    """Whether a message says that the bot came into a group, or was there when it was made."""
    newcomers = {member.id for member in message.new_chat_members}
    return bot in newcomers or not newcomers


class Lifecycle:
    """Notes what happens to the bot itself."""

    def __init__(self, resources: Resources, dispatch: Dispatch) -> None:
        self._resources = resources
        self._dispatch = dispatch

    async def member(self, update: Update) -> None:
        """The bot was blocked, unblocked, added, removed, or its role is another."""
        change = update.my_chat_member
        assert change is not None
        if not await self._dispatch.door.admits_member(change):
            await self._leave(update, change)
            return
        kind, chat = ChatKind(change.chat.type), change.chat
        async with self._resources.database.begin() as tx:
            if is_gone(change.new_chat_member):
                await chats.lose(tx, chat.id, self._resources.now())
                return
            await chats.remember(tx, chat.id, kind, chat.title or chat.full_name or "")
            if kind is not ChatKind.PRIVATE and not change.from_user.is_bot:
                await chats.managed_by(tx, chat.id, change.from_user.id)
        if kind is ChatKind.CHANNEL and is_gone(change.old_chat_member):
            await self._tell_of_channel(change)

    async def _leave(self, update: Update, change: ChatMemberUpdated) -> None:
        """Leave a group or channel to which somebody added the bot who is not let in."""
        if change.chat.type == ChatKind.PRIVATE or is_gone(change.new_chat_member):
            return
        try:
            await update.get_bot().leave_chat(change.chat.id)
        except TelegramError as error:  # it was removed meanwhile
            log.info("a strange chat was not left", chat=change.chat.id, reason=error.message)

    async def _tell_of_channel(self, change: ChatMemberUpdated) -> None:
        """A greeting in a channel would be a post: who added the bot gets it, if they have begun a chat with it."""
        async with self._resources.database.reading() as tx:
            person = await chats.get(tx, change.from_user.id)
        if person and person.active:
            words = look.added_to_channel(self._resources.translator(person), change.chat.title or "")
            await self._dispatch.answers.tell(person.id, words, None)

    async def arrived(self, update: Update) -> None:
        """Somebody came into a group; where that is the bot, it says what to do first."""
        message = update.effective_message
        assert message is not None
        if is_arrival(message, message.get_bot().id):
            await self._dispatch.message(update, groups.greet)

    async def migrated(self, update: Update) -> None:
        """A group is a supergroup: all it has goes along, whichever of the two messages comes first."""
        message = update.effective_message
        numbers = migration(message) if message else None
        if numbers is None:
            return
        async with self._resources.database.begin() as tx:
            if await rekey(tx, *numbers):
                log.info("a group became a supergroup", old_chat=numbers[0], new_chat=numbers[1])
