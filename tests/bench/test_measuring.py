"""What the bench measures with; what it measures is not tested."""

import importlib.util
import json
import random
import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import lxml.html
import numpy as np
import pytest

from bot.storage import Database, articles, items
from bot.storage.items import Span
from summarizer import parse_feed, read_html
from summarizer.types import Options
from tests.bench import (
    chats,
    compare,
    data,
    dress,
    feed_files,
    growth,
    pages,
    press,
    queries,
    rouge,
    rounds,
    rows,
    shingles,
)
from tests.bench.compare import Outcome
from tests.bench.data import Plan, Sample, plan_of
from tests.bench.plot import Point, scatter
from tests.bench.report import table
from tests.bench.systems import chance, lead, oracle

ROUGE = pytest.mark.skipif(
    not importlib.util.find_spec("rouge_score"), reason="`make bench` brings rouge-score"
)
TEXT = "Der Fluss trat über die Ufer. Das Wetter war gut. Drei Brücken sind gesperrt. Niemand kam zu Schaden."


def sample(*documents: str, reference: str = "Drei Brücken gesperrt") -> Sample:
    return Sample("one", "de", None, documents, (reference,))


@ROUGE
@pytest.mark.parametrize(
    ("made", "reference", "expected"),
    [
        ("the cat sat", "the cat sat", (100, 100, 100)),
        ("the cat sat", "a dog ran", (0, 0, 0)),
        ("the cat sat on the mat", "the cat lay on the mat", (500 / 6, 60, 500 / 6)),
        ("police kill the gunman", "police killed the gunman", (100, 100, 100)),  # stems
        ("police kill the gunman", "the gunman kill police", (100, 100 / 3, 50)),  # order
    ],
)
def test_rouge_has_the_values_that_are_known_by_hand(
    made: str, reference: str, expected: tuple[float, ...]
) -> None:
    assert rouge.score([made], [reference], "en") == pytest.approx(expected)


@ROUGE
def test_of_several_references_the_best_counts_for_each_metric() -> None:
    assert rouge.score(["the cat sat"], ["a dog", "the cat sat"], "en") == pytest.approx((100, 100, 100))


@ROUGE
@pytest.mark.parametrize(
    ("language", "text"), [("uk", "Міст закрили"), ("zh", "大桥关闭"), ("th", "ปิดสะพาน")]
)
def test_letters_beyond_ascii_are_scored(language: str, text: str) -> None:
    assert rouge.score([text], [text], language)[0] == pytest.approx(100)


@pytest.mark.parametrize(
    ("words", "kept"),
    [(0, []), (2, ["One two"]), (3, ["One two three."]), (4, ["One two three.", "Four"]), (9, None)],
)
def test_a_summary_is_cut_at_the_word_and_keeps_its_sentences(words: int, kept: list[str] | None) -> None:
    whole = ["One two three.", "Four five."]
    assert rouge.cut(whole, words) == (whole if kept is None else kept)


def test_two_signs_without_spaces_are_a_word() -> None:
    assert rouge.count(["大桥今天关闭"]) == 3
    assert rouge.cut(["大桥今天关闭"], 2) == ["大桥今天"]


def test_verbatim_sees_through_blanks_and_ellipses_and_nothing_else() -> None:
    text = "The dam,\nwhich is old, broke."
    assert rouge.verbatim("The dam, which is old", text)
    assert rouge.verbatim("The dam, … broke.", text)
    assert not rouge.verbatim("The dam broke.", text)


def test_an_interval_holds_the_mean_and_is_the_same_twice() -> None:
    gains = np.linspace(-1, 2, 60)
    low, high = rouge.interval(gains)
    assert -1 < low < gains.mean() < high < 2
    assert rouge.interval(gains) == (low, high)


