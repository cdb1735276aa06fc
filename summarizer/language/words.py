"""Words, stop words and stems of a language."""

import pkgutil
import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from summarizer.language.endings import light_stem
from summarizer.language.function_words import OWN

# A run of letters with inner apostrophes and hyphens, or a number with its separators.
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_ASCII_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*|[0-9]+(?:[.,][0-9]+)*")  # the same, in less time
# In scripts whose vowel signs are no letters to `re`: Hindi and its neighbours, Thai.
_MARKED = re.compile(r"[\u0900-\u109f\u1780-\u17ff]")
_MARKED_WORD = re.compile(r"[^\W\d_][\w\u0900-\u109f\u1780-\u17ff]*|\d+(?:[.,]\d+)*")
# Scripts without spaces between words.
_UNSPACED = re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_STEMS_KEPT = 100_000  # words, some ten megabytes
_RUN = 400  # characters of an unspaced run that are looked at in one go; no sentence is longer

# Names by which PyStemmer calls its algorithms (Snowball).
_SNOWBALL = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "tr": "turkish",
}
# Names by which sumy calls its lists of stop words.
_SUMY_LISTS = {
    "ar": "arabic",
    "cs": "czech",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "he": "hebrew",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pl": "polish",
    "sk": "slovak",
    "th": "thai",
    "uk": "ukrainian",
    "zh": "chinese",
}


def words(text: str) -> list[str]:
    """The words of a text, in its own letters and order, whatever its language."""
    if text.isascii():
        return _ASCII_WORD.findall(text)
    if _UNSPACED.search(text):
        text = _UNSPACED.sub(lambda run: f" {' '.join(_segments(run[0]))} ", text)
    return (_MARKED_WORD if _MARKED.search(text) else WORD).findall(text)


def count_words(text: str) -> int:
    """How many words a reader would count: what stands between spaces, or two characters where there are none."""
    if text.isascii() or not _UNSPACED.search(text):
        return len(text.split())
    return len(_UNSPACED.sub(lambda run: " a" * ((len(run[0]) + 1) // 2) + " ", text).split())


@cache
def stop_words(language: str | None) -> frozenset[str]:
    """A language's function words in small letters; none for a language that is not known."""
    own = OWN.get(language or "")
    if own:
        return frozenset(own.split())
    name = _SUMY_LISTS.get(language or "")
    data = pkgutil.get_data("sumy", f"data/stopwords/{name}.txt") if name else None
    return frozenset((data or b"").decode("utf-8").lower().split())


@cache
def stemmer(language: str | None) -> Callable[[str], str]:
    """What brings the forms of a word together; only small letters for a language that is not known.

    It takes a word in any letters and gives its stem in small ones.
    """
    name = _SNOWBALL.get(language or "")
    if name is None:
        return lru_cache(maxsize=100_000)(light_stem(language))
    from Stemmer import Stemmer  # noqa: PLC0415 - workers alone need it

    snowball = Stemmer(name, 0)  # its own cache is slower than this one

    @lru_cache(maxsize=100_000)
    def stem(word: str) -> str:
        found: str = snowball.stemWord(word.lower())
        return found

    return stem


class Stems(dict[str, str]):
    """By word, in any letters, its stem; nothing for function words and single letters. Known words cost a lookup."""

    def __init__(self, language: str | None) -> None:
        super().__init__()
        self._stem, self._dull = stemmer(language), stop_words(language)

    def __missing__(self, word: str) -> str:
        if len(self) >= _STEMS_KEPT:
            self.clear()
        dull = len(word) == 1 or word.lower() in self._dull
        self[word] = found = "" if dull else self._stem(word)
        return found


@cache
def stems(language: str | None) -> Stems:
    """The stems of a language's words that say something."""
    return Stems(language)


def _segments(run: str) -> list[str]:
    """The words of a run of letters without spaces."""
    language = (
        "ja" if _KANA.search(run) else "zh" if _HAN.search(run) else "th" if _THAI.search(run) else None
    )
    if language is None:
        return [
            run[place : place + 2] for place in range(max(1, len(run) - 1))
        ]  # pairs, as is usual in searching
    segment = _segmenter(language)
    pieces = (run[start : start + _RUN] for start in range(0, len(run), _RUN))
    return [word for piece in pieces for word in segment(piece)]


@cache
def _segmenter(language: str) -> Callable[[str], Sequence[str]]:
    """BudouX for the language: a model of some kilobytes that comes with the package."""
    import budoux  # noqa: PLC0415 - only for languages without spaces

    load = {
        "ja": budoux.load_default_japanese_parser,
        "zh": budoux.load_default_simplified_chinese_parser,
        "th": budoux.load_default_thai_parser,
    }
    return lru_cache(maxsize=1000)(load[language]().parse)
