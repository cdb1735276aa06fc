"""Feeds are followed, listed, left and taken back, and every decision about them has a panel and an effect."""

from datetime import timedelta

from bot.playground.chats import Json
from bot.playground.person import Person
from summarizer import read_opml
from tests.flows.conftest import World
from tests.flows.kinds import site
from tests.flows.test_inputs import served


def keys(message: Json) -> list[list[str]]:
    """The keys under a message, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[key["text"] for key in row] for row in rows]


async def pressed(person: Person, message: Json, label: str) -> Json:
    """What stands in the place of a message after a press."""
    person.press(message, label)
    return await person.edited()


async def told(world: World, asked: str, begins: str) -> Json:
    """The message that begins so, after something was asked."""
    if asked:
        world.you.say(asked)
        await world.you.answer()
    await world.you.until(lambda: any(each["text"].startswith(begins) for each in world.you.got), 40)
    return next(each for each in world.you.got if each["text"].startswith(begins))


async def both(world: World) -> None:
    """Follow both papers."""
    await world.you.ask(f"/sub {world.url}/site/courier/feed.xml {world.url}/site/harbour/feed.atom #valley")


async def test_several_addresses_are_followed_at_once_each_answered_in_a_line(world: World) -> None:
    async with served(site()) as url:
        courier = f"{world.url}/site/courier/"
        told = await world.you.ask(
            f"/sub {courier} {url}/two {url}/nothing courier {url}/sport #News, #valley"
        )
        lines = told["text"].splitlines()
        assert lines[0] == "Following The Orlova Courier."
        assert "2 feeds to choose from" in lines[1]
        assert "There is no page at that address" in lines[2]
        assert lines[3].startswith("courier · That is not a web address.")
        assert lines[4] == "Following Sport."
        assert keys(told)[0] == ["Choose: 127.0.0.1"]
        world.you.press(told, "Choose: 127.0.0.1")
        assert "has 2 feeds. Which one?" in (await world.you.answer())["text"]
        again = await world.you.ask(f"/sub {courier} {url}/sport")
        assert again["text"].splitlines() == [
            "You follow The Orlova Courier already.",
            "You follow Sport already.",
        ]
        assert "The Orlova Courier · 127.0.0.1 · digest" in (await world.you.ask("/list #valley"))["text"]
        assert "#news #valley" in (await world.you.ask("/list"))["text"]


async def test_one_feed_is_followed_with_its_tags_and_undone(world: World) -> None:
    told = await world.you.ask(f"/sub {world.url}/site/courier/ #valley")
    assert told["text"].splitlines()[0] == "Following The Orlova Courier."
    assert "\nTags: #valley\n" in told["text"]
    assert keys(told)[0] == ["Settings", "Undo"]
    panel = await pressed(world.you, told, "Settings")
    assert panel["text"].startswith("The Orlova Courier\n127.0.0.1")
    list_ = await pressed(world.you, panel, "Back")
    assert list_["text"].startswith("Your feeds · 1\n")
    again = await world.you.ask(f"/sub {world.url}/site/courier/")
    assert again["text"] == "You follow The Orlova Courier already. /list shows all."
    await world.you.ask("/unsub 1")
    told = await world.you.ask(f"/sub {world.url}/site/courier/")
    assert (await pressed(world.you, told, "Undo"))["text"] == "No longer following The Orlova Courier."


async def test_the_list_is_searched_copied_and_filled(world: World) -> None:
    empty = await world.you.ask("/list")
    assert empty["text"] == "You follow no feeds yet.\nAdd one with /sub example.com."
    await both(world)
    listed = await world.you.ask("/list")
    assert keys(listed) == [["1", "2"], ["Add", "Export"]]
    assert (await world.you.ask("/list harbour"))["text"].startswith(
        "Your feeds with “harbour” · 1\n\n2  ✅ Harbour Post"
    )
    assert "None of your feeds matches “zebra”." in (await world.you.ask("/list zebra"))["text"]
    raw = await world.you.ask("/list raw")
    assert raw["text"].splitlines() == [
        f"{world.url}/site/courier/feed.xml",
        f"{world.url}/site/harbour/feed.atom",
    ]
    world.you.press(listed, "Add")
    assert (await world.you.answer())["text"].startswith("Add feeds\n/sub example.com · ")
    world.you.press(listed, "Export")
    assert (await world.you.answer())["document"]["file_name"] == "nutgraf.opml"


async def test_what_is_left_comes_back_as_it_was(world: World) -> None:
    await both(world)
    await world.you.ask("/settitle 2 My harbour")
    await world.you.ask("/setfeedtag 2 sea ships")
    await world.you.ask("/set 2 off")
    left = await world.you.ask("/unsub my harbour")
    assert left["text"] == "No longer following My harbour."
    back = await pressed(world.you, left, "Undo")
    assert back["text"] == "Following My harbour.\nIt is as it was before."
    assert "2  ✅ My harbour · 127.0.0.1 · off" in (await world.you.ask("/list ships"))["text"]
    several = await world.you.ask("/unsub 1 2")
    assert several["text"] == "No longer following 2 feeds:\n· The Orlova Courier\n· My harbour"
    assert (await pressed(world.you, several, "Undo"))["text"] == "Following 2 feeds as before."
    assert "None of your feeds matches “9”" in (await world.you.ask("/unsub 1 9"))["text"]
    assert "Your feeds · 2" in (await world.you.ask("/list"))["text"]


async def test_all_are_left_after_a_question_and_the_file_brings_them_back(world: World) -> None:
    await both(world)
    world.you.say("/unsuball")
    file, question = await world.you.answer(), await world.you.answer()
    assert file["document"]["file_name"] == "nutgraf.opml"
    await world.you.ask("/settitle 1 Old paper")
    gone = await pressed(world.you, question, "Leave all")
    assert gone["text"].startswith("No longer following 2 feeds.\n")
    assert "no feeds" in (await world.you.ask("/list"))["text"]
    kept = world.playground.files.by_id(file["document"]["file_id"]).data
    assert [each.tags for each in read_opml(kept).outlines] == [("valley",), ("valley",)]
    world.you.send_file("nutgraf.opml", "text/x-opml", kept)
    assert "2 feeds added." in (await world.you.answer())["text"]
    question = (await world.you.ask("/unsuball"), await world.you.answer())[1]
    await world.you.ask("/unsub 1")
    world.you.press(question, "Leave all")
    await world.you.until(lambda: "have changed meanwhile" in "".join(world.you.toasts))


async def test_a_feed_is_left_by_a_reply_to_what_it_brought(world: World) -> None:
    await both(world)
    await world.you.ask("/set 2 instant")
    assert "/unsubthis" in (await world.you.ask("/unsubthis"))["text"]
    lost = await world.you.ask("/unsubthis", reply_to=world.you.got[-1]["message_id"])
    assert lost["text"].startswith("None of your feeds stands in that message.")
    world.pass_time(timedelta(hours=24))
    news = await world.you.answer(seconds=40)
    assert "Harbour Post" in news["text"]
    left = await world.you.ask("/unsubthis", reply_to=news["message_id"])
    assert left["text"] == "No longer following Harbour Post."


async def test_a_panel_shows_and_changes_what_holds_for_a_feed(world: World) -> None:
    await both(world)
    panel = await pressed(world.you, await world.you.ask("/list"), "1")
    assert "Delivery: default (digest)\nInterval: default (as each feed posts)" in panel["text"]
    assert keys(panel)[0] == ["Delivery", "Interval"]
    assert keys(panel)[-1] == ["Back"]
    choice = await pressed(world.you, panel, "Delivery")
    assert keys(choice) == [["✓ default (digest)"], ["instant", "digest"], ["off"], ["Back"]]
    changed = await pressed(world.you, choice, "instant")
    assert "Delivery: instant" in changed["text"]
    choice = await pressed(world.you, changed, "Bullets")
    assert keys(choice)[1:3] == [["1", "2", "3", "4", "5", "6"], ["7", "8", "9", "10", "11", "12"]]
    assert "Bullets of a story: 7" in (await pressed(world.you, choice, "7"))["text"]
    paused = await pressed(world.you, await pressed(world.you, changed, "Pause"), "7 days")
    assert "⏸ paused until 30 Nov 2026" in paused["text"]
    assert "⏸ " not in (await pressed(world.you, paused, "Resume"))["text"]
    named = await world.you.ask("/settitle 1 Morning paper")
    shown = await pressed(world.you, named, "Name")
    assert "It calls itself The Orlova Courier." in shown["text"]
    gone = await pressed(world.you, await pressed(world.you, shown, "Back"), "Unfollow")
    assert gone["text"] == "No longer following Morning paper."
    world.you.press(changed, "Bullets")
    assert (await world.you.edited())["text"].startswith("Your feeds · 1\n")
    assert world.you.toasts[-1] == "You no longer follow this feed."


async def test_what_the_chat_decides_holds_for_feeds_that_decide_nothing(world: World) -> None:
    await both(world)
    await world.you.ask("/set 1 off")
    panel = await world.you.ask("/settings")
    assert "Delivery: digest\n" in panel["text"]
    choice = await pressed(world.you, panel, "Delivery")
    assert "Delivery: instant\n" in (await pressed(world.you, choice, "instant"))["text"]
    assert "Delivery: default (instant)" in (await world.you.ask("/set 2"))["text"]
    assert "Delivery: off" in (await world.you.ask("/set 1"))["text"]
    question = await pressed(world.you, panel, "Apply to all feeds")
    await pressed(world.you, question, "Apply")
    assert "Delivery: default (instant)" in (await world.you.ask("/set 1"))["text"]
    assert "Bullets of a summary: 8" in (await world.you.ask("/length long"))["text"]
    assert "is not a length" in (await world.you.ask("/length 13"))["text"]
    assert "Interval: 45 minutes" in (await world.you.ask("/setinterval 45"))["text"]
    assert "from 15 to 1,440" in (await world.you.ask("/setinterval 5"))["text"]
    assert "Interval: 2 hours" in (await world.you.ask("/setinterval 120 2"))["text"]
    shown = await pressed(world.you, panel, "Time zone")
    assert "Your time zone is" in (await pressed(world.you, shown, "Kyiv"))["text"]
    panel = await world.you.ask("/set_default")
    hours = await pressed(world.you, panel, "Quiet hours")
    assert hours["text"] == "No quiet hours. /quiet 23:00-07:00 sets them."
    assert "No digest is scheduled." in (await pressed(world.you, hours, "Back"))["text"]
    spoken = await pressed(world.you, await pressed(world.you, panel, "Language"), "✓ English")
    assert "Language: English" in spoken["text"]


async def test_in_a_group_everyone_may_look_and_admins_change(world: World) -> None:
    group = world.playground.add_chat("supergroup", "Readers", bot_role="administrator")
    owner, guest = Person(world.playground, group.id), world.member(group, "Guest")
    panel = await owner.ask("/settings")
    assert "Who may change settings: only admins\nLinks in the group: a key to condense it" in panel["text"]
    choice = await pressed(guest, panel, "Who may change this")
    guest.press(choice, "everyone")
    await guest.until(lambda: "Only admins" in "".join(guest.toasts))
    await pressed(owner, choice, "everyone")
    links = await pressed(guest, panel, "Links")
    assert "Links in the group: left alone" in (await pressed(guest, links, "left alone"))["text"]


async def test_a_channel_has_its_panel_in_a_private_chat(world: World) -> None:
    channel = world.playground.add_chat("channel", "Valley news", username="valley_news")
    await world.you.ask(f"/sub @valley_news {world.url}/site/courier/feed.xml")
    panel = await world.you.ask("/set @valley_news 1")
    choice = await pressed(world.you, panel, "Sound")
    assert "Sound: silent" in (await pressed(world.you, choice, "silent"))["text"]
    assert "Settings · Valley news" in (await world.you.ask(f"/settings {channel.id}"))["text"]
    assert "no feeds" in (await world.you.ask("/list"))["text"]


async def test_news_comes_silently_with_its_page_and_as_many_bullets_as_were_wanted(world: World) -> None:
    await world.you.ask(f"/sub {world.url}/site/courier/feed.xml")
    await told(world, "/digest send", "Your digest")
    panel = await world.you.ask("/set 1 instant")
    for name, value in (("Sound", "silent"), ("Preview", "shown"), ("Bullets", "1")):
        await pressed(world.you, await pressed(world.you, panel, name), value)
    loud = world.playground.parameters("sendMessage")
    world.pass_time(timedelta(hours=7))
    news = await told(world, "", "A library that lends ladders")
    assert sum(line.startswith("• ") for line in news["text"].splitlines()) == 1
    sent = world.playground.parameters("sendMessage")[-1]
    assert sent["disable_notification"] is True
    assert sent["link_preview_options"]["url"] == f"{world.url}/site/courier/tools"
    assert all("disable_notification" not in each for each in loud)


async def test_a_digest_comes_silently_with_its_top_story_s_page_where_the_chat_wants_that(
    world: World,
) -> None:
    await both(world)
    panel = await world.you.ask("/settings")
    for name, value in (("Sound", "silent"), ("Preview", "shown")):
        await pressed(world.you, await pressed(world.you, panel, name), value)
    digest = await told(world, "/digest send", "Your digest")
    sent = next(each for each in world.playground.parameters("sendMessage") if each["text"] == digest["text"])
    assert sent["disable_notification"] is True
    top = next(each["url"] for each in digest["entities"] if each["type"] == "text_link")
    assert sent["link_preview_options"]["url"] == top
