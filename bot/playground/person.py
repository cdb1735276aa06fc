"""A person for tests: what somebody in a chat can do; what they see is in `onlooker`."""

from typing import Any

from bot.playground import changes, inline, people
from bot.playground.chats import Chat, Json, Role, User
from bot.playground.keyboards import label_of
from bot.playground.offers import Offer
from bot.playground.onlooker import PATIENCE, Onlooker


class Person(Onlooker):
    """Somebody in one chat, or in one `thread` of it."""

    def elsewhere(self, chat: Chat | int, thread: int | None = None) -> "Person":
        """The same person in another chat, or in a topic."""
        return Person(self.playground, chat if isinstance(chat, int) else chat.id, self.user.id, thread)

    def say(
        self,
        text: str,
        *,
        reply_to: int | None = None,
        as_the_chat: bool = False,
        as_channel: Chat | None = None,
    ) -> Json:
        """Write a message; as an anonymous administrator of the group, or in the name of an own channel."""
        return people.say(
            self.playground,
            self.chat,
            self.user,
            text,
            reply_to=reply_to,
            thread=self.thread,
            as_the_chat=as_the_chat,
            as_channel=as_channel,
        )

    def start(self, payload: str = "") -> Json:
        """Follow a deep link to the bot: what is written is `/start` and what stood in the link."""
        return self.say(f"/start {payload}".strip())

    def edit(self, message: Json, text: str) -> Json:
        """Write another text in the place of one's own."""
        return people.edit(self.playground, self.chat, message["message_id"], text)

    def send_file(
        self, name: str, mime: str, data: bytes, *, caption: str = "", reply_to: int | None = None
    ) -> Json:
        """Send a document."""
        return people.send_file(
            self.playground,
            self.chat,
            self.user,
            name,
            mime,
            data,
            caption=caption,
            reply_to=reply_to,
            thread=self.thread,
        )

    def share_location(self, latitude: float, longitude: float) -> Json:
        """Show where one is."""
        return people.share_location(
            self.playground, self.chat, self.user, latitude, longitude, thread=self.thread
        )

    def forward(self, message: Json, *, hidden: bool = False) -> Json:
        """Forward a message of any chat to this one."""
        return people.forward(
            self.playground, self.chat, self.user, message, thread=self.thread, hidden=hidden
        )

    def press(self, message: Json, label: str) -> None:
        """Press the button with this text."""
        button = label_of(message.get("reply_markup"), label)
        assert button, f"no button {label!r} under {message.get('text')!r}"
        people.press(self.playground, self.chat, self.user, message["message_id"], button["callback_data"])

    def block(self, *, blocked: bool = True) -> None:
        """Stop the bot, or let it write again."""
        changes.block(self.playground, self.chat, self.user, blocked=blocked)

    def set_role(self, user: User, role: Role, **rights: bool) -> None:
        """Add, promote, demote, restrict or remove somebody; `playground.bot` is somebody too."""
        changes.set_role(self.playground, self.chat, self.user, user, role, **rights)

    def open_topic(self, name: str) -> "Person":
        """Open a topic, and be there."""
        return self.elsewhere(self.chat, changes.open_topic(self.playground, self.chat, self.user, name))

    def close_topic(self, *, closed: bool = True) -> None:
        """Close the topic that one is in, or open it again."""
        assert self.thread
        changes.close_topic(self.playground, self.chat, self.user, self.thread, closed=closed)

    def delete_topic(self) -> None:
        """Delete the topic that one is in."""
        assert self.thread
        changes.delete_topic(self.playground, self.chat, self.thread)

    def upgrade(self) -> "Person":
        """Make a supergroup of the group, and be there."""
        return self.elsewhere(changes.upgrade(self.playground, self.chat, self.user))

    def inline(self, query: str, offset: str = "") -> str | None:
        """Type behind the bot's name; returns the query's id, None where an earlier answer is still good."""
        return inline.ask(self.playground, self.chat, self.user, query, offset=offset)

    async def offered(self, query: str, seconds: float = PATIENCE) -> Offer:
        """Type behind the bot's name, and wait for what it offers."""
        seen = len(self.offers)
        self.inline(query)
        await self.until(lambda: len(self.offers) > seen, seconds)
        return self.offers[seen]

    def choose(self, offer: Offer, result_id: str) -> Json:
        """Send one of the results."""
        return inline.choose(self.playground, self.chat, self.user, offer, result_id, thread=self.thread)

    async def ask(self, text: str, seconds: float = PATIENCE, **how: Any) -> Json:  # noqa: ANN401 - as `say` takes them
        """Write, and wait for the answer."""
        self.say(text, **how)
        return await self.answer(seconds)
