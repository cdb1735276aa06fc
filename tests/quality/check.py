"""Counts what the checker finds in the bullets of a whole set: `python -m tests.quality.check FILE.jsonl [--words N]`.

The file has one object a line: id, text, title?, lang. The bullets come from `nutgraf summarize --jsonl`.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.quality.checker import DANGLING, findings, is_span


def bullets_of(rows: list[dict[str, Any]], words: int | None) -> Iterator[list[str]]:
    """The bullets of each row, by the command."""
    lines = [
        {key: row.get(key) for key in ("id", "text", "title")} | {"language": row.get("lang"), "words": words}
        for row in rows
    ]
    command = [sys.executable, "-m", "bot", "summarize", "--jsonl", "--sentences", "5"]
    feed = "".join(json.dumps(line) + "\n" for line in lines)
    done = subprocess.run(command, input=feed, capture_output=True, text=True, check=True)
    return (json.loads(line)["bullets"] for line in done.stdout.splitlines())


def main() -> None:
    """Print counts by finding, and some examples."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--words", type=int)
    options.add_argument("--examples", type=int, default=5)
    given = options.parse_args()
    rows = [json.loads(line) for line in given.file.read_text(encoding="utf-8").splitlines()]
    counts: Counter[str] = Counter()
    examples: dict[str, list[str]] = {}
    total = 0
    for row, bullets in zip(rows, bullets_of(rows, given.words), strict=True):
        for place, bullet in enumerate(bullets):
            total += 1
            before = (
                bullets[place - 1] if place and _follows(bullets[place - 1], bullet, row["text"]) else None
            )
            found = findings(bullet, row.get("title"), row.get("lang"), before)
            found += [] if is_span(bullet, row["text"]) else ["not_a_span"]
            counts.update(found)
            for name in found:
                examples.setdefault(name, []).append(bullet)
    dangling = sum(counts[name] for name in DANGLING)
    print(
        f"{given.file.name}: {total} bullets of {len(rows)} articles, {100 * dangling / max(1, total):.2f} % dangling"
    )
    for name, count in counts.most_common():
        print(f"  {name}: {count} ({100 * count / total:.2f} %)")
        for example in examples[name][: given.examples]:
            print(f"      {example[:150]}")


def _follows(one: str, other: str, text: str) -> bool:
    """Whether nothing but blanks stands between two bullets of a text."""
    folded = " ".join(text.split())
    start = folded.find(" ".join(one.split()))
    between = folded[start + len(" ".join(one.split())) : folded.find(" ".join(other.split()), start)]
    return start >= 0 and not between.strip(" .,\"”»'")


if __name__ == "__main__":
    main()
