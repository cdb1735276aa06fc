"""Whether a text begins with one of many phrases, looked up by its first word: more phrases cost no more time."""

from collections.abc import Iterable

Openings = dict[str, tuple[str, ...]]

UNSPACED = "\u0e00"  # Thai, and further up Chinese, Japanese and Korean
_FIRST = 40  # characters in which the first word is looked for


def openings(phrases: Iterable[str]) -> Openings:
    """Phrases in small letters, by their first word; where words have no spaces between them, first character."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        key = _key(phrase)
        found[key] = (*found.get(key, ()), phrase)
    return found


def opens(small: str, phrases: Openings) -> bool:
    """Whether a phrase stands at the head of a text in small letters, and ends where a word ends."""
    for phrase in phrases.get(_key(small), ()):
        if small.startswith(phrase) and _ends_there(small, phrase):
            return True
    return False


def _key(text: str) -> str:
    if text >= UNSPACED:
        return text[:1]
    words = text[:_FIRST].split(maxsplit=1)
    return words[0].partition("'")[0].rstrip(",:.!?…") if words else ""


def _ends_there(small: str, phrase: str) -> bool:
    after = small[len(phrase) : len(phrase) + 1]
    return phrase >= UNSPACED or not phrase[-1].isalnum() or not (after.isalnum() or after == "-")