def test_a_system_is_set_against_the_lead_on_the_samples_that_it_read() -> None:
    marks = [Outcome(place, (value, value, value), 3, (True,)) for place, value in enumerate((10.0, 50.0))]
    peer = Outcome(1, (44.0, 50.0, 50.0), 3, (False, True), error="ValueError: no")
    rows = {row.system: row for row in compare.rows({"lead": marks, "peer": [peer], "idle": []})}
    assert rows.keys() == {"lead", "peer"}
    assert rows["peer"].gain == pytest.approx(-2)
    assert rows["peer"].verbatim == 50
    assert rows["peer"].errors == ("ValueError: no",)
    assert rows["lead"].gain == 0


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        ("summaries/en_cnndm.jsonl", Plan(5, 60)),
        ("summaries/fr_news.jsonl", Plan(5, 40)),
        ("languages/multi_news.jsonl", Plan(3, 60)),
        ("long/en_blogs_meta.jsonl", Plan(1, 30)),
        ("long/de_wiki_lead.jsonl", Plan(5, 100)),
        ("mine.jsonl", Plan(5, 60)),
    ],
)
def test_the_name_of_a_data_set_says_how_long_summaries_are(name: str, plan: Plan) -> None:
    assert plan_of(name) == plan


def test_a_folder_is_read_line_by_line_and_stories_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        {"id": 1, "text": "Ein Satz. Noch einer.", "summary": "Zwei Sätze.", "lang": "de", "title": "Sätze"},
        {"id": 2, "documents": ["One. Two.", "Three."], "summaries": ["A.", "B."]},
        {"id": 3, "text": "...", "summary": "Nothing."},
    ]
    for name in ("some/set.jsonl", "groups/pairs.jsonl", "loose.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("\n".join(map(json.dumps, rows)), "utf-8")
    monkeypatch.setenv(data.FOLDER, str(tmp_path))
    assert data.names() == ["some/set.jsonl", "loose.jsonl"]
    first, second = data.load("some/set.jsonl")
    assert (first.language, first.title, first.sentences) == ("de", "Sätze", ["Ein Satz.", "Noch einer."])
    assert second.round_robin == ["One.", "Three.", "Two."]
    assert second.references == ("A.", "B.")


def test_an_article_of_our_own_has_a_title_a_text_and_references(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    article = "Titel\n\nEin Satz.\n\nNoch einer.\n---\n- Kurz.\n- Knapp.\n---\n! Ein\n"
    (tmp_path / "de" / "dorf.txt").write_text(article, "utf-8")
    (found,) = data.corpus(tmp_path)
    assert (found.id, found.language, found.title) == ("dorf", "de", "Titel")
    assert found.sentences == ["Ein Satz.", "Noch einer."]
    assert found.references == ("Kurz.\nKnapp.",)


def test_the_lead_is_the_first_sentences_and_chance_any_in_their_order() -> None:
    article = sample(TEXT)
    assert lead(article, Plan(2, 60)) == article.sentences[:2]
    some = chance(article, Plan(3, 60))
    assert some == sorted(set(some), key=article.sentences.index)
    assert len(some) == 3


def test_the_oracle_takes_what_the_reference_has_and_no_more_than_fits() -> None:
    assert oracle(sample(TEXT), Plan(3, 60)) == ["Drei Brücken sind gesperrt."]
    assert oracle(sample(TEXT), Plan(3, 3)) == []
    both = sample(TEXT, reference="Drei Brücken sind gesperrt. Das Wetter war gut.")
    assert oracle(both, Plan(3, 8)) == ["Das Wetter war gut.", "Drei Brücken sind gesperrt."]
    assert len(oracle(both, Plan(3, 7))) == 1


@pytest.mark.parametrize("size", [1, 20, 200])
def test_an_invented_text_has_that_many_sentences_and_none_twice(size: int) -> None:
    text = growth.text(size, seed=1)
    sentences = re.findall(r"[^.]+\.", text)
    assert "  " not in text
    assert len({sentence.strip() for sentence in sentences}) == size
    assert text == growth.text(size, seed=1) != growth.text(size, seed=2)


def test_a_plot_is_well_formed_and_names_every_point_inside_the_field() -> None:
    points = [Point("a & b", 0.4, 1.2, ours=True), Point("lead", 0.4, 0), Point("far", 90, -7)]
    root = ET.fromstring(scatter(points, "Title", "across", "upward"))
    texts = {node.text for node in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"a & b", "lead", "far", "0", "-7"} <= texts
    circles = list(root.iter("{http://www.w3.org/2000/svg}circle"))
    assert all(64 <= float(node.attrib["cx"]) <= 736 for node in circles)
    assert all(56 <= float(node.attrib["cy"]) <= 384 for node in circles)


def test_a_table_has_a_line_for_each_row() -> None:
    assert table(["a", "b"], [["x", 1]]) == "| a | b |\n| --- | ---: |\n| x | 1 |\n"


@pytest.mark.parametrize(
    ("gold", "made", "precision", "recall"),
    [
        ("a b c d e", "a b c d e", 1, 1),
        ("a b c d e", "A, b - c d e", 0.5, 0.5),  # capitals count, signs do not
        ("a b c d", "a b c d e", 0.5, 1),
        ("a b c d e", "a b c d", 1, 0.5),
        ("a b c d a b c d", "a b c d", 1, 0.2),  # as often as it stands there
        ("a b c d a b c d", "a b c d a b c d", 1, 1),
        ("a b c d", "d c b a", 0, 0),  # order
        ("a b", "a b", 1, 1),
        ("a b", "", 0, 0),
        ("", "a b", 0, 0),
        ("", "", 1, 1),
    ],
)
def test_runs_of_four_words_have_the_values_that_are_known_by_hand(
    gold: str, made: str, precision: float, recall: float
) -> None:
    found = shingles.score(gold, made)
    assert (found.precision, found.recall) == pytest.approx((precision, recall))


def test_a_page_on_which_nothing_was_found_counts_in_recall_and_in_the_f1_of_a_page() -> None:
    scores = [shingles.score("a b c d", "a b c d"), shingles.score("a b c d", "")]
    assert shingles.total(scores) == pytest.approx((1, 0.5, 2 / 3))
    assert [score.f1 for score in scores] == [1, 0]


def test_a_page_of_our_own_has_its_article_and_clutter_that_is_none_of_it() -> None:
    for page in pages.own():
        tree = lxml.html.fromstring(page.text)
        words = " ".join(tree.text_content().split())
        assert all(" ".join(line.split()[:4]) in words for line in page.gold.split("\n\n"))
        assert shingles.score(page.gold, words).precision < 0.9
        clutter = dress.WORDS[tree.get("lang")]["footer"].split("|")[-1]
        assert clutter in words
        assert clutter not in page.gold


def test_our_own_feeds_have_names_of_their_own_and_a_first_title_where_they_have_entries() -> None:
    feeds = feed_files.own()
    assert len({feed.name for feed in feeds}) == len(feeds) >= 10
    assert all(bool(feed.title) == bool(feed.entries) for feed in feeds)


def test_an_error_is_kept_beside_what_the_others_made() -> None:
    made = rounds.measure({"half": lambda number: 1 / number, "same": lambda number: number}, [1.0, 0.0], 3)
    assert [each.value for each in made["half"]] == [1, None]
    assert made["half"][1].error == "ZeroDivisionError: float division by zero"
    assert [each.value for each in made["same"]] == [1, 0]
    assert all(
        len(each.times) == 3 and min(each.times) <= each.ms <= max(each.times) for each in made["same"]
    )


def test_rounds_after_the_first_may_take_some_inputs_and_noise_is_of_these() -> None:
    made = rounds.measure({"same": lambda number: number}, [1, 2, 3, 4, 5], 2, step=2)
    assert [len(each.times) for each in made["same"]] == [2, 1, 2, 1, 2]
    twice, once = rounds.Made(1, None, (10.0, 11.0)), rounds.Made(1, None, (99.0,))
    assert rounds.noise({"same": [twice, once]}) == pytest.approx(10)


def test_a_chat_follows_each_feed_once_and_often_those_that_many_follow() -> None:
    source = random.Random(1)
    chosen = [chats.follow(source, [1, 1.5, 1.8, 2, 2.1], 2) for _ in range(200)]
    assert all(len(set(each)) == 2 for each in chosen)
    often = Counter(feed for each in chosen for feed in each)
    assert often[1] > often[2] > often[5] > 0


def test_an_invented_world_is_the_same_twice_and_its_articles_come_the_oldest_first() -> None:
    size = chats.Size(chats=50, follows=5, feeds=20, articles=300, days=3, old=10)
    world = chats.invent(size)
    assert world == chats.invent(size) != chats.invent(size, seed=2)
    ages = [age for age, _ in world.listed]
    assert ages == sorted(set(ages), reverse=True)
    assert timedelta() < ages[-1] < ages[0] <= timedelta(days=3)
    assert len({world.digest(chat, age) for chat in (1, 50) for age in (1, 2)}) == 4


async def test_the_bot_finds_in_an_invented_database_what_is_new_and_nothing_that_was_sent(
    tmp_path: Path,
) -> None:
    world, now = chats.invent(chats.Size(50, 5, 20, 300, 3, 10)), datetime(2026, 11, 26, 5, 0, 1, tzinfo=UTC)
    database = await Database.open(tmp_path / "nutgraf.db")
    await rows.fill(database, world, now)
    async with database.reading() as tx:
        found = await items.of_chat(tx, 10, Span(now - 3 * chats.DAY), now, 500)
        assert await items.instant(tx, now, now - 3 * chats.DAY, 500) == []
        summary = await articles.summary(tx, 300, Options(sentences=3))
    await database.close()
    mine = {feed for place, feed in enumerate(world.follows[9]) if not world.is_instant(10, place)}
    expected = {n for n, (age, feed) in enumerate(world.listed, 1) if feed in mine and age < chats.DAY}
    assert {item.article for item in found} == expected
    assert len(expected) > 5
    assert summary
    lead = data.split(summary.article.text, "en")[:3]
    assert tuple(bullet.text for bullet in summary.bullets) == lead


def test_a_plan_names_the_tables_that_it_reads_whole() -> None:
    steps = [
        "SEARCH items USING INDEX ix_items_feed_ready_at (feed=?)",
        "SCAN digests",
        "CORRELATED SCALAR SUBQUERY 1",
        "SCAN CONSTANT ROW",
        "SCAN (subquery-1)",
        "SCAN chats USING COVERING INDEX sqlite_autoindex_chats_1",
        "SCAN digests",
        "SCAN items USING INDEX ix_items_open",
    ]
    assert queries.read_whole(steps, {"ix_items_open"}) == ["digests", "chats"]
    assert queries.read_whole(steps, ()) == ["digests", "chats", "items"]


@pytest.mark.parametrize(
    ("middle", "high", "said"),
    [(1, 1.9, "holds"), (1, 2, "holds at the median"), (2, 3, "does not hold")],
)
def test_a_bound_holds_for_nineteen_of_twenty_for_half_or_not(middle: float, high: float, said: str) -> None:
    assert queries.verdict(middle, high, 2) == said
    times = [middle] * 18 + [high] * 2
    assert queries.Cost(0, times, 0, ()).p95 == pytest.approx(high)


def test_a_feed_of_the_press_lists_its_entries_and_their_pages_are_articles() -> None:
    now = datetime(2026, 11, 26, 5, tzinfo=UTC)
    parsed = parse_feed(press.feed("7", now).encode(), "http://127.0.1.1/feed/7")
    assert [entry.published for entry in parsed.entries] == [
        now - timedelta(hours=hour) for hour in range(press.ENTRIES)
    ]
    assert parsed.entries[3].url == "http://127.0.1.1/page/7-3"
    article = read_html(press.page("7-3"), parsed.entries[3].url)
    assert article.title == parsed.entries[3].title
    assert len(article.text.split()) > 200
