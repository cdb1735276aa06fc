"""Inline keyboards: checked as the official server checks them."""

from urllib.parse import urlsplit

from bot.playground.chats import Json
from bot.playground.errors import bad_request

MOST_BUTTONS = 100
MOST_DATA_BYTES = 64
# What a button may do that this server does not play.
UNPLAYED = (
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "copy_text",
    "pay",
)


def checked(markup: object) -> Json | None:
    """The inline keyboard of a message; None if there is none, or one of another kind.

    Raises:
        ApiError: it is malformed, too large, or a button can't work.
    """
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None:
        return None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    checked_rows = [[_button(button) for button in row] for row in rows if row]
    return {"inline_keyboard": checked_rows} if checked_rows else None


def label_of(markup: Json | None, label: str) -> Json | None:
    """The button with this text; None if there is none."""
    rows = (markup or {}).get("inline_keyboard", ())
    return next((button for row in rows for button in row if button["text"] == label), None)


def has_data(markup: Json | None, data: str) -> bool:
    """Whether a button sends this."""
    rows = (markup or {}).get("inline_keyboard", ())
    return any(button.get("callback_data") == data for row in rows for button in row)


def _button(button: object) -> Json:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str) or not button["text"]:
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    if "callback_data" in button:
        return _calling(button)
    if "url" in button:
        return _linking(button)
    if any(name in button for name in UNPLAYED):
        return button
    raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def _calling(button: Json) -> Json:
    data = button["callback_data"]
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return button


def _linking(button: Json) -> Json:
    address = urlsplit(str(button["url"]))
    if address.scheme not in {"http", "https", "tg"} or not address.netloc:
        raise bad_request("BUTTON_URL_INVALID")
    return button
