"""Whether a sentence leans on the one before it."""

import re
from functools import cache

from summarizer.rules.leaning import LEANING, STANDING

_HEAD = 160  # characters that are looked at
_STARTS = " \t\u00a0\"'“”„«»‘’([—–-•*"
_UNSPACED = frozenset({"zh", "ja", "ko", "th"})  # or with endings written on, as in Korean
# "…", he said: a speech whose speaker has no name here.
_NAMELESS = re.compile(
    r"[”\"»’],? ?(?:he|she|they) (?:said|says|added|told|wrote|explained|noted|continued)\b"
)
_CLOSED = ("”", '"', "»", "“")  # a German quotation ends with the sign that an English one begins with


def is_dangling(sentence: str, language: str | None) -> bool:
    """Whether it opens with a word whose meaning stands in the sentence before ("He", "However,"), or quotes nobody.

    A `language` that is not known leans on nothing.
    """
    head = sentence[:_HEAD].lstrip(_STARTS).lower().replace("’", "'")
    leaning = _leaning(language or "en")
    if leaning and leaning.match(head):
        standing = _standing(language or "en")
        return not (standing and standing.match(head))
    return _speaks_for_nobody(sentence)


def _speaks_for_nobody(sentence: str) -> bool:
    """Whether it is nothing but a quotation, or the quotation of a he or she."""
    if not sentence.startswith(('"', "“", "«", "„", "»")):
        return False
    quoted = sentence.rstrip(" .").endswith(_CLOSED) and not any(sign in sentence[1:-2] for sign in _CLOSED)
    return quoted or bool(_NAMELESS.search(sentence[-200:]))


@cache
def _leaning(language: str) -> re.Pattern[str] | None:
    phrases = LEANING.get(language)
    if phrases is None:
        return None
    end = "" if language in _UNSPACED else r"(?![\w-])"
    return re.compile(f"(?:{'|'.join(re.escape(each.strip()) for each in phrases.split(','))}){end}")


@cache
def _standing(language: str) -> re.Pattern[str] | None:
    patterns = STANDING.get(language)
    return re.compile("|".join(f"(?:{each})" for each in patterns)) if patterns else None
