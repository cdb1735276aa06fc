"""Sentences that are never a bullet, rule by rule; `NEVER` is the table of them, cheapest first."""

import re
from collections.abc import Callable
from functools import cache

from summarizer.language.words import count_words, stop_words, words
from summarizer.rules.page_lines import ANYWHERE, OPENINGS

_SHORT_WORDS = 4
_HEADING_WORDS = 14
_COPY_SHARE = 0.8  # of the words of a sentence and a title that are the same
_COPY_DEPTH = 3  # sentences from the top among which a copy of the title stands
_BYLINE_CHARS = 90
_ATTRIBUTION_WORDS = 25
_LOOKED_AT = 400  # characters at the head and at the end of a sentence

_ENDS = tuple(".!?…。！？।؟๏:;")
_CLOSERS = "'\"“”’«»)]*"
_STARTS = " \t\u00a0•·*-–—|\"'“”„«»‘’([{#"
_CASELESS = "\u0590"  # Hebrew and all that follows have no capitals, or no small letters in common use
_UNSPACED = "\u0e00"  # Thai, and further up Chinese, Japanese and Korean
_QUOTES = ('"', "“", "”", "„", "«", "»")

# Who wrote it, where it was, when, in the shape that such lines have.
_NAME = r"[^\W\d_a-zà-ÿ][\w.'’-]+"
_BYLINE = re.compile(
    rf"\W*(?i:by|from|von|par|por|di|door|text|words)\s+{_NAME}(?:\s+(?:(?:and|und|et|y|e|en|&)\s+)?{_NAME}){{1,5}}"
    r"(?:\s*(?:,|\||-|–|for|in)\s*[\w .@/-]{0,50})?\W*$"
)
_STAMP = re.compile(
    r"\W*(?:(?:published|updated|posted|created|last updated|modified)\b.{0,60}|"
    r"\d{1,2}[:.]\d{2}\s*(?:am|pm|uhr|h|edt|est|gmt|bst)?\W*.{0,25}|"
    r"\d+ (?:minute|hour|day|week|month|year)s? ago\b.{0,40}|\d{1,2} min(?:ute)?s? read\W*)$",
    re.IGNORECASE,
)
_REPORTED_EARLIER = re.compile(
    r"\W*(?:as|как|ранее|як|раніше|comme|wie)\s(?:[\w.’'«»\"“”-]+\s){0,6}?"
    r"(?:(?:reported|informed)(?:\s(?:earlier|previously))?|(?:wrote|noted|mentioned)\s(?:earlier|previously)|"
    r"(?:сообщал|писал|повідомляв?|писав?|інформував?)\w*(?:\s[\w’'«»\"-]+){0,4}?|"
    r"(?:rapporté|annoncé) plus tôt|bereits (?:berichtet|gemeldet))\b,"
    r"|\W*(?:earlier|previously),? (?:it was reported|(?:[\w.’'-]+\s){1,4}?(?:reported|wrote)\b)",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"\b(?:said|stated|announced|reported|wrote|noted|explained|commented) (?:this|so|about (?:this|it|that))\b"
    r"(?! (?:is|was|will|would|could|can|may|might|has|had|should|week|month|year|kind|type|many|much|far|that)\b)"
    r"|\b(?:declined|refused) to (?:comment|elaborate)\b|\bdid not (?:immediately )?(?:respond|reply|comment|elaborate)\b"
    r"|\b(?:об этом|про це|о чем|про що) (?:\w+ ){0,4}(?:сообща|сообщи|заяв|рассказ|повідом|розпов|пишет|пише|йдеться)"
    r"|\b(?:das|dies) (?:sagte|erklärte|teilte|berichtet\w*|meldet\w*)\b|\bc'est ce qu",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\W*(?:[^.]{0,60}\b(?:via getty|/getty|/ap|/afp|/reuters|/epa|/shutterstock|/dpa|/pa wire)\b"
    r"|\((?:photo|image|picture|video|foto|bild|reporting|writing|editing|additional reporting)\b"
    r"|file\s?[-–—]\s|— .{2,40} \(@\w+\)|@\w+ ·|[\w ]{3,40} \(@\w+\))",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}|\bwhatsapp\b.{0,60}\+?\d[\d ]{6,}", re.IGNORECASE)


def is_question(sentence: str) -> bool:
    """Whether it asks rather than tells."""
    return sentence.rstrip("\"'”’») ").endswith(("?", "？", "؟"))


def is_quote(sentence: str) -> bool:
    """Whether somebody is quoted in it."""
    return any(sign in sentence for sign in _QUOTES)


def name_share(sentence: str) -> float:
    """The share of words, but the first, that begin with a capital letter, 0 to 1."""
    found = sentence.split()
    return sum(word[0].isupper() for word in found[1:]) / max(1, len(found))


def is_too_short(sentence: str) -> bool:
    """Whether it has too few words to say something by itself."""
    return sentence.count(" ") < _SHORT_WORDS - 1 and count_words(sentence) < _SHORT_WORDS


def is_unfinished(sentence: str) -> bool:
    """Whether it begins in the middle: with a small letter, in a script that has capitals; "iPhone" is a whole word."""
    head = sentence.lstrip(_STARTS)[:2]
    return head[:1].islower() and head < _CASELESS and not head[1:].isupper()


def is_heading(sentence: str) -> bool:
    """Whether it is short and ends in no sign: a heading, a caption, a name."""
    text = sentence.rstrip()
    bare = text.rstrip(_CLOSERS)
    return not bare.endswith(_ENDS) and len(bare) == len(text) and count_words(text) < _HEADING_WORDS


def is_numbers(sentence: str) -> bool:
    """Whether it is a list number, a score, a table: more digits than letters."""
    head = sentence[:_LOOKED_AT]
    return sum(map(str.isdigit, head)) > sum(map(str.isalpha, head))


def is_page_line(sentence: str) -> bool:
    """Whether it belongs to the page: a link to another page, a credit, a call to the reader, consent."""
    small = sentence[:_LOOKED_AT].lower().replace(" :", ":").replace("’", "'").lstrip(_STARTS)
    if _opens(small):
        return True
    for phrase in _anywhere():  # noqa: SIM110 - half the time of any()
        if phrase in small:
            return True
    return False


def _opens(small: str) -> bool:
    """Whether a phrase stands at the head of a text in small letters, and ends where a word ends."""
    for phrase in _openings().get(_key(small), ()):
        after = small[len(phrase) : len(phrase) + 1]
        whole = phrase >= _UNSPACED or not (phrase[-1].isalnum() and (after.isalnum() or after == "-"))
        if whole and small.startswith(phrase):
            return True
    return False


def _key(text: str) -> str:
    """The first word; the first two characters where words have no spaces between them."""
    return text[:2] if text >= _UNSPACED else text.split(maxsplit=1)[0].rstrip(",:") if text.strip() else ""


@cache
def _openings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in filter(None, "".join(OPENINGS.values()).split("\n")):
        found[_key(phrase)] = (*found.get(_key(phrase), ()), phrase)
    return found


@cache
def _anywhere() -> tuple[str, ...]:
    return tuple(ANYWHERE.strip().split("\n"))


def is_byline(sentence: str) -> bool:
    """Whether it only says who wrote it, or when."""
    if len(sentence) > _BYLINE_CHARS:
        return False
    return bool(_BYLINE.match(sentence) and not sentence.rstrip().endswith(".")) or bool(
        _STAMP.match(sentence)
    )


def is_credit(sentence: str) -> bool:
    """Whether it is the credit of a picture, of a post, or of those who reported."""
    return bool(_CREDIT.match(sentence[:_LOOKED_AT]))


def is_contact(sentence: str) -> bool:
    """Whether it says how to write to somebody."""
    return "@" in sentence and bool(_CONTACT.search(sentence[:_LOOKED_AT]))


def is_reported_earlier(sentence: str) -> bool:
    """Whether it repeats what the paper wrote before: "As X reported earlier, …"."""
    return bool(_REPORTED_EARLIER.match(sentence[:_LOOKED_AT]))


def is_attribution_only(sentence: str) -> bool:
    """Whether it only says who said what stands elsewhere."""
    return sentence.count(" ") < _ATTRIBUTION_WORDS and bool(_ATTRIBUTION.search(sentence[:_LOOKED_AT]))


def is_title_copy(sentence: str, title: str | None, number: int, language: str | None) -> bool:
    """Whether one of the first sentences says what the title says; `number` counts from 0."""
    if not title or number >= _COPY_DEPTH:
        return False
    ignored = stop_words(language)
    mine = {word.lower() for word in words(sentence)} - ignored
    theirs = {word.lower() for word in words(title)} - ignored
    return bool(mine) and len(mine & theirs) > _COPY_SHARE * len(mine | theirs)


NEVER: dict[str, Callable[[str], bool]] = {
    "too short": is_too_short,
    "unfinished": is_unfinished,
    "question": is_question,
    "heading": is_heading,
    "page line": is_page_line,
    "byline": is_byline,
    "credit": is_credit,
    "contact": is_contact,
    "reported earlier": is_reported_earlier,
    "attribution": is_attribution_only,
    "numbers": is_numbers,
}


def is_bullet(sentence: str, title: str | None, number: int, language: str | None) -> bool:
    """Whether a reader would take the sentence for a bullet at all; `number` counts sentences from 0."""
    return not any(rule(sentence) for rule in NEVER.values()) and not is_title_copy(
        sentence, title, number, language
    )
