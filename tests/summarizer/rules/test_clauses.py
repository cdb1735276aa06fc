"""Shorter runs of a sentence for a summary with little room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.rules.clauses import beginning, shorter

LONG = (
    "The reservoir above Orlova has risen by two metres since Monday, which is more than in any May before, "
    "while four hundred families left the valley."
)


def run(sentence: str, language: str, most: int) -> str | None:
    end = shorter(sentence, language, most)
    return None if end is None else sentence[:end]


def test_the_longest_run_that_fits_is_taken() -> None:
    assert run(LONG, "en", 20) == LONG[: LONG.index(", while")]
    assert run(LONG, "en", 15) == LONG[: LONG.index(", which")]
    assert run(LONG, "en", 9) is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "The head of the water board of the valley, who came in May, has left.",
        ),  # no verb before the comma
        ("en", "The council of the lower town will pay for the beds, unless the valley is flooded again."),
        ("en", "The council of the lower town was told on Monday, but the repairs never began."),
        ("en", "The mayor of the lower town of Orlova has said, in a letter, that repairs begin."),
        ("en", "When the reservoir above the town of Orlova was full, the valley was cleared."),
        ("en", "The water board “was aware of the cracks in the wall, and of the risk, for years”."),
        (
            "de",
            "Der Rat der unteren Stadt hat am Montag erklärt, dass die Brücke bis zum Herbst geschlossen bleibt.",
        ),
        ("xx", LONG),
    ],
)
def test_what_would_say_something_else_is_not_cut(language: str, sentence: str) -> None:
    assert run(sentence, language, len(sentence.split()) - 1) is None


def test_other_languages_have_clauses_too() -> None:
    assert run(
        "La ville a fermé le pont de la vallée lundi soir, alors que la pluie tombait depuis trois jours.",
        "fr",
        12,
    )
    assert run(
        "El embalse del valle ha subido dos metros desde el lunes pasado, mientras la lluvia seguía cayendo.",
        "es",
        12,
    )
    assert run(
        "Рада нижнього міста може закрити міст до кінця літа цього року, повідомила мерка на зборах.",
        "uk",
        12,
    )


def test_the_beginning_of_what_is_longer_than_a_summary_ends_at_a_comma_or_a_full_word() -> None:
    loose = frozenset({"of", "the"})
    assert LONG[: beginning(LONG, 12, loose)] == LONG[: LONG.index(", which")]
    assert beginning("one two three of the six seven", 5, loose) == len("one two three")
    assert beginning("one two", 5, loose) == len("one two")
    assert beginning("市议会周一表示，大桥将关闭一年。", 4, loose) == len("市议会周一表示")
    assert beginning("市议会周一表示大桥将关闭一年。", 4, loose) == len("市议会周一表示大")


@given(st.text(max_size=300), st.integers(1, 60), st.sampled_from(["en", "fr", "vi", "uk", "xx"]))
def test_a_run_is_never_longer_than_asked(sentence: str, most: int, language: str) -> None:
    end = shorter(sentence, language, most)
    assert end is None or len(sentence[:end].split()) <= most
    assert len(sentence[: beginning(sentence, most, frozenset())].split()) <= most
