"""What people say reaches the bot as Telegram shows it: in every kind of chat, in every name and role."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, MessageOriginChannel
from telegram.constants import MessageOriginType

from bot.playground.chats import Kind, Role
from bot.playground.errors import ApiError
from bot.playground.person import Person
from bot.playground.state import Playground

KEY = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


async def heard(bot: Bot) -> list[Message]:
    """The messages of all updates since the last look."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return [found for update in updates if (found := update.effective_message) and not update.callback_query]


async def test_in_a_private_chat_a_person_writes_sends_shows_replies_and_forwards(
    bot: Bot, playground: Playground, you: Person
) -> None:
    news = playground.add_chat("channel", "News", username="news")
    post = you.elsewhere(news).say("It rains")
    await heard(bot)
    you.start("sub_7")
    you.send_file("feeds.opml", "text/xml", b"<opml/>", caption="/import")
    you.share_location(50.45, 30.52)
    you.say("this one", reply_to=1)
    you.forward(post)
    you.forward(you.chat.messages[1], hidden=True)
    started, file, place, reply, forwarded, hidden = await heard(bot)
    assert (started.text, started.entities[0].length) == ("/start sub_7", 6)
    assert (file.caption, file.document and file.document.file_name) == ("/import", "feeds.opml")
    assert place.location
    assert (place.location.latitude, place.location.longitude) == (50.45, 30.52)
    assert reply.reply_to_message
    assert reply.reply_to_message.text == "/start sub_7"
    assert isinstance(forwarded.forward_origin, MessageOriginChannel)
    assert (forwarded.forward_origin.chat.id, forwarded.forward_origin.message_id) == (news.id, 1)
    assert hidden.forward_origin
    assert hidden.forward_origin.type == MessageOriginType.HIDDEN_USER


@pytest.mark.parametrize("kind", ["group", "supergroup"])
@pytest.mark.parametrize("role", ["creator", "administrator", "member", "restricted", "left"])
async def test_in_a_group_the_bot_sees_who_writes_whatever_their_role(
    bot: Bot, playground: Playground, kind: Kind, role: Role
) -> None:
    ada = playground.add_person("Ada", username="ada", language_code="de")
    group = playground.add_chat(kind, "Readers", members={ada.id: role})
    Person(playground, group.id, ada.id).say("/list")
    [message] = await heard(bot)
    assert (message.chat.type, message.text, message.sender_chat) == (kind, "/list", None)
    assert message.from_user
    assert (message.from_user.id, message.from_user.language_code) == (ada.id, "de")
    assert (await bot.get_chat_member(group.id, ada.id)).status == role


async def test_an_anonymous_administrator_writes_in_the_name_of_the_group(
    bot: Bot, playground: Playground, you: Person
) -> None:
    group = playground.add_chat("supergroup", "Readers")
    here = you.elsewhere(group)
    sent = await bot.send_message(group.id, "hi", reply_markup=KEY)
    here.say("/list", as_the_chat=True)
    here.press(sent.to_dict(), "Go")
    said, pressed = await bot.get_updates()
    assert said.message
    assert said.message.from_user
    assert said.message.sender_chat
    assert said.message.from_user.to_dict() == {
        "id": 1087968824,
        "is_bot": True,
        "first_name": "Group",
        "username": "GroupAnonymousBot",
    }
    assert said.message.sender_chat.id == group.id
    assert (await bot.get_chat_member(group.id, 1087968824)).status == "left"
    assert pressed.callback_query
    assert pressed.callback_query.from_user.id == 1


async def test_a_channel_may_write_in_a_group_and_a_member_may_not_hide(
    bot: Bot, playground: Playground, you: Person
) -> None:
    ada = playground.add_person("Ada")
    channel = playground.add_chat("channel", "News", bot_role="left")
    group = playground.add_chat("supergroup", "Readers", members={ada.id: "member"})
    you.elsewhere(group).say("/list", as_channel=channel)
    [message] = await heard(bot)
    assert message.sender_chat
    assert message.from_user
    assert (message.sender_chat.id, message.from_user.id) == (channel.id, 136817688)
    for name in ({"as_the_chat": True}, {"as_channel": channel}):
        with pytest.raises(ApiError, match="CHAT_WRITE_FORBIDDEN"):
            Person(playground, group.id, ada.id).say("/list", **name)


async def test_a_channel_post_comes_from_the_channel_and_from_nobody(
    bot: Bot, playground: Playground, you: Person
) -> None:
    channel = playground.add_chat("channel", "News", username="news")
    here = you.elsewhere(channel)
    here.say("It rains")
    [update] = await bot.get_updates()
    assert update.message is None
    assert update.effective_user is None
    assert update.channel_post
    assert update.channel_post.sender_chat
    assert update.channel_post.sender_chat.id == update.channel_post.chat.id == channel.id
    sent = await bot.send_message("@news", "hello", reply_markup=KEY)
    assert (sent.from_user, sent.sender_chat and sent.sender_chat.id) == (None, channel.id)
    assert [message["text"] for message in here.got] == ["hello"]
    here.press(here.got[0], "Go")
    pressed = (await bot.get_updates())[-1].callback_query
    assert pressed
    assert pressed.from_user.id == 1


