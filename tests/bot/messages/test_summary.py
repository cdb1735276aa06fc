"""A summary as people see it: its keys, its notes, and lines that keep their direction."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot import signing
from bot.locale import translator
from bot.messages.context import context
from bot.messages.foreign import JOINER
from bot.messages.links import a_feed, left_out, unread
from bot.messages.rich import Message
from bot.messages.split import MAX_UNITS
from bot.messages.summary import summary
from bot.models import Offer
from summarizer.context import in_context
from summarizer.errors import NotReadable, SummarizerError, Unreachable
from summarizer.types import Article, Bullet, Outcome, Summary

EN = translator("en")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LINE = "The dam above Orlova held through the night, although the river rose by two metres."
URL = "https://www.courier.example/2026/dam"
LARGEST = 2**63 - 1
ARABIC = "صحيفة السد"


def made(count: int = 5, *, line: str = LINE, outcome: Outcome = Outcome.OK, words: int = 900) -> Summary:
    text = " ".join([line] * count)
    article = Article(text, "key", URL, "The dam holds", site="courier.example", published=NOON)
    step = len(line) + 1
    bullets = [Bullet(line, ((at * step, at * step + len(line)),), "key") for at in range(count)]
    return Summary(article, tuple(bullets), "nutgraf", "en", outcome, words, 100)


def labels(message: Message) -> list[list[str]]:
    return [[key.label for key in row] for row in message.buttons]


def test_keys_stand_two_to_a_row() -> None:
    assert labels(summary(EN, made(), 7, 5)) == [
        ["Shorter", "Longer"],
        ["In context", "Save"],
        ["Follow courier.example", "Open"],
    ]


def test_a_saved_one_says_so_and_a_followed_site_is_not_offered() -> None:
    shown = summary(EN, made(), 7, 5, saved=True, follow=False)
    assert labels(shown)[1:] == [["In context", "Saved"], ["Open"]]


def test_a_short_text_has_no_lengths_and_no_context() -> None:
    shown = summary(EN, made(1, outcome=Outcome.SHORT, words=14), 7, 5)
    assert labels(shown) == [["Save", "Follow courier.example"], ["Open"]]
    assert shown.body.text.endswith(f"This is already short (14 words).\n\n{LINE}")


def test_a_text_without_a_page_has_nothing_to_open_or_follow() -> None:
    told = made()
    shown = summary(EN, replace(told, article=replace(told.article, url=None, site=None)), 7, 5)
    assert labels(shown) == [["Shorter", "Longer"], ["In context", "Save"]]


def test_a_list_is_followed_by_a_short_key() -> None:
    shown = summary(EN, made(outcome=Outcome.NOT_ARTICLE), 7, 5)
    assert labels(shown)[2] == ["Follow", "Open"]
    assert "looks like a list of articles" in shown.body.text


def test_a_long_site_is_cut_for_a_narrow_screen() -> None:
    told = made()
    url = f"https://{'long.' * 30}example/a"
    key = summary(EN, replace(told, article=replace(told.article, url=url)), 7, 5).buttons[2][0]
    assert len(key.label) <= len("Follow ") + 24
    assert key.label.endswith("…")


@pytest.mark.parametrize(
    ("url", "opens"),
    [
        (URL, True),
        ("http://courier.example:8080/a?b=1#c", True),
        ("http://127.0.0.1:8080/a", True),
        ("http://localhost/a", False),
        ("https://you:me@courier.example/", False),
        (f"{URL}?{'a' * 2_000}", False),
    ],
)
def test_only_an_address_that_telegram_takes_gets_a_key(url: str, opens: bool) -> None:
    told = made()
    shown = summary(EN, replace(told, article=replace(told.article, url=url)), 7, 5)
    assert any("Open" in row for row in labels(shown)) is opens


def test_every_key_fits_telegram_whatever_the_numbers() -> None:
    told = made()
    offer = Offer("Courier", URL, 3.0, NOON)
    messages = [
        summary(EN, told, LARGEST, 8),
        summary(EN, replace(told, outcome=Outcome.NOT_ARTICLE), LARGEST, 12),
        context(EN, told, LARGEST, 12, in_context(told.article, [told.bullets[0].spans[0]], "en")),
        unread(EN, URL, Unreachable("timeout", "courier.example"), 12, named=True),
        a_feed(EN, offer, NOON),
    ]
    actions = [key.action for each in messages for row in each.buttons for key in row if key.action]
    assert len(actions) >= 10
    for action in actions:
        assert len(action.encode()) <= 40
        data = signing.signed(b"key", action, -100_1234567890123, -100_9876543210987)
        assert len(data.encode()) <= signing.MOST_BYTES


@pytest.mark.parametrize(
    ("words", "site", "said"),
    [
        (80, "courier.example", "Only the opening of this article is free to read. Here is what it says."),
        (80, None, "Only the first 80 words were readable."),
        (60_000, "courier.example", "Only the first 60,000 words were readable."),
    ],
)
def test_a_wall_is_told_from_a_reading_that_broke_off(words: int, site: str | None, said: str) -> None:
    told = made(outcome=Outcome.PARTIAL, words=words)
    shown = summary(EN, replace(told, article=replace(told.article, site=site)), 7, 5)
    assert said in shown.body.text


def test_a_bullet_holds_nothing_that_can_be_pressed() -> None:
    shown = summary(EN, made(line="Write to @everyone and then send /forget at once."), 7, 5)
    assert f"• Write to @{JOINER}everyone and then send /{JOINER}forget at once." in shown.body.text


def test_a_name_from_right_to_left_does_not_turn_the_line_of_facts() -> None:
    told = made()
    arabic = replace(told, article=replace(told.article, site=ARABIC))
    facts = summary(EN, arabic, 7, 5).body.text.splitlines()[1]
    assert facts.startswith(f"\u2068{ARABIC}\u2069 · 23 Nov 2026")
    assert "\u2068" not in summary(EN, told, 7, 5).body.text


def test_lines_of_any_language_begin_with_a_bullet_and_their_own_first_letter() -> None:
    line = "صمد السد فوق أورلوفا طوال الليل رغم ارتفاع النهر مترين"
    lines = [each for each in summary(EN, made(line=line), 7, 5).body.text.splitlines() if line in each]
    assert lines == [f"• {line}"] * 5


def test_the_context_of_many_long_bullets_fits_and_leads_back() -> None:
    told = made(400)
    spans = [bullet.spans[0] for bullet in told.bullets[::6]]
    passages = in_context(told.article, spans, "en")
    assert len(passages) > 50
    shown = context(EN, told, 7, 12, passages)
    assert MAX_UNITS // 2 < len(shown.body) <= MAX_UNITS
    assert "\n…\n" in shown.body.text
    assert [(key.label, key.action) for row in shown.buttons for key in row] == [("Back", "sum:7:12")]
    bold = [entity for entity in shown.body.entities if entity.kind == "bold"]
    raw = shown.body.text.encode("utf-16-le")
    assert {
        raw[2 * each.offset : 2 * (each.offset + each.length)].decode("utf-16-le") for each in bold[1:]
    } == {LINE}


@pytest.mark.parametrize(
    ("error", "said", "keys"),
    [
        (Unreachable("timeout", "courier.example"), "courier.example did not answer in time.", ["Try again"]),
        (Unreachable("no_connection", "courier.example"), "courier.example did not answer.", ["Try again"]),
        (Unreachable("gone", "courier.example"), "There is no page at that address", []),
        (NotReadable("no_text", "courier.example"), "There is no text to read on this page.", []),
    ],
)
def test_a_page_that_may_answer_later_is_tried_again_by_its_link(
    error: SummarizerError, said: str, keys: list[str]
) -> None:
    alone = unread(EN, URL, error, 5, named=False)
    assert alone.body.text.startswith(said)
    assert labels(alone) == ([keys] if keys else [])
    assert not keys or [each.url for each in alone.body.entities] == [URL]
    named = unread(EN, URL, error, 5, named=True)
    assert named.body.text == f"{named.body.text.splitlines()[0]}\n{alone.body.text}"
    assert named.body.text.replace(JOINER, "").startswith("courier.example/2026/dam\n")
    assert next(each.url for each in named.body.entities if each.url) == URL


def test_a_feed_is_named_and_asked_about() -> None:
    shown = a_feed(EN, Offer("The Courier", URL, 3.0, NOON), NOON)
    assert shown.body.text == "That is a feed, not an article: The Courier.\n3 a day · newest just now"
    assert labels(shown) == [["Summarise newest", "Follow"]]
    assert a_feed(EN, Offer("", URL, None, None), NOON).body.text.endswith("article: courier.example.")


def test_links_beyond_the_first_are_counted() -> None:
    assert left_out(EN, 8, 5).body.text == "That was 8 links; I read the first 5. Send the others again."
