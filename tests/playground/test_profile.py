"""How the bot presents itself: menus per scope and language, and its descriptions."""

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    BotCommandScopeChatMember,
)
from telegram.error import BadRequest, TelegramError

from bot.playground.chats import Chat, User
from bot.playground.state import Playground


def seen(playground: Playground, chat: Chat, user: User) -> list[str]:
    """The descriptions of the commands that somebody is offered."""
    return [command["description"] for command in playground.commands.seen_in(chat, user)]


async def publish(bot: Bot, words: str, scope: BotCommandScope | None = None, language: str = "") -> None:
    await bot.set_my_commands([BotCommand("list", words)], scope=scope, language_code=language)


async def test_everybody_sees_the_narrowest_menu_in_their_language(bot: Bot, playground: Playground) -> None:
    ada = playground.add_person("Ada", language_code="uk")
    bea = playground.add_person("Bea", language_code="pt-br")
    group = playground.add_chat("supergroup", "Readers", owner=ada, members={bea.id: "member"})
    other = playground.add_chat("supergroup", "Writers", owner=ada, members={bea.id: "member"})
    private = playground.chats[bea.id]
    await publish(bot, "default")
    assert seen(playground, private, bea) == seen(playground, group, bea) == ["default"]
    await publish(bot, "padrão", language="pt")
    assert seen(playground, private, bea) == ["padrão"]
    await publish(bot, "private", BotCommandScopeAllPrivateChats())
    await publish(bot, "groups", BotCommandScopeAllGroupChats())
    await publish(bot, "groups, admins", BotCommandScopeAllChatAdministrators())
    assert seen(playground, private, bea) == ["private"]
    assert [seen(playground, group, user) for user in (ada, bea)] == [["groups, admins"], ["groups"]]
    await publish(bot, "here", BotCommandScopeChat(group.id))
    assert [seen(playground, group, user) for user in (ada, bea)] == [["here"], ["here"]]
    await publish(bot, "here, admins", BotCommandScopeChatAdministrators(group.id))
    await publish(bot, "тут", BotCommandScopeChatAdministrators(group.id), "uk")
    await publish(bot, "Bea", BotCommandScopeChatMember(group.id, bea.id))
    assert [seen(playground, group, user) for user in (ada, bea)] == [["тут"], ["Bea"]]
    assert [seen(playground, other, user) for user in (ada, bea)] == [["groups, admins"], ["groups"]]


async def test_a_menu_is_kept_for_its_scope_and_language_and_can_be_taken_back(
    bot: Bot, playground: Playground
) -> None:
    channel = playground.add_chat("supergroup", "Readers", username="readers")
    await publish(bot, "here", BotCommandScopeChat("@readers"), "uk")
    scope = BotCommandScopeChat(channel.id)
    assert [command.description for command in await bot.get_my_commands(scope, "uk")] == ["here"]
    assert (await bot.get_my_commands(scope), await bot.get_my_commands()) == ((), ())
    await bot.delete_my_commands(scope, "uk")
    assert await bot.get_my_commands(scope, "uk") == ()


async def test_menus_that_telegram_refuses_are_refused(bot: Bot, playground: Playground) -> None:
    playground.add_chat("supergroup", "Readers", username="readers", bot_role="kicked")
    for scope, language, words in (
        (None, "pt-br", "Invalid language code specified"),
        (None, "EN", "Invalid language code specified"),
        (BotCommandScopeChat(99), "", "Chat not found"),
        (BotCommandScopeChat("@readers"), "", "bot was kicked"),
        (BotCommandScope("everywhere"), "", "unsupported type specified"),
    ):
        with pytest.raises(TelegramError, match=words):
            await publish(bot, "x", scope, language)
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([BotCommand("Upper", "x")])
    with pytest.raises(BadRequest, match="Bot_command_description_invalid"):
        await bot.set_my_commands([BotCommand("list", "")])


async def test_descriptions_are_kept_per_language(bot: Bot, playground: Playground) -> None:
    await bot.set_my_description("I send one digest a day.")
    await bot.set_my_description("Я надсилаю один дайджест на день.", language_code="uk")
    await bot.set_my_short_description("A digest a day.")
    assert (await bot.get_my_description("uk")).description == "Я надсилаю один дайджест на день."
    assert (await bot.get_my_description("de")).description == "I send one digest a day."
    assert (await bot.get_my_short_description()).short_description == "A digest a day."
    assert (await bot.get_my_name()).name == "Nutgraf"
    assert playground.profile.get("description", "de") == "I send one digest a day."
    for call, text in ((bot.set_my_description, "x" * 513), (bot.set_my_short_description, "x" * 121)):
        with pytest.raises(BadRequest):
            await call(text)
    with pytest.raises(BadRequest, match="Invalid language code specified"):
        await bot.set_my_description("x", language_code="zh-hans")
