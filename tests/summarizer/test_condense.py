"""An article to bullets: the promises that every method keeps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Article, Block, BlockKind, Options, Outcome, Summary, summarize
from summarizer.article.documents import read_text
from summarizer.errors import UnknownMethod
from summarizer.language.words import count_words
from summarizer.methods import METHODS

TITLE = "Reservoir above Orlova rises and families leave"
STORY = f"""{TITLE}

The reservoir above Orlova rose by two metres on Monday after three days of rain, and 400 families left the valley.

Read also: Ten walks around the reservoir that you should take before the summer ends.

Engineers of the Water Board found cracks in the eastern wall of the Orlova reservoir in 2019, a report shows.
However, repairs of the wall never began. The Water Board said that the money went to a bridge.

What the cracks mean

He called the decision a mistake. Mayor Lena Brandt ordered the lower town of Orlova to be cleared by noon on Tuesday.
She said so in a letter. Who will pay for the beds in the school?

The rain will end on Thursday, the weather service in Sund expects, and the reservoir should fall within a week.
By Anna Writer

We use cookies to make this site better for everyone who reads it.

Farmers in the valley moved 2,000 cattle to the hills and ask the state for hay, the farmers' union said on Monday."""


def article() -> Article:
    return read_text(STORY)


def bullets(summary: Summary) -> list[str]:
    return [bullet.text for bullet in summary.bullets]


@pytest.mark.parametrize("method", METHODS)
def test_every_method_gives_exact_stretches_in_the_articles_order(method: str) -> None:
    summary = summarize(article(), Options(method=method, sentences=3))
    positions = [bullet.position for bullet in summary.bullets]
    assert 1 <= len(positions) <= 3
    assert positions == sorted(set(positions))
    assert summary.method == method
    assert summary.outcome is Outcome.OK
    for bullet in summary.bullets:
        ((start, end),) = bullet.spans
        assert summary.article.text[start:end] == bullet.text
        assert bullet.source == summary.article.key


@pytest.mark.parametrize("method", METHODS)
def test_no_method_gives_what_belongs_to_the_page(method: str) -> None:
    text = " ".join(bullets(summarize(article(), Options(method=method, sentences=12))))
    for line in ("Read also", "What the cracks mean", "cookies", "Anna Writer", "She said so", TITLE):
        assert line not in text


@pytest.mark.parametrize("method", METHODS)
def test_no_bullet_leans_on_a_sentence_that_is_not_there(method: str) -> None:
    chosen = bullets(summarize(article(), Options(method=method, sentences=4)))
    assert not chosen[0].startswith(("He ", "She ", "However"))
    if any(text.startswith("However") for text in chosen):
        assert any(text.startswith("Engineers") for text in chosen)
    if any(text.startswith("He called") for text in chosen):
        assert any(text.startswith("The Water Board said") for text in chosen)


def test_the_default_starts_with_the_news() -> None:
    assert bullets(summarize(article(), Options(sentences=3)))[0].startswith(
        "The reservoir above Orlova rose"
    )


def test_a_heading_is_never_a_bullet() -> None:
    text = "Everything about the flood in one long heading that nobody ends.\n\n" + STORY.split("\n\n", 1)[1]
    end = text.index("\n\n")
    marked = Article(
        text, blocks=(Block(BlockKind.HEADING, 0, end), Block(BlockKind.PARAGRAPH, end + 2, len(text)))
    )
    assert not any(
        each.startswith("Everything about") for each in bullets(summarize(marked, Options(method="lead")))
    )


def test_a_short_text_comes_back_whole() -> None:
    summary = summarize(read_text("The bridge is closed. Nobody knows why.\n\nIt opens again on Friday."))
    assert summary.outcome is Outcome.SHORT
    assert bullets(summary) == ["The bridge is closed. Nobody knows why.", "It opens again on Friday."]
    assert summary.words_after == summary.words_before == 12


def test_a_partial_article_stays_partial() -> None:
    short = Article(text="Only this was readable.", outcome=Outcome.PARTIAL)
    assert summarize(short).outcome is Outcome.PARTIAL


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("words", [3, 20, 45, 60])
def test_a_budget_of_words_is_kept(method: str, words: int) -> None:
    summary = summarize(article(), Options(method=method, words=words, sentences=12))
    assert 1 <= sum(count_words(text) for text in bullets(summary)) <= words
    assert summary.words_after <= words


def test_a_summary_is_never_longer_than_two_fifths() -> None:
    summary = summarize(article(), Options(sentences=12))
    assert summary.words_after <= 0.4 * summary.words_before


def test_more_sentences_never_give_less() -> None:
    sizes = [len(summarize(article(), Options(sentences=count)).bullets) for count in range(1, 6)]
    assert sizes == sorted(sizes)
    assert sizes[0] == 1


def test_a_method_that_nobody_has_is_named() -> None:
    with pytest.raises(UnknownMethod) as caught:
        summarize(article(), Options(method="magic"))
    assert caught.value.reason == "magic"


def test_a_text_with_one_endless_sentence_gives_one_bullet() -> None:
    summary = summarize(read_text("word " * 5000 + "end."))
    assert len(summary.bullets) == 1


def test_ranking_a_book_takes_no_time() -> None:
    book = "\n".join(
        f"In year {n} the town of Orlova number {n % 97} built {n % 13} bridges over it." for n in range(2000)
    )
    for method in ("nutgraf", "lead", "luhn"):
        assert len(summarize(read_text(book), Options(method=method)).bullets) == 5


FRAGMENTS = [
    "The",
    "river",
    "rose",
    "fast",
    "Он",
    "сказал",
    "今天",
    "however",
    "Orlova",
    "2,000",
    "“quoted”",
    "said",
    "U.S.",
    "it",
    "(and)",
    "—",
    "é",
    "🙂",
]
SENTENCE = st.lists(
    st.sampled_from(FRAGMENTS),
    min_size=1,
    max_size=25,
).map(" ".join)
TEXT = st.lists(st.tuples(SENTENCE, st.sampled_from([". ", "! ", "?\n\n", ".\n", " ", "…\n\n"])), max_size=40)


@settings(max_examples=100, deadline=None)
@given(
    TEXT,
    st.sampled_from(["nutgraf", "lead", "luhn"]),
    st.integers(1, 12),
    st.none() | st.integers(1, 80),
    st.sampled_from([None, "en", "uk", "xx"]),
)
def test_bullets_are_exact_whatever_the_text(
    parts: list[tuple[str, str]], method: str, sentences: int, words: int | None, language: str | None
) -> None:
    source = Article(text="".join(map("".join, parts)), title="The river rose")
    summary = summarize(source, Options(method, sentences, words, language))
    for bullet in summary.bullets:
        assert "".join(source.text[start:end] for start, end in bullet.spans) == bullet.text
    positions = [bullet.position for bullet in summary.bullets]
    assert positions == sorted(set(positions))
    assert bool(summary.bullets) == bool(source.text.strip())
    if words is not None:
        assert summary.words_after <= words
    if summary.outcome is not Outcome.SHORT:
        assert len(positions) <= sentences


def test_a_long_text_without_sentences_is_not_given_back_whole() -> None:
    summary = summarize(read_text("the river and the town and the bridge " * 300))
    assert summary.outcome is Outcome.OK
    assert summary.words_after <= 0.4 * summary.words_before
