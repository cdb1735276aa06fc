"""Which language a text is in: by its script, and among languages of one script by their function words."""

import re
from collections import Counter
from functools import cache

from summarizer.language.words import WORD, stop_words

_SAMPLE_WORDS = 400  # judgement: about a news lead
_SURE_HITS = 2  # function words that a short text must show
_SURE_SHARE = 0.12  # of its words; judgement, checked on news in 20 languages
_SURE_LEAD = 1.05  # how far the best must be ahead of the second; at 1.15 a plain Czech sentence was lost

_SCRIPTS = {
    "Latin": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "Cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "Greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "Arabic": re.compile(r"[\u0600-\u06ff]"),
    "Hebrew": re.compile(r"[\u0590-\u05ff]"),
    "Devanagari": re.compile(r"[\u0900-\u097f]"),
    "Thai": re.compile(r"[\u0e00-\u0e7f]"),
    "Hangul": re.compile(r"[\uac00-\ud7af\u1100-\u11ff]"),
    "Kana": re.compile(r"[\u3040-\u30ff]"),
    "Han": re.compile(r"[\u3400-\u9fff]"),
}
_ONE_LANGUAGE = {"Greek": "el", "Hebrew": "he", "Thai": "th", "Hangul": "ko", "Kana": "ja", "Han": "zh"}
_LATIN = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "cs",
    "sk",
    "sv",
    "da",
    "no",
    "fi",
    "hu",
    "ro",
    "tr",
    "vi",
    "id",
)
# Letters that one language of a script has and its neighbours here have not.
_LETTERS = {
    "uk": re.compile(r"[іїєґ]"),
    "be": re.compile(r"ў"),
    "ru": re.compile(r"[ыэё]"),
    "bg": re.compile(r"ъ\w"),
    "sr": re.compile(r"[јљњћђџ]"),
    "fa": re.compile(r"[پچژگ]"),
    "ur": re.compile(r"[ٹڈڑےں]"),
    "mr": re.compile(r"आहे|ळ"),
}
_VIETNAMESE = re.compile(r"[\u1ea0-\u1ef9\u01a1\u01b0]")
_KIN = {
    "Cyrillic": (("be", 1), ("sr", 2), ("uk", 2), ("ru", 2), ("bg", 2)),
    "Arabic": (("ur", 2), ("fa", 2)),
    "Devanagari": (("mr", 2),),
}
_COMMONEST = {"Cyrillic": None, "Arabic": "ar", "Devanagari": "hi"}


def detect(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None when it can't be told."""
    sample = " ".join(WORD.findall(text[:8000])[:_SAMPLE_WORDS]).lower()
    script = _script(sample)
    if script == "Latin":
        return _by_words(sample.split())
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    for language, least in _KIN.get(script or "", ()):
        if len(_LETTERS[language].findall(sample)) >= least:
            return language
    return _COMMONEST.get(script or "")


def known_code(tag: str | None) -> str | None:
    """The two small letters that a language tag (`en-US`, `pt_BR`) begins with, or None."""
    found = re.match(r"([a-z]{2})(?:[-_]|$)", (tag or "").strip().lower())
    return found[1] if found else None


def _script(sample: str) -> str | None:
    """The script of most letters; Japanese is known by kana however much Han is between them."""
    counts = Counter({name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS.items()})
    if counts["Kana"] * 10 > counts["Han"] + counts["Latin"] // 10 and counts["Kana"] > 1:
        return "Kana"
    name, count = counts.most_common(1)[0]
    return name if count else None


def _by_words(sample: list[str]) -> str | None:
    """The language whose function words are most; a word of several languages speaks for each a little."""
    index = _index()
    hits: Counter[str] = Counter()
    score: Counter[str] = Counter()
    for word in sample:
        for language in index.get(word, ()):
            hits[language] += 1
            score[language] += 12 // len(index[word])
    ranked = score.most_common(2)
    if len(_VIETNAMESE.findall(" ".join(sample))) * 10 > len(sample):
        return "vi"
    if not ranked or hits[ranked[0][0]] < max(_SURE_HITS, _SURE_SHARE * len(sample)):
        return None
    return ranked[0][0] if len(ranked) < 2 or ranked[0][1] >= ranked[1][1] * _SURE_LEAD else None


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """Each short function word and its languages; the long words of the lists are often common nouns."""
    index: dict[str, tuple[str, ...]] = {}
    for language in _LATIN:
        for word in stop_words(language):
            if len(word) < 7:
                index[word] = (*index.get(word, ()), language)
    return index
