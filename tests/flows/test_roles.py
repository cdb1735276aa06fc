"""Who may do what, everywhere: every command by everybody in every place, and every key in the wrong hands.

One bot answers the whole matrix. Each case has a chat of its own, with the same feeds and settings, so that what it
changes is seen and Telegram's pace in a chat holds up no other.
"""

import asyncio
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot import signing
from bot.handlers.commands import COMMANDS
from bot.handlers.commands.row import Command
from bot.handlers.presses import PRESSES
from bot.playground.chats import Chat, Json, Kind, User
from bot.playground.person import Person
from tests.flows.conftest import TOKEN, World

NOT_ADMIN = "Only admins of this group change its settings."
NOT_MANAGER = "Only admins of that chat change its settings, and you are none of them."
NO_COMMAND = "There is no command"
NO_KEY = "This key no longer works."
REFUSALS = (NOT_ADMIN, NOT_MANAGER, NO_COMMAND, "Only admins of this channel", "I am no admin of that chat")

# What stands behind a command where its first example would change nothing, or leads out of this machine.
ARGUMENTS = {
    "tldr": "{url}/site/courier/dam",
    "sub": "{url}/site/harbour/",
    "unsub": "1",
    "unsubthis": "x",
    "set": "1 instant",
    "length": "8",
    "lang": "en",
    "remove_filter": "",
    "setfeedtag": "1 tech",
    "settitle": "1 Paper",
    "digest": "",
    "unmute": "1",
    "topic": "off",
    "autosummary": "off",
    "access": "everyone",
    "broadcast": "hello",
    "share": "",
    "test": "{url}/site/harbour/",
}
# Commands that ask first, or need a file or a reply; they are let in or not all the same.
CHANGE_NOTHING_YET = {"unsuball", "unsubthis", "import", "forget"}
# What people and chats decide, and what they are allowed.
SETTINGS = (
    "chats",
    "subscriptions",
    "schedules",
    "filters",
    "votes",
    "saved",
    "former",
    "shares",
    "managers",
    "people",
    "invites",
    "feeds",
)


def arguments(row: Command) -> str:
    forms = [form for form, _ in row.examples if form]
    return ARGUMENTS.get(row.name, forms[0] if forms else row.usage)


@dataclass(frozen=True)
class Case:
    """Somebody says something somewhere; `about` is the chat that it would change."""

    name: str
    who: Person
    text: str
    about: int
    how: dict[str, Any] = field(default_factory=dict)

    def say(self) -> None:
        self.who.say(self.text, **self.how)


