"""What a row of the table of commands holds."""

from dataclasses import dataclass

from bot.handlers.request import Handler


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    `usage` is what goes behind the name; `examples` are pairs of that and what it does. `changes` says that in a group
    only its admins may use it; `remote` that from a private chat it may act on a channel or group that is named first;
    `costly` that it counts towards quotas. What is for `operators` exists for nobody else, and only in private chats.
    """

    name: str
    handler: Handler
    text: str
    usage: str = ""
    aliases: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    needs_arguments: bool = False
    changes: bool = False
    remote: bool = True
    costly: bool = False
    operators: bool = False
