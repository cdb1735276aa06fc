"""Who may use the bot and how often, and what only its operators may do."""

import asyncio
import re
from datetime import timedelta

from bot.playground.faults import Fault
from bot.playground.person import Person
from tests.flows.conftest import World

ARTICLE = "/site/courier/dam"
PRIVATE = "This bot is private. Ask its owner for an invitation."


async def again(world: World, **settings: str) -> None:
    """The bot once more, with other settings."""
    await world.bot.end()
    menus = world.count("setMyCommands")
    await world.bot.start(**{f"NUTGRAF_{name}": value for name, value in settings.items()})
    await world.called("setMyCommands", menus + 1)


async def settled(person: Person, text: str) -> str:
    """What the bot answers in the end, behind the line that stands in for it where that takes long."""
    answer = await person.ask(text)
    if answer["text"] != "Still at it…":
        return str(answer["text"])
    number = answer["message_id"]
    await person.until(lambda: any(edit["message_id"] == number for edit in person.edits))
    return str(next(edit["text"] for edit in person.edits if edit["message_id"] == number))


async def silence(world: World, *people: Person) -> None:
    """Wait until the bot has surely read what these people wrote, and see that none of them was answered."""
    before = [(len(person.got), len(person.toasts)) for person in people]
    await world.you.ask("/list")
    assert [(len(person.got), len(person.toasts)) for person in people] == before


async def test_a_private_bot_says_so_once_and_keeps_nothing_of_who_is_not_let_in(world: World) -> None:
    await again(world, ACCESS="allowlist", ALLOWED="1")
    stranger = world.person("Stranger")
    assert (await stranger.ask("/start"))["text"] == PRIVATE
    stranger.say(f"{world.url}{ARTICLE}")
    stranger.say("/list")
    await silence(world, stranger)
    assert world.rows("SELECT id FROM chats") == [(1,)]
    assert world.rows("SELECT * FROM people") == []
    assert world.rows("SELECT id FROM updates WHERE body LIKE '%Stranger%'") == []


async def test_in_a_group_only_who_speaks_to_the_bot_by_its_name_is_refused(world: World) -> None:
    await again(world, ACCESS="allowlist", ALLOWED="1")
    group = world.playground.add_chat("supergroup", "Readers")
    guest = world.member(group, "Guest")
    guest.say("/list")
    await silence(world, guest)
    assert (await guest.ask(f"/list@{world.playground.bot.username}"))["text"] == PRIVATE
    assert world.rows("SELECT id FROM chats WHERE id < 0") == []


async def test_a_group_is_let_in_with_who_asks_there_or_adds_the_bot(world: World) -> None:
    await again(world, ACCESS="allowlist", ALLOWED="1")
    asked = world.playground.add_chat("supergroup", "Readers")
    added = world.playground.add_chat("supergroup", "Writers", bot_role="left")
    guest = world.member(asked, "Guest")
    other = world.member(added, "Other")
    assert "no feeds" in (await world.you.elsewhere(asked).ask("/list"))["text"]
    await guest.until(lambda: bool(guest.got))
    guest.say("/list")
    await guest.until(lambda: len(guest.got) == 2)
    world.you.elsewhere(added).set_role(world.playground.bot, "member")
    assert "brings news to this group" in (await other.answer())["text"]
    assert "no feeds" in (await other.ask("/list"))["text"]
    stranger = world.person("Stranger")
    strange = world.playground.add_chat("supergroup", "Strangers", owner=stranger.user, bot_role="left")
    stranger.elsewhere(strange).set_role(world.playground.bot, "member")
    await world.called("leaveChat")
    assert strange.roles[world.playground.bot.id] == "left"
    assert world.rows("SELECT * FROM chats WHERE id = ?", strange.id) == []


async def test_an_invitation_lets_in_as_many_as_it_says(world: World) -> None:
    await again(world, ACCESS="invite", ADMINS="1")
    made = await world.you.ask("/invite 2")
    assert "lets in 2 people" in made["text"]
    (code,) = re.findall(r"https://t\.me/nutgraf_demo_bot\?start=(inv_[A-Za-z0-9_-]+)", made["text"])
    guests = [world.person(f"Guest {number}") for number in range(3)]
    assert (await guests[0].ask("/list"))["text"] == PRIVATE
    for guest in guests[:2]:
        guest.start(code)
        await guest.answer()
        assert "no feeds" in (await guest.ask("/list"))["text"]
        guest.start(code)
        assert "no longer works" not in (await guest.answer())["text"]
    guests[2].start(code)
    assert "no longer works" in (await guests[2].answer())["text"]
    guests[2].start(code)
    await silence(world, guests[2])
    assert world.rows("SELECT count(*) FROM people") == [(2,)]


