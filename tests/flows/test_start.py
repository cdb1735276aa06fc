"""The first minutes: steps, a first digest, lists that are shared, languages and menus, and how a chat does."""

import asyncio
from pathlib import Path

from bot.handlers.menu import listed
from bot.locale import LANGUAGES, translator
from bot.messages.feed_list import EARLIER, LATER
from bot.playground.chats import Chat, Json
from bot.playground.person import Person
from tests.flows.conftest import World
from tests.flows.test_feeds import keys, pressed

COURIER, HARBOUR = "The Courier", "Harbour Post"


async def offering(world: World, **settings: str) -> None:
    """The bot once more, with a list of feeds that are on this machine."""
    await world.bot.end()
    path = Path(world.bot.environment["NUTGRAF_DATA_DIR"]) / "starter.toml"
    local = (
        f'"{COURIER}" = "{world.url}/site/courier/feed.xml"\n"Nowhere" = "{world.url}/site/nowhere/feed.xml"'
    )
    more = "\n".join(f'"Paper {number}" = "{world.url}/site/{number}.xml"' for number in range(5))
    tech = f'"{HARBOUR}" = "{world.url}/site/harbour/feed.atom"\n{more}'
    path.write_text(f"[en.local]\n{local}\n[en.technology]\n{tech}\n", "utf-8")
    menus = world.count("setMyCommands")
    await world.bot.start(**settings)
    await world.called("setMyCommands", menus + 1)


async def on(person: Person, panel: Json, *labels: str) -> Json:
    """The panel after these keys of it were pressed in turn."""
    for label in labels:
        number = panel["message_id"]
        panel = await pressed(person, panel, label)
        assert panel["message_id"] == number
    return panel


async def test_four_steps_lead_to_a_first_digest_which_counts(world: World) -> None:
    await offering(world)
    you = world.you
    panel = await you.ask("/start")
    assert "turns articles into bullets." in panel["text"]
    assert "Send me a link" in panel["text"]
    assert keys(panel) == [["English"], ["Other languages"], ["Skip"]]
    panel = await on(you, panel, "English")
    assert ["Kyiv · 12:00" in " ".join(row) for row in keys(panel)].count(True) == 1
    panel = await on(you, panel, "Kyiv · 12:00")
    assert "By the clock of Kyiv, where it is 12:0" in panel["text"]
    assert keys(panel) == [["07:00", "08:00"], ["18:00", "21:00"], ["Back", "Later"]]
    panel = await on(you, panel, "08:00")
    assert keys(panel)[0] == [f"{COURIER} · Country"]
    panel = await on(you, panel, f"{COURIER} · Country")
    assert keys(panel)[0] == [f"✓ {COURIER} · Country"]
    assert world.rows("SELECT name, count(*) FROM subscriptions") == [(COURIER, 1)]
    panel = await on(you, panel, "More topics", "More topics", f"{HARBOUR} · Technology", "Done")
    assert "You follow 2 feeds.\nYour first digest is on its way.\n" in panel["text"]
    assert "Next digest: tomorrow, 08:00 Kyiv." in panel["text"]
    digest = await you.answer()
    assert digest["text"].startswith("Your digest · Monday, 23 November\n")
    assert "• " in digest["text"]
    assert "Nothing is new in your 2 feeds." in (await you.ask("/digest"))["text"]
    again = await you.ask("/start")
    assert again["text"] == "You follow 2 feeds.\nNext digest: tomorrow, 08:00 Kyiv."
    assert keys(again) == [["Settings", "Feeds"], ["Help"]]
    you.press(again, "Help")
    assert "/schedule 08:00" in (await you.answer())["text"]


async def test_every_step_can_be_left_out_and_a_second_tap_takes_back(world: World) -> None:
    await offering(world)
    you = world.you
    panel = await on(you, await you.ask("/start"), "Skip", "Back", "Skip", "Skip")
    panel = await on(you, panel, "18:00", "Back")
    assert keys(panel)[1][0] == "✓ 18:00"
    panel = await on(you, panel, "Later", f"{COURIER} · Country", f"✓ {COURIER} · Country")
    assert keys(panel)[0] == [f"{COURIER} · Country"]
    panel = await on(you, panel, "Done")
    assert panel["text"].startswith("That is all.\nYou follow no feeds yet. Add one with /sub example.com.")
    assert world.rows("SELECT count(*) FROM subscriptions") == [(0,)]
    assert world.rows("SELECT at FROM schedules") == [("18:00",)]
    assert world.rows("SELECT timezone FROM chats") == [(None,)]


async def test_where_feeds_bring_nothing_it_is_said_when_the_first_digest_comes(world: World) -> None:
    await offering(world)
    panel = await on(world.you, await world.you.ask("/start"), "Skip", "Skip", "21:00", "Nowhere · Country")
    panel = await on(world.you, panel, "Done")
    assert "They have brought nothing yet. Your first digest comes today, 21:00 UTC." in panel["text"]
    await asyncio.sleep(3)
    assert len(world.you.got) == 1


