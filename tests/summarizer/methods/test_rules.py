"""What a reader would not take for a bullet."""

import pytest

from summarizer.methods import rules


@pytest.mark.parametrize(
    "line",
    [
        "Read also: Ten things to know.",
        "Read more about the flood in our report.",
        "Subscribe to our newsletter for daily news.",
        "Photo: Ada Quill/Agency",
        "By Ada Quill",
        "Exclusive",
        "We use cookies to improve this site.",
        "Ada Quill contributed to this report.",
        "As Ukrnews reported earlier, the bridge was closed.",
        "Читайте також: Міст закрито.",
        "Lire aussi : le pont est fermé.",
        "Already a subscriber? Sign in here.",
    ],
)
def test_lines_of_the_page_are_known(line: str) -> None:
    assert rules.is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council read more than forty letters before it decided.",
        "By Tuesday evening the bridge was open again.",
        "Photographs from the scene showed a crack in the pillar.",
        "Source texts in three languages were lost in the fire.",
        "Live music returns to the square in June.",
        "The company reported earlier profits than its rivals had expected for the whole of the year.",
    ],
)
def test_sentences_of_the_story_are_not(line: str) -> None:
    assert not rules.is_boilerplate(line)


@pytest.mark.parametrize(
    ("line", "language", "dangles"),
    [
        ("He left.", "en", True),
        ("“It is late,” one said.", "en", True),
        ("However, nobody came.", "en", True),
        ("Hebrides ferries stop.", "en", False),
        ("Soviet maps show it.", "en", False),
        ("The bridge is closed.", "en", False),
        ("Він пішов.", "uk", True),
        ("Однак міст закрито.", "uk", True),
        ("Міст закрито.", "uk", False),
        ("Es regnet.", "de", True),
        ("Il est parti.", "fr", True),
        ("He left.", "xx", False),
    ],
)
def test_a_sentence_that_leans_is_known_by_its_first_words(line: str, language: str, dangles: bool) -> None:
    assert rules.is_dangling(line, language) is dangles


def test_a_copy_of_the_title_is_known_near_the_top_only() -> None:
    title = "Bridge over the Laar closes on Friday"
    assert rules.is_title_copy("Bridge over the Laar closes on Friday.", title, 0, "en")
    assert not rules.is_title_copy("Bridge over the Laar closes on Friday.", title, 9, "en")
    assert not rules.is_title_copy(
        "Bridge over the Laar closes on Friday for a year of work.", title, 0, "en"
    )
    assert not rules.is_title_copy("Anything.", None, 0, "en")


def test_a_heading_ends_in_no_sign() -> None:
    assert rules.is_heading_like("What the cracks mean")
    assert not rules.is_heading_like("They mean nothing.")
    assert not rules.is_heading_like("桥梁将继续关闭。")


def test_questions_are_known_in_other_scripts() -> None:
    assert all(map(rules.is_question, ("Why?", "“Why?”", "为什么？", "لماذا؟")))  # noqa: RUF001 - signs of many scripts
    assert not rules.is_question("Because.")
