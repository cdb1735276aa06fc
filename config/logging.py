"""Log lines: structured, on stderr, and never with the token in them."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

# A token stands in the path of every Bot API request; libraries log those, and tracebacks may hold them.
_SECRET = re.compile(r"(?:bot)?\d{1,20}:[A-Za-z0-9_-]{20,}")


def redact(text: str) -> str:
    """The text with anything that looks like a bot token masked."""
    return _SECRET.sub("[token]", text)


def _redact_event(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:  # noqa: ANN401 - structlog's own signature
    return {key: redact(value) if isinstance(value, str) else value for key, value in event.items()}


def configure(*, level: str, form: str) -> None:
    """Send structlog's and the libraries' lines to stderr.

    Args:
        level: debug, info, warning or error.
        form: text or json.
    """
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _redact_event,
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
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _redact_event, renderer],
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
