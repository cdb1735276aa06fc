"""Inline mode: people type behind the bot's name, the bot offers, and what they choose is posted."""

from datetime import timedelta

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest

from bot.playground.errors import ApiError
from bot.playground.person import Person
from bot.playground.state import Playground

KEY = InlineKeyboardMarkup([[InlineKeyboardButton("Longer", callback_data="longer")]])


def article(number: str, text: str = "The <b>dam</b> holds") -> InlineQueryResultArticle:
    content = InputTextMessageContent(text, parse_mode=ParseMode.HTML)
    return InlineQueryResultArticle(number, "Dam", content, description="Two bullets", reply_markup=KEY)


async def query_id(bot: Bot) -> str:
    """The id of the last inline query."""
    query = (await bot.get_updates())[-1].inline_query
    assert query
    return query.id


async def test_a_query_reaches_the_bot_and_its_answer_the_person(bot: Bot, you: Person) -> None:
    assert (await bot.get_me()).supports_inline_queries
    you.inline("https://example.com/a", offset="20")
    [update] = await bot.get_updates()
    query = update.inline_query
    assert query
    assert (query.query, query.offset, query.from_user.id) == ("https://example.com/a", "20", 1)
    assert query.chat_type == ChatType.SENDER
    button = InlineQueryResultsButton("Summarise", start_parameter="tldr_7")
    await query.answer([article("1"), article("2")], cache_time=60, is_personal=True, button=button)
    [offer] = you.offers
    assert [result["id"] for result in offer.results] == ["1", "2"]
    assert offer.results[0]["description"] == "Two bullets"
    assert (offer.cache_time, offer.is_personal) == (60, True)
    assert offer.button == {"text": "Summarise", "start_parameter": "tldr_7"}
    with pytest.raises(BadRequest, match="Query is too old"):
        await query.answer([])


@pytest.mark.parametrize("bot_role", ["member", "left"])
async def test_what_is_chosen_is_posted_by_the_person_and_can_be_edited(
    bot: Bot, playground: Playground, you: Person, bot_role: str
) -> None:
    group = playground.add_chat("supergroup", "Readers", bot_role=bot_role)  # type: ignore[arg-type]
    here = you.elsewhere(group)
    here.inline("dam")
    await bot.answer_inline_query(await query_id(bot), [article("1")])
    posted = here.choose(here.offers[0], "1")
    assert (posted["text"], posted["from"]["id"], posted["via_bot"]["id"]) == ("The dam holds", 1, bot.id)
    assert posted["entities"] == [{"type": "bold", "offset": 4, "length": 3}]
    assert here.got == []
    here.press(posted, "Longer")
    updates = await bot.get_updates()
    heard = [update.message for update in updates if update.message]
    assert [message.via_bot and message.via_bot.id for message in heard] == (
        [bot.id] if bot_role == "member" else []
    )
    pressed = updates[-1].callback_query
    assert pressed
    assert pressed.message is None
    assert await bot.edit_message_text("The dam broke", inline_message_id=pressed.inline_message_id)
    assert here.edits[0]["text"] == "The dam broke"
    await pressed.answer("done")
    assert here.toasts == ["done"]
    with pytest.raises(ApiError, match="RESULT_ID_INVALID"):
        here.choose(here.offers[0], "2")
    with pytest.raises(BadRequest, match="Message_id_invalid"):
        await bot.edit_message_text("x", inline_message_id="inline-9")


async def test_the_same_query_is_answered_again_without_the_bot_while_the_answer_is_good(
    bot: Bot, playground: Playground, you: Person
) -> None:
    now = playground.clock()
    playground.clock = lambda: now
    guest = playground.add_person("Guest")
    other = Person(playground, guest.id, guest.id)
    you.inline("dam")
    await bot.answer_inline_query(await query_id(bot), [article("1")], cache_time=60)
    assert (you.inline("dam"), other.inline("dam")) == (None, None)
    assert (len(you.offers), len(other.offers)) == (2, 1)
    now += timedelta(seconds=61)
    assert you.inline("dam")
    await bot.answer_inline_query(await query_id(bot), [article("1")], is_personal=True)
    assert you.inline("dam") is None
    assert other.inline("dam")
    assert (await you.offered("dam")).is_personal


@pytest.mark.parametrize(
    ("results", "button", "words"),
    [
        ([article(str(number)) for number in range(51)], None, "Too many inline query results specified"),
        ([article("x" * 65)], None, "Result_id_invalid"),
        ([article("")], None, "Result_id_invalid"),
        ([article("1"), article("1")], None, "Result_id_duplicate"),
        ([article("1", "")], None, "Message text is empty"),
        ([article("1", "<b>open")], None, "Can't parse entities"),
        ([], InlineQueryResultsButton("x", start_parameter="two words"), "Start_param_invalid"),
    ],
)
async def test_an_answer_that_telegram_refuses_is_refused(
    bot: Bot,
    you: Person,
    results: list[InlineQueryResultArticle],
    button: InlineQueryResultsButton | None,
    words: str,
) -> None:
    you.inline("dam")
    number = await query_id(bot)
    with pytest.raises(BadRequest, match=words):
        await bot.answer_inline_query(number, results, button=button)
    assert you.offers == []
