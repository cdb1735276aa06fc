"""How far many articles have come, for whoever waits at a terminal."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO

Told = Callable[[int, int], None]


@contextmanager
def progress(lines: BinaryIO, out: TextIO, screen: TextIO) -> Iterator[Told]:
    """A bar on `screen` while a block runs, which tells how many `lines` were answered and of how many bytes.

    There is none unless `screen` is a terminal, and `lines` a file, whose size is the whole, or a pipe, of which no
    whole is known. There is none either when the answers go to a terminal: they show how far they are.
    """
    kind = os.fstat(lines.fileno())
    readable = stat.S_ISREG(kind.st_mode) or stat.S_ISFIFO(kind.st_mode)
    if out.isatty() or not (readable and screen.isatty()):
        yield lambda _answered, _size: None
        return
    with _bar(screen, kind.st_size if stat.S_ISREG(kind.st_mode) else None) as told:
        yield told


@contextmanager
def _bar(screen: TextIO, whole: int | None) -> Iterator[Told]:
    """The bar itself; `whole` is in bytes."""
    from rich.console import Console  # noqa: PLC0415 - a tenth of a second that only a terminal pays
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    count = TextColumn("{task.fields[articles]:,} articles")
    columns = (
        (BarColumn(), TaskProgressColumn(), count, TimeRemainingColumn()) if whole else (BarColumn(), count)
    )
    # The answers go where they went before: Rich would else bring them to the screen.
    with Progress(
        *columns, console=Console(file=screen), redirect_stdout=False, redirect_stderr=False
    ) as bar:
        task = bar.add_task("", total=whole, articles=0)

        def told(answered: int, size: int) -> None:
            bar.update(task, advance=size, articles=bar.tasks[0].fields["articles"] + answered)

        yield told
        if whole:
            bar.update(task, completed=whole)  # empty lines are part of the whole, and have no answer
