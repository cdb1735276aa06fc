"""A digest's stories: opened in place, liked, saved, muted, explained; and what a chat decides about digests."""

from datetime import timedelta

from bot.playground.chats import Json
from tests.flows.conftest import World
from tests.flows.test_digests import digests, quiet, subscribed


async def first_digest(world: World) -> Json:
    await subscribed(world)
    world.pass_time(timedelta(hours=20, minutes=1))
    return await world.you.answer()


async def pressed(world: World, message: Json, label: str) -> Json:
    """The message as it is after a key was pressed."""
    seen = len(world.you.edits)
    world.you.press(message, label)
    await world.you.until(lambda: len(world.you.edits) > seen)
    return world.you.edits[seen]


async def test_one_event_in_two_papers_is_one_story_with_both_sources(world: World) -> None:
    digest = await first_digest(world)
    assert digest["text"].count("1  ") == 1
    head = digest["text"].split("\n")[3:5]
    assert "The Orlova Courier" in head[1]
    assert "Harbour Post" in head[1]
    assert "[" in digest["text"], "each bullet names its source"


async def test_a_story_opens_in_its_place_and_back(world: World) -> None:
    digest = await first_digest(world)
    story = await pressed(world, digest, "1")
    assert story["message_id"] == digest["message_id"]
    assert len(story["text"].split("• ")) >= 4
    why = await pressed(world, story, "Why")
    assert "2 sources tell of it" in why["text"]
    story = await pressed(world, why, "Back")
    digest_again = await pressed(world, story, "Back")
    assert digest_again["text"] == digest["text"]


async def test_likes_are_kept_shown_taken_back_and_forgotten(world: World) -> None:
    digest = await first_digest(world)
    story = await pressed(world, digest, "1")
    liked = await pressed(world, story, "👍")
    assert "More like this." in world.you.toasts
    likes = await world.you.ask("/likes")
    assert "More of" in likes["text"]
    await pressed(world, liked, "👍 ✓")
    assert "Open one in a digest" in (await world.you.ask("/likes"))["text"]


async def test_a_saved_story_is_listed_and_let_go(world: World) -> None:
    digest = await first_digest(world)
    story = await pressed(world, digest, "2")
    await pressed(world, story, "Save")
    saved = await world.you.ask("/saved")
    assert "Saved · 1" in saved["text"]
    empty = await pressed(world, saved, "Remove 1")
    assert "Nothing is saved yet" in empty["text"]


async def test_a_muted_story_is_not_told_and_the_mute_can_be_undone(world: World) -> None:
    digest = await first_digest(world)
    story = await pressed(world, digest, "1")
    choice = await pressed(world, story, "Mute")
    done = await pressed(world, choice, "7 days")
    assert "Muted · 1" in (await world.you.ask("/mute"))["text"]
    undone = await pressed(world, done, "Undo")
    assert "Nothing is muted" in undone["text"]


async def test_what_was_sent_is_found_again(world: World) -> None:
    digest = await first_digest(world)
    found = await world.you.ask("/search reservoir")
    assert "Found for" in found["text"]
    assert "Nothing that you were sent" in (await world.you.ask('/search "NEAR( zebra" OR'))["text"]
    latest = await world.you.ask("/latest 2")
    assert "The latest 2 stories" in latest["text"]
    page = await world.you.ask("/export html")
    assert page["document"]["file_name"] == "nutgraf.html"
    world.you.say("/why", reply_to=digest["message_id"])
    assert "2 sources tell of it" in (await world.you.answer())["text"]


# What is asked, one after the other, and what the answers say.
DECISIONS = (
    (
        "/schedule morning 07:30,18:30 weekdays #tech top 10",
        "Your morning digest comes on weekdays at 07:30 and 18:30.",
    ),
    (
        "/schedule weekly sun 18:00 5 min short",
        "5 min of reading · short\nNext: Sunday, 18:00 · Sunday, 6 December, 18:00",
    ),
    ("/schedule", "Your digest comes every day at 08:00."),
    ("/schedule morning off", "Your morning digest is off."),
    ("/schedule evening off", "You have no digest called “evening”."),
    ("/schedule nonsense here", "is not a time of day"),
    ("/timezone +5:30", "It is 15:30 there now."),
    ("/timezone Kyiv", "Your time zone is Europe/Kyiv."),
    ("/quiet 17:00-09:00", "Your digest of 08:00 and 18:00 comes at 09:00 instead."),
    ("/quiet at night", "is not a span of hours"),
    ("/quiet off", "No quiet hours."),
    ("/filter dam, !comet", "All feeds: only “dam”, never “comet”\n2 of the last 4 items would pass."),
    ("/filter 2 comet", "Harbour Post: only “comet”\n0 of the last 2 items would pass."),
    ("/filter off", "Harbour Post: only “comet”"),
    ("/get_filter", "Harbour Post: only “comet”"),
    ("/remove_filter harbour", "No filter"),
    ("/mute comet 3d", "1  comet · 3 days left"),
    ("/unmute comet", "Nothing is muted."),
    ("/set 2 instant", "Harbour Post comes at once now"),
    ("/list", "Harbour Post · 127.0.0.1 · instant"),
    ("/set 2 digest", "comes in your digest now"),
    ("/set 9 off", "None of your feeds matches “9”."),
    ("/pause 2 3d", "Harbour Post is paused until Thursday, 26 November, 12:00 Kyiv."),
    ("/resume 2", "Harbour Post is on again."),
    ("/pause 7d", "Your digests are paused until Monday, 30 November, 12:00 Kyiv."),
    ("/resume", "Your digests are on again."),
    ("/catchup 3d", "What you missed · Monday, 23 November"),
    ("/catchup soon", "is not a span of time"),
)


async def test_every_decision_is_answered_with_what_is_so_now(world: World) -> None:
    await subscribed(world)
    for asked, said in DECISIONS:
        assert said in (await world.you.ask(asked))["text"], asked


async def test_a_paused_chat_gets_nothing_and_then_what_it_missed(world: World) -> None:
    await subscribed(world)
    await world.you.ask("/pause 2d")
    world.pass_time(timedelta(hours=30))
    await quiet()
    assert digests(world) == []
    resumed = await world.you.ask("/resume")
    world.you.press(resumed, "What did I miss")
    assert (await world.you.answer())["text"].startswith("What you missed")


async def test_a_digest_inside_the_quiet_hours_comes_when_they_end(world: World) -> None:
    await subscribed(world)
    await world.you.ask("/quiet 22:00-09:00")
    world.pass_time(timedelta(hours=20, minutes=30))  # 08:30
    await quiet()
    assert digests(world) == []
    world.pass_time(timedelta(minutes=31))
    await world.you.until(lambda: len(digests(world)) == 1)


async def test_instant_news_comes_at_once_a_burst_as_one_message(world: World) -> None:
    await world.you.ask(f"/sub {world.url}/site/harbour/")
    await world.you.ask("/set 1 instant")
    world.pass_time(timedelta(hours=24))
    news = await world.you.answer(seconds=40)
    assert "new stories · Harbour Post" in news["text"]
    await quiet()
    assert len(world.you.got) == 3


async def test_a_preview_is_sent_on_asking_and_then_counts_as_told(world: World) -> None:
    await subscribed(world)
    world.you.say("/digest send")
    await world.you.until(lambda: len(digests(world)) == 1)
    await world.you.answer()
    assert "Nothing is new" in (await world.you.ask("/digest"))["text"]
