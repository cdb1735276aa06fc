"""How the bot answers people who press a button or type behind its name."""

import re
from typing import Any

from bot.playground import inline
from bot.playground.chats import Json
from bot.playground.contents import checked_text, shown_keyboard
from bot.playground.errors import bad_request
from bot.playground.methods.common import Method
from bot.playground.params import Params
from bot.playground.state import Playground

LONGEST_TOAST = 200
MOST_RESULTS = 50
LONGEST_ID = 64
LONGEST_OFFSET = 64
USUAL_CACHE_TIME = 300
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


async def answer_callback_query(playground: Playground, params: Params) -> bool:
    """What the person sees who pressed a button."""
    text = params.text("text")
    if len(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    query = playground.queries.answer(params.text("callback_query_id"))
    shown = {"text": text, "alert": params.flag("show_alert"), "user": query.user}
    playground.events.publish(query.chat, "toast", shown)
    return True


async def answer_inline_query(playground: Playground, params: Params) -> bool:
    """What the person is offered who typed behind the bot's name."""
    results = _results(params.json("results") or [])
    next_offset = params.text("next_offset")
    if len(next_offset.encode()) > LONGEST_OFFSET:
        raise bad_request("NEXT_OFFSET_INVALID")
    cache_time = params.integer("cache_time")
    offer = playground.offers.answer(
        params.text("inline_query_id"),
        results,
        cache_time=USUAL_CACHE_TIME if cache_time is None else cache_time,
        is_personal=params.flag("is_personal"),
        next_offset=next_offset,
        button=_button(params.json("button")),
        now=playground.clock(),
    )
    inline.tell(playground, offer.asked.chat, offer.asked.user, offer)
    return True


METHODS: dict[str, Method] = {
    "answercallbackquery": answer_callback_query,
    "answerinlinequery": answer_inline_query,
}


def _results(sent: Any) -> tuple[Json, ...]:  # noqa: ANN401 - whatever the JSON holds
    if not isinstance(sent, list):
        raise bad_request("expected an Array of inline query results")
    if len(sent) > MOST_RESULTS:
        raise bad_request("too many inline query results specified")
    results = tuple(_result(result) for result in sent)
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    return results


def _result(sent: Any) -> Json:  # noqa: ANN401 - whatever the JSON holds
    """A result as it was sent, and the message that it becomes as `content` if that is a text."""
    if not isinstance(sent, dict):
        raise _unparsed("Inline query result must be an object")
    number = _required(sent, "id")
    if not 1 <= len(number.encode()) <= LONGEST_ID:
        raise bad_request("RESULT_ID_INVALID")
    if _required(sent, "type") == "article":
        _required(sent, "title")
        if "input_message_content" not in sent:
            raise _unparsed('Can\'t find field "message_text"')
    written = sent.get("input_message_content", {})
    if "message_text" not in written:
        return dict(sent)
    text = checked_text(
        written["message_text"], written.get("parse_mode") or "", written.get("entities") or None
    )
    return sent | {"content": text | shown_keyboard(sent.get("reply_markup"))}


def _button(sent: Any) -> Json | None:  # noqa: ANN401 - whatever the JSON holds
    if sent is None:
        return None
    if not isinstance(sent, dict) or not sent.get("text"):
        raise bad_request("can't parse inline query results button: Can't find field \"text\"")
    if "web_app" not in sent and not START_PARAMETER.fullmatch(str(sent.get("start_parameter", ""))):
        raise bad_request("START_PARAM_INVALID")
    return dict(sent)


def _required(sent: Json, field: str) -> str:
    value = sent.get(field)
    if not isinstance(value, str):
        raise _unparsed(f'Can\'t find field "{field}"')
    return value


def _unparsed(reason: str) -> Exception:
    return bad_request(f"can't parse inline query result: {reason}")
