"""A digest goes out part by part, each once, and what can't be known is asked about."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.digests import deliver
from bot.messages.rich import Message, Rich
from bot.models import DigestKind, DigestState
from bot.resources import Resources
from bot.sending import NotSent, Refused, SendError, Unknown
from bot.storage import chats, digests
from tests.bot.digests.conftest import YOU, Postman, change, digest_of, waiting

PARTS = ["first", "second", "third"]
LATER, LOST = NotSent(0), Unknown("timed out")
GONE, WRONG = Refused("bot was blocked by the user", gone=True), Refused("message is too long", gone=False)


async def ready(bot: Resources, state: DigestState = DigestState.READY, thread: int | None = None) -> int:
    """A digest of three parts; returns its number."""
    dumped = json.dumps([Message(Rich(text)).dump() for text in PARTS])
    async with bot.database.begin() as tx:
        await digests.plan(
            tx, YOU, DigestKind.ASKED, "1", bot.now(), state=state, parts=dumped, thread=thread
        )
    return 1


async def stands(bot: Resources, number: int) -> tuple[DigestState, int]:
    """The digest's state, and how many of its parts were sent."""
    digest = await digest_of(bot, number)
    return digest.state, digest.sent_parts


async def shown(bot: Resources, number: int) -> None:
    """Somebody presses Show digest."""
    async with bot.database.begin() as tx:
        assert await digests.move(tx, number, DigestState.UNKNOWN, DigestState.READY)


async def is_active(bot: Resources) -> bool:
    async with bot.database.reading() as tx:
        chat = await chats.get(tx, YOU)
    assert chat
    return chat.active


async def test_parts_go_in_their_order_to_the_topic_of_the_digest(bot: Resources) -> None:
    number, postman = await ready(bot, thread=7), Postman()
    await deliver.send(bot, postman, number)
    assert (postman.texts, set(postman.threads)) == (PARTS, {7})
    assert await stands(bot, number) == (DigestState.SENT, 3)
    assert await waiting(bot) == []


@pytest.mark.parametrize("state", [state for state in DigestState if state is not DigestState.READY])
async def test_only_a_ready_digest_is_sent(bot: Resources, state: DigestState) -> None:
    number, postman = await ready(bot, state), Postman()
    await deliver.send(bot, postman, number)
    assert postman.sent == []
    assert await stands(bot, number) == (state, 0)


async def test_a_digest_that_does_not_exist_is_no_harm(bot: Resources) -> None:
    await deliver.send(bot, Postman(), 99)
    await deliver.notice(bot, Postman(), 99)


class Watching(Postman):
    """A postman who notes what the digest's row says at each call."""

    def __init__(self, bot: Resources) -> None:
        super().__init__()
        self.resources = bot
        self.rows: list[tuple[DigestState, int]] = []

    async def send(
        self,
        chat: int,
        message: Message,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
        about: int | None = None,
        silent: bool = False,
    ) -> int:
        self.rows.append(await stands(self.resources, 1))
        return await super().send(chat, message, reply_to=reply_to, thread=thread, about=about, silent=silent)


async def test_before_each_call_the_row_says_that_it_is_being_made(bot: Resources) -> None:
    postman = Watching(bot)
    await deliver.send(bot, postman, await ready(bot))
    assert postman.rows == [(DigestState.SENDING, part) for part in range(3)]


async def test_a_part_that_certainly_was_not_sent_is_the_next_to_be_sent(bot: Resources) -> None:
    number, postman = await ready(bot), Postman(None, LATER)
    await deliver.send(bot, postman, number)
    assert (postman.texts, await stands(bot, number)) == (PARTS[:1], (DigestState.READY, 1))
    await deliver.send(bot, postman, number)
    assert (postman.texts, await stands(bot, number)) == (PARTS, (DigestState.SENT, 3))


async def test_after_an_unknown_outcome_nothing_more_is_sent_unasked(bot: Resources) -> None:
    number, postman = await ready(bot), Postman(None, LOST)
    for _ in range(2):
        await deliver.send(bot, postman, number)
        assert (postman.texts, await stands(bot, number)) == (PARTS[:1], (DigestState.UNKNOWN, 1))


async def test_a_digest_that_was_asked_for_again_goes_on_with_the_part_in_doubt(bot: Resources) -> None:
    number, postman = await ready(bot), Postman(None, LOST)
    await deliver.send(bot, postman, number)
    await shown(bot, number)
    await deliver.send(bot, postman, number)
    assert (postman.texts, await stands(bot, number)) == (PARTS, (DigestState.SENT, 3))


