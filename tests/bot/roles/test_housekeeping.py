"""What is old is forgotten in its time: a chat that lost the bot may come back for a month."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import resources as opening
from bot.models import ChatKind
from bot.playground.clock import write_offset
from bot.roles.housekeeping import keep_house
from bot.storage import chats
from config.settings import Settings

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)


async def test_a_chat_is_forgotten_a_month_after_it_lost_the_bot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    clock = tmp_path / "clock"
    settings = Settings(token="1000:abcdef", data_dir=tmp_path, clock_file=clock)
    async with opening.opened(settings) as resources:
        async with resources.database.begin() as tx:
            for number in range(1, 50):
                await chats.remember(tx, number, ChatKind.PRIVATE, "Somebody")
                await chats.lose(tx, number, NOON + number * timedelta(seconds=1))
            await chats.remember(tx, 50, ChatKind.PRIVATE, "You")
        for days, left in ((29, 50), (31, 1), (900, 1)):
            write_offset(clock, (NOON + days * DAY - datetime.now(UTC)).total_seconds())
            await keep_house(resources)
            async with resources.database.reading() as tx:
                known = [number for number in range(1, 51) if await chats.get(tx, number)]
            assert len(known) == left, days
