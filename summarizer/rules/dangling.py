"""Whether a sentence leans on the one before it."""

import re
from functools import cache, lru_cache

from summarizer.rules.leaning import LEANING, LEANING_SHAPES, NAMELESS
from summarizer.rules.openings import Openings, openings, opens
from summarizer.rules.standing import STANDING

_HEAD = 160  # characters that are looked at
_TAIL = 200
_STARTS = " \t\u00a0\"'“”„«»‘’([—–-•*"
_QUOTES = ('"', "“", "«", "„", "»")
_SIGNS = ("“", "”", "„", "«", "»", '"')
_PAIR = 2
_CLOSED = ("”", '"', "»", "“")  # a German quotation ends with the sign that an English one begins with


@lru_cache(maxsize=20_000)  # the rules ask, and then the score; of the longest texts too
def is_dangling(sentence: str, language: str | None) -> bool:
    """Whether it opens with a word whose meaning stands in the sentence before ("He", "However,"), or quotes nobody.

    A `language` that is not known leans on nothing.
    """
    raw = sentence[:_HEAD].lstrip(_STARTS)
    head = raw.lower().replace("’", "'")
    code = language or "en"
    shape = LEANING_SHAPES.get(code)
    if opens(head, _leaning(code)) or (shape and shape.match(raw)):
        standing = _standing(code)
        return not (standing and standing.match(head))
    return _speaks_for_nobody(sentence)


def _speaks_for_nobody(sentence: str) -> bool:
    """Whether it is a quotation and nothing else, the first or last piece of one, or that of a he or she."""
    begins = sentence.startswith(_QUOTES)
    ends = sentence.rstrip(" .").endswith(_CLOSED)
    if not begins and not ends:
        return False
    signs = sum(map(sentence.count, _SIGNS))
    return (
        signs == 1
        or (begins and ends and signs == _PAIR)
        or (begins and bool(NAMELESS.search(sentence[-_TAIL:])))
    )


@cache
def _leaning(language: str) -> Openings:
    return openings(each.strip() for each in LEANING.get(language, "").split(",") if each.strip())


@cache
def _standing(language: str) -> re.Pattern[str] | None:
    patterns = STANDING.get(language)
    return re.compile("|".join(f"(?:{each})" for each in patterns)) if patterns else None
