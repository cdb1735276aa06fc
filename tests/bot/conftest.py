"""What all tests of the bot live with."""

from collections.abc import Iterator

import pytest

from tests.network import only_loopback


@pytest.fixture(autouse=True)
def refused() -> Iterator[list[str]]:
    """No network beyond this machine, and no swallowing of the refusal either."""
    with only_loopback() as refused:
        yield refused
    assert not refused, f"the test reached for {refused}"
