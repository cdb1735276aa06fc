"""Every language says everything, with the same values, commands and keys; the catalogues are those of today's texts."""

import re
from collections.abc import Iterator
from datetime import date, time
from functools import cache
from gettext import NullTranslations

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message

from bot.handlers.commands import COMMANDS
from bot.locale import DEFAULT, FOLDER, LANGUAGES, Translator, known, translator
from tests.bot.locale.catalogues import BOT, forms, path_of, read, renewed, template

OTHERS = [code for code in LANGUAGES if code != DEFAULT]
_HOLE = re.compile(r"\{(\w+)\}")
_COMMAND = re.compile(r"(?<![\w/:.])/[a-z_]{3,}")
# A key shares its row with another on a phone: so many letters are read whole, those of Chinese and Japanese count twice.
_KEY_UNITS = 26


@cache
def catalogue(code: str) -> Catalog:
    return read(code)


def texts(code: str) -> Iterator[tuple[Message, str]]:
    """Every message with each of its forms."""
    for message in catalogue(code):
        if message.id:
            for form in forms(message.string):
                yield message, form


def originals(message: Message) -> tuple[str, ...]:
    return forms(message.id)


def test_there_is_a_catalogue_for_every_language_and_none_beside() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.po")) == sorted(OTHERS)


@pytest.mark.parametrize("code", OTHERS)
def test_a_catalogue_has_the_texts_of_today(code: str) -> None:
    assert path_of(code).read_bytes() == renewed(code), "run python -m tests.bot.locale.catalogues"


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_is_left_in_english(code: str) -> None:
    assert [message.id for message, form in texts(code) if not form] == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_plural_has_every_form_of_the_language(code: str) -> None:
    wanted = catalogue(code).num_plurals
    wrong = [
        m.id for m in catalogue(code) if isinstance(m.id, tuple | list) and len(forms(m.string)) != wanted
    ]
    assert wrong == []


@pytest.mark.parametrize("code", OTHERS)
def test_every_value_stands_in_every_translation(code: str) -> None:
    for message, form in texts(code):
        wanted, found = set(_HOLE.findall(originals(message)[-1])), _HOLE.findall(form)
        assert set(found) <= wanted, (message.id, form)
        assert wanted - set(found) <= ({"number"} if len(originals(message)) > 1 else set()), (
            message.id,
            form,
        )


@pytest.mark.parametrize("code", OTHERS)
def test_a_command_stays_as_it_is_typed(code: str) -> None:
    for message, form in texts(code):
        assert set(_COMMAND.findall(originals(message)[-1])) == set(_COMMAND.findall(form)), (
            message.id,
            form,
        )


def keys() -> set[str]:
    """Texts that stand on keys."""
    source = "\n".join(path.read_text("utf-8") for path in sorted(BOT.rglob("*.py")))
    return set(re.findall(r'Button\(\s*tr\("([^"{]+)"\)', source))


@pytest.mark.parametrize("code", OTHERS)
def test_a_key_is_no_wider_than_a_phone_shows(code: str) -> None:
    found = keys()
    assert len(found) > 20
    for message, form in texts(code):
        if message.id in found:
            units = sum(2 if char > "\u2e80" else 1 for char in form)
            assert units <= max(_KEY_UNITS, 1.5 * len(str(message.id))), (message.id, form)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_line_that_stands_in_for_an_answer_is_known_by_its_end(code: str) -> None:
    assert translator(code)("Still at it…").endswith("…")


@pytest.mark.parametrize("code", LANGUAGES)
def test_dates_times_and_numbers_are_written(code: str) -> None:
    tr = translator(code)
    assert "24" in tr.date("EEEE, d MMMM", date(2026, 11, 24))
    assert "2026" in tr.date("d MMM y", date(2026, 11, 24))
    assert tr.time("HH:mm", time(8, 5)).endswith("8:05")
    assert re.fullmatch(r"12.?345", tr.number(12345))


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_telegram_shows_of_a_command_fits(code: str) -> None:
    assert all(len(translator(code)(command.text)) <= 256 for command in COMMANDS)


def test_a_language_is_known_by_what_telegram_calls_it() -> None:
    found = {each: known(each) for each in ("uk", "PL_pl", "en-gb", "xx", "", None)}
    assert found == {"uk": "uk", "PL_pl": "pl", "en-gb": "en", "xx": None, "": None, None: None}


def test_a_foreign_name_does_not_turn_a_line_from_right_to_left() -> None:
    arabic = Translator("ar", Locale.parse("ar"), NullTranslations())
    assert arabic.isolated("Courier") == "\u2068Courier\u2069"
    assert arabic("Next digest: {when}.", when="08:00 Kyiv") == "Next digest: \u206808:00 Kyiv\u2069."
    assert translator("uk").isolated("Courier") == "Courier"


def test_the_texts_of_the_code_are_found() -> None:
    assert len(list(template())) > 500
