"""Whatever comes in and however late: each message is answered once, or its chat is told that it was not."""

import asyncio
from datetime import timedelta

from bot.playground import people
from bot.playground.faults import Fault
from bot.playground.person import Person
from tests.flows.conftest import World


async def test_after_three_hours_each_chat_is_told_once_and_only_what_is_fresh_is_done(world: World) -> None:
    friend = world.person("Friend")
    group = world.playground.add_chat("supergroup", "Readers", bot_role="administrator")
    chatter = Person(world.playground, group.id)
    key = await world.you.ask("/timezone")
    await world.bot.end()
    for text in ("/schedule 07:00", "/list", "thoughts", "/stop@another_bot"):
        world.you.say(text)
    friend.say("/list")
    for text in ("good morning", "/unknown", "/list@another_bot"):
        chatter.say(text)
    world.you.press(key, "Kyiv")
    world.pass_time(timedelta(hours=3))
    world.you.say("/help")
    await world.bot.start()
    await world.you.until(lambda: len(world.you.got) == 3, seconds=30)
    texts = [message["text"] for message in world.you.got[1:]]
    told = next(text for text in texts if "skipped" in text)
    assert told.startswith("I was away and skipped 4 messages, the first sent today, 12:0")
    assert "Kyiv" in told
    assert any("What I can do" in text for text in texts)
    await world.you.until(lambda: len(world.you.edits) == 1)
    assert "Your time zone is Europe/Kyiv." in world.you.edits[0]["text"]
    assert "skipped 1 message, sent today, 10:0" in (await friend.answer())["text"]
    assert "every day" not in (await world.you.ask("/schedule"))["text"]
    assert chatter.got == []


async def test_a_command_of_its_own_in_a_group_is_told_of_too(world: World) -> None:
    group = world.playground.add_chat("supergroup", "Readers", bot_role="administrator")
    reader = Person(world.playground, group.id)
    await world.bot.end()
    for text in ("good morning", "/list", "/LIST@nutgraf_demo_bot", "/list@another_bot"):
        reader.say(text)
    world.pass_time(timedelta(hours=2, minutes=5))
    await world.bot.start()
    assert "skipped 2 messages" in (await reader.answer())["text"]
    assert len(reader.got) == 1


async def test_what_waited_an_hour_is_answered(world: World) -> None:
    await world.bot.end()
    world.you.say("/list")
    world.pass_time(timedelta(hours=1))
    await world.bot.start()
    assert "no feeds" in (await world.you.answer())["text"]


async def test_what_was_received_before_the_outage_and_not_answered_is_too_old_as_well(world: World) -> None:
    world.playground.faults.arm(Fault("sendChatAction", before=30, times=5))
    world.playground.faults.arm(Fault("sendMessage", before=30))
    world.you.say("/list")
    await world.called("sendMessage")
    for _ in range(3):
        world.you.say("/list")
    await asyncio.sleep(1)
    await world.bot.kill()
    world.playground.faults.clear()
    world.pass_time(timedelta(hours=3))
    await world.bot.start()
    await world.you.until(lambda: len(world.you.got) == 2, seconds=30)
    texts = [message["text"] for message in world.you.got]
    assert any("skipped 3 messages" in text for text in texts)
    again = next(message for message in world.you.got if "may not have arrived" in message["text"])
    world.you.press(again, "Answer again")
    await world.you.until(lambda: "no feeds" in world.you.got[-1]["text"], seconds=30)


async def test_poison_in_a_batch_is_skipped_alone(world: World) -> None:
    await world.bot.end()
    world.you.say("/list")
    push = world.playground.updates.push
    push("message", {"message_id": "not a number", "chat": 7, "date": "never"})
    push("callback_query", {"id": 5, "data": ["no", "text"]})
    push("message", {"message_id": 1, "date": 10**30, "chat": {"id": 1, "type": "private"}})
    world.you.say("/help")
    await world.bot.start()
    texts = [(await world.you.answer())["text"] for _ in range(2)]
    assert "no feeds" in texts[0]
    assert "What I can do" in texts[1]


async def test_an_update_that_comes_again_because_nothing_confirmed_it_is_answered_once(world: World) -> None:
    assert "no feeds" in (await world.you.ask("/list"))["text"]  # the bot is asking for updates by now
    world.playground.faults.arm(Fault("getUpdates", code=502, times=1_000))
    assert "no feeds" in (await world.you.ask("/list"))["text"]
    await world.bot.end()
    assert len(world.playground.updates) == 1
    world.playground.faults.clear()
    await world.bot.start()
    assert "What I can do" in (await world.you.ask("/help"))["text"]
    await asyncio.sleep(1)
    assert len(world.you.got) == 3
    assert len(world.playground.updates) == 0


async def test_an_edit_is_not_answered(world: World) -> None:
    asked = world.you.say("/list")
    await world.you.answer()
    people.edit(world.playground, world.playground.chats[1], asked["message_id"], "/help")
    assert "What I can do" in (await world.you.ask("/help"))["text"]
    await asyncio.sleep(1)
    assert len(world.you.got) == 2
