"""What is measured on: articles with summaries that people wrote, and how long a summary of each set may be."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

from sentencex import segment  # type: ignore[import-untyped]

OWN = Path(__file__).parents[1] / "quality" / "articles"
FOLDER = "NUTGRAF_BENCH_DATA"


@dataclass(frozen=True, slots=True)
class Plan:
    """The sizes that every system is told: the most sentences, and the words at which all are cut."""

    sentences: int
    words: int


@dataclass(frozen=True, slots=True)
class Sample:
    """An article, or a cluster of them, with its references, which have a sentence a line."""

    id: str
    language: str
    title: str | None
    documents: tuple[str, ...]
    references: tuple[str, ...]

    @property
    def text(self) -> str:
        """All documents, one behind the other."""
        return "\n\n".join(self.documents)

    @property
    def sentences(self) -> list[str]:
        """The sentences of all documents, in order; split anew each time, so that its cost is measured."""
        return [sentence for document in self.documents for sentence in split(document, self.language)]

    @property
    def round_robin(self) -> list[str]:
        """The first sentence of each document, then the second of each; of one document, its sentences."""
        parts = [split(document, self.language) for document in self.documents]
        return [sentence for row in zip_longest(*parts) for sentence in row if sentence]


# The first pattern that fits the path inside the folder holds. Words are near what the references have.
_PLANS = (
    ("*/*multinews*", Plan(12, 200)),
    ("*/*ktlab*", Plan(12, 200)),
    ("languages/*", Plan(3, 60)),
    ("*/*blogs*", Plan(1, 30)),
    ("*/*sumpubmed*", Plan(5, 100)),
    ("*/*wiki*", Plan(5, 100)),
    ("*/*meetings*", Plan(5, 100)),
    ("*/fr_*", Plan(5, 40)),
    ("*/vi_*", Plan(5, 40)),
    ("*", Plan(5, 60)),
)


def plan_of(name: str) -> Plan:
    """The sizes for the data set of that name ("folder/file")."""
    return next(plan for pattern, plan in _PLANS if fnmatch(name, pattern))


def folder() -> Path | None:
    """The folder of data sets, if one was named."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else None


def names() -> list[str]:
    """The data sets in the folder, as paths inside it; those that judge grouping have no summaries."""
    root = folder()
    found = sorted(root.glob("*/*.jsonl")) + sorted(root.glob("*.jsonl")) if root else []
    return [str(path.relative_to(root or path)) for path in found if path.parent.name != "groups"]


def title(name: str) -> str:
    """What a data set is called in tables."""
    return name.removesuffix(".jsonl") or "our own corpus"


@lru_cache(maxsize=4)
def load(name: str) -> list[Sample]:
    """The samples of a data set; the empty name is our own corpus."""
    root = folder()
    return _samples(_lines((root or Path()) / name)) if name else corpus(OWN)


def corpus(articles: Path) -> list[Sample]:
    """The samples of a folder like our own corpus."""
    return _samples(_articles(articles))


def _samples(rows: Iterator[dict[str, object]]) -> list[Sample]:
    """Those of the rows that have a sentence."""
    return [sample for row in rows if (sample := _sample(row)).sentences]


def split(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a text, line by line, with single blanks."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    pieces = (piece.strip() for line in lines if line for piece in segment(language, line))
    return tuple(piece for piece in pieces if re.search(r"\w", piece))


def _sample(row: dict[str, object]) -> Sample:
    language = str(row.get("lang") or "en")
    documents = tuple(map(str, _list(row.get("documents")) or [row["text"]]))
    references = tuple(map(str, _list(row.get("summaries")) or [row["summary"]]))
    return Sample(
        id=str(row["id"]),
        language=language,
        title=str(row["title"]) if row.get("title") else None,
        documents=documents,
        references=tuple("\n".join(split(each, language)) for each in references),
    )


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _lines(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _articles(articles: Path) -> Iterator[dict[str, object]]:
    """Our articles: a title, an empty line, the text, `---`, references behind "- ", and what is not for us."""
    for path in sorted(articles.glob("*/*.txt")):
        article, references = path.read_text("utf-8").split("\n---\n")[:2]
        title, _, text = article.partition("\n")
        bullets = [line.removeprefix("- ") for line in references.splitlines() if line.startswith("- ")]
        yield {
            "id": path.stem,
            "lang": path.parent.name,
            "title": title.strip(),
            "text": text.strip(),
            "summary": "\n".join(bullets),
        }
