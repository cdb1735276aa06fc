"""Who is there and what they said: users, chats and messages, shaped as the Bot API shows them."""

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.playground.errors import ApiError, bad_request, forbidden

Json = dict[str, Any]
Kind = Literal["private", "group", "supergroup", "channel"]
Role = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]
PRESENT: frozenset[Role] = frozenset({"creator", "administrator", "member", "restricted"})


@dataclass(frozen=True, slots=True)
class User:
    """A person, or the bot."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    def as_json(self) -> Json:
        """As a message shows its sender."""
        facts = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return {name: value for name, value in facts.items() if value is not None}


@dataclass(slots=True)
class Chat:
    """A conversation and everything in it.

    Messages are never changed in place: an edit puts a new one under the old id, so that what was
    handed out stays as it was.
    """

    id: int
    kind: Kind
    title: str
    username: str | None = None
    topics: bool = False
    roles: dict[int, Role] = field(default_factory=dict)
    threads: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    blocked: bool = False
    migrated_to: int | None = None
    last_id: int = 0

    def as_json(self) -> Json:
        """As a message shows its chat."""
        name = "first_name" if self.kind == "private" else "title"
        shown: Json = {"id": self.id, "type": self.kind, name: self.title}
        if self.username:
            shown["username"] = self.username
        if self.topics:
            shown["is_forum"] = True
        return shown

    def next_id(self) -> int:
        """The id of the next message; ids count up per chat."""
        self.last_id += 1
        return self.last_id

    def add_thread(self, name: str) -> int:
        """Opens a topic.

        Returns:
            Its `message_thread_id`.
        """
        thread = self.next_id()
        self.threads[thread] = name
        return thread

    def check_reachable(self, bot: int) -> None:
        """Refuses as the official server does where the bot can't act.

        Raises:
            ApiError: the chat was upgraded, the bot was blocked, removed, or never there.
        """
        if self.migrated_to is not None:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.migrated_to,
            )
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        self._check_member(self.roles.get(bot, "left"))

    def _check_member(self, role: Role) -> None:
        if self.kind == "private" or role in PRESENT:
            return
        if role == "kicked":
            raise forbidden(f"bot was kicked from the {self.kind} chat")
        raise forbidden(f"bot is not a member of the {self.kind} chat")

    def check_thread(self, thread: int | None) -> None:
        """Refuses a topic that this chat does not have.

        Raises:
            ApiError: there is none with this number.
        """
        if thread is not None and thread not in self.threads:
            raise bad_request("message thread not found")
