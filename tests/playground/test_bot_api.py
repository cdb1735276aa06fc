"""The playground refuses what Telegram refuses, in Telegram's words, to Telegram's own library."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.playground.faults import Fault
from bot.playground.person import Person
from bot.playground.server import serving
from bot.playground.state import Playground

TOKEN = "1000:secret"


@pytest.fixture
def playground() -> Playground:
    return Playground(TOKEN, lambda: datetime.now(UTC))


@pytest.fixture
async def url(playground: Playground) -> AsyncIterator[str]:
    async with serving(playground) as address:
        yield address


@pytest.fixture
async def bot(url: str) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as made:
        yield made


async def test_the_bot_meets_itself(bot: Bot) -> None:
    assert (bot.id, bot.username) == (1000, "nutgraf_demo_bot")


async def test_another_token_is_refused(url: str) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("1000:other", base_url=f"{url}/bot"):
            pass


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        ("", {}, "message text is empty"),
        ("x" * 4097, {}, "message is too long"),
        ("<b>open", {"parse_mode": "HTML"}, "can't find end tag corresponding to start tag"),
        ("<table>", {"parse_mode": "HTML"}, "unsupported start tag"),
        ("1 < 2", {"parse_mode": "HTML"}, "can't parse entities"),
        ("hi", {"entities": [MessageEntity("bold", 0, 9)]}, "entity"),
        ("hi", {"entities": [MessageEntity("blink", 0, 2)]}, "unsupported type"),
        (
            "hi",
            {"reply_markup": InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="y" * 65)]])},
            "button_data_invalid",
        ),
        ("hi", {"message_thread_id": 77}, "message thread not found"),
    ],
)
async def test_a_message_that_telegram_refuses_is_refused(
    bot: Bot, text: str, options: dict[str, object], words: str
) -> None:
    with pytest.raises(BadRequest) as caught:
        await bot.send_message(1, text, **options)  # type: ignore[arg-type]
    assert words in caught.value.message.lower()


async def test_4096_emoji_fit_since_the_server_counts_code_points(bot: Bot) -> None:
    assert (await bot.send_message(1, "😀" * 4096)).message_id


async def test_an_unknown_chat_and_one_that_blocked_the_bot_are_told_apart(
    bot: Bot, playground: Playground
) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(99, "hi")
    Person(playground).block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(1, "hi")


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot) -> None:
    sent = await bot.send_message(1, "hi")
    await bot.edit_message_text("ho", 1, sent.message_id)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("ho", 1, sent.message_id)


async def test_a_second_poller_ends_the_first(bot: Bot, url: str) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.3)
    async with Bot(TOKEN, base_url=f"{url}/bot") as other:
        second = asyncio.create_task(other.get_updates(timeout=1))
        with pytest.raises(Conflict):
            await first
        assert await second == ()


async def test_updates_come_until_they_are_confirmed(bot: Bot, playground: Playground) -> None:
    you = Person(playground)
    you.say("one")
    you.say("two")
    [one, two] = await bot.get_updates()
    assert [one.message.text, two.message.text] == ["one", "two"]  # type: ignore[union-attr]
    assert [update.update_id for update in await bot.get_updates(offset=one.update_id + 1)] == [two.update_id]
    assert await bot.get_updates(offset=two.update_id + 1) == ()


async def test_a_poll_that_waits_is_answered_at_once_when_somebody_writes(
    bot: Bot, playground: Playground
) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.2)
    Person(playground).say("now")
    assert len(await asyncio.wait_for(waiting, 3)) == 1


async def test_a_button_is_pressed_and_answered_once(bot: Bot, playground: Playground) -> None:
    you = Person(playground)
    await bot.send_message(
        1, "hi", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    )
    you.press(you.got[0], "Go")
    [update] = await bot.get_updates()
    assert update.callback_query
    await update.callback_query.answer("done")
    assert you.toasts == ["done"]
    with pytest.raises(BadRequest, match="Query is too old"):
        await update.callback_query.answer("again")


async def test_a_file_that_somebody_sends_can_be_downloaded(bot: Bot, playground: Playground) -> None:
    Person(playground).send_file("a.txt", "text/plain", b"words")
    [update] = await bot.get_updates()
    assert update.message
    assert update.message.document
    handle = await update.message.document.get_file()
    assert bytes(await handle.download_as_bytearray()) == b"words"


async def test_armed_faults_come_in_their_turn(bot: Bot, playground: Playground) -> None:
    playground.faults.arm(Fault("sendMessage", code=429, retry_after=3))
    playground.faults.arm(Fault("sendMessage", code=502, description="Bad Gateway"))
    playground.faults.arm(Fault("sendMessage", drop=True))
    with pytest.raises(RetryAfter):
        await bot.send_message(1, "a")
    with pytest.raises(TelegramError, match="Bad Gateway"):
        await bot.send_message(1, "b")
    with pytest.raises(TelegramError):
        await bot.send_message(1, "c")
    assert [message["text"] for message in playground.chats[1].messages.values()] == ["c"]


async def test_the_page_is_closed_to_other_sites(url: str) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(url)).status_code == 200
        foreign = {"Origin": "https://example.com"}
        assert (await client.post(f"{url}/play/clock", json={}, headers=foreign)).status_code == 403
        assert (await client.get(f"{url}/play/state", headers={"Host": "example.com"})).status_code == 403
        assert (await client.post(f"{url}/bot{TOKEN}/getMe", headers=foreign)).status_code == 403
        assert (await client.get(f"{url}/site/courier/", headers={"Host": "example.com"})).status_code == 403


async def test_the_feeds_answer_304_to_who_has_them(url: str) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        for feed in ("courier/feed.xml", "harbour/feed.atom"):
            first = await client.get(f"{url}/site/{feed}")
            again = await client.get(f"{url}/site/{feed}", headers={"If-None-Match": first.headers["etag"]})
            assert (first.status_code, again.status_code) == (200, 304)
