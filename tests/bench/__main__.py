"""`make bench`: all parts, or those that are named.

python -m tests.bench [command|memory|digests|stories|speed|growth|reading|feeds|quality ...] [--date 2026-01-31]
"""

import os

os.environ.setdefault(
    "OPENBLAS_NUM_THREADS", "1"
)  # before numpy: CPU time of one core is compared with the same

import argparse
import sys
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

PACKAGES = Path(sys.prefix) / "bench"  # where `make bench` puts what we are compared with
PARTS = ("command", "memory", "digests", "stories", "speed", "growth", "reading", "feeds", "quality")
# Behind those that the other packages would disturb.
COMPARING = frozenset({"speed", "growth", "reading", "feeds", "quality"})


def main() -> None:
    """Run the parts one behind the other, so that none disturbs another's times."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("parts", nargs="*", metavar="|".join(PARTS), help="all where none is named")
    parser.add_argument("--date", type=date.fromisoformat, default=datetime.now(UTC).date())
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for part in sorted(given.parts or PARTS, key=PARTS.index):
        if part in COMPARING and str(PACKAGES) not in sys.path:
            sys.path.append(str(PACKAGES))
        print(f"\n{part}", flush=True)
        import_module(f"tests.bench.{part}").run(given.date)


if __name__ == "__main__":
    main()
