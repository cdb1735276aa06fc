"""The bot's languages. English stands in the code; every other language is one .po file here, read on first use.

How a text is asked for marks it for translators: `tr("…")`, `tr.many("…", "…", number)`, `fill(tr, "…")`,
`tr.date("…", day)`, `tr.time("…", at)`, and `mark("…")` where a table holds it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

FOLDER = Path(__file__).parent
# What each language calls itself, in the order of the keys that choose one.
NAMES = {
    "en": "English",
    "uk": "Українська",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
    "pt": "Português",
    "pl": "Polski",
    "tr": "Türkçe",
    "ru": "Русский",
    "ar": "العربية",
    "he": "עברית",
    "hi": "हिन्दी",
    "id": "Bahasa Indonesia",
    "zh": "简体中文",
    "ja": "日本語",
}
DEFAULT = "en"
# Those that the bot speaks: the code's own, and those with a catalogue.
LANGUAGES = {
    code: name for code, name in NAMES.items() if code == DEFAULT or (FOLDER / f"{code}.po").exists()
}
# Codes of before 1989, which phones still give.
_OLD_CODES = {"iw": "he", "in": "id"}
# Whose lists a language has where they are not its own: the bot's English is British, with no comma before "and".
_LISTS = {"en": Locale("en", "GB")}
# Between these a foreign text keeps its own direction and does not turn that of its line (Unicode TR9, isolates).
_ISOLATE, _END = "\u2068", "\u2069"
# What is put together from such parts has no letter outside of them that could tell its direction.
_ISOLATE_RTL = "\u2067"
# A command begins with a stroke, which would move to its other end in a line from right to left without this mark.
_COMMAND = re.compile(r"(?<![\w/<>])/(?=[a-z])")
_LTR_MARK = "\u200e"


def mark(text: str) -> str:
    """The text itself, which a table holds until a translator is at hand."""
    return text


@dataclass(frozen=True, slots=True)
class Translator:
    """One language: its texts, plurals, dates and numbers. Values go into a text as they are and are never parsed."""

    language: str
    locale: Locale
    catalogue: NullTranslations

    def __call__(self, text: str, /, **values: str | int) -> str:
        """The text in this language with its `{values}` filled in."""
        return self.plain(text).format_map(self._shown(values)) if values else self.plain(text)

    def plain(self, text: str) -> str:
        """The text in this language as it stands, with braces where values belong."""
        return (
            self._marked(self.catalogue.gettext(text)) if text else ""
        )  # an empty one is the catalogue's own head

    def many(self, one: str, more: str, number: int, /, **values: str | int) -> str:
        """The form that a number takes; `{number}` is the number as the language writes it."""
        text = self._marked(self.catalogue.ngettext(one, more, number))
        return text.format_map(self._shown({"number": number, **values}))

    def date(self, pattern: str, day: date) -> str:
        """A local date by a CLDR pattern, which each language may order anew."""
        return format_date(day, self.plain(pattern), locale=self.locale)

    def time(self, pattern: str, at: time) -> str:
        """A local time of day by a CLDR pattern, likewise."""
        return format_time(at, self.plain(pattern), locale=self.locale)

    def number(self, number: float) -> str:
        """A number as the language groups it."""
        return format_decimal(number, locale=self.locale)

    def listed(self, items: Iterable[str], *, brief: bool = False) -> str:
        """Items as the language lists them in a sentence: a, b and c; `brief` without a word between, where it has such lists."""
        locale = _LISTS.get(self.language, self.locale)
        if brief and "start" in locale.list_patterns.get("standard-narrow", {}):
            return format_list(list(items), "standard-narrow", locale)  # type: ignore[arg-type] # it knows more styles
        return format_list(list(items), "standard", locale)

    def isolated(self, text: str) -> str:
        """A foreign text as it stands within a line; in a language from right to left it keeps its own direction."""
        if not (self.is_rtl and text):
            return text
        return f"{_ISOLATE_RTL if _ISOLATE in text else _ISOLATE}{text}{_END}"

    @property
    def is_rtl(self) -> bool:
        """Whether lines run from right to left."""
        return self.locale.text_direction == "rtl"

    def _marked(self, text: str) -> str:
        return _COMMAND.sub(f"{_LTR_MARK}/", text) if self.is_rtl else text

    def _shown(self, values: dict[str, str | int]) -> dict[str, str]:
        return {
            name: self.number(value) if isinstance(value, int) else self.isolated(value)
            for name, value in values.items()
        }


@cache
def translator(language: str | None) -> Translator:
    """The language of a code as Telegram gives it (`pt-br`, `zh-hans`); English for one that is not known."""
    code = known(language) or DEFAULT
    return Translator(code, Locale.parse(code), _read(code))


def known(language: str | None) -> str | None:
    """The language that a code means, if it is one of ours."""
    code = (language or "").lower().replace("_", "-").partition("-")[0]
    code = _OLD_CODES.get(code, code)
    return code if code in LANGUAGES else None


def _read(code: str) -> NullTranslations:
    if code == DEFAULT:
        return NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only other languages need them
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    with (FOLDER / f"{code}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)
