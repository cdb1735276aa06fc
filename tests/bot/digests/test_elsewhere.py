"""A digest is not lost where its chat has another number or its topic is closed: it comes there, or without it."""

import pytest

from bot.digests import deliver
from bot.messages.rich import Message, Rich
from bot.models import ChatKind, DigestKind, DigestState
from bot.resources import Resources
from bot.sending import Moved, NoTopic
from bot.storage import chats, digests
from tests.bot.digests.conftest import Postman, digest_of, schedule, schedules_of, waiting

GROUP, NEW, TOPIC = -5, -1005, 7
CLOSED, MOVED = NoTopic("TOPIC_CLOSED"), Moved(NEW)
PARTS = ["first", "second"]


@pytest.fixture(autouse=True)
async def group(bot: Resources) -> None:
    async with bot.database.begin() as tx:
        await chats.remember(tx, GROUP, ChatKind.GROUP, "Readers")


async def ready(
    bot: Resources,
    key: str = "1",
    *,
    kind: DigestKind = DigestKind.ASKED,
    state: DigestState = DigestState.READY,
    thread: int | None = TOPIC,
) -> int:
    """A digest of two parts; returns its number."""
    async with bot.database.begin() as tx:
        await digests.plan(tx, GROUP, kind, key, bot.now(), state=state, thread=thread)
    (number,) = (each.id for each in await waiting(bot) if each.key == key)
    async with bot.database.begin() as tx:
        await digests.keep_parts(tx, number, [Message(Rich(text)).dump() for text in PARTS])
    return number


async def sweeps(bot: Resources, postman: Postman) -> None:
    """All that waits is sent, and what waits then."""
    for _ in range(3):
        for each in await waiting(bot):
            await deliver.send(bot, postman, each.id)


async def state_of(bot: Resources, number: int) -> tuple[int, DigestState]:
    digest = await digest_of(bot, number)
    return digest.chat, digest.state


async def test_a_digest_of_a_group_that_is_a_supergroup_now_comes_there_whole_and_once(
    bot: Resources,
) -> None:
    number, postman = await ready(bot), Postman(None, MOVED)
    await deliver.send(bot, postman, number)
    assert await state_of(bot, number) == (NEW, DigestState.READY)
    await sweeps(bot, postman)
    assert postman.texts == PARTS
    assert await state_of(bot, number) == (NEW, DigestState.SENT)


async def test_a_digest_whose_topic_is_gone_comes_without_it_and_one_line_says_so(bot: Resources) -> None:
    await schedule(bot, chat=GROUP, thread=TOPIC)
    async with bot.database.begin() as tx:
        await chats.change(tx, GROUP, thread=TOPIC)
    numbers = [await ready(bot, key) for key in ("1", "2")]
    postman = Postman(CLOSED)
    await sweeps(bot, postman)
    assert postman.texts[:2] == PARTS
    assert postman.threads == [None] * 5
    assert sum("topic is closed or gone" in text for text in postman.texts) == 1
    assert [await state_of(bot, number) for number in numbers] == [(GROUP, DigestState.SENT)] * 2
    assert [each.thread for each in await schedules_of(bot, GROUP)] == [None]
    async with bot.database.reading() as tx:
        chat = await chats.get(tx, GROUP)
    assert chat
    assert chat.settings.thread is None


async def test_another_topic_of_the_chat_is_left_as_it_is(bot: Resources) -> None:
    await schedule(bot, chat=GROUP, thread=TOPIC + 1)
    await deliver.send(bot, Postman(CLOSED), await ready(bot))
    assert [each.thread for each in await schedules_of(bot, GROUP)] == [TOPIC + 1]


async def test_news_as_it_comes_goes_to_the_topic_that_the_chat_has_when_it_is_sent(bot: Resources) -> None:
    await ready(bot, "3:9", kind=DigestKind.INSTANT, thread=None)
    async with bot.database.begin() as tx:
        await chats.change(tx, GROUP, thread=TOPIC)
    postman = Postman()
    await sweeps(bot, postman)
    assert postman.threads == [TOPIC, TOPIC]


async def test_where_nothing_without_a_topic_may_be_sent_either_the_digest_waits(bot: Resources) -> None:
    number = await ready(bot, thread=None)
    await deliver.send(bot, Postman(CLOSED), number)
    assert await state_of(bot, number) == (GROUP, DigestState.READY)
    assert await waiting(bot) == []
    async with bot.database.begin() as tx:
        await chats.remember(tx, GROUP, ChatKind.GROUP, "Readers")
    assert [each.id for each in await waiting(bot)] == [number]


@pytest.mark.parametrize("trouble", [MOVED, CLOSED])
async def test_a_notice_that_could_not_be_given_there_is_given_elsewhere(
    bot: Resources, trouble: Moved | NoTopic
) -> None:
    number, postman = await ready(bot, state=DigestState.UNKNOWN), Postman(trouble)
    await deliver.notice(bot, postman, number)
    assert postman.texts == []
    await deliver.notice(bot, postman, number)
    assert len(postman.texts) == 1
    assert await waiting(bot) == []
