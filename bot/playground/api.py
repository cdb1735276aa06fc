"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.playground.chats import Json
from bot.playground.errors import ApiError
from bot.playground.faults import Call, ConnectionDropped, Fault
from bot.playground.methods import METHODS
from bot.playground.params import params_of
from bot.playground.state import Playground


async def call(request: Request) -> Response:
    """One call of the bot."""
    playground: Playground = request.app.state.playground
    try:
        result = await _called(playground, request)
    except ApiError as error:
        answer: Json = {"ok": False, "error_code": error.code, "description": error.description}
        if error.parameters:
            answer["parameters"] = error.parameters
        return JSONResponse(answer, error.code)
    return JSONResponse({"ok": True, "result": result})


async def _called(playground: Playground, request: Request) -> object:
    if request.path_params["token"] != playground.token:
        raise ApiError(401, "Unauthorized")
    name = request.path_params["method"]
    method = METHODS.get(name.lower())
    if method is None:
        raise ApiError(404, "Not Found")
    params = await params_of(request)
    playground.calls.append(Call(name, params.values, playground.clock()))
    fault = playground.faults.take(name)
    await _pause(playground, fault.before)
    error = fault.error()
    if error and not fault.effect:
        raise error
    result = await method(playground, params)
    await _pause(playground, fault.after)
    return _end(fault, error, result)


def _end(fault: Fault, error: ApiError | None, result: object) -> object:
    if fault.drop:
        raise ConnectionDropped
    if error:
        raise error
    return result


async def _pause(playground: Playground, seconds: float) -> None:
    if seconds:
        try:
            await asyncio.wait_for(playground.closing.wait(), seconds)
        except TimeoutError:
            return


async def download(request: Request) -> Response:
    """A file that somebody sent."""
    playground: Playground = request.app.state.playground
    stored = playground.files.at(request.path_params["path"])
    if request.path_params["token"] != playground.token or stored is None:
        return JSONResponse({"ok": False, "error_code": 404, "description": "Not Found"}, 404)
    return Response(stored.data, media_type=stored.mime)
