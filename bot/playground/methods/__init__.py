"""What the bot can call: `METHODS`, by name in small letters."""

from bot.playground.methods import chats, messages, polling, profile, queries
from bot.playground.methods.common import Method

METHODS: dict[str, Method] = {
    **polling.METHODS,
    **profile.METHODS,
    **messages.METHODS,
    **queries.METHODS,
    **chats.METHODS,
}
