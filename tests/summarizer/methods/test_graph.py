"""LexRank and TextRank by matrix products, against sumy's own."""

import random
import time
from typing import Any

import numpy as np
import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from summarizer.language.tokenize import Tokenizer
from summarizer.language.words import stemmer, stop_words
from summarizer.methods.graph import LexRank, TextRank

TWINS = [(LexRankSummarizer, LexRank), (TextRankSummarizer, TextRank)]
ENDINGS = ("ing", "ed", "s", "", "", "")
ODD = [
    [""],
    ["..."],
    ["One."],
    ["The and of.", "It is.", "He was."],
    ["Dam.", "Dam.", "Dams.", "River."],
    ["River rises.", "Quiet night.", "Trains depart."],
    ["The same sentence comes twice.", "Another one stands here.", "The same sentence comes twice."],
    ["Dam " * 30, "dam dam river", "river " * 5, "7 8 9", "7"],
]


def article(seed: int) -> list[str]:
    """Sentences whose words are as uneven as in a language: few are frequent, most are rare."""
    choice = random.Random(seed)
    frequent = [*stop_words("en")][:20]
    stems = [
        "".join(choice.choices("bdfgklmnprst", k=2)) + "a" + choice.choice("bdgknrt") for _ in range(150)
    ]
    heavy = [1 / rank for rank in range(1, len(stems) + 1)]

    def sentence() -> str:
        size = choice.randint(1, 30)
        words = [stem + choice.choice(ENDINGS) for stem in choice.choices(stems, heavy, k=size)]
        return " ".join(choice.choice(frequent) if choice.random() < 0.4 else word for word in words)

    return [f"{sentence().capitalize()}." for _ in range(choice.randint(1, 60))]


def document(sentences: list[str]) -> ObjectDocumentModel:
    tokenizer = Tokenizer("en")
    return ObjectDocumentModel([Paragraph([Sentence(text, tokenizer) for text in sentences])])


def ranking(kind: Any, sentences: list[str]) -> list[tuple[int, float]]:
    """All sentences as the method hands them over, best first, with their ratings."""
    summarizer = kind(stemmer("en"))
    summarizer.stop_words = stop_words("en")
    ranked: list[tuple[int, float]] = []

    def note(infos: Any) -> list[Any]:
        ranked.extend((info.order, info.rating) for info in infos)
        return []

    with np.errstate(invalid="ignore"):  # sumy divides by zero where no word counts
        summarizer(document(sentences), note)
    return ranked


@pytest.mark.parametrize(("theirs", "ours"), TWINS)
def test_sixty_articles_are_ranked_as_by_sumy(theirs: Any, ours: Any) -> None:
    for sentences in map(article, range(60)):
        expected, found = ranking(theirs, sentences), ranking(ours, sentences)
        assert [order for order, _ in found] == [order for order, _ in expected]
        assert np.allclose([rating for _, rating in found], [rating for _, rating in expected])


@pytest.mark.parametrize(("theirs", "ours"), TWINS)
@pytest.mark.parametrize("sentences", ODD)
def test_odd_texts_are_ranked_as_by_sumy(theirs: Any, ours: Any, sentences: list[str]) -> None:
    assert [order for order, _ in ranking(ours, sentences)] == [
        order for order, _ in ranking(theirs, sentences)
    ]


@pytest.mark.parametrize(("theirs", "ours"), TWINS)
def test_rare_and_frequent_words_of_a_long_text_count_alike(theirs: Any, ours: Any) -> None:
    long = [sentence for seed in range(8) for sentence in article(seed)][:200]
    assert [order for order, _ in ranking(ours, long)] == [order for order, _ in ranking(theirs, long)]


@pytest.mark.parametrize("ours", [LexRank, TextRank])
def test_an_empty_document_gives_nothing(ours: Any) -> None:
    assert ours()(ObjectDocumentModel([]), 3) == ()


@pytest.mark.parametrize("ours", [LexRank, TextRank])
def test_a_thousand_sentences_take_less_than_a_second(ours: Any) -> None:
    long = [f"{sentence} {n}" for n, sentence in enumerate(s for seed in range(99) for s in article(seed))][
        :1000
    ]
    start = time.process_time()
    assert len(ranking(ours, long)) == 1000
    assert time.process_time() - start < 1
