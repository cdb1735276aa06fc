"""What a person asks, and what they get."""

from tests.flows.conftest import World

ARTICLE = "/site/courier/dam"


def bullets(message: dict[str, str]) -> list[str]:
    return [line.removeprefix("• ") for line in message["text"].splitlines() if line.startswith("• ")]


async def test_start_says_what_to_do_first(world: World) -> None:
    answer = await world.you.ask("/start")
    assert "Send me a link" in answer["text"]


async def test_the_menu_has_every_command(world: World) -> None:
    listed = world.playground.commands.seen_in(world.playground.chats[1], world.playground.me)
    answer = await world.you.ask("/help")
    assert all(f"/{row['command']}" in answer["text"] for row in listed)
    assert {"tldr", "sub", "unsub", "list", "digest", "schedule", "timezone", "start", "help"} <= {
        row["command"] for row in listed
    }


async def test_a_link_becomes_bullets_that_stand_in_the_article(world: World) -> None:
    answer = await world.you.ask(f"/tldr {world.url}{ARTICLE}")
    assert answer["text"].startswith(
        "Reservoir above Orlova rises two metres as families leave the lower town\n"
    )
    told = bullets(answer)
    assert 3 <= len(told) <= 5
    for scrap in ("cookie", "newsletter", "Read also", "A repair that never began", "Photo:", "By Milena"):
        assert scrap not in answer["text"]
    title = answer["entities"]
    assert any(entity.get("url", "").endswith(ARTICLE) for entity in title)
    assert world.you.typing >= 1


async def test_shorter_and_longer_change_the_summary_in_its_place(world: World) -> None:
    answer = await world.you.ask(f"/tldr {world.url}{ARTICLE}")
    world.you.press(answer, "Shorter")
    shorter = await world.you.edited()
    assert (shorter["message_id"], len(bullets(shorter))) == (answer["message_id"], 3)
    world.you.press(shorter, "Longer")
    longer = await world.you.edited()
    assert len(bullets(longer)) == len(bullets(answer))
    assert len(world.you.got) == 1


async def test_a_bare_link_a_reply_a_long_text_and_a_file_are_condensed_too(world: World) -> None:
    link = f"{world.url}{ARTICLE}"
    bare = await world.you.ask(link)
    said = world.you.say("/help")
    await world.you.answer()
    world.you.say(f"look {link}")
    assert bullets(await world.you.answer()) == bullets(bare)
    world.you.say("/tldr", reply_to=said["message_id"] + 2)
    assert bullets(await world.you.answer()) == bullets(bare)
    text = " ".join(
        f"The council spent {number} crowns on the bridge of Lesk in the year {1900 + number}."
        for number in range(60)
    )
    assert bullets(await world.you.ask(f"/tldr {text[:3500]}"))
    world.you.send_file("story.txt", "text/plain", text.encode())
    assert bullets(await world.you.answer())


async def test_what_can_not_be_read_is_answered_with_a_sentence(world: World) -> None:
    for asked, expected in (
        (f"/tldr {world.url}/site/courier/nothing", "no page at that address"),
        ("/tldr http://10.0.0.1/", "public web addresses"),
        ("/tldr hello", "nothing to condense"),
        ("hello", "Send me a link"),
        ("/nonsense", "no command /nonsense"),
        ("/sub", "/sub example.com"),
        ("/unsub 1", "no feeds yet"),
        ("/schedule noonish", "not a time of day"),
        ("/timezone Atlantis", "no time zone"),
    ):
        assert expected in (await world.you.ask(asked))["text"], asked


async def test_a_site_is_followed_listed_and_left_again(world: World) -> None:
    assert "no feeds yet" in (await world.you.ask("/list"))["text"]
    followed = await world.you.ask(f"/sub {world.url}/site/courier/")
    assert followed["text"].startswith("Following The Orlova Courier.")
    assert "already" in (await world.you.ask(f"/sub {world.url}/site/courier/feed.xml"))["text"]
    assert "1  ✅ The Orlova Courier" in (await world.you.ask("/list"))["text"]
    left = await world.you.ask("/unsub courier")
    assert left["text"] == "No longer following The Orlova Courier."
    world.you.press(left, "Undo")
    assert (await world.you.edited())["text"].startswith("Following The Orlova Courier.")


async def test_a_schedule_asks_for_the_zone_until_one_is_chosen(world: World) -> None:
    answer = await world.you.ask("/schedule 08:00")
    assert "tomorrow, 08:00" in answer["text"]
    assert "it is 10:0" in answer["text"]
    world.you.press(answer, "Kyiv")
    assert "Your time zone is Europe/Kyiv." in (await world.you.edited())["text"]
    again = await world.you.ask("/schedule 08:00")
    assert "Next: tomorrow, 08:00 · " in again["text"]
    assert "(Kyiv)" in again["text"]
    assert "I count in" not in again["text"]
    assert "off" in (await world.you.ask("/schedule off"))["text"]


async def test_a_preview_shows_what_is_new_and_delivers_nothing(world: World) -> None:
    await world.you.ask(f"/sub {world.url}/site/courier/feed.xml")
    first = await world.you.ask("/digest")
    second = await world.you.ask("/digest")
    assert "Reservoir above Orlova" in first["text"]
    assert first["text"] == second["text"]


async def test_an_edited_command_is_not_answered_again(world: World) -> None:
    from bot.playground import people

    asked = world.you.say("/list")
    await world.you.answer()
    people.edit(world.playground, world.playground.chats[1], asked["message_id"], "/help")
    assert "no feeds" in (await world.you.ask("/list"))["text"]
    assert len(world.you.got) == 2


async def test_in_a_group_only_admins_change_anything(world: World) -> None:
    from bot.playground.person import Person

    group = world.playground.add_chat("supergroup", "Readers", bot_role="administrator")
    guest = world.playground.add_person("Guest")
    group.roles[guest.id] = "member"
    someone, owner = Person(world.playground, group.id, guest.id), Person(world.playground, group.id)
    someone.say("/schedule 08:00")
    assert "Only admins" in (await someone.answer())["text"]
    assert "no feeds" in (await someone.ask("/list"))["text"]
    owner.say("/schedule 08:00")
    await owner.until(lambda: any("every day at 08:00" in message["text"] for message in owner.got))
