"""The texts that stand in the code, and the catalogues that go with them.

`python -m tests.bot.locale.catalogues` renews every catalogue: new texts come in empty, those that nobody uses go. With the
code of a language behind it that one is renewed, or made.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from bot.locale import DEFAULT, FOLDER, LANGUAGES, NAMES

BOT = FOLDER.parent
# How a text is asked for in the code, and at which place among the arguments it stands; of plurals both do.
_ASKED = {"tr": (0,), "plain": (0,), "mark": (0,), "date": (0,), "time": (0,), "many": (0, 1), "fill": (1,)}
# What Babel writes of the moment and of itself: a catalogue changes when its texts do.
_UNWANTED = (
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Generated-By',
    b'"Last-Translator',
    b'"Report-Msgid',
)


def template() -> Catalog:
    """Every text that the code asks for. (Babel's own extraction misses calls within calls, and within f-strings.)"""
    found = Catalog()
    for path in sorted(BOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                for text in _asked_by(node):
                    found.add(text)
    return found


def _asked_by(call: ast.Call) -> Iterator[str | tuple[str, ...]]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    places = _ASKED.get(name, ())
    texts = [_literals(call.args[place]) for place in places if place < len(call.args)]
    if len(places) == 2 and all(texts):
        yield tuple(each[0] for each in texts)
    elif len(places) == 1 and texts:
        yield from texts[0]


def _literals(node: ast.expr) -> list[str]:
    """The text, or both of a choice between two."""
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return (
        [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value else []
    )


def read(code: str) -> Catalog:
    """The catalogue of a language."""
    with path_of(code).open("rb") as file:
        return read_po(file, locale=code)


def path_of(code: str) -> Path:
    """Where the catalogue of a language is."""
    return FOLDER / f"{code}.po"


def renewed(code: str) -> bytes:
    """The catalogue of a language with the texts of today, sorted; translations that still fit stay."""
    catalogue = read(code) if path_of(code).exists() else Catalog(locale=code)
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    catalogue.header_comment = f"# Nutgraf in {NAMES[code]}."
    written = BytesIO()
    write_po(written, catalogue, width=0, sort_output=True, ignore_obsolete=True)
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_UNWANTED))


def forms(string: object) -> tuple[str, ...]:
    """A translation in all its forms: one, or one for each kind of number."""
    return tuple(map(str, string)) if isinstance(string, list | tuple) else (str(string or ""),)


def main() -> None:
    """Write every catalogue anew, and say what is missing in each."""
    for code in sys.argv[1:] or LANGUAGES:
        if code != DEFAULT:
            path_of(code).write_bytes(renewed(code))
            missing = sum(not all(forms(message.string)) for message in read(code) if message.id)
            print(f"{code}: {missing} missing")


if __name__ == "__main__":
    main()
