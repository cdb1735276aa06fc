"""Groups, topics and channels: who is greeted, what goes where, and what a chat keeps when it changes or goes."""

import asyncio
from datetime import timedelta

import pytest

from bot.playground.chats import Chat, Json
from bot.playground.person import Person
from tests.flows.conftest import World

DAY = timedelta(days=1)
ARTICLE = "/site/courier/dam"
FEED = "/site/courier/feed.xml"


def texts(person: Person) -> list[str]:
    return [message["text"] for message in person.got]


def labels(message: Json) -> list[str]:
    return [key["text"] for row in message["reply_markup"]["inline_keyboard"] for key in row]


def digests(person: Person) -> list[Json]:
    return [message for message in person.got if message["text"].startswith("Your digest ·")]


async def quiet(seconds: float = 5) -> None:
    """Two sweeps and a bit."""
    await asyncio.sleep(seconds)


async def heard(world: World) -> None:
    """Wait until the bot has surely read all that was written before."""
    await world.you.ask("/saved")


async def replied(person: Person, text: str) -> Json:
    """What the bot answers in a group, behind whatever else it writes there."""
    number = person.say(text)["message_id"]

    def answers() -> list[Json]:
        return [each for each in person.got if each.get("reply_to_message", {}).get("message_id") == number]

    await person.until(lambda: bool(answers()))
    return answers()[0]


async def settled(world: World, chat: Chat, thread: int | None = None) -> Person:
    """You, in a chat that follows a paper and has a digest every day."""
    you = world.you.elsewhere(chat, thread)
    await you.ask(f"/sub {world.url}{FEED}")
    await you.ask("/schedule 08:00")
    return you


async def test_a_group_is_told_once_what_to_do_first(world: World) -> None:
    group = world.playground.add_chat("supergroup", "Readers", bot_role="left")
    you = world.you.elsewhere(group)
    you.set_role(world.playground.bot, "member")
    greeting = await you.answer()
    assert greeting["text"].startswith("Nutgraf brings news to this group.")
    assert "/sub example.com" in greeting["text"]
    you.set_role(world.playground.bot, "administrator")
    other = world.member(group, "Other")
    you.set_role(other.user, "member")
    await heard(world)
    assert len(you.got) == 1


async def test_who_makes_the_bot_an_admin_of_a_channel_is_told_in_private_if_they_began_a_chat(
    world: World,
) -> None:
    await world.you.ask("/start")
    stranger = world.playground.add_person("Stranger", started=False)
    theirs = world.playground.add_chat("channel", "Theirs", owner=stranger, bot_role="left")
    Person(world.playground, theirs.id, stranger.id).set_role(world.playground.bot, "administrator")
    yours = world.playground.add_chat("channel", "Morning news", bot_role="left")
    world.you.elsewhere(yours).set_role(world.playground.bot, "administrator")
    assert (await world.you.answer())["text"].startswith("I can post in Morning news now.")
    assert world.count("sendMessage") == 2
    assert yours.messages == {}


@pytest.mark.parametrize("told", [True, False])
async def test_a_group_that_becomes_a_supergroup_keeps_all_it_has(world: World, told: bool) -> None:
    group = world.playground.add_chat("group", "Neighbours")
    you = await settled(world, group)
    new = you.upgrade() if told else you.elsewhere(world.playground.upgrade(group))
    await heard(world)
    world.pass_time(DAY)
    await new.until(lambda: len(digests(new)) == 1, 40)
    assert not any("brings news" in text for text in texts(new))
    assert "The Orlova Courier" in (await new.ask("/list"))["text"]
    assert world.rows("SELECT id, kind FROM chats WHERE id < 0") == [(new.chat.id, "supergroup")]
    await quiet()
    assert len(digests(new)) == 1


async def test_an_answer_to_a_group_that_is_a_supergroup_by_then_goes_there(world: World) -> None:
    group = world.playground.add_chat("group", "Neighbours")
    you = await settled(world, group)
    new = you.elsewhere(world.playground.upgrade(group))
    you.say("/list")
    listed = await new.answer()
    assert "The Orlova Courier" in listed["text"]
    new.press(listed, "1")
    assert "Delivery" in (await new.edited())["text"]


