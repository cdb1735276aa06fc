"""Our own articles: what they say, what an editor would keep of them, and what must never be a bullet."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

ARTICLES = Path(__file__).parent / "articles"


@dataclass(frozen=True, slots=True)
class Sample:
    """An article with its reference bullets, and the beginnings of its traps."""

    language: str
    slug: str
    title: str
    text: str
    references: tuple[str, ...]
    traps: tuple[str, ...]


@cache
def samples() -> tuple[Sample, ...]:
    """All articles, by language and name."""
    return tuple(_read(path) for path in sorted(ARTICLES.glob("*/*.txt")))


def _read(path: Path) -> Sample:
    body, references, traps = path.read_text(encoding="utf-8").split("\n---\n")
    title, _, text = body.partition("\n")
    return Sample(
        path.parent.name,
        path.stem,
        title.strip(),
        text.strip(),
        _marked(references, "- "),
        _marked(traps, "! "),
    )


def _marked(part: str, mark: str) -> tuple[str, ...]:
    return tuple(line.removeprefix(mark).strip() for line in part.splitlines() if line.startswith(mark))
