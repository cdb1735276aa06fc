"""Sentences that say something about the page or the article, not about the world."""

import re
from functools import cache

from summarizer.rules.openings import Openings, openings, opens
from summarizer.rules.page_lines import ANYWHERE, ANYWHERE_BEYOND_ENGLISH, OPENINGS
from summarizer.rules.shapes import STARTS

_BYLINE_CHARS = 90
_ATTRIBUTION_WORDS = 25
_LOOKED_AT = 400  # characters at the head of a sentence

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
    r"\W*(?i:as|как|ранее|як|раніше|comme|wie)\s(?:[\w.’'«»\"“”-]+\s){0,6}?"
    r"(?i:(?:reported|informed)(?:\s(?:earlier|previously))?|(?:wrote|noted|mentioned)\s(?:earlier|previously)|"
    r"(?:сообщал|писал|повідомляв?|писав?|інформував?)\w*(?:\s[\w’'«»\"-]+){0,4}?|"
    r"(?:rapporté|annoncé) plus tôt|bereits (?:berichtet|gemeldet))\b,"
    r"|\W*(?i:earlier|previously),? (?:it was reported|(?:the )?(?:[A-Z][\w.’'-]+\s){1,4}?(?:reported|wrote)\b)"
)
_ATTRIBUTION = re.compile(
    r"\b(?:said|stated|announced|reported|wrote|noted|explained|commented) (?:this|so|about (?:this|it|that))"
    r"(?:[.,;]|$| (?:to|in|on|at|during|after|while|when|as|today|yesterday|earlier|report|story|article)\b)"
    r"|\b(?:declined|refused) to (?:comment|elaborate)\b|\bdid not (?:immediately )?(?:respond|reply|comment|elaborate)\b"
    r"|\b(?:об этом|про це|о чем|про що) (?:\w+ ){0,4}(?:сообща|сообщи|заяв|рассказ|повідом|розпов|пишет|пише|йдеться)"
    r"|\b(?:das|dies) (?:sagte|erklärte|teilte|berichtet\w*|meldet\w*)\b|\bc'est ce qu",
    re.IGNORECASE,
)
# One of these stands in each of the above; looking for them first costs a tenth.
_ATTRIBUTION_SIGNS = (
    "d this", "wrote this", "d so", "d about ", "o comment", "elaborate", "did not ", "б этом", "ро це", " чем", "ро що",
)  # fmt: skip
_ATTRIBUTION_STARTS = ("Das ", "Dies ", "C'est ", "C’est ")
_FACT_TOO = re.compile(r"\b(?:but|although|though|while|however|said (?!this|so)(?:\w+ ){2})", re.IGNORECASE)
_CREDIT = re.compile(
    r"\W*(?:[^.]{0,60}(?:\bvia getty|/(?:getty|ap|afp|reuters|epa|shutterstock|dpa|pa wire)\b|\breuters/)"
    r"|\((?:photo|image|picture|video|foto|bild|graphic|reporting|writing|editing|additional reporting)\b"
    r"|.{5,110}\s[-–—]\s?ảnh:\s?.{2,30}$"
    r"|file\s?[-–—]\s|— .{2,40} \(@\w+\)|@\w+ ·|[\w ]{3,40} \(@\w+\))",
    re.IGNORECASE,
)
_CREDIT_SIGNS = ("/", "@", "etty", "(", "FILE", "File", "Ảnh:")
_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,}|\bwhatsapp\b.{0,60}\+?\d[\d ]{6,}", re.IGNORECASE)


def is_page_line(sentence: str) -> bool:
    """Whether it belongs to the page: a link to another page, a credit, a call to the reader, consent."""
    small = sentence[:_LOOKED_AT].lower().replace(" :", ":").replace("’", "'").lstrip(STARTS)
    if opens(small, _openings()):
        return True
    for sign, phrases in _anywhere():
        if sign in small and any(phrase in small for phrase in phrases):
            return True
    return not small.isascii() and any(phrase in small for phrase in _anywhere_beyond_english())


@cache
def _openings() -> Openings:
    return openings(phrase for phrases in OPENINGS.values() for phrase in phrases.split("; "))


@cache
def _anywhere() -> tuple[tuple[str, list[str]], ...]:
    return tuple((sign, phrases.split("; ")) for sign, phrases in ANYWHERE)


@cache
def _anywhere_beyond_english() -> list[str]:
    return ANYWHERE_BEYOND_ENGLISH.split("; ")


def is_byline(sentence: str) -> bool:
    """Whether it only says who wrote it, or when."""
    if len(sentence) > _BYLINE_CHARS:
        return False
    return bool(_BYLINE.match(sentence) and not sentence.rstrip().endswith(".")) or bool(
        _STAMP.match(sentence)
    )


def is_credit(sentence: str) -> bool:
    """Whether it is the credit of a picture, of a post, or of those who reported."""
    head = sentence[:_LOOKED_AT]
    return _has(head, _CREDIT_SIGNS) and bool(_CREDIT.match(head))


def is_contact(sentence: str) -> bool:
    """Whether it says how to write to somebody."""
    return "@" in sentence and bool(_CONTACT.search(sentence[:_LOOKED_AT]))


def is_reported_earlier(sentence: str) -> bool:
    """Whether it repeats what the paper wrote before: "As X reported earlier, …"."""
    return bool(_REPORTED_EARLIER.match(sentence[:_LOOKED_AT]))


def is_attribution_only(sentence: str) -> bool:
    """Whether it only says who said what stands elsewhere, or that nobody said anything."""
    if sentence.count(" ") >= _ATTRIBUTION_WORDS:
        return False
    head = sentence[:_LOOKED_AT]
    if not head.startswith(_ATTRIBUTION_STARTS) and not _has(head, _ATTRIBUTION_SIGNS):
        return False
    return bool(_ATTRIBUTION.search(head)) and not _FACT_TOO.search(head)


def _has(text: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110 - half the time of any()
        if sign in text:
            return True
    return False
