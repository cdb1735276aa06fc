"""The commands that a bot publishes, per scope and language."""

import re

from bot.playground.chats import Chat, Json, User
from bot.playground.errors import bad_request

MOST = 100
SCOPES: dict[str, tuple[str, ...]] = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
NAME = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_DESCRIPTION = 256
Key = tuple[str, str]


class Commands:
    """Published lists, and which one a person sees."""

    def __init__(self) -> None:
        self._lists: dict[Key, list[Json]] = {}

    def set(self, scope: object, language: str, commands: object) -> None:
        """Publishes a list; an empty one takes it back.

        Raises:
            ApiError: the list is malformed or a command is not as Telegram wants it.
        """
        if not isinstance(commands, list):
            raise bad_request("can't parse list of bot commands")
        if len(commands) > MOST:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        self._lists[scope_name(scope), language] = [_checked(command) for command in commands]

    def get(self, scope: object, language: str) -> list[Json]:
        """The list for exactly this scope and language."""
        return self._lists.get((scope_name(scope), language), [])

    def delete(self, scope: object, language: str) -> None:
        """Takes a list back."""
        self._lists.pop((scope_name(scope), language), None)

    def seen_in(self, chat: Chat, user: User) -> list[Json]:
        """What a person is offered: the narrowest scope that has a list, in their language before any.

        A list is for a language of two letters, whatever region or script stands behind a person's own.
        """
        spoken = (user.language_code or "").partition("-")[0]
        for scope in _scopes(chat, user):
            for language in dict.fromkeys((spoken, "")):
                if found := self._lists.get((scope, language)):
                    return found
        return []


def scope_name(scope: object) -> str:
    """A scope as one text: its type and what it is about."""
    if not isinstance(scope, dict):
        return "default"
    about = [str(scope[name]) for name in ("chat_id", "user_id") if name in scope]
    return ":".join([str(scope.get("type", "default")), *about])


def checked_scope(sent: object) -> Json:
    """A scope with what it needs.

    Raises:
        ApiError: there is no such scope, or it does not say what it is about.
    """
    if sent is None:
        return {"type": "default"}
    if not isinstance(sent, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    needed = SCOPES.get(str(sent.get("type")))
    if needed is None:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if missing := next((name for name in needed if not sent.get(name)), None):
        raise bad_request(f"can't parse BotCommandScope: Can't find field \"{missing}\"")
    return {"type": sent["type"], **{name: sent[name] for name in needed}}


def _scopes(chat: Chat, user: User) -> list[str]:
    if chat.kind == "private":
        return [f"chat:{chat.id}", "all_private_chats", "default"]
    if chat.kind == "channel":
        return []
    runs = chat.roles.get(user.id) in {"creator", "administrator"}
    return [
        f"chat_member:{chat.id}:{user.id}",
        *([f"chat_administrators:{chat.id}"] if runs else []),
        f"chat:{chat.id}",
        *(["all_chat_administrators"] if runs else []),
        "all_group_chats",
        "default",
    ]


def _checked(command: object) -> Json:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = str(command.get("command", "")).removeprefix("/"), str(command.get("description", ""))
    if not NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= LONGEST_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
