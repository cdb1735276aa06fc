"""From a ranking to bullets: how many there is room for, and which can stand where they would."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

from summarizer.language.tokenize import Tokenizer
from summarizer.language.words import count_words, stop_words, words
from summarizer.methods import Summarizer
from summarizer.rules.clauses import beginning, shorter

_NEW = 0.25  # of the words of the shorter of two sentences: below it the same is said again


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of the article that may become a bullet; it begins at `start`, in code points.

    `number` counts all sentences of the article from 0, `paragraph` its paragraphs; `dangling` says that it leans on
    the sentence before.
    """

    text: str
    start: int
    number: int
    paragraph: int
    dangling: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """How many bullets, and words in all of them, a summary may have; `budget` says that somebody asked for that."""

    bullets: int
    words: int
    budget: bool = False


@dataclass(slots=True)
class _Choice:
    """What has been taken so far: where each run ends, by its candidate, and its words."""

    ends: dict[Candidate, int]
    words: list[set[str]]
    left: int


def pick(
    candidates: Sequence[Candidate],
    summarizer: Summarizer,
    title: str | None,
    language: str | None,
    room: Room,
) -> list[tuple[int, int]]:
    """The best candidates by `summarizer` that there is room for, in their order, as spans; none if none fits."""
    document = _document(candidates, title, Tokenizer(language))
    best_first: list[int] = []

    def note(ranked: Iterable[Any]) -> list[Any]:  # sumy hands over its whole ranking to whoever counts
        infos = list(ranked)
        best_first.extend(info.order for info in infos)
        return infos

    summarizer(document, note)
    ends = _fill([candidates[order] for order in best_first], language, room)
    return sorted((each.start, each.start + end) for each, end in ends.items())


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


def _fill(best_first: Sequence[Candidate], language: str | None, room: Room) -> dict[Candidate, int]:
    """Where each run of those chosen ends; one that dangles comes only behind the sentence that it leans on."""
    for strict in (True, False):
        choice = _Choice({}, [], room.words)
        while len(choice.ends) < room.bullets and any(
            _take(each, choice, language, room)
            for each in best_first
            if not (strict and each.dangling) or _follows(each, choice)
        ):
            pass  # from the top again: what was chosen may be what a better one leans on
        if choice.ends:
            return choice.ends
    return {}


def _follows(each: Candidate, choice: _Choice) -> bool:
    """Whether the sentence before it was chosen, and is whole."""
    return any(
        other.number == each.number - 1 and end == len(other.text) for other, end in choice.ends.items()
    )


def _take(each: Candidate, choice: _Choice, language: str | None, room: Room) -> bool:
    """Choose it, as long as there is room for, unless it was chosen, doesn't fit, or says what was said."""
    if each in choice.ends:
        return False
    end = _end(each, choice.left, language, room)
    if end is None:
        return False
    said = {word.lower() for word in words(each.text[:end])}
    if any(_repeats(said, before) for before in choice.words):
        return False
    choice.ends[each] = end
    choice.words.append(said)
    choice.left -= count_words(each.text[:end])
    return True


def _end(each: Candidate, left: int, language: str | None, room: Room) -> int | None:
    """Where the longest run of it that fits ends; its mere beginning only where it is longer than any summary."""
    size = count_words(each.text)
    if size <= left:
        return len(each.text)
    end = shorter(each.text, language, left)
    if end is None and room.budget and size > room.words and left == room.words:
        end = beginning(each.text, left, stop_words(language))
    return end if end and count_words(each.text[:end]) <= left else None


def _repeats(one: set[str], other: set[str]) -> bool:
    """Whether the one of fewer words says little that the other doesn't, and no other number."""
    less, more = sorted((one, other), key=len)
    new = less - more
    return len(new) < _NEW * len(less) and not any(word[0].isdigit() for word in new)