class Matrix:
    """The bot's database from outside, a chat that all others are like, and people in their roles."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.playground = world.playground
        self._path = Path(world.bot.environment["NUTGRAF_DATA_DIR"]) / "nutgraf.db"
        self.owner, self.member = (self.playground.add_person(name) for name in ("Owner", "Member"))
        self.elsewhere = self.playground.add_chat("channel", "Elsewhere", owner=self.member)
        self.pattern = self.playground.add_chat("supergroup", "Pattern", owner=self.owner)
        self.chats: list[Chat] = []

    async def prepare(self) -> None:
        """The pattern: a feed, a digest, a filter, a mute, a pause and a topic, so that there is something to undo."""
        you = self.person(self.pattern, self.owner)
        for text in (
            f"/sub {self.world.url}/site/courier/feed.xml",
            "/schedule 07:00",
            "/filter !cricket",
            "/mute cup 7d",
        ):
            await you.ask(text)
        with self.connected() as database:
            database.execute(
                "UPDATE chats SET paused_until = 4e9, thread = 3 WHERE id = ?", [self.pattern.id]
            )

    def connected(self) -> Any:
        return closing(sqlite3.connect(self._path, timeout=30, isolation_level=None))

    def person(self, chat: Chat, user: User, thread: int | None = None) -> Person:
        return Person(self.playground, chat.id, user.id, thread)

    def chat(self, kind: Kind, *, topics: bool = False) -> Chat:
        """A chat like the pattern, from the next `settle` on."""
        members: Any = {self.member.id: "left" if kind == "channel" else "member"}
        made = self.playground.add_chat(kind, "Readers", topics=topics, owner=self.owner, members=members)
        self.chats.append(made)
        return made

    def private(self) -> Chat:
        """The private chat of somebody new, like the pattern too."""
        made = self.playground.chats[self.playground.add_person("Somebody").id]
        self.chats.append(made)
        return made

    def settle(self) -> None:
        """Give all new chats what the pattern has."""
        with self.connected() as database:
            database.execute("BEGIN IMMEDIATE")
            for table in ("chats", "subscriptions", "schedules", "filters"):
                own = "id" if table == "chats" else "chat"
                names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
                kept = [name for name in names if name not in {own, *(() if table == "chats" else ("id",))}]
                copied = ", ".join(f'"{name}"' for name in kept)
                database.executemany(
                    f"INSERT INTO {table} ({own}, {copied}) SELECT ?, {copied} FROM {table} WHERE {own} = ?",
                    [(chat.id, self.pattern.id) for chat in self.chats],
                )
            database.executemany(
                "UPDATE chats SET kind = ?, title = ? WHERE id = ?",
                [(chat.kind, chat.title, chat.id) for chat in self.chats],
            )
            database.execute("COMMIT")
        self.chats.clear()

    def dump(self, chat: int | None = None) -> dict[str, list[Any]]:
        """All rows of the settings, or those of a chat."""
        found = {}
        with self.connected() as database:
            for table in SETTINGS:
                names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
                own = "id" if table == "chats" else "chat"
                if chat is None:
                    rows = database.execute(f"SELECT * FROM {table}")
                elif own in names and table != "managers":
                    rows = database.execute(f"SELECT * FROM {table} WHERE {own} = ?", [chat])
                else:
                    continue
                found[table] = sorted(rows, key=str)
        return found

    def denied(self) -> Iterable[Case]:
        """Whoever may not, by place: a member, a channel's voice, a stranger from a private chat."""
        for row in COMMANDS:
            text = self.text(row)
            if row.operators:
                yield Case(f"{row.name} by a stranger", self._alone(), text, 0)
                continue
            if row.changes:
                for topics in (False, True):
                    place = "topic" if topics else "group"
                    yield from self._in_group(row, f"in a {place} by a member", topics=topics)
                    voice = {"as_channel": self.elsewhere}
                    yield from self._in_group(row, f"in a {place} by a channel", topics=topics, how=voice)
            if row.remote:
                channel = self.chat("channel")
                text = self.text(row, f"{channel.id} ")
                yield Case(f"{row.name} from private by a stranger", self._alone(), text, channel.id)

    def allowed(self) -> Iterable[Case]:
        """Whoever may, likewise: an admin by name or as the group, a channel's post, its admin from a private chat."""
        for row in COMMANDS:
            if row.operators:
                continue
            for topics in (False, True):
                place = "topic" if topics else "group"
                for who, how in (("an admin", {}), ("an anonymous admin", {"as_the_chat": True})):
                    name = f"in a {place} by {who}"
                    yield from self._in_group(row, name, topics=topics, by=self.owner, how=how)
                if not row.changes:
                    yield from self._in_group(row, f"in a {place} by a member", topics=topics)
                    voice = {"as_channel": self.elsewhere}
                    yield from self._in_group(row, f"in a {place} by a channel", topics=topics, how=voice)
            channel = self.chat("channel")
            yield Case(f"{row.name} as a post", self.person(channel, self.owner), self.text(row), channel.id)
            private = self.private()
            somebody = self.person(private, self.playground.users[private.id])
            yield Case(f"{row.name} in private", somebody, self.text(row), private.id)
            if row.remote:
                yield self._remote(row)

    def _remote(self, row: Command) -> Case:
        channel, admin = self.chat("channel"), self._alone()
        channel.roles[admin.user.id] = "administrator"
        return Case(
            f"{row.name} from private by an admin", admin, self.text(row, f"{channel.id} "), channel.id
        )

    def _in_group(
        self,
        row: Command,
        name: str,
        *,
        topics: bool,
        by: User | None = None,
        how: dict[str, Any] | None = None,
    ) -> Iterable[Case]:
        chat = self.chat("supergroup" if topics else "group", topics=topics)
        thread = chat.add_thread("News") if topics else None
        who = self.person(chat, by or self.member, thread)
        yield Case(f"{row.name} {name}", who, self.text(row), chat.id, how or {})

    def _alone(self) -> Person:
        private = self.private()
        return self.person(private, self.playground.users[private.id])

    def text(self, row: Command, target: str = "") -> str:
        return f"/{row.name} {target}{arguments(row).format(url=self.world.url)}".strip()

    async def answers(self, cases: Sequence[Case]) -> list[str]:
        """What everybody was answered first."""
        for case in cases:
            case.say()
        for case in cases:
            await case.who.until(lambda case=case: bool(case.who.got), 60)  # type: ignore[misc]
        return [case.who.got[0].get("text") or case.who.got[0].get("caption", "") for case in cases]


async def nothing_for_the_denied(matrix: Matrix) -> None:
    cases = list(matrix.denied())
    matrix.settle()
    before = matrix.dump()
    answers = await matrix.answers(cases)
    for case, answer in zip(cases, answers, strict=True):
        in_group = case.who.chat.is_group
        assert answer.startswith(NOT_ADMIN if in_group else NOT_MANAGER if case.about else NO_COMMAND), (
            case.name
        )
    assert matrix.dump() == before


