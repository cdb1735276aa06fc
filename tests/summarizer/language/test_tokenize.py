
"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.language.tokenize import Tokenizer, paragraph_spans
from summarizer.language.words import count_words, words
from summarizer.types import Article


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "Rev. Jones and Mr. Hale said so.",
                "U.S. President Joe Hill paid $3.5 million at 5 p.m. Monday.",
            ],
        ),
        ("en", ["“Wow!” one said.", "He left."]),
        ("en", ["No. 1 is here, i.e. the best.", "It stays."]),
        ("uk", ["Курс — 41,25 грн сьогодні.", "«Так!» — вигукнув він."]),
        ("uk", ["В. Лис прибув на вул. Садову.", "Там чекали."]),
        ("de", ["Das gilt z. B. für Dr. Weiß.", "Er kam am 3. Mai."]),
        ("zh", ["今天下雨了。", "明天晴天。"]),
        ("xx", ["One here.", "Two there."]),
        (None, ["One here.", "Two there."]),
    ],
)
def test_sentences_end_where_they_end(language: str | None, sentences: list[str]) -> None:
    glue = "" if language == "zh" else " "
    assert list(Tokenizer(language).to_sentences(glue.join(sentences))) == sentences


@given(st.text(alphabet=st.sampled_from("ab AB.!?…\"”“ é我。\n'")))
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
