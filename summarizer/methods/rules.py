"""What a reader would not accept as a bullet, sentence by sentence. Each rule is a question with a yes or no."""

import re

from summarizer.language.words import count_words, stop_words, words
from summarizer.methods.phrases import ATTRIBUTION, BOILERPLATE, LEANING

_SHORT_WORDS = 4
_HEADING_WORDS = 12
_COPY_SHARE = 0.8  # of the words of a sentence and a title that are the same
_COPY_DEPTH = 3  # sentences from the top among which a copy of the title stands

_QUOTE = re.compile(r"[\"“”„«»]|‘.*’")  # noqa: RUF001 - typographic quotes are meant
_END = re.compile(r"[.!?…。！？।؟๏]['\"”’»)\]*]*$|[”»\"')]$")  # noqa: RUF001 - signs of many scripts
_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[^\W\d_a-zа-яіїєґß-ÿ][^\W\d_]+")  # noqa: RUF001 - Cyrillic is meant

_LEANS = {
    language: re.compile(rf"^\W*(?:{pattern})\b(?!-)", re.IGNORECASE) for language, pattern in LEANING.items()
}


def is_boilerplate(sentence: str) -> bool:
    """Whether it belongs to the page rather than to the story."""
    return bool(BOILERPLATE.search(sentence.strip()))


def is_heading_like(sentence: str) -> bool:
    """Whether it is short and ends in no sign: a heading, a caption, a name."""
    return count_words(sentence) < _HEADING_WORDS and not _END.search(sentence.strip())


def is_too_short(sentence: str) -> bool:
    """Whether it has too few words to say something by itself."""
    return count_words(sentence) < _SHORT_WORDS


def is_title_copy(sentence: str, title: str | None, order: int, language: str | None) -> bool:
    """Whether one of the first sentences says what the title says."""
    if not title or order >= _COPY_DEPTH:
        return False
    ignored = stop_words(language)
    mine = {word.lower() for word in words(sentence)} - ignored
    theirs = {word.lower() for word in words(title)} - ignored
    return bool(mine) and len(mine & theirs) > _COPY_SHARE * len(mine | theirs)


def is_attribution_only(sentence: str) -> bool:
    """Whether it only says who said what stands elsewhere."""
    return bool(ATTRIBUTION.search(sentence)) and count_words(sentence) < 25


def is_dangling(sentence: str, language: str | None) -> bool:
    """Whether it opens with a word that leans on the sentence before ("He", "However,")."""
    pattern = _LEANS.get(language or "en")
    return bool(pattern and pattern.match(sentence))


def is_question(sentence: str) -> bool:
    """Whether it asks rather than tells."""
    return sentence.rstrip("\"'”’») ").endswith(("?", "？", "؟"))  # noqa: RUF001 - signs of many scripts


def is_quote(sentence: str) -> bool:
    """Whether somebody is quoted in it."""
    return bool(_QUOTE.search(sentence))


def name_share(sentence: str) -> float:
    """The share of words that are names by their capital letter, 0 to 1."""
    return len(_NAME.findall(sentence)) / max(1, len(sentence.split()))


def is_bullet(sentence: str, title: str | None, order: int, language: str | None) -> bool:
    """Whether a reader would take the sentence for a bullet at all; `order` counts from the top."""
    return not (
        is_too_short(sentence)
        or is_boilerplate(sentence)
        or is_heading_like(sentence)
        or is_attribution_only(sentence)
        or is_title_copy(sentence, title, order, language)
    )
