"""What of a sentence falls away, and what has to stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.rules import trim
from summarizer.rules.shapes import is_unfinished

TRIMMED = (
    (
        "en",
        "SUND (Reuters) - The reservoir rose by two metres on Monday.",
        "The reservoir rose by two metres on Monday.",
    ),
    ("en", "SUND, May 3 — The reservoir rose by two metres.", "The reservoir rose by two metres."),
    (
        "en",
        "(CNN) -- The reservoir rose by two metres on Monday.",
        "The reservoir rose by two metres on Monday.",
    ),
    ("en", "(CNN)The reservoir rose by two metres on Monday.", "The reservoir rose by two metres on Monday."),
    (
        "en",
        "However, Lena Brandt said that the plan had failed.",
        "Lena Brandt said that the plan had failed.",
    ),
    ("en", "At the same time, 400 families left the valley.", "400 families left the valley."),
    ("en", "• The reservoir rose by two metres.", "The reservoir rose by two metres."),
    ("en", "2. The reservoir rose by two metres.", "The reservoir rose by two metres."),
    (
        "en",
        "The reservoir above the town of Orlova rose by two metres, he said on Monday.",
        "The reservoir above the town of Orlova rose by two metres",
    ),
    ("en", "The reservoir rose by two metres.[12]", "The reservoir rose by two metres."),
    (
        "en",
        "EXCLUSIVE: The water board of Orlova hid the cracks.",
        "The water board of Orlova hid the cracks.",
    ),
    (
        "en",
        "SUND (Reuters) - However, Lena Brandt said that the plan had failed.",
        "Lena Brandt said that the plan had failed.",
    ),
    ("en", "Sund, 3 May 2026 – The reservoir rose by two metres.", "The reservoir rose by two metres."),
    (
        "en",
        "(The Daily Courier)The reservoir rose by two metres on Monday.",
        "The reservoir rose by two metres on Monday.",
    ),
    (
        "en",
        "Sund, Norland (CNN)The reservoir rose by two metres on Monday.",
        "The reservoir rose by two metres on Monday.",
    ),
    ("vi", "Ảnh: TTXVN Hội đồng chưa có tiền.", "Hội đồng chưa có tiền."),
    ("vi", "(Ảnh: Minh Anh) Hội đồng chưa có tiền.", "Hội đồng chưa có tiền."),
    (
        "nl",
        "Het waterpeil boven de stad Orlova steeg twee meter, zei hij.",
        "Het waterpeil boven de stad Orlova steeg twee meter",
    ),
    ("pl", "Z kolei, Rada nie ma pieniędzy na most.", "Rada nie ma pieniędzy na most."),
    ("es", "Sin embargo, Orlova no tiene dinero para el puente.", "Orlova no tiene dinero para el puente."),
    ("ja", "しかし、オルロワ市には橋を直す予算がない。", "オルロワ市には橋を直す予算がない。"),
    ("en", '" With the bridge closed, the valley is empty.', "With the bridge closed, the valley is empty."),
    (
        "en",
        'The bridge is closed and the valley is empty. "',
        "The bridge is closed and the valley is empty.",
    ),
    ("de", "Berlin (dpa) - Der Minister will im Herbst gehen.", "Der Minister will im Herbst gehen."),
    ("vi", "Cây cầu sáng nay - Ảnh: Minh Quân. Nước đã dâng hai mét.", "Nước đã dâng hai mét."),
    ("vi", "Cây cầu sáng nay (Ảnh: Minh Quân) Nước đã dâng hai mét.", "Nước đã dâng hai mét."),
    ("fr", "Paris, le 3 mai (AFP) – Le ministre a annoncé un plan.", "Le ministre a annoncé un plan."),
    ("ru", "МОСКВА, 12 авг — РИА Новости. Министр заявил о новом плане.", "Министр заявил о новом плане."),
    ("uk", "Водночас, Рада не має грошей на міст.", "Рада не має грошей на міст."),
    ("vi", "Tuy nhiên, Hội đồng chưa có tiền.", "Hội đồng chưa có tiền."),
)
WHOLE = (
    (
        "en",
        "However, the plan had failed in May and nobody knew.",
    ),  # what is left would begin with a small letter
    ("en", "However, Orlova."),
    ("en", "The reservoir above Orlova rose by two metres, according to the World Bank."),
    (
        "en",
        "The man shot the driver of the bus in the valley, police said.",
    ),  # without them it would be a fact
    ("en", "“The reservoir above the town of Orlova rose by two metres,” he said."),
    # a quotation without its speaker
    ("fr", "« Le niveau du lac au-dessus de la ville a monté de deux mètres », a-t-il déclaré."),
    ("en", "“However, Lena Brandt said that the plan had failed.”"),  # a quotation would not be closed
    ("en", "New York City is the largest - and richest - city of them all."),
    ("en", "Orlova (pop. 4,000) - the lower town - was cleared on Monday."),
    ("en", "The Bank of Orlova (AP) was robbed at night by two men."),
    ("en", "US - China talks go on in Geneva next week."),
    ("en", "1.5 million people left the valley on Monday."),
    (None, "However, Lena Brandt said that the plan had failed."),
)


@pytest.mark.parametrize(("language", "sentence", "left"), TRIMMED)
def test_what_says_nothing_falls_away(language: str, sentence: str, left: str) -> None:
    start, end = trim(sentence, language)
    assert sentence[start:end] == left


@pytest.mark.parametrize(("language", "sentence"), WHOLE)
def test_what_says_something_stays(language: str | None, sentence: str) -> None:
    assert trim(sentence, language) == (0, len(sentence))


PARTS = st.sampled_from(
    [
        "However, ",
        "LONDON (Reuters) - ",
        "• ",
        "1. ",
        "The river ",
        "rose ",
        "fast ",
        "“",
        "” ",
        "(CNN) -- ",
        ", he said",
        ".",
        "[1]",
        "орлова ",
        "Орлова ",
        "—",
        "\x00",
    ]
)


@given(
    st.lists(PARTS, max_size=12).map("".join) | st.text(max_size=200),
    st.sampled_from(["en", "de", "uk", "zh", None]),
)
def test_what_is_left_is_a_run_that_begins_no_worse(sentence: str, language: str | None) -> None:
    start, end = trim(sentence, language)
    assert 0 <= start <= end <= len(sentence)
    assert bool(sentence[start:end]) == bool(sentence)
    assert is_unfinished(sentence) or not is_unfinished(sentence[start:end])
    assert trim(sentence[start:end], language) == (0, end - start)


def test_a_sentence_of_a_million_marks_takes_no_time() -> None:
    for part in ("- ", "1. ", "(", "A, ", ", he said", " [1]", "“", "--"):
        assert trim(part * 300_000, "en") == (0, len(part) * 300_000)