async def test_a_digest_of_a_chat_that_is_gone_waits_until_it_is_back(bot: Resources) -> None:
    number, postman = await ready(bot), Postman(None, GONE)
    await deliver.send(bot, postman, number)
    assert await stands(bot, number) == (DigestState.READY, 1)
    assert not await is_active(bot)
    assert await waiting(bot) == []
    await change(bot, active=True)
    assert [digest.id for digest in await waiting(bot)] == [number]
    await deliver.send(bot, postman, number)
    assert postman.texts == PARTS


async def test_a_message_that_is_wrong_fails_its_digest_and_leaves_the_chat(bot: Resources) -> None:
    number, postman = await ready(bot), Postman(None, WRONG)
    await deliver.send(bot, postman, number)
    assert await stands(bot, number) == (DigestState.FAILED, 1)
    assert await is_active(bot)
    assert await waiting(bot) == []


class Doors(Postman):
    """A postman whose turns are let in by the test, one by one, in the order in which they came."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[asyncio.Event] = []

    @asynccontextmanager
    async def turn(self, _chat: int, *, patient: bool = False) -> AsyncIterator[None]:
        assert patient
        self.waiting.append(door := asyncio.Event())
        await door.wait()
        yield

    async def until(self, waiting: int) -> None:
        """Wait until so many stand at the door."""
        while len(self.waiting) < waiting:
            await asyncio.sleep(0.001)

    def let_in(self) -> None:
        """The one who came first."""
        self.waiting.pop(0).set()


async def test_a_job_that_is_doubled_sends_no_part_twice(bot: Resources) -> None:
    number, postman = await ready(bot), Doors()
    first = asyncio.create_task(deliver.send(bot, postman, number))
    await postman.until(1)
    postman.let_in()
    await postman.until(1)  # before its second part, and the row says ready
    second = asyncio.create_task(deliver.send(bot, postman, number))
    await postman.until(2)
    while not (first.done() and second.done()):
        if postman.waiting:
            postman.let_in()
        await asyncio.sleep(0.005)
    await asyncio.gather(first, second)
    assert postman.texts == PARTS


async def noticed(bot: Resources, number: int, *answers: SendError | None) -> list[str]:
    """What a chat is told of a digest in doubt."""
    postman = Postman(*answers)
    await deliver.notice(bot, postman, number)
    return postman.texts


async def test_a_chat_is_told_once_that_a_digest_may_not_have_arrived(bot: Resources) -> None:
    number, postman = await ready(bot, DigestState.UNKNOWN, thread=7), Postman()
    assert [digest.id for digest in await waiting(bot)] == [number]
    await deliver.notice(bot, postman, number)
    assert postman.texts == ["Your digest of Monday, 23 November may not have arrived."]
    assert postman.threads == [7]
    assert [key.action for row in postman.sent[0].buttons for key in row] == [f"show:{number}"]
    assert await waiting(bot) == []


@pytest.mark.parametrize("answer", [LATER, LOST])
async def test_a_notice_of_which_it_is_not_known_whether_it_arrived_comes_again(
    bot: Resources, answer: SendError
) -> None:
    number = await ready(bot, DigestState.UNKNOWN)
    assert await noticed(bot, number, answer) == []
    assert [digest.id for digest in await waiting(bot)] == [number]


async def test_a_notice_that_is_refused_for_good_is_not_tried_again(bot: Resources) -> None:
    number = await ready(bot, DigestState.UNKNOWN)
    assert await noticed(bot, number, WRONG) == []
    assert await is_active(bot)
    assert await waiting(bot) == []


async def test_a_chat_that_is_gone_is_told_of_the_digest_in_doubt_when_it_is_back(bot: Resources) -> None:
    number = await ready(bot, DigestState.UNKNOWN)
    assert await noticed(bot, number, GONE) == []
    assert not await is_active(bot)
    assert await waiting(bot) == []
    await change(bot, active=True)
    assert [digest.id for digest in await waiting(bot)] == [number]


async def test_a_digest_that_was_shown_meanwhile_has_no_notice(bot: Resources) -> None:
    number = await ready(bot, DigestState.UNKNOWN)
    await shown(bot, number)
    assert await noticed(bot, number) == []


async def test_a_digest_that_is_in_doubt_again_has_a_notice_again(bot: Resources) -> None:
    number, postman = await ready(bot), Postman(LOST)
    await deliver.send(bot, postman, number)
    assert len(await noticed(bot, number)) == 1
    await shown(bot, number)
    await deliver.send(
        bot, Postman(None, LOST), number
    )  # the first part arrives, of the second nothing is known
    assert await stands(bot, number) == (DigestState.UNKNOWN, 1)
    assert [digest.id for digest in await waiting(bot)] == [number]
