"""How cost grows with a text's length: our method beside sumy's LexRank, each cell in a process with a time limit."""

import random
import time
from datetime import date
from functools import cache
from itertools import accumulate
from multiprocessing import get_context
from multiprocessing.connection import Connection

from tests.bench import report
from tests.bench.compare import SYSTEMS
from tests.bench.data import Plan, Sample

SIZES = (20, 200, 2_000, 10_000)  # sentences
RIVALS = ("nutgraf", "sumy LexRank")
LIMIT = 45.0  # seconds a cell; sumy's LexRank takes about half of it for 2,000 sentences
_PLAN = Plan(5, 100)
_WORDS = 30_000  # of the vocabulary
_SHARES = list(accumulate(1 / rank for rank in range(1, _WORDS + 1)))  # Zipf's law
_LETTERS = "aeioulnrstdm"
_AT_LEAST = 1_000  # sentences in all that a cell is measured on, in as many texts as that takes


def run(day: date) -> None:
    """Measure every cell, print the table, and write the page."""
    cost = {(system, size): measured(system, size) for system in RIVALS for size in SIZES}
    heads = ["sentences", *(f"{system}, ms" for system in RIVALS), "times as fast", "nutgraf, µs a sentence"]
    made = report.table(heads, (_line(cost, size) for size in SIZES))
    said = _linear(cost)
    print(f"{made}\n{said}")
    told = (
        f"Texts of words as rare as in a language, {_PLAN.sentences} sentences out, {LIMIT:.0f} s at most.\n"
    )
    report.write("growth.md", "\n".join(["# Growth with length\n", report.machine(day), told, made, said]))


def measured(system: str, size: int) -> float | None:
    """CPU milliseconds of a text of that many sentences; None where the limit ended it."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_cell, args=(there, system, size))
    child.start()
    took: float | None = here.recv() if here.poll(LIMIT) else None
    child.terminate()
    child.join()
    return took


def text(sentences: int, seed: int) -> str:
    """A text that has the statistics of one: no sentence twice, words by Zipf's law, paragraphs of five."""
    source = random.Random(seed)
    lines = []
    for number in range(sentences):
        words = [
            _word(rank)
            for rank in source.choices(range(_WORDS), cum_weights=_SHARES, k=source.randint(8, 28))
        ]
        lines.append(" ".join([words[0].capitalize(), *words[1:]]) + (".\n\n" if number % 5 == 4 else ". "))
    return "".join(lines)


@cache
def _word(rank: int) -> str:
    """A word for a rank, each its own; frequent ones are short."""
    letters = ""
    rank += len(_LETTERS)
    while rank:
        rank, place = divmod(rank, len(_LETTERS))
        letters += _LETTERS[place]
    return letters


def _cell(answer: Connection, system: str, size: int) -> None:
    texts = [text(size, seed) for seed in range(max(1, _AT_LEAST // size))]
    samples = [Sample(str(seed), "en", None, (each,), ()) for seed, each in enumerate(texts)]
    SYSTEMS[system](Sample("warm", "en", None, (text(20, -1),), ()), _PLAN)
    began = time.process_time()
    for sample in samples:
        SYSTEMS[system](sample, _PLAN)
    answer.send(1000 * (time.process_time() - began) / len(samples))


def _line(cost: dict[tuple[str, int], float | None], size: int) -> list[str]:
    ours, theirs = (cost[system, size] for system in RIVALS)
    return [
        f"{size:,}",
        f"{ours:,.1f}" if ours else f"over {1000 * LIMIT:,.0f}",
        f"{theirs:,.1f}" if theirs else f"over {1000 * LIMIT:,.0f}",
        f"{'' if theirs else 'over '}{(theirs or 1000 * LIMIT) / ours:,.0f}" if ours else "-",
        f"{1000 * ours / size:,.0f}" if ours else "-",
    ]


def _linear(cost: dict[tuple[str, int], float | None]) -> str:
    """The sentence that says how far from linear growth is."""
    short, long = (cost["nutgraf", size] for size in (200, 10_000))
    if not short or not long:
        return "nutgraf did not end within the limit.\n"
    return (
        f"From 200 to 10,000 sentences a sentence of nutgraf costs {long / short / 50:.2f} times as much.\n"
    )
