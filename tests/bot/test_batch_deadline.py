"""A method that takes too long, or takes its process down, ends in the lead."""

import json
import multiprocessing
import os
import time
from io import StringIO
from pathlib import Path

import pytest

from bot.batch import condense_lines, condense_sources
from bot.condensing import condense_in_time
from bot.workers import Workers
from summarizer.article.documents import read_text
from summarizer.article.guard import Policy
from summarizer.errors import TooHeavy
from summarizer.types import Options, Outcome

TEXT = "\n\n".join(
    f"In the year {1900 + number} the town of Lesk spent {number} crowns on its old bridge, the council said."
    for number in range(12)
)


class Deadly(str):
    """The name of a method that ends the process of the worker that looks for it."""

    __slots__ = ()

    def __hash__(self) -> int:
        if multiprocessing.parent_process():
            os._exit(1)
        return super().__hash__()


def endless_but_lead(subject: str, options: Options) -> str:
    while options.method != "lead":
        time.sleep(0.1)
    return f"{options.method} of {subject}"


def endless(subject: str, options: Options) -> str:
    while True:
        time.sleep(len(subject) + options.sentences)


async def test_a_method_that_never_ends_is_killed_and_gives_the_lead() -> None:
    async with Workers(1, deadline=1.0) as workers:
        start = time.monotonic()
        made = await condense_in_time(workers, endless_but_lead, "a text", Options("kl"))
        assert made == "lead of a text"
        assert 1 <= time.monotonic() - start < 10


async def test_a_lead_that_never_ends_is_too_heavy() -> None:
    async with Workers(1, deadline=0.3) as workers:
        for method in ("kl", "lead"):
            with pytest.raises(TooHeavy):
                await condense_in_time(workers, endless, "a text", Options(method))


async def test_lines_of_a_method_that_dies_are_answered_with_the_lead(tmp_path: Path) -> None:
    source = tmp_path / "lines"
    rows = [{"id": 1, "text": TEXT}, {"id": 2, "text": 5}]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    out = StringIO()
    told: list[tuple[int, int]] = []
    with source.open("rb") as lines:
        await condense_lines(lines, out, Options(Deadly("kl"), 2), lambda *done: told.append(done))
    first, second = (json.loads(line) for line in out.getvalue().splitlines())
    assert (first["id"], first["method"], first["outcome"]) == (1, "lead", "ok")
    assert first["bullets"] == TEXT.split("\n\n")[:2]
    assert (second["id"], second["method"], second["outcome"]) == (2, "kl", "unsupported")
    assert told == [(2, source.stat().st_size)]


async def test_a_file_for_a_method_that_dies_gives_its_lead(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(TEXT, "utf-8")
    (result,) = await condense_sources([str(file)], Options(Deadly("kl")), Policy())
    assert result.summary
    assert (result.summary.method, result.summary.outcome) == ("lead", Outcome.OK)
    assert result.summary.bullets[0].text == TEXT.split("\n\n", maxsplit=1)[0]


async def test_the_bot_answers_with_the_lead_when_the_method_dies(tmp_path: Path) -> None:
    from bot import resources as opening
    from bot import summaries
    from config.settings import Settings  # here, as each worker imports what stands above

    settings = Settings(token="1000:abcdef", data_dir=tmp_path)
    async with opening.opened(settings) as resources:
        number = await summaries.keep(resources, read_text(TEXT))
        made = await summaries.of(resources, number, Options(Deadly("kl"), 3))
    assert made
    assert made.method == "lead"
    assert [bullet.text for bullet in made.bullets] == TEXT.split("\n\n")[:3]
