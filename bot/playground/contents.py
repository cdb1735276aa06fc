"""What may stand in a message of the bot: text, entities and keyboard, checked as the official server checks them."""

from typing import Any

from bot.playground import entities, keyboards, markup
from bot.playground.chats import Json
from bot.playground.errors import bad_request
from bot.playground.params import Params

# TDLib counts code points after the entities were parsed.
LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def text_of(params: Params) -> Json:
    """Text, entities and keyboard of a message.

    Raises:
        ApiError: there is no text or too much of it, or something about it is malformed.
    """
    text = checked_text(params.text("text"), params.text("parse_mode"), params.json("entities"))
    return text | keyboard_of(params)


def checked_text(source: str, mode: str, given: Any) -> Json:  # noqa: ANN401 - whatever the JSON holds
    """A text and its entities as a message shows them.

    Raises:
        ApiError: there is no text or too much of it, or its entities are malformed.
    """
    text, kept = entities.trimmed(*styled(source, mode, given))
    if not text:
        raise bad_request("message text is empty")
    if len(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    every = entities.with_found(text, kept)
    return {"text": text, **({"entities": every} if every else {})}


def styled(text: str, mode: str, given: Any) -> tuple[str, list[Json]]:  # noqa: ANN401 - whatever the JSON holds
    """A text and its entities, from markup or as they are given."""
    return markup.parse_html(text) if mode.lower() == "html" else (text, entities.checked(text, given))


def keyboard_of(params: Params) -> Json:
    """The keyboard of a message, as a part of it."""
    return shown_keyboard(params.json("reply_markup"))


def shown_keyboard(sent: object) -> Json:
    """A keyboard as a message shows it; nothing where there is none."""
    keyboard = keyboards.checked(sent)
    return {"reply_markup": keyboard} if keyboard else {}
