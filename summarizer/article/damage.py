"""What libraries raise on broken files, under names that people can be told."""

from collections.abc import Iterator
from contextlib import contextmanager

from summarizer.errors import NotReadable, SummarizerError, TooHeavy
from summarizer.types import Outcome


def damaged() -> NotReadable:
    """The error for a file that is not what it begins as."""
    return NotReadable("damaged", outcome=Outcome.UNSUPPORTED)


def encrypted() -> NotReadable:
    """The error for a file that needs a password."""
    return NotReadable("encrypted", outcome=Outcome.UNSUPPORTED)


@contextmanager
def named_errors() -> Iterator[None]:
    """A block for calls of a library with bytes from strangers, and for nothing else.

    No parser here lists what it raises on a broken file: KeyError, struct.error, AssertionError and twenty more
    were seen. So everything counts as damage, but for our own errors and what a file too deep or too large gives.

    Raises:
        NotReadable: `damaged`, the library raised.
        TooHeavy: it ran out of stack or memory.
    """
    try:
        yield
    except SummarizerError:
        raise
    except (RecursionError, MemoryError):
        raise TooHeavy("too_heavy") from None
    except Exception:  # noqa: BLE001 - see above
        raise damaged() from None
