"""What happens to chats: the bot comes and goes, groups are upgraded, topics close."""

import pytest
from telegram import Bot, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.playground.chats import Kind, Role
from bot.playground.person import Person
from bot.playground.state import Playground


async def updates(bot: Bot) -> list[Update]:
    """All since the last look."""
    found = await bot.get_updates(allowed_updates=Update.ALL_TYPES)
    if found:
        await bot.get_updates(offset=found[-1].update_id + 1)
    return list(found)


def changes(found: list[Update]) -> list[tuple[str, str]]:
    """From which role to which the bot came."""
    told = [update.my_chat_member for update in found if update.my_chat_member]
    return [(str(each.old_chat_member.status), str(each.new_chat_member.status)) for each in told]


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_the_bot_is_told_when_it_is_added_promoted_demoted_and_removed(
    bot: Bot, playground: Playground, you: Person, kind: Kind
) -> None:
    here = you.elsewhere(playground.add_chat(kind, "Readers", bot_role="left"))
    roles: tuple[Role, ...] = ("member", "administrator", "member", "restricted", "kicked", "left")
    for role in roles:
        here.set_role(playground.bot, role)
    found = await updates(bot)
    assert changes(found) == list(zip(("left", *roles), roles, strict=False))
    assert all(update.my_chat_member.from_user.id == 1 for update in found if update.my_chat_member)
    told = [update.message for update in found if update.message]
    lines = [[user.id for user in message.new_chat_members] or message.left_chat_member for message in told]
    assert len(lines) == (0 if kind == "channel" else 2)
    if lines:
        assert lines[0] == [bot.id]
        assert told[1].left_chat_member
        assert told[1].left_chat_member.id == bot.id


async def test_blocking_and_unblocking_is_told(bot: Bot, you: Person) -> None:
    you.block()
    you.say("are you there?")
    you.block(blocked=False)
    you.start()
    found = await updates(bot)
    assert changes(found) == [("member", "kicked"), ("kicked", "member")]
    assert [update.message.text for update in found if update.message] == ["/start"]


async def test_a_bot_that_leaves_is_gone(bot: Bot, playground: Playground) -> None:
    group = playground.add_chat("supergroup", "Readers")
    await bot.leave_chat(group.id)
    assert changes(await updates(bot)) == [("member", "left")]
    with pytest.raises(Forbidden, match="bot is not a member"):
        await bot.send_message(group.id, "hi")


async def test_changes_of_others_are_told_to_an_administrator_that_asked_for_them(
    bot: Bot, playground: Playground, you: Person
) -> None:
    await updates(bot)
    ada = playground.add_person("Ada")
    for role, told in (("member", 0), ("administrator", 1)):
        group = playground.add_chat("supergroup", "Readers", bot_role=role)  # type: ignore[arg-type]
        you.elsewhere(group).set_role(ada, "administrator", is_anonymous=True)
        assert sum(update.chat_member is not None for update in await updates(bot)) == told


async def test_an_upgraded_group_tells_of_itself_on_both_sides(
    bot: Bot, playground: Playground, you: Person
) -> None:
    old = you.elsewhere(playground.add_chat("group", "Readers", bot_role="administrator"))
    new = old.upgrade()
    found = await updates(bot)
    assert changes(found) == [("left", "administrator")]
    there, here = [update.message for update in found if update.message]
    assert (there.chat.id, there.migrate_to_chat_id) == (old.chat.id, new.chat.id)
    assert (here.chat.id, here.migrate_from_chat_id) == (new.chat.id, old.chat.id)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(old.chat.id, "hi")
    assert caught.value.new_chat_id == new.chat.id
    with pytest.raises(ChatMigrated):
        await bot.get_chat_administrators(old.chat.id)
    assert (await bot.get_chat(old.chat.id)).type == "group"
    await bot.send_message(new.chat.id, "hi")
    assert len(new.got) == 1


async def test_nobody_writes_in_a_topic_that_is_closed_or_gone(
    bot: Bot, playground: Playground, you: Person
) -> None:
    topic = you.elsewhere(playground.add_chat("supergroup", "Readers", topics=True)).open_topic("News")
    chat, thread = topic.chat.id, topic.thread
    sent = await bot.send_message(chat, "hi", message_thread_id=thread)
    topic.close_topic()
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(chat, "hi", message_thread_id=thread)
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(chat, "hi", reply_to_message_id=sent.message_id)
    topic.set_role(playground.bot, "administrator", can_manage_topics=True)
    await bot.send_message(chat, "hi", message_thread_id=thread)
    topic.set_role(playground.bot, "member")
    topic.close_topic(closed=False)
    await bot.send_message(chat, "hi", message_thread_id=thread)
    topic.delete_topic()
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(chat, "hi", message_thread_id=thread)
    told = [update.message for update in await updates(bot) if update.message]
    assert any(message.forum_topic_created for message in told)
    assert any(message.forum_topic_closed for message in told)
    assert any(message.forum_topic_reopened for message in told)
