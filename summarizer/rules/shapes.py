"""What the shape of a sentence tells: too short, a heading, a question, a quotation, mostly numbers."""

import re

from summarizer.language.words import count_words

_SHORT_WORDS = 4
_HEADING_WORDS = 14
_LOOKED_AT = 400  # characters at the head of a sentence

_ENDS = tuple(".!?…。！？।؟๏;")
_CLOSERS = "'\"“”’«»)]*"
STARTS = " \t\u00a0•·*-–—|\"'“”„«»‘’([{#"  # what may stand before the first word
_CASELESS = "\u0590"  # Hebrew and all that follows have no capitals, or no small letters in common use
_QUOTES = ('"', "“", "”", "„", "«", "»")
_ASCII_NAME = re.compile(r" [A-Z]")
_NO_DIGIT = re.compile(r"\D{40}|\D*$")  # most sentences begin so, which spares the counting


def is_question(sentence: str) -> bool:
    """Whether it asks rather than tells."""
    return sentence.rstrip("\"'“”’«») ").endswith(("?", "？", "؟"))


def is_quote(sentence: str) -> bool:
    """Whether somebody is quoted in it."""
    return any(sign in sentence for sign in _QUOTES)


def name_share(sentence: str) -> float:
    """The share of words, but the first, that begin with a capital letter, 0 to 1."""
    if sentence.isascii():
        return len(_ASCII_NAME.findall(sentence)) / (sentence.count(" ") + 1)
    found = sentence.split()
    return sum([word[0].isupper() for word in found[1:]]) / max(1, len(found))


def is_too_short(sentence: str) -> bool:
    """Whether it has too few words to say something by itself."""
    return sentence.count(" ") < _SHORT_WORDS - 1 and count_words(sentence) < _SHORT_WORDS


def is_unfinished(sentence: str) -> bool:
    """Whether it begins in the middle: with a small letter, in a script that has capitals; "iPhone" is a whole word."""
    head = sentence.lstrip(STARTS)[:2]
    return head[:1].islower() and head < _CASELESS and not head[1:].isupper()


def is_heading(sentence: str) -> bool:
    """Whether it is short and ends in no sign, or announces with a colon: a heading, a caption, a name."""
    text = sentence.rstrip()
    bare = text.rstrip(_CLOSERS)
    return not bare.endswith(_ENDS) and len(bare) == len(text) and count_words(text) < _HEADING_WORDS


def is_numbers(sentence: str) -> bool:
    """Whether it is a list number, a score, a table: more digits than letters."""
    head = sentence[:_LOOKED_AT]
    if _NO_DIGIT.match(head):
        return False
    digits = sum(map(head.count, "0123456789"))
    return 4 * digits > len(head) and digits > sum(map(str.isalpha, head))


def is_balanced(text: str) -> bool:
    """Whether every quotation that opens also ends."""
    low = text.count("„")  # „German“ ends with the sign that “English” begins with
    return (
        text.count('"') % 2 == 0
        and text.count("“") + low in {text.count("”"), 2 * low}
        and text.count("«") == text.count("»")
    )
