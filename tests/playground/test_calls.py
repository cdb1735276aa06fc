"""What the bot asked for is remembered call by call, so that a test can look at it."""

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters

from bot.playground.person import Person
from bot.playground.state import Playground


async def test_calls_are_remembered_with_their_parameters_as_values(
    bot: Bot, playground: Playground, you: Person
) -> None:
    topic = you.elsewhere(playground.add_chat("supergroup", "Readers", topics=True)).open_topic("News")
    asked = topic.say("/list")
    await bot.send_message(
        topic.chat.id,
        "123",
        disable_notification=True,
        message_thread_id=topic.thread,
        reply_parameters=ReplyParameters(asked["message_id"], allow_sending_without_reply=True),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    await bot.send_message(1, "hi")
    first, second = playground.parameters("sendMessage")
    assert first == {
        "chat_id": topic.chat.id,
        "text": "123",
        "disable_notification": True,
        "message_thread_id": topic.thread,
        "reply_parameters": {"message_id": asked["message_id"], "allow_sending_without_reply": True},
        "link_preview_options": {"is_disabled": True},
    }
    assert second["chat_id"] == 1
    assert "disable_notification" not in second
    assert playground.parameters("editMessageText") == []


async def test_parameters_that_nobody_knows_are_ignored(bot: Bot, you: Person) -> None:
    await bot.send_message(1, "hi", api_kwargs={"colour": "blue", "message_effect_id": "5104841245755180586"})
    assert [message["text"] for message in you.got] == ["hi"]
    assert "colour" not in you.got[0]


async def test_a_toast_is_seen_by_the_one_who_pressed(bot: Bot, playground: Playground, you: Person) -> None:
    guest = playground.add_person("Guest")
    group = playground.add_chat("supergroup", "Readers", members={guest.id: "member"})
    here, there = you.elsewhere(group), Person(playground, group.id, guest.id)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    await bot.send_message(group.id, "hi", reply_markup=keyboard)
    there.press(there.got[0], "Go")
    query = (await bot.get_updates())[-1].callback_query
    assert query
    await query.answer("done")
    assert (there.toasts, here.toasts) == (["done"], [])


async def test_an_answer_in_the_place_of_a_line_that_announced_it_is_an_answer(bot: Bot, you: Person) -> None:
    line = await bot.send_message(1, "Still at it…")
    assert (you.got, [message["text"] for message in you.lines]) == ([], ["Still at it…"])
    await bot.edit_message_text("Done.", 1, line.message_id)
    assert (await you.answer())["text"] == "Done."
    await bot.edit_message_text("Done twice.", 1, line.message_id)
    assert [message["text"] for message in you.edits] == ["Done twice."]
