"""Which sentences are a part of somebody's speech that is longer than they are."""

import re
from collections.abc import Iterable

_SIGNS = re.compile(r"[\"“”„«»]")
_OPENED_BEHIND = frozenset(" \t\u00a0([{—–-'‘")


def in_speech(sentences: Iterable[str]) -> list[bool]:
    """For the sentences of one paragraph, whether each begins within a quotation, or leaves one open.

    By itself such a sentence says "I" or "we" without a speaker. Which way a straight sign turns is told by the blank
    before it, so that one forgotten sign misleads only up to the next.
    """
    found = []
    opened = ""
    for sentence in sentences:
        inside = bool(opened)
        for sign in _SIGNS.finditer(sentence):
            opened = sign[0] if _opens(sentence, sign.start(), opened) else ""
        found.append(inside or bool(opened))
    return found


def _opens(sentence: str, place: int, opened: str) -> bool:
    sign = sentence[place]
    if sign == '"':
        return place == 0 or sentence[place - 1] in _OPENED_BEHIND
    if sign == "“":
        return opened != "„"  # „German“
    return sign in "„«" if opened != "»" else False
