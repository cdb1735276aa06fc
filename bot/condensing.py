"""Condensing in workers, where a deadline always ends in an answer."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from bot.workers import Workers
from summarizer.errors import TooHeavy
from summarizer.types import Options

Subject = TypeVar("Subject")
Value = TypeVar("Value")

FALLBACK = "lead"  # no method takes less: it reads the openings and ranks nothing


async def condense_in_time(
    workers: Workers, condense: Callable[[Subject, Options], Value], subject: Subject, options: Options
) -> Value:
    """What `condense(subject, options)` gives in a worker; with the lead where the method took too long or too much.

    Raises:
        TooHeavy: the lead took too long, too.
    """
    try:
        return await workers.run(condense, subject, options)
    except TooHeavy:
        if options.method == FALLBACK:
            raise
    return await workers.run(condense, subject, replace(options, method=FALLBACK))
