"""A bot without Telegram, and a newspaper's site on loopback."""

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import uvicorn

from bot import resources as opening
from bot.models import ChatKind
from bot.resources import Resources
from bot.storage import chats
from config.settings import Settings
from tests.bot.feeds.paper import Paper


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
async def site(paper: Paper) -> AsyncIterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(paper.app, log_config=None, lifespan="off"))
        task = asyncio.create_task(server.serve(sockets=[listener]))
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        await task


@pytest.fixture
async def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Resources]:
    monkeypatch.chdir(tmp_path)
    settings = Settings(
        token="1000:abcdef",
        data_dir=tmp_path,
        clock_file=tmp_path / "clock",
        fetch_allow_private="127.0.0.0/8",
    )
    async with opening.opened(settings) as made:
        async with made.database.begin() as tx:
            await chats.remember(tx, 1, ChatKind.PRIVATE, "You")
            await chats.remember(tx, 2, ChatKind.PRIVATE, "Friend")
        yield made
