"""Who is there and what they said: users, chats and messages, shaped as the Bot API shows them."""

from dataclasses import dataclass, field
from typing import Any, Literal

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


# Under these two the official server shows who writes in the name of the group, and of another channel.
GROUP_ANONYMOUS = User(1087968824, "Group", "GroupAnonymousBot", is_bot=True)
CHANNEL_BOT = User(136817688, "Channel", "Channel_Bot", is_bot=True)


@dataclass(slots=True)
class Chat:
    """A conversation and everything in it.

    Messages are never changed in place: an edit puts a new one under the old id, so that what was
    handed out stays as it was.

    Attributes:
        rights: what an administrator may do differently from most.
        threads: the topics and their names, by the id of the message that opened them.
        closed: the topics in which nobody writes any more.
        own: the messages that the bot sent.
        started: the person has written to the bot, which may write back from then on.
        deactivated: the person has deleted their account.
    """

    id: int
    kind: Kind
    title: str
    username: str | None = None
    topics: bool = False
    roles: dict[int, Role] = field(default_factory=dict)
    rights: dict[int, dict[str, bool]] = field(default_factory=dict)
    threads: dict[int, str] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    messages: dict[int, Json] = field(default_factory=dict)
    own: set[int] = field(default_factory=set)
    started: bool = True
    blocked: bool = False
    deactivated: bool = False
    migrated_to: int | None = None
    last_id: int = 0

    @property
    def is_group(self) -> bool:
        """Whether people talk to each other here."""
        return self.kind in {"group", "supergroup"}

    def role(self, user: int) -> Role:
        """Somebody's role; who never was here has left."""
        return "member" if self.kind == "private" else self.roles.get(user, "left")

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
        """Opens a topic without a word.

        Returns:
            Its `message_thread_id`.
        """
        thread = self.next_id()
        self.threads[thread] = name
        return thread
