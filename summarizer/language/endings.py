"""Stems for languages that Snowball does not know: endings are cut, so that the forms of a word meet."""

import re
from collections.abc import Callable

_LEAST = 3  # letters that a stem keeps

# Ukrainian endings of nouns, adjectives and verbs, from its declensions and conjugations.
_UKRAINIAN = re.compile(
    r"(?:ськ(?:ий|ого|ому|им|ім|а|ої|ій|у|ою|е|і|их|ими)|ями|ами|ові|еві|єві|ого|ього|ому|ьому|ими|іми|істю|ості|ість|"
    r"ються|ється|ться|тися|тись|ють|уть|ать|ять|яти|ала|ало|али|ила|ило|или|ував|увала|увати|ується|"
    r"ій|ий|ої|ою|ею|єю|их|іх|ах|ях|ам|ям|ів|їв|ом|ем|єм|ії|ію|ія|ій|ив|"
    r"а|я|о|е|є|и|і|ї|у|ю|ь|й)$"
)
_BELARUSIAN = re.compile(r"(?:амі|ямі|аму|ага|яга|ай|ой|ую|юю|аў|оў|ах|ях|ам|ям|ом|ем|а|я|о|е|ы|і|у|ю|ь|й)$")
_SLOVAK = re.compile(
    r"(?:ového|ovému|ovej|ými|ami|och|iam|ách|ého|ému|ých|ov|ou|om|mi|ej|ým|a|á|e|é|i|í|o|u|ú|y|ý)$"
)
_BULGARIAN = re.compile(r"(?:ията|ият|ите|ето|ата|ята|ото|та|то|те|ът|ят|ове|и|а|я|о|е)$")
# "And" and "the" are written on, other prefixes look like roots; the plural is cut behind three letters.
_HEBREW = re.compile(r"^(?:וה|ה|ו)(?=\w{3})|(?<=\w{3})(?:ים|ות)$")
_KOREAN = re.compile(
    r"(?:에서는|에게서|으로써|으로서|이라고|에서|에게|까지|부터|으로|이다|라고|에는|처럼|보다|마다|은|는|이|가|을|를|의|에|로|와|과|도|만)$"
)
_HIRAGANA = re.compile(r"(?<=[\u30a0-\u30ff\u3400-\u9fffA-Za-z0-9])[\u3041-\u309f]+$")


def light_stem(language: str | None) -> Callable[[str], str]:
    """What cuts the endings of a word in small letters; of a language that is not known, nothing."""
    pattern = {
        "uk": _UKRAINIAN,
        "be": _BELARUSIAN,
        "sk": _SLOVAK,
        "bg": _BULGARIAN,
        "he": _HEBREW,
        "ko": _KOREAN,
        "ja": _HIRAGANA,
    }.get(language or "")
    if pattern is None:
        return str.lower
    least = 2 if language == "ko" else 1 if language == "ja" else _LEAST

    def stem(word: str) -> str:
        small = word.lower()
        short = pattern.sub("", small)
        return short if len(short) >= least else small

    return stem
