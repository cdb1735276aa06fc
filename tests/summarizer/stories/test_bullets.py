"""A story's bullets: whose they are, which come first, and that nothing is told twice."""

from dataclasses import replace

import pytest

from summarizer import Article, Options, summarize_story
from summarizer.errors import UnknownMethod
from summarizer.language.words import count_words
from tests.summarizer.stories.articles import told

MORE = """ The school in the upper town took in 200 people for the night. Farmers moved 2,000 cattle to the hills
above Velm. The state of Alden promised hay and money for new walls. The weather service expects the rain to end
on Thursday. Trains between Tarn and Hult will not run before the weekend. A bakery in Hult gave away its bread."""


def dam() -> list[Article]:
    """Three long articles on one event, with one ending in common."""
    return [replace(each, text=each.text + MORE) for each in told("dam")]


def test_bullets_are_stretches_of_the_article_that_they_name() -> None:
    articles = {each.key: each for each in dam()}
    for bullet in summarize_story(dam()):
        assert "".join(articles[bullet.source].text[slice(*span)] for span in bullet.spans) == bullet.text


def test_the_lead_article_comes_first_and_every_document_before_any_has_its_second() -> None:
    articles = dam()
    sources = [bullet.source for bullet in summarize_story(articles, Options(sentences=6))]
    assert sources[:3] == [each.key for each in articles]


def test_what_one_document_told_no_other_repeats() -> None:
    bullets = summarize_story(dam(), Options(sentences=12))
    texts = [bullet.text for bullet in bullets]
    assert len(texts) == len(set(texts))
    assert len({bullet.source for bullet in bullets}) > 1


def test_a_copy_adds_nothing() -> None:
    one, *_ = dam()
    copy = replace(one, key="copy")
    assert {bullet.source for bullet in summarize_story([one, copy], Options(sentences=3))} == {one.key}


@pytest.mark.parametrize("sentences", [1, 2, 5])
def test_there_are_never_more_bullets_than_asked(sentences: int) -> None:
    assert len(summarize_story(dam(), Options(sentences=sentences))) <= sentences


@pytest.mark.parametrize("words", [30, 60, 120])
def test_the_budget_of_words_holds_for_all_documents_together(words: int) -> None:
    bullets = summarize_story(dam(), Options(sentences=12, words=words))
    assert 0 < sum(count_words(bullet.text) for bullet in bullets) <= words


CHINESE = Article(
    text="雨下了三天水坝周一晚上塌了。四百户人家离开了山谷。市长周二下令清空下城。农民把牛赶到山上。"
)


@pytest.mark.parametrize("articles", [dam(), [CHINESE]])
def test_a_budget_that_is_too_small_still_gives_one_bullet(articles: list[Article]) -> None:
    assert len(summarize_story(articles, Options(words=1))) == 1


def test_no_articles_give_no_bullets() -> None:
    assert summarize_story([]) == ()


def test_a_method_that_nobody_knows_is_named() -> None:
    with pytest.raises(UnknownMethod):
        summarize_story(dam(), Options(method="oracle"))
