"""`make torture`: all parts, or those that are named.

python -m tests.torture [addresses|server|bombs|feeds|fair|chaos|clock|disk ...]
"""

import argparse
import asyncio
import logging
import os
import sys
from importlib import import_module

import structlog

from tests.torture.table import line, told

PARTS = ("addresses", "server", "bombs", "feeds", "fair", "chaos", "clock", "disk")


async def _run(part: str) -> tuple[int, int]:
    """Print a part's table as it comes; how many rows it has, and how many are not as they must be."""
    print(f"\n{part}\n\n{line('case', 'outcome', 'seconds', 'MiB')}", flush=True)
    count = bad = 0
    async for row in import_module(f"tests.torture.{part}").rows():
        print(told(row), flush=True)
        count, bad = count + 1, bad + bool(row.fault)
    return count, bad


def main() -> None:
    """Run the parts one behind the other, so that none disturbs another's figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("parts", nargs="*", metavar="|".join(PARTS), help="all where none is named")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    counts = {part: asyncio.run(_run(part)) for part in sorted(given.parts or PARTS, key=PARTS.index)}
    each = ", ".join(f"{part} {count}" for part, (count, _) in counts.items())
    total, bad = (sum(column) for column in zip(*counts.values(), strict=True))
    print(f"\n{total} cases ({each}): {bad} not as they must be")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
