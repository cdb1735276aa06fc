"""What the bot gets to hear: privacy mode, and who may not be heard at all."""

from bot.playground.chats import PRESENT, Chat, Json
from bot.playground.entities import part
from bot.playground.state import Playground

# What a message tells that nobody wrote: a bot hears these wherever it is.
SERVICE = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "forum_topic_created",
        "forum_topic_closed",
        "forum_topic_reopened",
    }
)


def hears(playground: Playground, chat: Chat, message: Json) -> bool:
    """Whether the bot is told of a message.

    In a group it hears commands, replies to it, what was sent by it and what happened there; all else only as an
    administrator, or where its privacy mode is off. In a channel it is an administrator or hears nothing.
    """
    role = chat.role(playground.bot.id)
    if chat.kind == "private":
        return not chat.blocked
    if chat.kind == "channel":
        return role == "administrator"
    if role not in PRESENT:
        return bool(message.get("left_chat_member", {}).get("id") == playground.bot.id)
    return role == "administrator" or not playground.privacy or _is_meant(playground, message)


def _is_meant(playground: Playground, message: Json) -> bool:
    bot = playground.bot.id
    replied = message.get("reply_to_message", {}).get("from", {}).get("id") == bot
    sent_by = message.get("via_bot", {}).get("id") == bot
    return replied or sent_by or not SERVICE.isdisjoint(message) or _commands(playground, message)


def _commands(playground: Playground, message: Json) -> bool:
    """Whether a message has a command for this bot, or for any."""
    text = message.get("text") or message.get("caption", "")
    entities = message.get("entities") or message.get("caption_entities", ())
    commands = [part(text, entity) for entity in entities if entity["type"] == "bot_command"]
    names = {command.partition("@")[2].lower() for command in commands}
    return bool(names & {"", str(playground.bot.username).lower()})
