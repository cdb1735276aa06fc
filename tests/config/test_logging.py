"""A log tells what happened and where, and nothing about anybody."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import structlog

from config.logging import configure

TOKEN = "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
WORDS = "my secret diary of November"


@contextmanager
def logged(form: str = "json", token: str = TOKEN) -> Iterator[io.StringIO]:
    """What is logged meanwhile."""
    out, root, stderr = io.StringIO(), logging.getLogger(), sys.stderr
    handlers, level, sys.stderr = root.handlers[:], root.level, out
    try:
        configure(level="debug", form=form, token=token)
        yield out
    finally:
        sys.stderr, root.handlers[:] = stderr, handlers
        root.setLevel(level)
        structlog.reset_defaults()


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    with logged() as out:
        yield out


def test_the_number_of_a_chat_is_a_code_that_is_the_same_in_every_line(lines: io.StringIO) -> None:
    log = structlog.get_logger("test")
    log.info("a menu", chat=-1001234567890)
    log.info("moved", old_chat=-1001234567890, reason="Group migrated. New chat id: -1009876543210")
    first, second = map(json.loads, lines.getvalue().splitlines())
    assert first["chat"] == second["old_chat"]
    assert first["chat"].startswith("#")
    assert "1234567890" not in lines.getvalue()
    assert "9876543210" not in lines.getvalue()


def test_another_token_gives_other_codes() -> None:
    codes = set()
    for token in (TOKEN, TOKEN[::-1]):
        with logged(token=token) as lines:
            structlog.get_logger("test").info("a menu", chat=5)
        codes.add(json.loads(lines.getvalue())["chat"])
    assert len(codes) == 2


def test_a_traceback_says_where_and_leaves_out_what_somebody_wrote(lines: io.StringIO) -> None:
    def parse(text: str) -> int:
        known: dict[str, int] = {}
        return known[text] if text.startswith("it's") else int(text)

    for text in (WORDS, f"it's {WORDS}"):
        try:
            parse(text)
        except (ValueError, KeyError):
            structlog.get_logger("test").exception("a bug", code="AB12")
    first, second = (json.loads(line)["exception"] for line in lines.getvalue().splitlines())
    assert "ValueError: invalid literal for int() with base 10: …" in first
    assert "KeyError: …" in second
    assert "in parse" in first
    assert "test_logging.py" in second
    assert "secret" not in lines.getvalue()


def test_a_cause_stands_before_what_came_of_it(lines: io.StringIO) -> None:
    try:
        try:
            int("x")
        except ValueError as error:
            raise RuntimeError("no number") from error
    except RuntimeError:
        structlog.get_logger("test").exception("a bug")
    told = json.loads(lines.getvalue())["exception"]
    assert told.index("ValueError") < told.index("RuntimeError: no number")


def test_the_token_stands_in_no_line_of_a_library_either(lines: io.StringIO) -> None:
    logging.getLogger("httpx").warning("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    try:
        raise OSError(f"no answer from /bot{TOKEN}/getUpdates")  # noqa: TRY301 - as a library would
    except OSError:
        logging.getLogger("uvicorn").exception("failed with %s", TOKEN)
    assert len(lines.getvalue().splitlines()) == 2
    assert "AAHdq" not in lines.getvalue()


@pytest.mark.parametrize("form", ["json", "text"])
def test_what_happened_stays_readable(form: str) -> None:
    with logged(form) as lines:
        structlog.get_logger("test").info("a feed could not be read", feed=12, reason="timeout")
    for piece in ("a feed could not be read", "12", "timeout"):
        assert piece in lines.getvalue()
