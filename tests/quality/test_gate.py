"""The gate: what the default method makes of our own articles. A floor is what was measured, less a point."""

from collections import defaultdict
from functools import cache
from statistics import mean

import pytest

from summarizer import Options, Summary, summarize
from summarizer.article.documents import read_text
from summarizer.language.words import words
from tests.quality.checker import DANGLING, findings
from tests.quality.corpus import Sample, samples
from tests.quality.rouge import rouge

BUDGET = 60  # words, of which both we and the lead are given the same
SHARE = 0.4
MOST_DANGLING = 0.02

FLOORS = {  # mean of ROUGE-1, -2 and -L at the budget
    "ar": 15,
    "cs": 21,
    "de": 27,
    "el": 25,
    "en": 21,
    "es": 39,
    "fr": 31,
    "it": 44,
    "ja": 4,
    "nl": 36,
    "pl": 18,
    "pt": 47,
    "ru": 21,
    "tr": 31,
    "uk": 32,
    "vi": 32,
    "zh": 27,
}


@cache
def summary_of(sample: Sample, method: str = "nutgraf", budget: int | None = None) -> Summary:
    article = read_text(sample.text, sample.title)
    return summarize(article, Options(method=method, words=budget, language=sample.language))


def each_sample() -> list[object]:
    return [pytest.param(sample, id=f"{sample.language}-{sample.slug}") for sample in samples()]


def score(sample: Sample, method: str) -> float:
    bullets = [bullet.text for bullet in summary_of(sample, method, BUDGET).bullets]
    return rouge(" ".join(bullets), " ".join(sample.references))


def test_the_corpus_is_whole() -> None:
    languages = {sample.language for sample in samples()}
    assert len(samples()) >= 30
    assert len(languages) >= 8
    for sample in samples():
        assert len(sample.references) >= 3
        assert all(trap in sample.text for trap in sample.traps), sample.slug


@pytest.mark.parametrize("sample", each_sample())
def test_no_trap_is_a_bullet(sample: Sample) -> None:
    for budget in (None, BUDGET):
        texts = [bullet.text for bullet in summary_of(sample, budget=budget).bullets]
        assert [text for text in texts if text.startswith(sample.traps)] == []


@pytest.mark.parametrize("sample", each_sample())
def test_nothing_of_the_never_list_is_a_bullet(sample: Sample) -> None:
    for bullet in summary_of(sample).bullets:
        found = set(findings(bullet.text, sample.title, sample.language)) - DANGLING
        assert not found, bullet.text


@pytest.mark.parametrize("sample", each_sample())
def test_bullets_are_runs_of_the_article_in_its_order_and_of_an_honest_size(sample: Sample) -> None:
    summary = summary_of(sample)
    positions = [bullet.position for bullet in summary.bullets]
    assert positions == sorted(set(positions))
    for bullet in summary.bullets:
        assert summary.article.text[bullet.position :].startswith(bullet.text)
    assert summary.words_after <= SHARE * summary.words_before


@pytest.mark.parametrize("sample", each_sample())
def test_nothing_is_said_twice(sample: Sample) -> None:
    said: list[set[str]] = []
    for bullet in summary_of(sample).bullets:
        mine = {word.lower() for word in words(bullet.text)}
        assert all(len(mine & other) < 0.8 * min(len(mine), len(other)) for other in said), bullet.text
        said.append(mine)


def test_hardly_any_bullet_leans_on_what_is_not_there() -> None:
    bullets = dangling = 0
    for sample in samples():
        summary = summary_of(sample)
        for place, bullet in enumerate(summary.bullets):
            before = summary.bullets[place - 1] if place else None
            follows = before and not summary.article.text[before.spans[-1][1] : bullet.position].strip(
                ' ".”»'
            )
            found = findings(
                bullet.text, sample.title, sample.language, before.text if before and follows else None
            )
            bullets += 1
            dangling += bool(DANGLING.intersection(found))
    assert dangling <= MOST_DANGLING * bullets


@pytest.mark.parametrize("language", sorted({sample.language for sample in samples()}))
def test_each_language_keeps_its_quality(language: str) -> None:
    ours = mean(score(sample, "nutgraf") for sample in samples() if sample.language == language)
    assert ours >= FLOORS[language]


def test_over_all_languages_it_is_better_than_the_opening() -> None:
    by_language: dict[str, list[float]] = defaultdict(list)
    for sample in samples():
        by_language[sample.language].append(score(sample, "nutgraf") - score(sample, "lead"))
    assert mean(mean(gains) for gains in by_language.values()) > 0
