"""Everything over HTTP on loopback: the Bot API, the chat page with what it asks, and the small web of articles."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from bot.playground import api, play
from bot.playground.faults import ConnectionDropped
from bot.playground.site import Site, site_routes
from bot.playground.state import Playground

PAGE = Path(__file__).with_name("page")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
CSP = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

Handler = Callable[[Request], Awaitable[Response]]


def _local(handler: Handler) -> Handler:
    """Only pages that this server served may ask: no other site, and no name that was bent to this machine."""

    async def guarded(request: Request) -> Response:
        origin = request.headers.get("origin")
        if request.url.hostname not in LOOPBACK or (
            origin and urlsplit(origin).netloc != request.headers.get("host")
        ):
            return PlainTextResponse("This page is only for this machine.", 403)
        return await handler(request)

    return guarded


async def _index(_request: Request) -> Response:
    return FileResponse(PAGE / "index.html", headers={"Content-Security-Policy": CSP})


def create_app(playground: Playground) -> Starlette:
    """The server of one playground."""
    get, post = ["GET"], ["POST"]
    routes = [
        Route("/bot{token}/{method}", api.call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", api.download, methods=get),
        Route("/", _local(_index), methods=get),
        Mount("/page", StaticFiles(directory=PAGE)),
        Route("/play/state", _local(play.state), methods=get),
        Route("/play/events", _local(play.events), methods=get),
        Route("/play/chats/{chat}/messages", _local(play.say), methods=post),
        Route("/play/chats/{chat}/files", _local(play.send_file), methods=post),
        Route("/play/chats/{chat}/press", _local(play.press), methods=post),
        Route("/play/chats/{chat}/edit", _local(play.edit), methods=post),
        Route("/play/chats/{chat}/block", _local(play.block), methods=post),
        Route("/play/clock", _local(play.move_clock), methods=post),
        Route("/play/faults", _local(play.arm), methods=post),
        *site_routes(Site(playground.clock)),
    ]
    app = Starlette(routes=routes)
    app.state.playground = playground
    return app


class _Server(uvicorn.Server):
    """Leaves the signals to whoever runs it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class _Dropping:
    """Ends a connection without an answer where a fault asks for it."""

    def __init__(self, app: Starlette) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with contextlib.suppress(ConnectionDropped):
            await self._app(scope, receive, send)


@asynccontextmanager
async def serving(playground: Playground, port: int = 0) -> AsyncIterator[str]:
    """The playground's address for as long as the block runs; port 0 takes a free one."""
    with socket.create_server(("127.0.0.1", port)) as listener:
        config = uvicorn.Config(
            _Dropping(create_app(playground)),
            log_config=None,
            log_level="critical",
            lifespan="off",
            timeout_graceful_shutdown=2,
        )
        server = _Server(config)
        playground.resume()
        task = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started and not task.done():  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            playground.close()
            server.should_exit = True
            await task