async def test_the_persons_telegram_says_which_language_and_zone_come_first(world: World) -> None:
    german = translator("de")
    guest = world.person("Guest", language="de-AT")
    panel = await guest.ask("/start")
    assert german("Which language should I speak?") in panel["text"]
    assert keys(panel)[0] == ["Deutsch", "English"]
    panel = await on(guest, panel, german("Other languages"), LATER)
    shown = [label for row in keys(panel) for label in row]
    rest = list(LANGUAGES.values())[8:]
    assert shown[: len(rest)] == rest
    panel = await on(guest, panel, EARLIER, "Українська")
    ukrainian = translator("uk")
    assert ukrainian("Where are you? Your digest comes by the clock there.") in panel["text"]
    assert keys(panel)[0][0].startswith("Vienna · 11:0")
    assert keys(panel)[1] == [ukrainian("Other zones")]
    panel = await on(guest, panel, ukrainian("Other zones"))
    assert "London" in keys(panel)[0][0]
    assert world.rows(f"SELECT language FROM chats WHERE id = {guest.user.id}") == [("uk",)]
    assert own_menu(world, guest.chat)["tldr"] == ukrainian("condense a link, a text or a file")


async def test_in_a_group_start_says_what_to_do_in_one_message(world: World) -> None:
    group = world.you.elsewhere(world.playground.add_chat("supergroup", "Readers"))
    told = await group.ask("/start")
    assert "Send me a link" in told["text"]
    assert keys(told) == []


async def test_a_list_is_shared_by_a_link_taken_with_a_key_and_shared_no_more(world: World) -> None:
    you, guest = world.you, world.person("Guest")
    assert "no feeds yet" in (await you.ask("/share"))["text"]
    await you.ask(f"/sub {world.url}/site/courier/feed.xml {world.url}/site/harbour/feed.atom")
    told = await you.ask("/share")
    assert told["text"].startswith("With this link others follow your 2 feeds, too:\nhttps://t.me/")
    code = told["text"].partition("start=")[2].partition("\n")[0]
    assert code.startswith("sub_")
    assert code in (await you.ask("/share"))["text"], "one link a chat"
    await guest.ask(f"/sub {world.url}/site/courier/feed.xml")
    guest.start(code)
    shown = await guest.answer()
    assert shown["text"].startswith("You shares 2 feeds.")
    assert "• The Orlova Courier\n• Harbour Post" in shown["text"]
    guest.start(code)
    older = await guest.answer()
    taken = await pressed(guest, shown, "Follow 2 feeds")
    assert taken["text"].startswith("1 feed added.\n1 you follow already.")
    assert "Your feeds · 2\n" in (await guest.ask("/list"))["text"]
    assert (await pressed(you, told, "Stop sharing"))["text"] == "Your list is no longer shared."
    guest.start(code)
    assert "no longer shared" in (await guest.answer())["text"]
    guest.press(older, "Follow 2 feeds")
    await guest.until(lambda: any("no longer shared" in toast for toast in guest.toasts))
    guest.start("gibberish")
    assert "You follow 2 feeds." in (await guest.answer())["text"]


async def test_in_a_group_only_admins_share_its_list_or_take_one(world: World) -> None:
    await world.you.ask(f"/sub {world.url}/site/courier/feed.xml")
    code = (await world.you.ask("/share"))["text"].partition("start=")[2].partition("\n")[0]
    group = world.playground.add_chat("supergroup", "Readers")
    member = world.member(group, "Member")
    assert "Only admins" in (await member.ask("/share"))["text"]
    shown = await member.ask(f"/start@{world.playground.bot.username} {code}")
    member.press(shown, "Follow 1 feed")
    await member.until(lambda: any("Only admins" in toast for toast in member.toasts))
    taken = await pressed(world.you.elsewhere(group), shown, "Follow 1 feed")
    assert taken["text"].startswith("1 feed added.")


def own_menu(world: World, chat: Chat) -> dict[str, str]:
    """The menu that was published for one chat alone."""
    rows = world.playground.commands.get({"type": "chat", "chat_id": chat.id}, "")
    return {row["command"]: row["description"] for row in rows}


