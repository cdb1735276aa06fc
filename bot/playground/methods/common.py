"""What the methods share: how one is shaped, and the way into the chat that it names."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.playground.access import Access, check_access
from bot.playground.chats import Chat
from bot.playground.params import Params
from bot.playground.state import Playground

Method = Callable[[Playground, Params], Awaitable[Any]]


def chat_of(playground: Playground, params: Params, access: Access) -> Chat:
    """The chat that a call is about.

    Raises:
        ApiError: there is none, or the bot may not do this there.
    """
    chat = playground.chat(params.text("chat_id"))
    check_access(chat, playground.bot.id, access)
    return chat
