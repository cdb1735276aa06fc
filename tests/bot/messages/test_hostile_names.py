"""Whatever feeds, sites and people are called, keys have labels, errors are sentences, and names are cut between signs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
import regex  # type: ignore[import-untyped] # it ships no types

from bot.errors import PersonError
from bot.handlers.feeds import TAG_UNITS, tags_in
from bot.locale import translator
from bot.messages import archive, errors, feeds, following, inline, language, leaving, start, story
from bot.messages import feed_list as lists
from bot.messages import groups as places
from bot.messages import operators as owners
from bot.messages import panels as look
from bot.messages.facts import short
from bot.messages.feed_list import Page
from bot.messages.panels import FeedView
from bot.messages.rich import Message, clean, units
from bot.models import Chat, ChatKind, ChatSettings, Feed, Offer, Story, Subscription, Use
from bot.starter import Starter
from summarizer.feed.opml import Outline
from summarizer.types import Article, Outcome, Summary
from tests.bot.messages.test_hostile import CLUSTERS, pressed, strings

EN = translator("en")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SITE = "courier.example"
URL = f"https://{SITE}/feed"
LONGEST_LABEL = 64
LONGEST = 450
UNSEEN = regex.compile(
    r"[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\ufeff\u00ad\u3164\u115f\u1160\u2800\ufffc--\n]", regex.V1
)
# Each error that repeats what somebody typed, or what a page says of itself.
REPEATING = (
    *("no_chat", "not_following", "no_time", "no_schedule", "no_hours", "no_span", "several_feeds", "not_muted"),
    *("no_zone", "no_id", "no_person", "is_operator", "no_uses", "no_bullets", "no_length", "no_interval"),
    *("no_language", "no_feed", "empty_feed", "bad_export"),
)  # fmt: skip


def mine(title: str) -> Subscription:
    return Subscription(1, Feed(7, URL, title, NOON), NOON)


def view(title: str) -> FeedView:
    named = replace(mine(title), name=title)
    return FeedView(named, 1, ChatSettings(), NOON, "UTC")


def chat(title: str) -> Chat:
    return Chat(-100, ChatKind.CHANNEL, title)


def told(title: str) -> Story:
    return Story(title, URL)


# What shows the name of something that has an address.
OF_ADDRESSES: tuple[Callable[[str], Message], ...] = (
    lambda name: leaving.which_feed(EN, [mine(name), mine(name)]),
    lambda name: following.which_of_site(EN, URL, [Offer(name, URL, None, None)], NOON),
    lambda name: start.feeds(EN, [Starter("world", name, URL)], [False], 1),
    lambda name: start.shared(EN, "Ann", [Outline(URL, name)], "key"),
    lambda name: look.tags(EN, view(name)),
    lambda name: look.name(EN, view(name)),
    lambda name: look.pauses(EN, view(name)),
    lambda name: look.feed_choice(EN, view(name), "delivery", ("instant",)),
    lambda name: lists.feed_list(EN, Page.of([(1, mine(name))], 1), None, NOON, "UTC"),
    lambda name: feeds.answers_again(EN, mine(name)),
    lambda name: story.why(EN, told(name), 1, 1),
    lambda name: story.why_each(EN, [(1, told(name))]),
    lambda name: owners.sample(EN, name, URL, 1, None, summary(name), None),
)
# What shows another name, or a word that somebody typed.
OF_OTHERS: tuple[Callable[[str], Message], ...] = (
    lambda name: start.shared(EN, name, [], "key"),
    lambda name: places.added_to_channel(EN, name),
    lambda name: places.managed(EN, [places.Managed(chat(name), 1, may=True)], 1, 1, 1),
    lambda name: language.speaks(EN, "en", None, name or "…"),
    lambda name: look.chat_panel(EN, chat(name), NOON, "UTC", None),
    lambda name: owners.person(EN, 7, chat(name), None, Use(0, 0, 0)),
    lambda name: Message(following.trouble_line(name, "why")),
    *(lambda name, more=more: archive.hits(EN, name, [], NOON, more=more) for more in (False, True)),
)


def summary(title: str) -> Summary:
    return Summary(Article("", url=URL, title=title), (), "nutgraf", "en", Outcome.OK, 900, 100)


def problem(key: str, said: str) -> Message:
    argument = {"no_feed": "host", "empty_feed": "feed", "bad_export": "place"}.get(key, "text")
    return errors.words(EN, PersonError(key, **{argument: said}, least=1, most=9))


def labels(message: Message) -> Iterator[str]:
    return (key.label for row in message.buttons for key in row)


def check(message: Message) -> None:
    """What Telegram takes, and a reader: no label is empty, too long, or holds what nobody sees."""
    for text in (message.body.text, *labels(message)):
        text.encode()
        assert text.strip()
        assert not UNSEEN.search(text), text
    assert all(units(label) <= LONGEST_LABEL for label in labels(message))


def active(message: Message) -> list[str]:
    """What can be pressed in a message beside the site that it is about."""
    return pressed(message.body.text.replace(URL, "").replace(SITE, ""))


def test_of_ten_thousand_hostile_names_every_label_and_error_is_fit_to_be_read() -> None:
    shown: list[Callable[[str], Message]] = [*OF_ADDRESSES, *OF_OTHERS]
    shown += [partial(problem, key) for key in REPEATING]
    usual = [active(show("word")) for show in shown]
    for number, name in enumerate(strings(6, 10_000, 12)):
        message = shown[number % len(shown)](name)
        check(message)
        assert active(message) == usual[number % len(shown)], name
        assert len(message.body) <= LONGEST


def test_hostile_names_are_cut_between_signs_and_stay_inert() -> None:
    for number, text in enumerate(strings(7, 10_000, 20)):
        most = 2 + number % 60
        whole, name = clean(text), short(text, most)
        assert name
        assert units(name) <= most
        assert pressed(name) == [], (text, name)
        if whole and name != whole:
            kept = len(name) - 1
            assert name[-1] == "…"
            assert whole.startswith(name[:-1])
            assert kept in {len(whole[: found.end()].rstrip()) for found in CLUSTERS.finditer(whole)} | {0}


@pytest.mark.parametrize("blank", ["", "\u200b\u202e", "\x00\x07", "\u3164\u2800", "\u0301\ufe0f", "…"])
@pytest.mark.parametrize("message", OF_ADDRESSES)
def test_where_nothing_of_a_name_can_be_read_its_site_stands(
    message: Callable[[str], Message], blank: str
) -> None:
    shown = message(blank)
    check(shown)
    assert SITE in "\n".join([shown.body.text, *labels(shown)])


@pytest.mark.parametrize("message", OF_OTHERS)
def test_where_there_is_no_site_either_a_sentence_is_a_sentence_still(
    message: Callable[[str], Message],
) -> None:
    check(message("\u200b\u202e"))


@pytest.mark.parametrize("key", REPEATING)
def test_an_error_repeats_no_more_than_sixty_units(key: str) -> None:
    assert f"{'x' * 59}…" in problem(key, "x" * 5_000).body.text
    assert "…" in problem(key, "\u200b").body.text


def test_a_chat_without_a_name_has_settings_all_the_same() -> None:
    panel = look.chat_panel(EN, chat("\u3164"), NOON, "UTC", None)
    assert panel.body.text.startswith("Settings\n")


def test_a_result_of_inline_mode_has_a_title() -> None:
    assert inline.title(summary("\u200b")) == SITE
    assert inline.title(replace(summary(""), article=Article(""))) == "…"
    assert inline.title(summary("x" * 200)) == f"{'x' * 99}…"


def test_a_cashtag_that_is_none_stays_none_when_it_is_cut() -> None:
    assert pressed("$ABCDEFGHIJ") == []
    assert pressed(short("$ABCDEFGHIJ", 6)) == []


def test_tags_are_cut_between_signs() -> None:
    assert tags_in(["#" + "e\u0301" * 40, "x" * 40]) == ("e\u0301" * (TAG_UNITS // 2), "x" * TAG_UNITS)
    assert tags_in(["x" * (TAG_UNITS - 1) + "🇺🇦"]) == ("x" * (TAG_UNITS - 1),)