async def test_a_chat_speaks_the_language_that_it_is_told_and_its_menu_too(world: World) -> None:
    you, german = world.you, translator("de")
    told = await you.ask("/lang")
    assert [label.removeprefix("✓ ") for row in keys(told) for label in row] == list(LANGUAGES.values())
    assert "✓ English" in keys(told)[0]
    assert own_menu(world, you.chat) == {}
    told = await pressed(you, told, "Deutsch")
    assert told["text"] == german("I speak {language} here now.", language="Deutsch")
    assert own_menu(world, you.chat)["list"] == german("what you follow")
    told = await pressed(you, told, german("Undo"))
    assert told["text"] == "I speak English here now."
    assert own_menu(world, you.chat)["list"] == "what you follow"
    assert "Deutsch" in (await you.ask("/language German"))["text"]
    assert (await you.ask("/lang auto"))["text"] == "I speak English here now."
    assert own_menu(world, you.chat) == {}
    assert "I speak no “klingon”." in (await you.ask("/lang klingon"))["text"]


async def test_from_a_private_chat_a_channel_speaks_another_language(world: World) -> None:
    world.playground.add_chat("channel", "Morning news", username="morning", bot_role="administrator")
    assert (await world.you.ask("/lang @morning de"))["text"] == "I speak Deutsch in Morning news now."
    assert world.rows("SELECT language FROM chats WHERE id < 0") == [("de",)]


def names(world: World, person: Person) -> set[str]:
    return {row["command"] for row in world.playground.commands.seen_in(person.chat, person.user)}


async def published(world: World) -> int:
    """How many menus and descriptions were published when no more are."""
    kinds = ("setMyCommands", "setMyDescription", "setMyShortDescription")
    before, count = -1, sum(map(world.count, kinds))
    while count != before:
        await asyncio.sleep(2.5)
        before, count = count, sum(map(world.count, kinds))
    return count


async def test_menus_are_for_who_sees_them_and_are_published_once(world: World) -> None:
    await published(world)
    group = world.playground.add_chat("supergroup", "Readers")
    member, admin = world.member(group, "Member"), world.you.elsewhere(group)
    assert {"tldr", "list", "help"} <= names(world, member)
    assert not {"sub", "schedule", "chats", "stats"} & names(world, member)
    assert {"sub", "schedule", "topic"} <= names(world, admin)
    assert {"sub", "chats", "start"} <= names(world, world.you)
    assert not {"stats", "topic"} & names(world, world.you)
    assert "one digest a day" in world.playground.profile.get("description", "")
    assert world.playground.profile.get("short_description", "")
    before = await published(world)
    await world.bot.end()
    await world.bot.start()
    await world.called("setMyCommands", world.count("setMyCommands") + 1)
    assert await published(world) == before + 1, "one menu at each start, and nothing that has not changed"


async def test_operators_see_their_commands_in_their_own_chat_only(world: World) -> None:
    await offering(world, NUTGRAF_ADMINS="1")
    guest = world.person("Guest")
    await world.you.ask("/start")
    assert {"stats", "broadcast", "sub"} <= names(world, world.you)
    assert not {"stats", "broadcast"} & names(world, guest)
    await offering(world)
    await world.you.until(lambda: "stats" not in names(world, world.you), 60)


async def test_status_says_what_fails_and_what_comes(world: World) -> None:
    you = world.you
    told = await you.ask("/status")
    assert told["text"].startswith("0 feeds · 0 well")
    await offering(world)
    panel = await on(
        you, await you.ask("/start"), "Skip", "Skip", "21:00", "Nowhere · Country", f"{COURIER} · Country"
    )
    await on(you, panel, "Done")
    await you.answer()
    await you.ask("/quiet 23:00-07:00")
    await you.ask("/pause 7d")
    told = (await you.ask("/check"))["text"]
    assert told.startswith("2 feeds · 1 well, 1 failing\n⚠ Nowhere · the site has no such page\n")
    assert "⏸ Your digests are paused until Monday, 30 November, 10:0" in told
    assert "Next: today, 21:00 · tomorrow, 21:00 · Wednesday, 21:00 (UTC)." in told
    assert "Quiet from 23:00 to 07:00.\nNothing waits to be sent." in told


async def test_the_small_commands_answer_in_a_line(world: World) -> None:
    assert (await world.you.ask("/version"))["text"].startswith("Nutgraf 0.")
    assert (await world.you.ask("/ping"))["text"].endswith(" ms")
    assert (await world.you.ask("/cancel"))["text"].startswith("Nothing is open")


async def test_a_wrong_list_of_feeds_ends_the_start_with_a_sentence_that_names_it(world: World) -> None:
    await world.bot.end()
    path = Path(world.bot.environment["NUTGRAF_DATA_DIR"]) / "starter.toml"
    path.write_text("[en.gossip]\n", "utf-8")
    await world.bot.start()
    assert await world.bot.ended() == 5
    assert f"The list of feeds {path} is wrong: there is no topic “gossip”" in world.bot.log


def test_a_menu_holds_no_more_than_telegram_takes() -> None:
    from bot.handlers.menu import ADMINS, PEOPLE, Audience

    for audience in (PEOPLE, ADMINS, Audience(operates=True)):
        assert 0 < len(listed(audience)) <= 100
