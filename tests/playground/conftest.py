"""A playground on a port of its own, and Telegram's own library as its client."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from telegram import Bot

from bot.playground.person import Person
from bot.playground.server import serving
from bot.playground.state import Playground

TOKEN = "1000:secret"


@pytest.fixture
def playground() -> Playground:
    return Playground(TOKEN, lambda: datetime.now(UTC))


@pytest.fixture
def you(playground: Playground) -> Person:
    return Person(playground)


@pytest.fixture
async def url(playground: Playground) -> AsyncIterator[str]:
    async with serving(playground) as address:
        yield address


@pytest.fixture
async def bot(url: str) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as made:
        yield made
