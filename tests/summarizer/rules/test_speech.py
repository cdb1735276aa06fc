"""Parts of a longer speech."""

import pytest

from summarizer.rules.speech import in_speech


@pytest.mark.parametrize(
    ("sentences", "parts"),
    [
        (
            [
                '"We were afraid.',
                "We left at night.",
                'Nobody helped," Otto Kern said.',
                "The valley is empty.",
            ],
            [1, 1, 1, 0],
        ),
        (["“We were afraid.", "We left,” he said.", "The valley is empty."], [1, 1, 0]),
        (["„Wir hatten Angst.", "Wir gingen“, sagte er.", "Das Tal ist leer."], [1, 1, 0]),
        (["«Нам було страшно.", "Ми пішли», — сказав він.", "Долина порожня."], [1, 1, 0]),
        (['The bridge "is a ruin," he said.', 'A 6" pipe broke.', "The valley is empty."], [0, 0, 0]),
        (["The valley is empty.", "Nobody came."], [0, 0]),
    ],
)
def test_a_sentence_within_a_longer_quotation_is_known(sentences: list[str], parts: list[int]) -> None:
    assert in_speech(sentences) == [bool(part) for part in parts]
