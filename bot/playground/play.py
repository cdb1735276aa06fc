"""What the chat page asks: the state, what happens, and what a person does."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import asdict
from datetime import timedelta
from functools import wraps
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from bot.playground import changes, people
from bot.playground.chats import Chat, Json
from bot.playground.clock import read_offset, write_offset
from bot.playground.errors import ApiError, bad_request
from bot.playground.events import CLOSE, Event
from bot.playground.faults import Fault
from bot.playground.state import Playground

HEARTBEAT_SECONDS = 15.0
# A digest is due at its second; the clock goes a little beyond it.
BEYOND = timedelta(seconds=5)


def _answering(
    act: Callable[[Playground, Request], Awaitable[Any]],
) -> Callable[[Request], Awaitable[Response]]:
    @wraps(act)
    async def answer(request: Request) -> Response:
        try:
            return JSONResponse(await act(request.app.state.playground, request))
        except (ApiError, KeyError, ValueError, TypeError) as error:
            if isinstance(error, ApiError):
                return JSONResponse({"description": error.description}, error.code)
            return JSONResponse({"description": "The request is not complete."}, 400)

    return answer


def _chat(playground: Playground, request: Request) -> Chat:
    return playground.chat(request.path_params.get("chat") or request.query_params.get("chat", "1"))


async def _clock(playground: Playground, chat: int) -> Json:
    upcoming = await playground.next_digest(chat) if playground.next_digest else None
    zone = upcoming.tzinfo.key if upcoming and isinstance(upcoming.tzinfo, ZoneInfo) else None
    now = playground.clock().isoformat()
    return {"now": now, "next_digest": upcoming.isoformat() if upcoming else None, "zone": zone}


@_answering
async def state(playground: Playground, request: Request) -> Json:
    """Everything that the page shows."""
    chat = _chat(playground, request)
    return {
        "bot": {"name": playground.bot.first_name, "username": playground.bot.username},
        "me": playground.me.as_json(),
        "chat": chat.as_json(),
        "chats": [each.as_json() for each in playground.chats.values()],
        "commands": playground.commands.seen_in(chat, playground.me),
        "messages": list(chat.messages.values()),
        "suggestions": [{"label": label, "text": text} for label, text in playground.suggestions],
        **await _clock(playground, chat.id),
    }


@_answering
async def say(playground: Playground, request: Request) -> Json:
    """Somebody writes."""
    body = await request.json()
    user = playground.users[body.get("from", playground.me.id)]
    return people.say(
        playground,
        _chat(playground, request),
        user,
        str(body["text"]),
        reply_to=body.get("reply_to"),
        thread=body.get("thread"),
    )


@_answering
async def send_file(playground: Playground, request: Request) -> Json:
    """Somebody sends a file."""
    query, data = request.query_params, await request.body()
    mime = query.get("mime", "application/octet-stream")
    chat, caption = _chat(playground, request), query.get("caption", "")
    return people.send_file(playground, chat, playground.me, query["name"], mime, data, caption=caption)


async def get_file(request: Request) -> Response:
    """A file that somebody sent, to be saved; the browser never shows it as a page."""
    playground: Playground = request.app.state.playground
    try:
        stored = playground.files.by_id(request.path_params["id"])
    except ApiError:
        return Response("There is no such file.", 404)
    name = re.sub(r"[^\w. -]", "_", stored.name, flags=re.ASCII)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(stored.data, media_type="application/octet-stream", headers=headers)


@_answering
async def press(playground: Playground, request: Request) -> Json:
    """Somebody presses a button."""
    body = await request.json()
    chat = _chat(playground, request)
    return {"id": people.press(playground, chat, playground.me, int(body["message_id"]), str(body["data"]))}


@_answering
async def edit(playground: Playground, request: Request) -> Json:
    """Somebody edits a message of theirs."""
    body = await request.json()
    return people.edit(playground, _chat(playground, request), int(body["message_id"]), str(body["text"]))


@_answering
async def block(playground: Playground, request: Request) -> Json:
    """Somebody blocks the bot, or no longer."""
    body = await request.json()
    changes.block(playground, _chat(playground, request), playground.me, blocked=bool(body["blocked"]))
    return {}


@_answering
async def move_clock(playground: Playground, request: Request) -> Json:
    """Time passes: so many seconds, or until the chat's next digest."""
    body = await request.json()
    if playground.clock_file is None:
        raise bad_request("this clock can't be moved")
    chat = int(body.get("chat", playground.me.id))
    seconds = float(body.get("seconds", 0))
    if body.get("to") == "next_digest":
        upcoming = await playground.next_digest(chat) if playground.next_digest else None
        if upcoming is None:
            raise bad_request("no digest is scheduled yet")
        seconds = max(0.0, (upcoming + BEYOND - playground.clock()).total_seconds())
    write_offset(playground.clock_file, read_offset(playground.clock_file) + seconds)
    shown = await _clock(playground, chat)
    playground.events.publish(chat, "clock", shown)
    return shown


@_answering
async def arm(playground: Playground, request: Request) -> Json:
    """The next calls of a method go wrong."""
    fault = Fault(**await request.json())
    playground.faults.arm(fault)
    return asdict(fault)


async def events(request: Request) -> Response:
    """What happens in a chat, as it happens."""
    playground: Playground = request.app.state.playground
    try:
        chat = _chat(playground, request)
    except ApiError as error:
        return JSONResponse({"description": error.description}, error.code)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_stream(playground, chat.id), media_type="text/event-stream", headers=headers)


async def _stream(playground: Playground, chat: int) -> AsyncIterator[str]:
    waiting: asyncio.Queue[Event] = asyncio.Queue()
    clock = ""
    with playground.events.listening(waiting.put_nowait):
        yield ": open\n\n"
        while not playground.closing.is_set():
            try:
                event = await asyncio.wait_for(waiting.get(), HEARTBEAT_SECONDS)
            except TimeoutError:
                yield ": still here\n\n"
                continue
            if event.kind == CLOSE:
                return
            if event.chat not in {None, chat}:
                continue
            yield _line(event.kind, event.data["commands"] if event.kind == "commands" else event.data)
            if event.kind in {"message", "edit"}:  # an answer may have moved the next digest
                clock, before = json.dumps(await _clock(playground, chat)), clock
                if clock != before:
                    yield f"event: clock\ndata: {clock}\n\n"


def _line(kind: str, data: object) -> str:
    return f"event: {kind}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