async def test_a_withdrawn_invitation_lets_in_nobody(world: World) -> None:
    await again(world, ACCESS="invite", ADMINS="1")
    made = await world.you.ask("/invite")
    world.you.press(made, "Withdraw")
    assert "nobody any more" in (await world.you.edited())["text"]
    guest = world.person("Guest")
    guest.start(made["text"].partition("start=")[2].strip())
    assert "no longer works" in (await guest.answer())["text"]


async def test_who_is_shut_out_gets_no_answer_and_no_digest_until_that_ends(world: World) -> None:
    await again(world, ADMINS="1")
    guest = world.person("Guest")
    await guest.ask(f"/sub {world.url}/site/courier/feed.xml")
    await guest.ask("/schedule 08:00")
    panel = await guest.ask(f"/tldr {world.url}{ARTICLE}")
    banned = await world.you.ask(f"/ban {guest.user.id}")
    assert "is shut out" in banned["text"]
    guest.say("/list")
    guest.press(panel, "Shorter")
    guest.block()
    guest.block(blocked=False)
    await silence(world, guest)
    got = len(guest.got)
    world.pass_time(timedelta(days=1))
    await asyncio.sleep(5)
    assert len(guest.got) == got
    assert "is shut out" in (await world.you.ask(f"/user_info {guest.user.id}"))["text"]
    world.you.press(banned, "Undo")
    assert "neither let in nor shut out" in (await world.you.edited())["text"]
    await guest.until(lambda: any("Reservoir" in message["text"] for message in guest.got[got:]), 40)


async def test_operators_commands_are_for_operators_in_private_chats_alone(world: World) -> None:
    assert "no command /stats" in (await world.you.ask("/stats"))["text"]
    await again(world, ADMINS="1")
    guest = world.person("Guest")
    group = world.playground.add_chat("supergroup", "Readers")
    for asked in ("/stats", "/ban 1", "/broadcast hello", "/invite"):
        assert "There is no command" in (await guest.ask(asked))["text"]
    world.you.elsewhere(group).say("/stats@nutgraf_demo_bot")
    await silence(world, guest, world.you.elsewhere(group))
    assert "/ban" not in (await guest.ask("/help"))["text"]
    assert "There is no command" not in (await world.you.ask("/help ban"))["text"]
    listed = {row["command"] for row in world.playground.commands.seen_in(guest.chat, guest.user)}
    assert "sub" in listed
    assert not listed & {"stats", "ban", "broadcast", "invite"}


async def test_stats_count_what_there_is(world: World) -> None:
    await again(world, ADMINS="1")
    await world.you.ask(f"/sub {world.url}/site/courier/feed.xml")
    await world.person("Guest").ask("/list")
    told = (await world.you.ask("/stats"))["text"]
    assert "Chats: 2 private" in told
    assert "Feeds: 1 well" in told
    assert re.search(r"Articles: [1-9]", told)
    assert re.search(r"Database: [0-9.]+ MiB", told)
    assert "up for 0 min" in told
    assert (await world.you.ask("/info"))["text"].startswith("How I am doing")


async def test_what_is_no_number_is_said(world: World) -> None:
    await again(world, ADMINS="1")
    for asked, expected in (
        ("/ban somebody", "not one of Telegram's numbers"),
        ("/ban 1", "is an operator"),
        ("/user_info 77", "nobody and no chat"),
        ("/invite many", "not a number from 1"),
        ("/broadcast", "/broadcast text"),
        ("/broadcast all", "nothing to send"),
    ):
        assert expected in (await world.you.ask(asked))["text"], asked


async def test_a_sample_shows_a_feeds_newest_item_and_follows_nothing(world: World) -> None:
    await again(world, ADMINS="1")
    shown = await settled(world.you, f"/test {world.url}/site/courier/")
    assert shown.startswith("A sample of The Orlova Courier")
    assert "• " in shown
    assert "no feeds" in (await world.you.ask("/list"))["text"]


async def test_who_asks_too_often_is_told_once_how_long_to_wait(world: World) -> None:
    await again(world, QUOTA_PERSON="1")
    link = f"{world.url}{ARTICLE}"
    assert "Reservoir" in await settled(world.you, link)
    for _ in range(4):
        world.you.say(link)
    refused = (await world.you.answer())["text"]
    told = re.fullmatch(r"That was 1 in a minute\. Try again in (\d+) seconds?\.", refused)
    assert told
    assert 1 <= int(told[1]) <= 60
    assert "no feeds" in (await world.you.ask("/list"))["text"], "what costs little is not counted"
    assert len(world.you.got) == 3, "a refusal is told once"
    assert "Reservoir" in await settled(world.person("Other"), link)


