# ruff: noqa: RUF001 - letters and marks of many scripts are what this is about
"""What of an article is compared: its names, its words and its title, each a bag of words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from summarizer.language.detect import detect
from summarizer.language.words import stop_words, words
from summarizer.limits import LIMITS
from summarizer.types import Article

Bag = Counter[str]
Profile = tuple[Bag, Bag, Bag]
"""Names, all words, and the title's words, and how often each occurs."""

READ = 1500  # characters: news tells what happened first; measured, more blurs it
TITLE_COUNT = 5  # how many mentions one in the title stands for; measured
# Forms of one word share its beginning: "Шальке", "Шальку". Measured against stemmers on Russian pairs.
BEGINNING = 5
BEGINNINGS = {"ko": 2}  # a syllable is one letter here; judgement

DETECT = 500  # characters that tell the language

# A word inside a sentence: it stands behind a word or a comma, so that a capital is not the sentence's. Most that
# begin with a small letter are left out here, which halves the time; `str.isupper` is the judge.
_INSIDE = re.compile(r"(?<=[\w,;)»”’][^\S\n])[^\W\d_a-zа-џ]\w*")
SERIES_SHARE = 0.5  # of two titles' words that a series has in common; judgement

_HEAD_CHARS = 60
_HEAD = re.compile(r"\s*(?:[:|]|[-–—](?=\s))\s*")
# What a title's head ends with where it names a series or a form and not what happened.
_SERIES = (
    "live updates", "live blog", "live", "liveblog", "live-blog", "liveticker", "live-ticker", "newsblog", "ticker",
    "watch", "video", "photos", "in pictures", "podcast", "breaking", "breaking news", "analysis", "opinion",
    "en direct", "direct", "vidéo", "en vivo", "en directo", "directo", "ao vivo", "vídeo", "in diretta", "diretta",
    "na żywo", "relacja", "wideo", "živě", "наживо", "онлайн", "відео", "фото", "прямой эфир", "видео", "canlı",
    "trực tiếp", "video clip",
)  # fmt: skip


def profile(article: Article) -> Profile:
    """The names, words and title of an article, without function words and the name of its own outlet."""
    site = unicodedata.normalize("NFC", article.site or "").strip()
    title = _without(site, plain_title((article.title or "")[: LIMITS.title_chars]))
    body = _without(site, unicodedata.normalize("NFC", article.text[:READ]))
    language = article.language or detect(f"{title}\n{body[:DETECT]}")
    dull = stop_words(language) | _own_words(site)
    size = BEGINNINGS.get(language or "", BEGINNING)
    headline = _beginnings(words(title), dull, size)
    counts = _beginnings(words(body), dull, size)
    named = _beginnings(_names(body) or _names(title), dull, size)  # titles may capitalise every word
    for word, times in headline.items():
        counts[word] += TITLE_COUNT * times
        if word in named:
            named[word] += TITLE_COUNT * times
    return named, counts, Counter(headline.keys())


def _without(site: str, text: str) -> str:
    """A text without an outlet's name of several words, which may hold a place that the news is about."""
    return re.sub(re.escape(site), " ", text, flags=re.IGNORECASE) if " " in site else text


def _own_words(site: str) -> frozenset[str]:
    """The words of an outlet's name of one word, or of its host."""
    return frozenset() if " " in site else frozenset(word.lower() for word in words(site.replace(".", " ")))


def bag(text: str, language: str | None) -> Bag:
    """The words of any text, without function words, as profiles have them."""
    size = BEGINNINGS.get(language or "", BEGINNING)
    return _beginnings(words(unicodedata.normalize("NFC", text)), stop_words(language), size)


def is_series(one: Profile, other: Profile) -> bool:
    """Whether the titles are the same but for names and numbers: "Weather in Orlova, 17 May" and "…, 18 May"."""
    here, there = one[2].keys(), other[2].keys()
    same, mine, theirs = here & there, here - there, there - here
    if len(same) < SERIES_SHARE * max(len(here), len(there)) or not (mine and theirs):
        return False
    return all(_tells_apart(word, one) for word in mine) and all(_tells_apart(word, other) for word in theirs)


def plain_title(title: str) -> str:
    """A title without the series that it belongs to: "Flood live: dam breaks" is "dam breaks"."""
    title = unicodedata.normalize("NFC", title)
    end = _HEAD.search(title, 0, _HEAD_CHARS)
    if end is None:
        return title
    head = " " + title[: end.start()].strip("[( ").casefold()
    return (title[end.end() :] or title) if head.endswith(tuple(f" {each}" for each in _SERIES)) else title


def _tells_apart(word: str, profile: Profile) -> bool:
    return word[0].isdigit() or word in profile[0]


def _names(text: str) -> list[str]:
    return [word for word in _INSIDE.findall(text) if word[0].isupper()]


def _beginnings(found: Iterable[str], dull: frozenset[str], size: int) -> Bag:
    return Counter(
        [
            word if word[0].isdigit() else word[:size]
            for word in map(str.lower, found)
            if word not in dull and (len(word) > 1 or word.isdigit())
        ]
    )