async def test_a_chat_that_lost_the_bot_is_left_alone_and_has_all_when_it_is_back(world: World) -> None:
    group = world.playground.add_chat("supergroup", "Readers")
    you = await settled(world, group)
    you.set_role(world.playground.bot, "kicked")
    await heard(world)
    ((active, gone_at),) = world.rows("SELECT active, gone_at FROM chats WHERE id = ?", group.id)
    assert not active
    assert gone_at
    sent = world.count("sendMessage")
    world.pass_time(DAY)
    await quiet()
    assert world.count("sendMessage") == sent
    you.set_role(world.playground.bot, "member")
    await you.until(lambda: len(digests(you)) == 1)
    assert world.rows("SELECT active, gone_at FROM chats WHERE id = ?", group.id) == [(1, None)]
    assert not any("brings news" in text for text in texts(you))


async def test_a_digest_comes_to_the_topic_where_it_was_asked_for_until_that_is_gone(world: World) -> None:
    forum = world.playground.add_chat("supergroup", "Readers", topics=True)
    there = world.you.elsewhere(forum).open_topic("News")
    await settled(world, forum, there.thread)
    assert len(there.got) == 2
    world.pass_time(DAY)
    await there.until(lambda: len(digests(there)) == 1, 40)
    there.delete_topic()
    world.pass_time(DAY)
    everywhere = world.you.elsewhere(forum)
    await everywhere.until(lambda: any("closed or gone" in text for text in texts(everywhere)), 40)
    assert [message.get("message_thread_id") for message in everywhere.got] == [None, None]
    assert len(digests(everywhere)) == 1
    assert world.rows("SELECT thread FROM schedules") == [(None,)]


async def test_an_answer_whose_topic_was_closed_meanwhile_comes_to_the_chat(world: World) -> None:
    forum = world.playground.add_chat("supergroup", "Readers", topics=True)
    there = world.you.elsewhere(forum).open_topic("News")
    there.say("/list")
    there.close_topic()
    everywhere = world.you.elsewhere(forum)
    answer = await everywhere.answer()
    assert "no feeds" in answer["text"]
    assert "message_thread_id" not in answer


async def test_stories_that_come_at_once_go_to_the_topic_of_the_first_feed_or_of_topic_here(
    world: World,
) -> None:
    forum = world.playground.add_chat("supergroup", "Readers", topics=True)
    news, talk = (world.you.elsewhere(forum).open_topic(name) for name in ("News", "Talk"))
    general = world.you.elsewhere(forum)
    await replied(news, f"/sub {world.url}{FEED}")
    assert "go to this topic" in (await replied(news, "/topic"))["text"]
    shown = await replied(talk, "/topic")
    assert "go to another topic" in shown["text"]
    assert any(
        entity.get("url") == f"https://t.me/c/{str(forum.id)[4:]}/{news.thread}"
        for entity in shown["entities"]
    )
    await replied(news, "/set 1 instant")
    seen = len(news.got)
    world.pass_time(DAY)
    await news.until(lambda: len(news.got) > seen, 40)
    world.you.elsewhere(forum, talk.thread).press(shown, "To this topic")
    assert "go to this topic" in (await talk.edited())["text"]
    seen = len(talk.got)
    world.pass_time(DAY)
    await talk.until(lambda: len(talk.got) > seen, 40)
    assert "go to no topic" in (await replied(talk, "/topic off"))["text"]
    assert world.rows("SELECT thread FROM chats WHERE id = ?", forum.id) == [(None,)]
    assert "in the topic where" in (await replied(general, "/topic here"))["text"]


async def test_where_there_are_no_topics_that_is_said(world: World) -> None:
    group = world.playground.add_chat("group", "Readers")
    assert "no topics here" in (await world.you.elsewhere(group).ask("/topic"))["text"]
    assert "for groups" in (await world.you.ask("/topic"))["text"]
    assert "for groups" in (await world.you.ask("/access everyone"))["text"]


async def test_a_group_may_let_everyone_change_its_settings(world: World) -> None:
    group = world.playground.add_chat("supergroup", "Readers")
    member = world.member(group, "Member")
    you = world.you.elsewhere(group)
    assert "Only admins" in (await replied(member, "/schedule 08:00"))["text"]
    shown = await replied(you, "/access")
    assert labels(shown)[:2] == ["✓ only admins", "everyone"]
    you.press(shown, "everyone")
    await you.edited()
    assert "comes every day at 08:00" in (await replied(member, "/schedule 08:00"))["text"]
    assert "only admins" in (await replied(you, "/access admins"))["text"]
    assert "Only admins" in (await replied(member, "/schedule off"))["text"]
    assert len(world.rows("SELECT * FROM schedules")) == 1


