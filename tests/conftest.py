"""What tests of every kind share."""

import os
import shutil

import pytest

os.environ["PTB_TIMEDELTA"] = "1"  # as in `bot.sending`


def need(program: str) -> str:
    """The path of a program the test can't do without; the test is skipped, or fails where all are required."""
    path = shutil.which(program)
    if path is None:
        reason = f"{program} is not installed"
        if os.environ.get("NUTGRAF_TEST_REQUIRE") == "all":
            pytest.fail(reason)
        pytest.skip(reason)
    return path
