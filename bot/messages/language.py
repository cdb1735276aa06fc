"""Which language a chat speaks."""

from bot.locale import LANGUAGES, Translator
from bot.messages.facts import short
from bot.messages.rich import Button, Message, Rich, bold, code, fill, join

# What a key carries where nothing was chosen.
NONE = "none"
_TITLE = 60


def choose(tr: Translator, current: str) -> Message:
    """The languages, the chat's own ticked."""
    keys = [Button(f"✓ {own}" if each == current else own, f"lang:{each}") for each, own in LANGUAGES.items()]
    rows = tuple(tuple(keys[start : start + 2]) for start in range(0, len(keys), 2))
    how = fill(tr, "{command} takes the one of your Telegram.", command=code("/lang auto"))
    return Message(join("\n", [bold(tr("Which language should I speak here?")), how]), rows)


def speaks(tr: Translator, language: str, before: str | None, elsewhere: str = "") -> Message:
    """The language from now on, here or in another chat."""
    own = LANGUAGES[language]
    said = (
        tr("I speak {language} in {chat} now.", language=own, chat=short(elsewhere, _TITLE))
        if elsewhere
        else tr("I speak {language} here now.", language=own)
    )
    return Message(Rich() + bold(said), ((Button(tr("Undo"), f"lang:{before or NONE}"),),))