async def test_a_link_that_a_member_writes_gets_a_key_once_a_day_where_the_bot_sees_it(world: World) -> None:
    group = world.playground.add_chat("supergroup", "Readers")
    you, member = world.you.elsewhere(group), world.member(group, "Member")
    link = f"{world.url}{ARTICLE}"
    assert "only commands and replies" in (await you.ask("/autosummary"))["text"]
    member.say(f"look {link}")
    await heard(world)
    assert len(you.got) == 1
    world.playground.privacy = False
    assert "only commands" not in (await you.ask("/autosummary button"))["text"]
    for _ in range(2):
        said = member.say(f"look {link}")
    await member.until(lambda: len(member.got) == 3)
    offer = member.got[2]
    assert offer["reply_to_message"]["message_id"] == said["message_id"] - 1
    assert labels(offer) == ["Summarise"]
    member.press(offer, "Summarise")
    summary = await member.edited()
    assert summary["message_id"] == offer["message_id"]
    assert "• " in summary["text"]
    await heard(world)
    assert len(member.got) == 3


async def test_a_group_may_have_links_condensed_at_once_or_left_alone(world: World) -> None:
    world.playground.privacy = False
    group = world.playground.add_chat("supergroup", "Readers")
    channel = world.playground.add_chat("channel", "Elsewhere")
    you = world.you.elsewhere(group)
    await you.ask("/autosummary on")
    you.say(f"look {world.url}{ARTICLE}")
    assert "• " in (await you.answer())["text"]
    you.say(f"broken {world.url}/site/courier/nothing-here")
    you.say(f"{world.url}/site/harbour/comet", as_channel=channel)
    world.you.elsewhere(channel).say(f"{world.url}/site/harbour/comet")
    await heard(world)
    assert len(you.got) == 2
    assert channel.own == set()
    await you.ask("/autosummary off")
    you.say(f"{world.url}/site/harbour/comet")
    await heard(world)
    assert len(you.got) == 3


async def test_who_writes_too_many_links_gets_no_more_keys_and_no_word_about_it(world: World) -> None:
    await world.bot.end()
    await world.bot.start(NUTGRAF_QUOTA_PERSON="2")
    await world.called("setMyCommands", 2)
    world.playground.privacy = False
    member = world.member(world.playground.add_chat("supergroup", "Readers"), "Member")
    for number in range(4):
        member.say(f"{world.url}/site/courier/{number}")
    await member.until(lambda: len(member.got) == 2)
    await heard(world)
    assert [labels(message) for message in member.got] == [["Summarise"]] * 2


async def test_chats_lists_what_somebody_manages_now_and_its_keys_act_there(world: World) -> None:
    assert "no chats with me yet" in (await world.you.ask("/chats"))["text"]
    channel = world.playground.add_chat("channel", "Morning news", username="morning", bot_role="left")
    world.you.elsewhere(channel).set_role(world.playground.bot, "administrator")
    group = world.playground.add_chat("supergroup", "Readers")
    await world.you.elsewhere(group).ask("/timezone Europe/Kyiv")
    await world.you.until(lambda: any("I can post in" in text for text in texts(world.you)))
    await world.you.answer()
    await world.you.ask(f"/sub @morning {world.url}{FEED}")
    listed = await world.you.ask("/chats")
    assert "1  Morning news · channel · 1 feed" in listed["text"]
    assert "2  Readers · group · 0 feeds · ⚠ make me an admin" in listed["text"]
    assert labels(listed) == ["1 · Feeds", "1 · Settings"]
    world.you.press(listed, "1 · Feeds")
    feeds = await world.you.answer()
    assert "The Orlova Courier" in feeds["text"]
    world.you.press(listed, "1 · Settings")
    settings = await world.you.answer()
    assert "Morning news" in settings["text"]
    world.you.press(settings, "Bullets")
    world.you.press(await world.you.edited(), "8")
    await world.you.edited()
    assert world.rows("SELECT sentences FROM chats WHERE id = ?", channel.id) == [(8,)]
    channel.roles[world.you.user.id] = "member"
    world.you.press(listed, "1 · Feeds")
    await world.you.until(lambda: any("you are none of them" in toast for toast in world.you.toasts))
    assert "Morning news" not in (await world.you.ask("/chats"))["text"]
    assert "private chat" in (await world.you.elsewhere(group).ask("/chats"))["text"]


async def test_a_channel_is_run_by_its_posts(world: World) -> None:
    channel = world.playground.add_chat("channel", "Morning news")
    you = await settled(world, channel)
    assert "comes every day" in texts(you)[1]
    assert you.got[0]["reply_to_message"]["text"].startswith("/sub")
    world.pass_time(DAY)
    await you.until(lambda: len(digests(you)) == 1, 40)
