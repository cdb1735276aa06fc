"""A summary on request: whatever holds it, and everything that can be done with it afterwards."""

import socket
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.playground.chats import Json
from bot.playground.person import Person
from tests.flows.conftest import World
from tests.flows.kinds import TEXT, site
from tests.flows.test_inputs import are_facts, served

DAM, TRAIN, HARBOUR = "/site/courier/dam", "/site/courier/night-train", "/site/harbour/dam"
LATER = 40


def bullets(message: Json) -> list[str]:
    return [line.removeprefix("• ") for line in message["text"].splitlines() if line.startswith("• ")]


def labels(message: Json) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return [key["text"] for row in rows for key in row]


def bold(message: Json) -> list[str]:
    raw = message["text"].encode("utf-16-le")
    return [
        raw[2 * each["offset"] : 2 * (each["offset"] + each["length"])].decode("utf-16-le")
        for each in message["entities"]
        if each["type"] == "bold"
    ]


async def pressed(person: Person, message: Json, label: str) -> Json:
    """The message as it is after a key was pressed."""
    seen = len(person.edits)
    person.press(message, label)
    await person.until(lambda: len(person.edits) > seen, LATER)
    return person.edits[seen]


async def toasted(person: Person, message: Json, label: str) -> str:
    """The notice after a key was pressed."""
    seen = len(person.toasts)
    person.press(message, label)
    await person.until(lambda: len(person.toasts) > seen, LATER)
    return person.toasts[seen]


def change(world: World, statement: str) -> None:
    """Change what the bot keeps, as time would."""
    path = Path(world.bot.environment["NUTGRAF_DATA_DIR"]) / "nutgraf.db"
    with closing(sqlite3.connect(path, timeout=20)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(statement)


async def test_several_links_are_answered_each_in_its_place_and_the_rest_is_counted(world: World) -> None:
    paths = [DAM, "/site/courier/nothing", TRAIN, "/site/courier/feed.xml", HARBOUR, "/a", "/b"]
    world.you.say("\n".join(f"{world.url}{path}" for path in paths))
    parts = [await world.you.answer(LATER) for _ in range(6)]
    assert parts[0]["text"].startswith("Reservoir above Orlova")
    assert "/site/courier/nothing\nThere is no page at that address" in parts[1]["text"].replace("\u2060", "")
    assert labels(parts[1]) == []
    assert bullets(parts[2])
    assert parts[3]["text"].startswith("That is a feed, not an article: The Orlova Courier.")
    assert bullets(parts[4])
    assert parts[5]["text"] == "That was 7 links; I read the first 5. Send the others again."


async def test_a_length_for_once_a_reply_and_no_argument_at_all(world: World) -> None:
    two = await world.you.ask(f"/tldr -n 2 {world.url}{DAM}", LATER)
    assert len(bullets(two)) == 2
    said = world.you.say(f"Have you seen this? {world.url}{DAM}")
    usual = await world.you.answer(LATER)
    one = await world.you.ask("/tldr -n 1", LATER, reply_to=said["message_id"])
    assert bullets(one)[0] in bullets(usual) + bullets(two)
    assert len(bullets(one)) == 1
    digest_like = await world.you.ask("/tldr", LATER, reply_to=usual["message_id"])
    assert bullets(digest_like) == bullets(usual), "the link behind the title of the bot's own message"
    assert "as a reply condenses that message" in (await world.you.ask("/tldr"))["text"]
    assert "not a number from 1 to 12" in (await world.you.ask(f"/tldr -n 70 {world.url}{DAM}"))["text"]


async def test_a_feed_is_never_followed_unasked(world: World) -> None:
    asked = await world.you.ask(f"{world.url}/site/courier/feed.xml")
    assert labels(asked) == ["Summarise newest", "Follow"]
    assert "no feeds yet" in (await world.you.ask("/list"))["text"]
    world.you.press(asked, "Summarise newest")
    assert bullets(await world.you.answer(LATER))
    assert "no feeds yet" in (await world.you.ask("/list"))["text"]
    assert (await pressed(world.you, asked, "Follow"))["text"].startswith("Following The Orlova Courier.")
    summary = await world.you.ask(f"{world.url}{DAM}", LATER)
    assert not any(label.startswith("Follow") for label in labels(summary)), "its site is followed now"


async def test_everybody_in_a_group_reads_in_context_but_only_admins_follow(world: World) -> None:
    group = world.playground.add_chat("supergroup", "Readers")
    guest = world.member(group, "Guest")
    guest.say(f"/tldr {world.url}{DAM}")
    summary = await guest.answer(LATER)
    context = await pressed(guest, summary, "In context")
    assert context["message_id"] == summary["message_id"]
    told = bold(context)[1:]
    assert all(any(bullet in each for each in told) for bullet in bullets(summary))
    assert len(context["text"]) > len(summary["text"])
    back = await pressed(guest, context, "Back")
    assert back["text"] == summary["text"]
    shorter = await pressed(guest, back, "Shorter")
    assert len(bullets(shorter)) == 3
    assert "Only admins of this group" in await toasted(guest, shorter, "Follow 127.0.0.1")
    owner = world.you.elsewhere(group)
    owner.press(shorter, "Follow 127.0.0.1")
    await owner.until(lambda: any("Following The Orlova" in each["text"] for each in owner.got), LATER)


async def test_a_summary_is_saved_listed_and_let_go_a_text_is_read_again(world: World) -> None:
    summary = await world.you.ask(f"{world.url}{DAM}", LATER)
    kept = await pressed(world.you, summary, "Save")
    assert "Saved" in labels(kept)
    assert "Saved" in labels(await pressed(world.you, kept, "Shorter"))
    world.you.say(TEXT)
    await pressed(world.you, await world.you.answer(LATER), "Save")
    saved = await world.you.ask("/saved")
    assert "Saved · 2" in saved["text"]
    assert "2  Reservoir above Orlova" in saved["text"]
    assert labels(saved) == ["Read 1", "Remove 1", "Remove 2"]
    world.you.press(saved, "Read 1")
    again = await world.you.answer(LATER)
    assert are_facts(again)
    assert "Save" in labels(await pressed(world.you, again, "Saved"))
    assert "Saved · 1" in (await world.you.ask("/saved"))["text"]


async def test_keys_whose_article_is_gone_say_so(world: World) -> None:
    summary = await world.you.ask(f"{world.url}{DAM}", LATER)
    change(world, "UPDATE articles SET text = '', blocks = '[]'")
    assert "no longer kept" in await toasted(world.you, summary, "In context")
    assert "no longer kept" in await toasted(world.you, summary, "Shorter")
    assert "Saved" in labels(await pressed(world.you, summary, "Save")), "its bullets are still there"
    fresh = await world.you.ask(f"{world.url}{DAM}", LATER)
    assert bullets(fresh) == bullets(summary)
    change(world, "DELETE FROM articles")
    for label in ("In context", "Shorter", "Save", "Follow 127.0.0.1"):
        assert "no longer kept" in await toasted(world.you, summary, label), label


async def test_a_site_that_does_not_answer_is_tried_again_by_a_key(world: World) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    failed = await world.you.ask(f"/tldr -n 1 http://127.0.0.1:{port}/article", LATER)
    assert failed["text"] == "127.0.0.1 did not answer. Try again later."
    assert "did not answer" in await toasted(world.you, failed, "Try again")
    async with served(site(), port) as url:
        assert url.endswith(f":{port}")
        told = await pressed(world.you, failed, "Try again")
    assert are_facts(told)
    assert len(bullets(told)) == 1
