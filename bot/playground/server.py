"""Everything over HTTP on loopback: the Bot API, the chat page with what it asks, and the small web of articles."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.playground import api, play
from bot.playground.faults import ConnectionDropped
from bot.playground.site import Site, site_routes
from bot.playground.state import Playground

PAGE = Path(__file__).with_name("page")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
CSP = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


async def _index(_request: Request) -> Response:
    return FileResponse(PAGE / "index.html", headers={"Content-Security-Policy": CSP})


def create_app(playground: Playground) -> Starlette:
    """The server of one playground."""
    get, post = ["GET"], ["POST"]
    routes = [
        Route("/bot{token}/{method}", api.call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", api.download, methods=get),
        Route("/", _index, methods=get),
        Mount("/page", StaticFiles(directory=PAGE)),
        Route("/play/state", play.state, methods=get),
        Route("/play/events", play.events, methods=get),
        Route("/play/chats/{chat}/messages", play.say, methods=post),
        Route("/play/chats/{chat}/files", play.send_file, methods=post),
        Route("/play/files/{id}", play.get_file, methods=get),
        Route("/play/chats/{chat}/press", play.press, methods=post),
        Route("/play/chats/{chat}/edit", play.edit, methods=post),
        Route("/play/chats/{chat}/block", play.block, methods=post),
        Route("/play/clock", play.move_clock, methods=post),
        Route("/play/faults", play.arm, methods=post),
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


class _Door:
    """What stands before the routes: it lets in whom it may, and ends a connection without an answer where a fault asks.

    Only pages that this server served may ask: no other site, and no name that was bent to this machine.
    """

    def __init__(self, app: Starlette) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app: ASGIApp = (
            self._app if _is_local(scope) else PlainTextResponse("This page is only for this machine.", 403)
        )
        with contextlib.suppress(ConnectionDropped):
            await app(scope, receive, send)


def _is_local(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    host, origin = headers.get("host", ""), headers.get("origin")
    return urlsplit(f"//{host}").hostname in LOOPBACK and (not origin or urlsplit(origin).netloc == host)


@asynccontextmanager
async def serving(playground: Playground, port: int = 0) -> AsyncIterator[str]:
    """The playground's address for as long as the block runs; port 0 takes a free one."""
    with socket.create_server(("127.0.0.1", port)) as listener:
        config = uvicorn.Config(
            _Door(create_app(playground)),
            log_config=None,
            log_level="error",
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