async def all_for_the_allowed(matrix: Matrix) -> None:
    cases = list(matrix.allowed())
    matrix.settle()
    before = {case.about: matrix.dump(case.about) for case in cases}
    answers = await matrix.answers(cases)
    changing = {row.name for row in COMMANDS if row.changes} - CHANGE_NOTHING_YET
    for case, answer in zip(cases, answers, strict=True):
        assert not answer.startswith(REFUSALS), case.name
        changed = matrix.dump(case.about) != before[case.about]
        if case.text.split()[0].removeprefix("/") in changing and not answer.startswith("That is for groups"):
            assert changed, f"{case.name} changed nothing, so that its refusal proves nothing"


@dataclass(frozen=True)
class Key:
    """A key under a message of the bot."""

    chat: Chat
    message: Json
    data: str

    @property
    def action(self) -> str:
        read = signing.read(signing.key_of(TOKEN), self.data, self.chat.id)
        assert read
        return read[0].partition(":")[0]


def keys_of(matrix: Matrix) -> list[Key]:
    """All keys that the bot has sent."""
    return [
        Key(chat, message, key["callback_data"])
        for chat in matrix.playground.chats.values()
        for message in chat.messages.values()
        for row in message.get("reply_markup", {}).get("inline_keyboard", ())
        for key in row
        if "callback_data" in key
    ]


def mutations(data: str) -> Iterable[str]:
    """The data with one byte after the other changed."""
    raw = data.encode()
    for at, byte in enumerate(raw):
        changed = raw[:at] + bytes([byte ^ 1 if byte < 128 else ord("x")]) + raw[at + 1 :]
        yield changed.decode(errors="replace")


def press(matrix: Matrix, key: Key, data: str, user: User) -> None:
    """Press a key with any data, as a client of one's own can."""
    number = matrix.playground.queries.add(key.chat.id, user.id)
    update = {
        "id": number,
        "from": user.as_json(),
        "chat_instance": str(key.chat.id),
        "message": key.message,
        "data": data,
    }
    matrix.playground.updates.push("callback_query", update)


class Toasts:
    """All passing notices, whoever got them."""

    def __init__(self, matrix: Matrix) -> None:
        self.texts: list[str] = []
        self._you = matrix.world.you
        matrix.playground.events.listen(
            lambda event: self.texts.append(event.data["text"]) if event.kind == "toast" else None
        )

    async def after(self, count: int) -> list[str]:
        """All of them, once there are so many."""
        async with asyncio.timeout(60):
            while len(self.texts) < count:
                await asyncio.sleep(0.05)
        return self.texts


def sent_by(matrix: Matrix) -> list[Mapping[str, Any]]:
    """What the bot has sent or changed."""
    methods = {"sendMessage", "editMessageText"}
    return [call.params for call in matrix.playground.calls if call.method in methods]


async def quiet(matrix: Matrix) -> int:
    """How much the bot has sent, once nothing more comes: some answers are two messages, a second apart."""
    seen = -1
    while seen != (sent := len(sent_by(matrix))):
        seen = sent
        await asyncio.sleep(3)
    return sent


async def no_key_in_the_wrong_hands(matrix: Matrix) -> None:
    keys, secret = keys_of(matrix), signing.key_of(TOKEN)
    for key in keys:
        for data in mutations(key.data):
            assert signing.read(secret, data, key.chat.id) is None, key
    one_of_each = {(key.action, "@" in key.data): key for key in keys}
    assert len({action for action, _ in one_of_each}) > 15
    sent = await quiet(matrix)
    before, toasts, pressed = matrix.dump(), Toasts(matrix), 0
    other = matrix.playground.chats[matrix.pattern.id]
    for key in one_of_each.values():
        for data in mutations(key.data):
            press(matrix, key, data, matrix.owner)
            pressed += 1
        if key.chat is not other:
            press(matrix, Key(other, key.message | {"chat": other.as_json()}, ""), key.data, matrix.owner)
            pressed += 1
    assert set(await toasts.after(pressed)) == {NO_KEY}
    with matrix.connected() as database:
        open_to_all = {row[0] for row in database.execute("SELECT id FROM chats WHERE access = 'everyone'")}
    changing = {
        key.action: key
        for key in keys
        if key.chat.is_group and key.chat.id not in open_to_all and PRESSES[key.action].changes
    }
    assert len(changing) > 5
    for key in changing.values():
        press(matrix, key, key.data, matrix.member)
    assert set((await toasts.after(pressed + len(changing)))[pressed:]) == {NOT_ADMIN}
    assert matrix.dump() == before
    assert sent_by(matrix)[sent:] == []


@pytest.mark.timeout(300)
async def test_nobody_changes_what_they_may_not_by_word_or_by_key(world: World) -> None:
    await world.bot.end()
    await world.bot.start(NUTGRAF_QUOTA_PERSON="0", NUTGRAF_QUOTA_CHAT="0", NUTGRAF_QUOTA_ALL="0")
    await world.called("setMyCommands", 2)
    matrix = Matrix(world)
    await matrix.prepare()
    await nothing_for_the_denied(matrix)
    await all_for_the_allowed(matrix)
    await no_key_in_the_wrong_hands(matrix)
