"""From a ranking to bullets: how many there is room for, and which can stand where they would."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

from summarizer.language.tokenize import Tokenizer
from summarizer.language.words import count_words
from summarizer.methods import Summarizer


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may become a bullet.

    `number` counts all sentences of the article from 0, `paragraph` its paragraphs; `dangling` says that it leans on
    the sentence before.
    """

    text: str
    number: int
    paragraph: int
    dangling: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """How many bullets, and words in all of them, a summary may have."""

    bullets: int
    words: int


def pick(
    candidates: Sequence[Candidate],
    summarizer: Summarizer,
    title: str | None,
    language: str | None,
    room: Room,
) -> list[Candidate]:
    """The best candidates by `summarizer` that there is room for, in their order; none if none fits."""
    document = _document(candidates, title, Tokenizer(language))
    best_first: list[int] = []

    def note(ranked: Iterable[Any]) -> list[Any]:  # sumy hands over its whole ranking to whoever counts
        infos = list(ranked)
        best_first.extend(info.order for info in infos)
        return infos

    summarizer(document, note)
    return [candidates[order] for order in sorted(_fill(best_first, candidates, room))]


def thinned(candidates: Sequence[Candidate], most: int) -> Sequence[Candidate]:
    """At most `most` candidates: the opening third of them, and the rest evenly from all that follows."""
    if len(candidates) <= most:
        return candidates
    lead = most // 3
    rest = candidates[lead:]
    step = len(rest) / (most - lead)
    return [*candidates[:lead], *(rest[int(place * step)] for place in range(most - lead))]


def _document(
    candidates: Sequence[Candidate], title: str | None, tokenizer: Tokenizer
) -> ObjectDocumentModel:
    """What sumy ranks; the title is its heading, for the methods that look at headings."""
    paragraphs: dict[int, list[Sentence]] = {
        -1: [Sentence(title, tokenizer, is_heading=True)] if title else []
    }
    for each in candidates:
        paragraphs.setdefault(each.paragraph, []).append(Sentence(each.text, tokenizer))
    return ObjectDocumentModel([Paragraph(sentences) for sentences in paragraphs.values()])


def _fill(best_first: Sequence[int], candidates: Sequence[Candidate], room: Room) -> set[int]:
    """The orders of those chosen; one that dangles comes only behind the sentence that it leans on."""
    for strict in (True, False):
        chosen: set[int] = set()
        numbers: set[int] = set()
        left, grew = room.words, True
        while grew:
            grew = False
            for order in best_first:
                each, size = candidates[order], count_words(candidates[order].text)
                stands = not (strict and each.dangling) or each.number - 1 in numbers
                if order in chosen or len(chosen) >= room.bullets or size > left or not stands:
                    continue
                chosen.add(order)
                numbers.add(each.number)
                left, grew = left - size, True
        if chosen:
            return chosen
    return set()
