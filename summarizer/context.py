"""Bullets among the sentences that stand around them in their article. Pure."""

from collections.abc import Iterator, Sequence

from summarizer.language.tokenize import Span, Tokenizer, paragraph_spans
from summarizer.types import Article

# A stretch of text, and whether it is part of a bullet.
Run = tuple[str, bool]
Passage = tuple[Run, ...]


def in_context(article: Article, bullets: Sequence[Span], language: str | None) -> tuple[Passage, ...]:
    """The passages that hold the bullets, each from the sentence before to the one behind; those that meet are one."""
    sentences = _sentences(article, language)
    told = [number for number, span in enumerate(sentences) if any(_meet(span, each) for each in bullets)]
    shown = {number + step for number in told for step in (-1, 0, 1)} & set(range(len(sentences)))
    groups: list[list[int]] = []
    for number in sorted(shown):
        if groups and groups[-1][-1] == number - 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return tuple(_passage(article.text, [sentences[each] for each in group], bullets) for group in groups)


def _sentences(article: Article, language: str | None) -> list[Span]:
    tokenizer = Tokenizer(language)
    return [
        (first + start, first + end)
        for first, last in paragraph_spans(article)
        for start, end in tokenizer.spans(article.text[first:last])
    ]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _passage(text: str, sentences: Sequence[Span], bullets: Sequence[Span]) -> Passage:
    runs: list[Run] = []
    behind = sentences[0][0]
    for first, last in sentences:
        if first > behind:  # blanks, or what is no running text
            runs.append((" ", False))
        runs += _runs(text, first, last, bullets)
        behind = last
    return tuple(runs)


def _runs(text: str, first: int, last: int, bullets: Sequence[Span]) -> Iterator[Run]:
    """A sentence cut where bullets begin and end in it; signs around a bullet belong to it."""
    at = first
    for span in sorted(each for each in bullets if _meet((first, last), each)):
        start, end = max(span[0], at), min(span[1], last)
        if _says(text[at:start]):
            yield text[at:start], False
        else:
            start = at
        if not _says(text[end:last]):
            end = last
        if start < end:
            yield text[start:end], True
            at = end
    if at < last:
        yield text[at:last], False


def _says(text: str) -> bool:
    """Whether there is a letter or a number in it."""
    return any(char.isalnum() for char in text)
