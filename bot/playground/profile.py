"""How the bot presents itself: its name and descriptions, per language."""

import re

from bot.playground.errors import bad_request

LONGEST = {"name": 64, "description": 512, "short_description": 120}
TOO_LONG = {
    "name": "BOT_TITLE_INVALID",
    "description": "DESCRIPTION_TOO_LONG",
    "short_description": "ABOUT_TOO_LONG",
}
LANGUAGE = re.compile(r"(?:[a-z]{2})?")


class Profile:
    """Texts by their kind and language; the empty language is for all who have none of their own."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], str] = {}

    def set(self, kind: str, language: str, text: str) -> None:
        """Puts a text; an empty one takes it back.

        Raises:
            ApiError: it is too long, or the language is none.
        """
        check_language(language)
        if len(text) > LONGEST[kind]:
            raise bad_request(TOO_LONG[kind])
        self._texts[kind, language] = text

    def get(self, kind: str, language: str) -> str:
        """The text that somebody of this language sees."""
        return self._texts.get((kind, language)) or self._texts.get((kind, ""), "")


def check_language(code: str) -> None:
    """Refuses what is no language of two letters; an empty code stands for all.

    Raises:
        ApiError: it is none.
    """
    if not LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
