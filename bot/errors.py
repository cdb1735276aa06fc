"""What can go wrong, for whom.

    NutgrafError
    ├── PersonError        somebody in a chat can mend it: a message key and its arguments
    └── OperatorError      whoever runs the bot can mend it: a sentence, and the status of the process
        ├── StorageError
        └── TelegramError

Anything else that is raised is a bug.
"""

from typing import Any, ClassVar


class NutgrafError(Exception):
    """Base of all that the bot raises on purpose."""


class PersonError(NutgrafError):
    """A person gets `key`, turned into words by `bot.messages.errors`, with `arguments` filled in."""

    def __init__(self, key: str, **arguments: Any) -> None:  # noqa: ANN401 - what a sentence is filled with
        super().__init__(key)
        self.key = key
        self.arguments = arguments


class OperatorError(NutgrafError):
    """The process can't go on; its text is a sentence that names the cure, `status` its exit status."""

    status: ClassVar[int] = 1


class StorageError(OperatorError):
    """The data folder or the database is missing, locked, broken or full."""

    status = 5


class TelegramError(OperatorError):
    """The Bot API can't be reached or refuses the token."""

    status = 6
