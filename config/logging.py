"""Log lines: structured, on stderr; no token stands in them, no number of a person or chat, and no word of theirs."""

import hmac
import logging
import re
import sys
from collections.abc import Iterator, MutableMapping
from functools import partial
from hashlib import sha256
from typing import Any

import structlog
from structlog.tracebacks import Stack, extract
from structlog.typing import ExcInfo

# A token stands in the path of every Bot API request; libraries log those, and tracebacks may hold them.
_SECRET = re.compile(r"(?:bot)?\d{1,20}:[A-Za-z0-9_-]{20,}")


def redact(text: str) -> str:
    """The text with anything that looks like a bot token masked."""
    return _SECRET.sub("[token]", text)


# What names a person or a chat: fields that hold its number, and whole numbers as long as Telegram's within other texts.
_NUMBERS = frozenset({"chat", "person", "old_chat", "new_chat"})
_LONG = re.compile(r"(?<![\w.:-])-?\d{6,}(?![\w.:-])")
# An exception quotes the value that it is about, which may be what somebody wrote.
_QUOTED = re.compile(r"""['"].*['"]""", re.DOTALL)
_OWN = frozenset({"timestamp", "level", "logger", "event"})

Event = MutableMapping[str, Any]


def code_of(key: bytes, number: object) -> str:
    """What stands for the number of a person or a chat: the same in every line, and told by nobody without the key."""
    return "#" + hmac.new(key, str(number).encode(), sha256).hexdigest()[:10]


def _hide(key: bytes, _logger: Any, _name: str, event: Event) -> Event:  # noqa: ANN401 - structlog's own signature
    return {name: _hidden(key, name, value) for name, value in event.items()}


def _hidden(key: bytes, name: str, value: object) -> object:
    if name in _NUMBERS:
        return code_of(key, value)
    if not isinstance(value, str):
        return value
    text = redact(value)
    return text if name in _OWN else _LONG.sub(lambda found: code_of(key, found[0]), text)


def _trace(exc_info: ExcInfo) -> str:
    """Where an exception came from; what it quotes is left out."""
    stacks = extract(*exc_info, show_locals=False).stacks
    return "\n".join(line for stack in reversed(stacks) for line in _lines(stack))


def _lines(stack: Stack) -> Iterator[str]:
    for frame in stack.frames:
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
    yield f"{stack.exc_type}: {_QUOTED.sub('…', stack.exc_value)}"


def configure(*, level: str, form: str, token: str) -> None:
    """Send structlog's and the libraries' lines to stderr.

    Args:
        level: debug, info, warning or error.
        form: text or json.
        token: the bot's; with another one, numbers have other codes.
    """
    hide = partial(_hide, sha256(f"log:{token}".encode()).digest())
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.ExceptionRenderer(_trace),
    ]
    renderer = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *shared],
            # last, so that what a processor before it put together is masked too
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, hide, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    # One line for every poll, with the token in its address: of no use at any level below warning.
    for name in ("httpx", "httpcore", "telegram", "apscheduler", "aiosqlite", "alembic"):
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    # Each sweep logs its own bugs; the scheduler would add a line for every tick that a long sweep leaves out.
    logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
    # The receiver logs what goes wrong with a poll in one line; the library would add a traceback to each.
    logging.getLogger("telegram.ext.Updater").setLevel(logging.CRITICAL)
