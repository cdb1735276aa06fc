"""The file that moves the clock: seconds to add to the real time, as text.

The bot and the playground read the same file at each look at the clock, so both always agree.
"""

from pathlib import Path


def read_offset(path: Path | None) -> float:
    """Seconds to add to the real time; 0 where there is no file."""
    if path is None or not path.exists():
        return 0.0
    return float(path.read_text("ascii").strip() or 0)


def write_offset(path: Path, seconds: float) -> None:
    """Sets the seconds to add; a reader sees the old number or the new one, never half of one."""
    draft = path.with_name(f"{path.name}.new")
    draft.write_text(f"{seconds:.3f}\n", "ascii")
    draft.replace(path)