async def test_operators_have_no_quota(world: World) -> None:
    await again(world, QUOTA_PERSON="1", QUOTA_ALL="1", ADMINS="1")
    for _ in range(3):
        assert "Reservoir" in await settled(world.you, f"{world.url}{ARTICLE}")


async def test_a_chat_follows_no_more_feeds_than_it_may(world: World) -> None:
    await again(world, MAX_FEEDS="1")
    await settled(world.you, f"/sub {world.url}/site/courier/feed.xml")
    assert "as many as one chat may" in await settled(world.you, f"/sub {world.url}/site/harbour/feed.atom")
    assert "already" in await settled(world.you, f"/sub {world.url}/site/courier/feed.xml")
    outlines = "".join(
        f'<outline xmlUrl="{world.url}/site/{path}"/>' for path in ("courier/feed.xml", "harbour/feed.atom")
    )
    listed = f'<opml version="2.0"><body>{outlines}</body></opml>'
    world.you.send_file("feeds.opml", "text/x-opml", listed.encode())
    told = (await world.you.answer())["text"]
    assert "1 you follow already." in told
    assert "as many feeds as one chat may" in told
    assert world.rows("SELECT count(*) FROM feeds") == [(1,)]


async def crowd(world: World, count: int) -> list[Person]:
    people = [world.person(f"Reader {number}") for number in range(count)]
    for person in people:
        await person.ask("/list")
    return people


async def test_a_message_to_all_is_shown_first_and_then_comes_to_each_chat_once(world: World) -> None:
    await again(world, ADMINS="1")
    people = await crowd(world, 3)
    group = world.playground.add_chat("supergroup", "Readers")
    reader = world.you.elsewhere(group)
    await reader.ask("/list")
    people[2].block()
    await silence(world)
    draft = await world.you.ask("/broadcast The bot moves on Friday.\nNothing is lost.")
    assert draft["text"] == "The bot moves on Friday.\nNothing is lost."
    for _ in range(2):
        world.you.press(draft, "Send to 3 chats")
    assert "On its way to 3 chats" in (await world.you.edited())["text"]
    for person in people[:2]:
        await person.until(lambda person=person: len(person.got) == 2)  # type: ignore[misc]
        assert person.got[1]["text"] == "The bot moves on Friday.\nNothing is lost."
    await world.you.until(lambda: any("2 sent" in told or "3 sent" in told for told in texts(world.you)), 40)
    assert "Your message to all is out: 3 sent, 0 refused." in texts(world.you)
    assert len(reader.got) == 1
    assert len(people[2].got) == 1
    assert [len(person.got) for person in people[:2]] == [2, 2]


def texts(person: Person) -> list[str]:
    return [message["text"] for message in person.got]


async def test_a_message_to_all_that_is_cancelled_reaches_nobody(world: World) -> None:
    await again(world, ADMINS="1")
    (guest,) = await crowd(world, 1)
    draft = await world.you.ask("/broadcast all Hello")
    world.you.press(draft, "Cancel")
    assert "Nobody got it" in (await world.you.edited())["text"]
    await asyncio.sleep(4)
    assert len(guest.got) == 1


async def test_a_message_to_all_survives_being_killed_and_comes_to_nobody_twice(world: World) -> None:
    await again(world, ADMINS="1")
    people = await crowd(world, 8)
    draft = await world.you.ask("/broadcast The bot moves on Friday.")
    sent = world.count("sendMessage")
    world.playground.faults.arm(Fault("sendMessage", after=0.3, times=60))
    world.you.press(draft, "Send to 9 chats")
    await world.you.edited()
    for number in range(3):
        await world.called("sendMessage", sent + 2 * (number + 1))
        await world.bot.kill()
        await world.bot.start(NUTGRAF_ADMINS="1")
    await world.you.until(lambda: any("is out" in told for told in texts(world.you)), 60)
    counted = re.search(r"is out: (\d+) sent, 0 refused\.(?:\nOf (\d+) )?", texts(world.you)[-1])
    assert counted
    assert int(counted[1]) + int(counted[2] or 0) == 9
    for person in people:
        came = [told for told in texts(person)[1:] if told == "The bot moves on Friday."]
        asked = [told for told in texts(person)[1:] if "may not have arrived" in told]
        assert len(came) <= 1
        assert len(came) + len(asked) >= 1
