"""Menus and descriptions are published once, patiently, and never keep the bot from starting."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import telegram

from bot import resources as opening
from bot.handlers import menu
from bot.locale import LANGUAGES
from bot.models import Chat, ChatKind
from bot.playground.faults import Fault
from bot.playground.server import serving
from bot.playground.state import Playground
from bot.resources import Resources, wall_clock
from bot.roles.menus import Menus
from bot.storage import chats, facts
from config.settings import Settings

TOKEN = "1000:abcdef"
KINDS = ("setMyCommands", "setMyDescription", "setMyShortDescription", "deleteMyCommands")


class World:
    """A playground and a bot that publishes to it."""

    def __init__(self, playground: Playground, resources: Resources, bot: telegram.Bot) -> None:
        self.playground, self.resources, self.bot = playground, resources, bot

    async def start(self, **settings: object) -> int:
        """Publish as a start does, with other settings where given; returns the calls that it took."""
        before = self.calls
        changed = self.resources.settings.model_copy(update=settings)
        menus = Menus(
            Resources(
                changed,
                self.resources.database,
                self.resources.http,
                self.resources.workers,
                self.resources.once,
            ),
            self.bot,
            pace=0,
        )
        await menus.publish()
        await menus.finished()
        await menus.stop()
        return self.calls - before

    @property
    def calls(self) -> int:
        return sum(call.method in KINDS for call in self.playground.calls)

    async def knows(self, number: int, kind: ChatKind = ChatKind.PRIVATE, language: str = "en") -> Chat:
        async with self.resources.database.begin() as tx:
            return await chats.remember(tx, number, kind, "Somebody", language)

    def own(self, number: int, kind: str = "chat") -> set[str]:
        """The menu of one chat."""
        rows = self.playground.commands.get({"type": kind, "chat_id": number}, "")
        return {row["command"] for row in rows}


@pytest.fixture
async def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    monkeypatch.chdir(tmp_path)
    playground = Playground(TOKEN, lambda: wall_clock(None))
    async with serving(playground) as url:
        settings = Settings(token=TOKEN, api_url=url, data_dir=tmp_path)
        async with (
            opening.opened(settings) as resources,
            telegram.Bot(TOKEN, f"{url}/bot") as bot,
        ):
            yield World(playground, resources, bot)


async def test_every_language_has_its_menus_and_texts_and_the_next_start_publishes_one(world: World) -> None:
    pieces = (len(LANGUAGES) + 1) * 5
    assert await world.start() == 1 + pieces
    assert await world.start() == 1
    for code in ("", *LANGUAGES):
        for scope in ("all_private_chats", "all_group_chats", "all_chat_administrators"):
            assert world.playground.commands.get({"type": scope}, code)
        assert world.playground.profile.get("description", code)
        assert world.playground.profile.get("short_description", code)


async def test_only_what_has_changed_is_published_anew(world: World) -> None:
    await world.start()
    async with world.resources.database.begin() as tx:
        await facts.put(tx, "menu:admins:en", "of an older version")
    assert await world.start() == 2


async def test_telegram_that_asks_to_wait_gets_all_in_the_end(world: World) -> None:
    world.playground.faults.arm(Fault("setMyDescription", code=429, retry_after=1))
    assert await world.start() == 2 + (len(LANGUAGES) + 1) * 5
    assert world.playground.profile.get("description", "")


async def test_telegram_that_fails_keeps_nothing_from_starting_and_the_next_start_goes_on(
    world: World,
) -> None:
    world.playground.faults.arm(Fault("setMyCommands", code=500))
    await world.start()
    world.playground.faults.arm(Fault("setMyDescription", code=500))
    await world.start()
    world.playground.faults.clear()
    await world.start()
    assert await world.start() == 1
    assert world.playground.profile.get("description", "")


async def test_an_operator_sees_the_operators_commands_for_as_long_as_they_are_one(world: World) -> None:
    await world.knows(1)
    await world.start(admins=frozenset({1, 7}))  # the bot has never met the second
    assert "stats" in world.own(1)
    assert await world.start(admins=frozenset({1, 7})) == 1
    await world.start()
    assert world.own(1)
    assert "stats" not in world.own(1)


async def test_a_group_has_two_menus_and_a_channel_none(world: World) -> None:
    group = world.playground.add_chat("supergroup", "Readers")
    channel = world.playground.add_chat("channel", "News")
    here = await world.knows(group.id, ChatKind.SUPERGROUP)
    assert await menu.show(world.resources, world.bot, here)
    assert "sub" in world.own(group.id, "chat_administrators") - world.own(group.id)
    assert not await menu.show(world.resources, world.bot, here), "it has that very menu"
    await menu.unshow(world.resources, world.bot, here)
    assert world.own(group.id) == world.own(group.id, "chat_administrators") == set()
    assert await menu.show(world.resources, world.bot, here)
    assert not await menu.show(world.resources, world.bot, await world.knows(channel.id, ChatKind.CHANNEL))


async def test_a_chat_that_the_bot_may_not_reach_keeps_no_menu_and_is_tried_again(world: World) -> None:
    stranger = await world.knows(99)
    assert await menu.show(world.resources, world.bot, stranger)
    assert await menu.show(world.resources, world.bot, stranger)
    await menu.unshow(world.resources, world.bot, stranger)
