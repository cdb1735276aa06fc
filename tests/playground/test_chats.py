"""What the bot can learn about chats and members, and what it is refused, in the words of the official server."""

import pytest
from telegram import Bot, ChatMemberAdministrator, ChatMemberRestricted
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.playground.chats import Kind, Role
from bot.playground.person import Person
from bot.playground.state import Playground

ROLES: tuple[Role, ...] = ("creator", "administrator", "member", "restricted", "left", "kicked")


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_a_chat_is_found_by_its_number_and_its_name(
    bot: Bot, playground: Playground, kind: Kind
) -> None:
    made = playground.add_chat(kind, "Readers", username=None if kind == "group" else "readers")
    names: tuple[int | str, ...] = (made.id,) if kind == "group" else (made.id, "@readers", "@Readers")
    for name in names:
        found = await bot.get_chat(name)
        assert (found.id, found.type, found.title) == (made.id, kind, "Readers")
    assert found.active_usernames == (() if kind == "group" else ("readers",))


async def test_a_person_is_found_by_their_number_and_not_by_their_name(
    bot: Bot, playground: Playground
) -> None:
    ada = playground.add_person("Ada", username="ada")
    assert (await bot.get_chat(ada.id)).first_name == "Ada"
    for name in ("@ada", "@nobody", 99):
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.get_chat(name)


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
@pytest.mark.parametrize("role", ROLES)
async def test_every_role_is_told(bot: Bot, playground: Playground, kind: Kind, role: Role) -> None:
    ada = playground.add_person("Ada")
    chat = playground.add_chat(kind, "Readers", members={ada.id: role})
    member = await bot.get_chat_member(chat.id, ada.id)
    assert (member.status, member.user.id) == (role, ada.id)
    if isinstance(member, ChatMemberAdministrator):
        assert member.can_post_messages is (True if kind == "channel" else None)


async def test_rights_that_were_given_or_denied_are_told(bot: Bot, playground: Playground) -> None:
    ada = playground.add_person("Ada")
    chat = playground.add_chat("channel", "News", members={ada.id: "administrator"})
    chat.rights[ada.id] = {"can_post_messages": False, "is_anonymous": True}
    member = await bot.get_chat_member(chat.id, ada.id)
    assert isinstance(member, ChatMemberAdministrator)
    assert (member.can_post_messages, member.can_edit_messages, member.is_anonymous) == (False, True, True)
    chat.roles[ada.id], chat.rights[ada.id] = "restricted", {"can_send_polls": True}
    member = await bot.get_chat_member(chat.id, ada.id)
    assert isinstance(member, ChatMemberRestricted)
    assert (member.can_send_messages, member.can_send_polls, member.can_send_photos) == (True, True, False)


async def test_members_that_can_not_be_told_are_refused_in_telegrams_words(
    bot: Bot, playground: Playground
) -> None:
    ada = playground.add_person("Ada")
    private = playground.add_chat("channel", "Diary", bot_role="left")
    public = playground.add_chat("channel", "News", username="news", bot_role="left")
    group = playground.add_chat("supergroup", "Readers")
    for chat, user, words in (
        (99, 1, "Chat not found"),
        (group.id, 77, "User not found"),
        (group.id, 0, "Invalid user_id specified"),
        (1, ada.id, "Member not found"),
        (public.id, 1, "Member list is inaccessible"),
    ):
        with pytest.raises(BadRequest, match=words):
            await bot.get_chat_member(chat, user)
    assert (await bot.get_chat_member("@news", bot.id)).status == "left"
    with pytest.raises(Forbidden, match="bot is not a member of the channel chat"):
        await bot.get_chat_member(private.id, 1)


async def test_administrators_are_told_without_other_bots(bot: Bot, playground: Playground) -> None:
    ada = playground.add_person("Ada")
    roles: dict[int, Role] = {ada.id: "administrator", 136817688: "administrator"}
    group = playground.add_chat("supergroup", "Readers", members=roles, bot_role="administrator")
    told = await bot.get_chat_administrators(group.id)
    assert {(member.user.id, str(member.status)) for member in told} == {
        (1, "creator"),
        (ada.id, "administrator"),
        (bot.id, "administrator"),
    }
    with pytest.raises(BadRequest, match="There are no administrators in the private chat"):
        await bot.get_chat_administrators(1)
    channel = playground.add_chat("channel", "News", username="news", bot_role="left")
    with pytest.raises(BadRequest, match="Member list is inaccessible"):
        await bot.get_chat_administrators(channel.id)


@pytest.mark.parametrize(
    ("kind", "role", "error", "words"),
    [
        ("group", "kicked", Forbidden, "bot was kicked from the group chat"),
        ("supergroup", "kicked", Forbidden, "bot was kicked from the supergroup chat"),
        ("channel", "kicked", Forbidden, "bot was kicked from the channel chat"),
        ("group", "left", Forbidden, "bot is not a member of the group chat"),
        ("supergroup", "left", Forbidden, "bot is not a member of the supergroup chat"),
        ("channel", "left", Forbidden, "bot is not a member of the channel chat"),
        ("channel", "member", BadRequest, "Need administrator rights in the channel chat"),
    ],
)
async def test_where_the_bot_may_not_write_it_is_told_why(
    bot: Bot, playground: Playground, kind: Kind, role: Role, error: type[TelegramError], words: str
) -> None:
    chat = playground.add_chat(kind, "Readers", bot_role=role)
    with pytest.raises(error, match=words):
        await bot.send_message(chat.id, "hi")
    with pytest.raises(error, match=words):
        await bot.send_document(chat.id, b"words", filename="a.txt")


async def test_a_restricted_bot_may_write_and_send_no_files_unless_it_was_silenced(
    bot: Bot, playground: Playground
) -> None:
    group = playground.add_chat("supergroup", "Readers", bot_role="restricted")
    assert await bot.send_message(group.id, "hi")
    with pytest.raises(BadRequest, match="Not enough rights to send documents to the chat"):
        await bot.send_document(group.id, b"words", filename="a.txt")
    group.rights[bot.id] = {"can_send_messages": False}
    with pytest.raises(BadRequest, match="Not enough rights to send text messages to the chat"):
        await bot.send_message(group.id, "hi")


async def test_people_who_are_gone_or_never_came_can_not_be_written_to(
    bot: Bot, playground: Playground
) -> None:
    gone, shy = playground.add_person("Gone"), playground.add_person("Shy", started=False)
    playground.chats[gone.id].deactivated = True
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(gone.id, "hi")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(shy.id, "hi")
    Person(playground, shy.id, shy.id).start()
    assert await bot.send_message(shy.id, "hi")


async def test_a_bot_deletes_its_own_messages_and_those_of_others_where_it_may(
    bot: Bot, playground: Playground, you: Person
) -> None:
    here = you.elsewhere(playground.add_chat("supergroup", "Readers"))
    said = here.say("/list")["message_id"]
    sent = await bot.send_message(here.chat.id, "hi")
    await bot.delete_message(here.chat.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(here.chat.id, said)
    here.set_role(playground.bot, "administrator")
    await bot.delete_message(here.chat.id, said)
    assert here.deleted == [sent.message_id, said]
