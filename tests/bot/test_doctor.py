"""The doctor finds what is wrong and changes nothing."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.resources import wall_clock
from bot.storage import Database, updates

Doctor = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def doctor(tmp_path: Path) -> Doctor:
    def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("NUTGRAF_")}
        environment |= {"NUTGRAF_TOKEN": "1000:abcdef", "NUTGRAF_DATA_DIR": str(tmp_path)} | settings
        command = [sys.executable, "-m", "bot", "doctor", *arguments]
        return subprocess.run(
            command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
        )

    return run


async def live(folder: Path, ago: timedelta) -> None:
    database = await Database.open(folder / "nutgraf.db")
    async with database.begin() as tx:
        for name in ("poll", "sweep"):
            await updates.beat(tx, name, wall_clock(None) - ago)
    await database.close()


async def test_a_bot_that_polls_and_sweeps_is_well(doctor: Doctor, tmp_path: Path) -> None:
    await live(tmp_path, timedelta(seconds=5))
    done = doctor("--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


async def test_a_bot_that_stopped_polling_is_ill(doctor: Doctor, tmp_path: Path) -> None:
    await live(tmp_path, timedelta(minutes=10))
    done = doctor("--quiet")
    assert done.returncode == 5
    assert "last poll: 60" in done.stderr


def test_a_bot_that_never_ran_is_told_to_start(doctor: Doctor, tmp_path: Path) -> None:
    done = doctor()
    assert done.returncode == 5
    assert "Start the bot" in done.stderr
    assert not (tmp_path / "nutgraf.db").exists()


def test_a_wrong_setting_is_named(doctor: Doctor) -> None:
    done = doctor(NUTGRAF_TIMEZONE="Mars")
    assert done.returncode == 4
    assert "NUTGRAF_TIMEZONE" in done.stderr
