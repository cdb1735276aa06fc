"""Where sentences begin and end."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.language.tokenize import Tokenizer, paragraph_spans
from summarizer.language.words import count_words, words
from summarizer.types import Article

CASES = Path(__file__).parents[2] / "data" / "language" / "sentences.txt"


def cases() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [(line[:2], line[4:]) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("language", "marked"), cases())
def test_sentences_end_where_they_end(language: str, marked: str) -> None:
    sentences = [sentence for part in marked.split("||") for sentence in part.split(" | ")]
    text = marked.replace("||", "").replace(" | ", " ")
    assert list(Tokenizer(language).to_sentences(text)) == sentences


def test_an_unknown_language_has_sentences_too() -> None:
    assert Tokenizer(None).to_sentences("One here. Two there.") == ("One here.", "Two there.")


@pytest.mark.parametrize(
    "text",
    ["a" * 300_000, "Aa. " * 20_000, "\ud800 \x00 x. " * 5000, '."A b' * 5000, "« " * 5000, "\u202e. A"],
)
def test_no_text_is_too_odd_for_sentences(text: str) -> None:
    assert Tokenizer("en").spans(text)


@given(st.text(alphabet=st.sampled_from("ab AB.!?…\"”“« é我。\n'")))
def test_sentences_are_exact_stretches_of_the_text(text: str) -> None:
    spans = Tokenizer("en").spans(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert spans == sorted(spans)


def test_words_are_words() -> None:
    assert words("It's 3.5 well-known, “co-op”!") == ["It's", "3.5", "well-known", "co-op"]
    assert count_words("one two — three") == 4
    assert count_words("今天下雨了。") == 4


def test_a_text_without_blocks_is_paragraphs_by_line() -> None:
    article = Article(text="One line.\n\n  Two lines. \n")
    assert [article.text[start:end] for start, end in paragraph_spans(article)] == ["One line.", "Two lines."]


@pytest.mark.parametrize("piece", ["「あ。", "« ", ". “", "The water rose fast.The families left town. "])
def test_ten_times_the_text_takes_about_ten_times_as_long(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        Tokenizer("en").spans(text)
        return time.process_time() - start

    assert seconds(200_000) < 30 * seconds(20_000)  # the square would be a hundred times
