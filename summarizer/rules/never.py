"""Sentences that are never a bullet; `NEVER` is the table of the rules, in the order in which they are asked."""

from collections.abc import Callable

from summarizer.language.words import stop_words, words
from summarizer.rules import lines, shapes

_COPY_SHARE = 0.8  # of the words of a sentence and a title that are the same
_COPY_DEPTH = 3  # sentences from the top among which a copy of the title stands

NEVER: dict[str, Callable[[str], bool]] = {
    "too short": shapes.is_too_short,
    "unfinished": shapes.is_unfinished,
    "question": shapes.is_question,
    "heading": shapes.is_heading,
    "page line": lines.is_page_line,
    "byline": lines.is_byline,
    "credit": lines.is_credit,
    "contact": lines.is_contact,
    "reported earlier": lines.is_reported_earlier,
    "attribution": lines.is_attribution_only,
    "numbers": shapes.is_numbers,
}


def is_bullet(sentence: str, title: str | None, number: int, language: str | None) -> bool:
    """Whether a reader would take the sentence for a bullet at all; `number` counts sentences from 0."""
    for rule in NEVER.values():
        if rule(sentence):
            return False
    return not is_title_copy(sentence, title, number, language)


def is_title_copy(sentence: str, title: str | None, number: int, language: str | None) -> bool:
    """Whether one of the first sentences says what the title says; `number` counts from 0."""
    if not title or number >= _COPY_DEPTH:
        return False
    ignored = stop_words(language)
    mine = {word.lower() for word in words(sentence)} - ignored
    theirs = {word.lower() for word in words(title)} - ignored
    return bool(mine) and len(mine & theirs) > _COPY_SHARE * len(mine | theirs)
