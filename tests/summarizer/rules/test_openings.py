"""Phrases at the head of a text."""

import pytest

from summarizer.rules.openings import openings, opens

PHRASES = openings(["read also", "so", "watch:", "it", "d'autres", "以", "그러나"])


@pytest.mark.parametrize(
    "text",
    [
        "read also the letter",
        "so, nobody",
        "so",
        "watch: the bridge",
        "it's late",
        "d'autres ponts",
        "以及大桥",
        "그러나다리",
    ],
)
def test_a_phrase_at_the_head_is_found(text: str) -> None:
    assert opens(text, PHRASES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "soviet maps",
        "so-called night trains",
        "read alsoran",
        "read also-rans",
        "watch the bridge",
        "the bridge so",
        "…",
    ],
)
def test_a_phrase_that_ends_within_a_word_or_stands_elsewhere_is_not(text: str) -> None:
    assert not opens(text, PHRASES)
