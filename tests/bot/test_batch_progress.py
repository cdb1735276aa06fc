"""The bar on a terminal, as people see it: a process of its own behind a pseudo-terminal."""

import json
import os
import pty
import re
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

RUN = [sys.executable, "-c", "from bot.cli import main; main()", "summarize", "--jsonl"]
ROOT = Path(__file__).parents[2]
COUNT = 20


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "lines"
    path.write_text("\n".join(json.dumps({"id": n, "text": "So short."}) + "\n" for n in range(COUNT)))
    return path


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    return tmp_path / "answers"


def seen(command: str, answers: Path | None = None) -> str:
    """What a terminal shows of the errors, and of the answers where they don't go to a file."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "TERM": "xterm"}
    with (
        open(answers, "wb") if answers else nullcontext(theirs) as out,  # noqa: PTH123 - one of two kinds
        subprocess.Popen(
            ["sh", "-c", command, *RUN], stdin=subprocess.DEVNULL, stdout=out, stderr=theirs, env=environment
        ) as process,
    ):
        os.close(theirs)
        shown = b""
        try:
            while some := os.read(ours, 4096):
                shown += some
        except OSError:  # the other end is closed
            pass
        os.close(ours)
    assert process.returncode == 0
    return re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", shown.decode())


def test_a_file_has_a_bar_that_fills_to_the_end(lines: Path, answers: Path) -> None:
    shown = seen(f'"$0" "$@" <{lines}', answers)
    assert f"100% {COUNT} articles" in shown.replace("\r", "\n").strip().split("\n")[-1]
    assert [json.loads(line)["id"] for line in answers.read_text().splitlines()] == [*range(COUNT)]


def test_a_pipe_has_a_count_and_no_share(lines: Path, answers: Path) -> None:
    shown = seen(f'cat {lines} | "$0" "$@"', answers)
    assert f"{COUNT} articles" in shown
    assert "%" not in shown
    assert len(answers.read_text().splitlines()) == COUNT


def test_answers_on_the_terminal_are_not_drawn_over(lines: Path) -> None:
    shown = seen(f'"$0" "$@" <{lines}')
    assert [json.loads(line)["id"] for line in shown.splitlines()] == [*range(COUNT)]


def test_nothing_is_shown_where_no_lines_can_come(answers: Path) -> None:
    assert seen('"$0" "$@" </dev/null', answers) == ""
    assert answers.read_bytes() == b""