async def test_a_message_in_a_topic_names_it_and_hangs_on_the_message_that_opened_it(
    bot: Bot, playground: Playground, you: Person
) -> None:
    forum = playground.add_chat("supergroup", "Readers", topics=True)
    here = you.elsewhere(forum)
    news, sport = here.open_topic("News"), here.open_topic("Sport")
    news.say("/list")
    opened, _, listed = await heard(bot)
    assert opened.forum_topic_created
    assert (listed.chat.is_forum, listed.is_topic_message) == (True, True)
    assert listed.message_thread_id == news.thread == opened.message_id
    assert listed.reply_to_message
    assert listed.reply_to_message.forum_topic_created
    await bot.send_message(forum.id, "there", message_thread_id=news.thread)
    answered = await bot.send_message(forum.id, "too", reply_to_message_id=listed.message_id)
    assert (answered.is_topic_message, answered.message_thread_id) == (True, news.thread)
    assert [[message["text"] for message in person.got] for person in (news, sport, here)] == [
        ["there", "too"],
        [],
        ["there", "too"],
    ]


async def test_a_reply_in_a_supergroup_without_topics_has_a_thread_that_is_no_topic(
    bot: Bot, playground: Playground, you: Person
) -> None:
    here = you.elsewhere(playground.add_chat("supergroup", "Readers"))
    first = here.say("look")
    here.say("/tldr", reply_to=first["message_id"])
    [reply] = await heard(bot)
    assert (reply.message_thread_id, reply.is_topic_message) == (first["message_id"], None)


@pytest.mark.parametrize("free", ["nothing", "privacy off", "administrator"])
async def test_privacy_mode_hides_what_is_not_meant_for_the_bot(
    bot: Bot, playground: Playground, you: Person, free: str
) -> None:
    playground.privacy = free != "privacy off"
    role: Role = "administrator" if free == "administrator" else "member"
    here = you.elsewhere(playground.add_chat("supergroup", "Readers", bot_role=role))
    sent = await bot.send_message(here.chat.id, "hi")
    meant = ["/help", "/help@nutgraf_demo_bot", "well done"]
    other = ["just talking", "/help@another_bot"]
    here.say(meant[0])
    here.say(other[0])
    here.say(meant[1])
    here.say(other[1])
    here.say(meant[2], reply_to=sent.message_id)
    guest = playground.add_person("Guest")
    here.set_role(guest, "member")
    messages = await heard(bot)
    texts = {message.text for message in messages if message.text}
    assert texts == {*meant, *([] if free == "nothing" else other)}
    assert any(message.new_chat_members for message in messages)
    assert (await bot.get_me()).can_read_all_group_messages is (free == "privacy off")


@pytest.mark.parametrize(("role", "posts"), [("administrator", 1), ("member", 0), ("left", 0)])
async def test_a_channel_is_heard_by_its_administrators_only(
    bot: Bot, playground: Playground, you: Person, role: Role, posts: int
) -> None:
    you.elsewhere(playground.add_chat("channel", "News", bot_role=role)).say("It rains")
    assert len(await heard(bot)) == posts


async def test_an_edit_is_told_only_to_a_bot_that_asked_for_edits(bot: Bot, you: Person) -> None:
    await bot.get_updates(allowed_updates=["message"])
    you.edit(you.say("/lsit"), "/list")
    [update] = await bot.get_updates()
    assert update.edited_message is None
    await bot.get_updates(offset=update.update_id + 1, allowed_updates=["message", "edited_message"])
    you.edit(you.chat.messages[1], "/list now")
    [update] = await bot.get_updates()
    assert update.edited_message
    assert update.edited_message.text == "/list now"


async def test_an_edit_in_a_group_is_told_only_where_the_message_would_be(
    bot: Bot, playground: Playground, you: Person
) -> None:
    here = you.elsewhere(playground.add_chat("supergroup", "Readers"))
    here.edit(here.say("just talking"), "still talking")
    here.edit(here.say("/lsit"), "/list")
    texts = [message.text for message in await heard(bot)]
    assert texts == ["/lsit", "/list"]


async def test_who_was_removed_or_silenced_can_not_write(playground: Playground) -> None:
    ada = playground.add_person("Ada")
    group = playground.add_chat("supergroup", "Readers", members={ada.id: "kicked"})
    with pytest.raises(ApiError, match="CHAT_WRITE_FORBIDDEN"):
        Person(playground, group.id, ada.id).say("/list")
    group.roles[ada.id], group.rights[ada.id] = "restricted", {"can_send_messages": False}
    with pytest.raises(ApiError, match="CHAT_WRITE_FORBIDDEN"):
        Person(playground, group.id, ada.id).say("/list")
