"""What is kept is told, given away as a file that any chat takes back, and forgotten to the last byte."""

import asyncio
import json
from pathlib import Path

from bot.playground.chats import Json
from bot.playground.person import Person
from tests.flows.conftest import World
from tests.flows.kinds import TEXT

FEED = "/site/courier/feed.xml"
NUMBER = 7_316_942_508  # a person's, as no other number in a file looks
NAME = "Zdenka Quillfeather"
WORD = "xylographic"


def file_in(world: World, message: Json) -> bytes:
    """The file that came with a message."""
    data: bytes = world.playground.files.by_id(message["document"]["file_id"]).data
    return data


async def exported(world: World, person: Person) -> bytes:
    """All that was decided, as a file."""
    return file_in(world, await person.ask("/export json"))


async def decided(world: World, person: Person) -> None:
    """Decide something of each kind."""
    for text in (
        f"/sub {world.url}{FEED} {world.url}/site/harbour/feed.atom #valley",
        "/timezone Kyiv",
        "/schedule morning 08:00 weekdays #valley top 3",
        "/schedule 18:30",
        "/quiet 23:00-07:00",
        "/length 3",
        f"/filter !{WORD}",
        "/mute football 30d",
        "/set 2 instant",
        "/settitle 1 My own paper",
        "/pause 2 7d",
    ):
        await person.ask(text)
    summary = await person.ask(f"{world.url}/site/courier/dam")
    person.press(summary, "Save")
    async with asyncio.timeout(20):
        while not world.rows("SELECT 1 FROM saved WHERE chat = ?", person.chat.id):
            await asyncio.sleep(0.05)


async def test_privacy_says_what_is_kept_and_for_how_long(world: World) -> None:
    first = (await world.you.ask("/privacy"))["text"]
    assert first.startswith("What I keep of you\n")
    assert "feed" not in first
    await decided(world, world.you)
    told = (await world.you.ask("/privacy"))["text"]
    assert "2 feeds, 2 schedules, 2 filters, 1 saved article" in told
    assert "· 1 summary · 60 days" in told
    assert "· texts of articles · 14 days" in told
    assert "dropped as soon as it is answered" in told
    group = world.you.elsewhere(world.playground.add_chat("supergroup", "Readers"))
    assert (await group.ask("/privacy"))["text"].startswith("What I keep of this chat\n")


async def test_what_was_decided_comes_back_whole_into_another_chat(world: World) -> None:
    await decided(world, world.you)
    file = await exported(world, world.you)
    other = world.person("Other")
    other.send_file("nutgraf.json", "application/json", file, caption="/import")
    told = (await other.answer())["text"]
    assert told.splitlines()[0] == "2 feeds added."
    assert "New: 2 schedules, 2 filters, 1 saved article." in told
    assert "Next digest: " in told
    theirs = await exported(world, other)
    assert json.loads(theirs) | {"chat": 0} == json.loads(file) | {"chat": 0}
    other.send_file("nutgraf.json", "application/json", file)  # once more, and without a word
    assert (await other.answer())["text"].splitlines()[:2] == ["No feed is new.", "2 you follow already."]
    assert await exported(world, other) == theirs


async def test_a_file_that_is_wrong_changes_nothing_and_says_where(world: World) -> None:
    await decided(world, world.you)
    before = await exported(world, world.you)
    wrong = json.loads(before)
    wrong["schedules"][0]["at"] = "25:00"
    for data, said in (
        (json.dumps(wrong), "That file is not right at schedules[0].at."),
        (json.dumps(wrong | {"version": 2}), "That file is of version 2; I read version 1."),
        ('{"a": 1}', "no file of /export json"),
        ("{" * 5000, "no file of /export json"),
    ):
        world.you.send_file("nutgraf.json", "application/json", data.encode(), caption="/import")
        assert said in (await world.you.answer())["text"]
    assert await exported(world, world.you) == before


async def test_nothing_of_who_is_forgotten_is_left_in_any_file(world: World) -> None:
    person = Person(world.playground, *[world.playground.add_person(NAME, user_id=NUMBER).id] * 2)
    await decided(world, person)
    await person.ask(f"{WORD} {TEXT}")
    assert found(world, str(NUMBER), WORD, "Quillfeather") == {str(NUMBER), WORD, "Quillfeather"}
    assert {"chats.id", "subscriptions.chat", "saved.chat"} <= columns_with(world, NUMBER)
    person.say("/forget")
    file, question = await person.answer(), await person.answer()
    assert json.loads(file_in(world, file))["chat"] == NUMBER
    assert question["text"].startswith("Forget everything?")
    person.press(question, "Forget everything")
    assert (await person.edited())["text"] == "Nothing of this chat is kept any more. /start begins anew."
    await gone(world, str(NUMBER), WORD, "Quillfeather")
    assert columns_with(world, NUMBER) == set()
    await world.bot.end()
    assert found(world, str(NUMBER), WORD, "Quillfeather") == set()
    await world.bot.start()
    assert "no feeds yet" in (await person.ask("/list"))["text"]


async def test_what_others_read_too_stays_with_them(world: World) -> None:
    other = world.person("Other")
    await decided(world, other)
    theirs = await exported(world, other)
    await decided(world, world.you)
    question = (await world.you.ask("/forgetme"), await world.you.answer())[1]
    world.you.press(question, "Keep")
    assert (await world.you.edited())["text"] == "All is kept as it was."
    assert "My own paper" in (await other.ask("/list"))["text"]
    question = (await world.you.ask("/forget"), await world.you.answer())[1]
    world.you.press(question, "Forget everything")
    await world.you.edited()
    assert await exported(world, other) == theirs
    assert world.rows("SELECT id FROM chats") == [(other.chat.id,)]


async def test_a_group_is_forgotten_by_its_admins_only(world: World) -> None:
    group = world.playground.add_chat("supergroup", "Readers")
    you = world.you.elsewhere(group)
    await you.ask(f"/sub {world.url}{FEED}")
    member = world.member(group, "Member")
    assert "Only admins" in (await member.ask("/forget"))["text"]
    assert "Only admins" in (await you.answer())["text"]
    question = (await you.ask("/forget"), await you.answer())[1]
    member.press(question, "Forget everything")
    await member.until(lambda: bool(member.toasts))
    assert world.rows("SELECT count(*) FROM subscriptions") == [(1,)]
    you.press(question, "Forget everything")
    await you.edited()
    assert world.rows("SELECT count(*) FROM subscriptions") == [(0,)]


async def gone(world: World, *words: str) -> None:
    """Wait until no file holds any of the words."""
    async with asyncio.timeout(40):
        while found(world, *words):
            await asyncio.sleep(0.1)


def found(world: World, *words: str) -> set[str]:
    """Which of the words stand in a file of the bot's, its log included."""
    folder = Path(world.bot.environment["NUTGRAF_DATA_DIR"])
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return {word for word in words if any(word.encode() in data for data in [*files, world.bot.log.encode()])}


def columns_with(world: World, number: int) -> set[str]:
    """Which columns of the database hold a number."""
    tables = [name for (name,) in world.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    columns = [(table, row[1]) for table in tables for row in world.rows(f'PRAGMA table_info("{table}")')]
    return {
        f"{table}.{column}"
        for table, column in columns
        if world.rows(f'SELECT 1 FROM "{table}" WHERE "{column}" = ? LIMIT 1', number)
    }
