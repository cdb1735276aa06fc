"""Everything that the playground remembers, all of it in memory."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bot.playground.chats import CHANNEL_BOT, GROUP_ANONYMOUS, Chat, Json, Kind, Role, User
from bot.playground.commands import Commands
from bot.playground.errors import bad_request
from bot.playground.events import CLOSE, Events
from bot.playground.faults import Call, Faults
from bot.playground.files import Files
from bot.playground.offers import Offers
from bot.playground.params import plain
from bot.playground.profile import Profile
from bot.playground.queries import Queries
from bot.playground.updates import UpdateQueue

NextDigest = Callable[[int], Awaitable[datetime | None]]
REMEMBERED_CALLS = 50_000


class Playground:
    """A Telegram of its own: one bot, some people, their chats.

    It starts with the private chat 1, between the bot and the person "You".

    Args:
        token: the bot's, shaped as Telegram's are: a number, a colon, a secret.
        clock: the time in UTC; messages are dated by it.
        clock_file: the file by which `clock` is moved; None if it can't be.
        next_digest: when a chat gets its next digest; None if nobody knows.
        suggestions: things to try, each a label and a text to send.
        name: the bot's first name.
        username: the bot's.

    Attributes:
        privacy: in groups the bot hears only what is meant for it, unless it is an administrator.
    """

    def __init__(
        self,
        token: str,
        clock: Callable[[], datetime],
        *,
        clock_file: Path | None = None,
        next_digest: NextDigest | None = None,
        suggestions: Sequence[tuple[str, str]] = (),
        name: str = "Nutgraf",
        username: str = "nutgraf_demo_bot",
    ) -> None:
        self.token = token
        self.clock = clock
        self.clock_file = clock_file
        self.next_digest = next_digest
        self.suggestions = tuple(suggestions)
        self.bot = User(int(token.partition(":")[0]), name, username, is_bot=True)
        self.users = {user.id: user for user in (self.bot, GROUP_ANONYMOUS, CHANNEL_BOT)}
        self.privacy = True
        self.chats: dict[int, Chat] = {}
        self.updates = UpdateQueue()
        self.commands = Commands()
        self.files = Files()
        self.profile = Profile()
        self.queries = Queries()
        self.offers = Offers()
        self.faults = Faults()
        self.events = Events()
        self.calls: deque[Call] = deque(maxlen=REMEMBERED_CALLS)
        self.closing = asyncio.Event()
        self.me = self.add_person("You", user_id=1, language_code="en")

    def add_person(
        self,
        first_name: str,
        *,
        user_id: int | None = None,
        username: str | None = None,
        language_code: str | None = None,
        started: bool = True,
    ) -> User:
        """Creates a person, and their private chat with the bot under the same number.

        The bot may write to them, unless they have not `started` it.
        """
        number = user_id if user_id is not None else max(self._people(), default=0) + 1
        person = User(number, first_name, username, language_code)
        self.users[number] = person
        self.chats[number] = Chat(number, "private", first_name, username, started=started)
        return person

    def add_chat(
        self,
        kind: Kind,
        title: str,
        *,
        username: str | None = None,
        topics: bool = False,
        bot_role: Role | None = None,
        owner: User | None = None,
        members: Mapping[int, Role] | None = None,
    ) -> Chat:
        """Creates a group, supergroup or channel, owned by "You" or another.

        The bot is in it: as a member of a group, as an administrator of a channel, unless told otherwise.
        """
        base = -100 if kind == "group" else -1_000_000_000_000
        chat = Chat(base - len(self.chats), kind, title, username, topics)
        usual: Role = "administrator" if kind == "channel" else "member"
        chat.roles = {
            (owner or self.me).id: "creator",
            self.bot.id: bot_role or usual,
            **(members or {}),
        }
        self.chats[chat.id] = chat
        return chat

    def upgrade(self, group: Chat) -> Chat:
        """Turns a group into a supergroup without a word; the old number answers with the new one."""
        chat = self.add_chat("supergroup", group.title)
        chat.roles, chat.rights = dict(group.roles), dict(group.rights)
        group.migrated_to = chat.id
        return chat

    def chat(self, name: object) -> Chat:
        """The chat with this number or @username. People are found by their number only.

        Raises:
            ApiError: there is none.
        """
        text = str(name if name is not None else "")
        if not text:
            raise bad_request("chat_id is empty")
        for chat in self.chats.values():
            if text == str(chat.id) or _is_named(chat, text):
                return chat
        raise bad_request("chat not found")

    def parameters(self, method: str) -> list[Json]:
        """What the bot asked for at each call of a method, as values and no longer as text."""
        return [plain(call.params) for call in self.calls if call.method == method]

    def timestamp(self) -> int:
        """Now, as messages are dated."""
        return int(self.clock().timestamp())

    def put(self, chat: Chat, message: Json) -> Json:
        """Adds a new message to its chat and tells who listens."""
        chat.messages[message["message_id"]] = message
        self.events.publish(chat.id, "message", message)
        return message

    def replace(self, chat: Chat, message: Json) -> Json:
        """Puts an edited message in the place of the old one and tells who listens."""
        chat.messages[message["message_id"]] = message
        self.events.publish(chat.id, "edit", message)
        return message

    def resume(self) -> None:
        """Opens for clients (again)."""
        self.closing = asyncio.Event()
        self.updates.resume()

    def close(self) -> None:
        """Ends whatever waits: polls, delays and event streams."""
        self.closing.set()
        self.updates.close()
        self.events.publish(None, CLOSE, {})

    def _people(self) -> list[int]:
        return [user.id for user in self.users.values() if not user.is_bot]


def _is_named(chat: Chat, text: str) -> bool:
    return bool(chat.kind != "private" and chat.username and text.lower() == f"@{chat.username.lower()}")
