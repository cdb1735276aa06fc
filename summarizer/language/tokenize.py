"""Where sentences and words begin and end, without models and downloads."""

import re

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

from summarizer.language.words import words
from summarizer.limits import LIMITS
from summarizer.types import Article, BlockKind

Span = tuple[int, int]  # code points; the end is one past the last

# A piece that goes on with the sentence before: small letter first, perhaps behind a quote or a dash.
_GOES_ON = re.compile(r"^[\W_]*[^\W\d_]")
# A piece that can't be a whole sentence: an initial, a time of day, an abbreviated street or title.
_GOES_NOWHERE = re.compile(
    r"(?:^|\s)(?:[^\W\d_]\.|[ap]\.m\.|вул\.|просп\.|Gov\.|Sen\.|Rep\.|Gen\.|Lt\.|Col\.|Capt\.|Sgt\.)$"
)
_UNREAD = frozenset({BlockKind.HEADING, BlockKind.CAPTION})


class Tokenizer:
    """A language's sentences and words, as sumy asks for them; `language` is an ISO 639-1 code or None."""

    def __init__(self, language: str | None) -> None:
        self._language = language or "en"

    def spans(self, paragraph: str) -> list[Span]:
        """Where each sentence of a paragraph stands, without the blanks around it."""
        merged: list[Span] = []
        for piece in get_sentence_boundaries(self._language, paragraph):
            start, end = _trim(paragraph, piece["start_index"], piece["end_index"])
            if start == end:
                continue
            if merged and _belong_together(paragraph[slice(*merged[-1])], paragraph[start:end]):
                merged[-1] = (merged[-1][0], end)
            else:
                merged.append((start, end))
        return merged

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """The sentences of a paragraph."""
        return tuple(paragraph[start:end] for start, end in self.spans(paragraph))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence; of an endless one, its beginning."""
        return tuple(words(sentence)[: LIMITS.sentence_words])


def paragraph_spans(article: Article) -> list[Span]:
    """Where the article's running text stands: all blocks but headings and captions, if there are others."""
    running = [(block.start, block.end) for block in article.blocks if block.kind not in _UNREAD]
    if running:
        return running
    return [_trim(article.text, *found.span()) for found in re.finditer(r"\S[^\n]*", article.text)]


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _belong_together(before: str, piece: str) -> bool:
    letter = _GOES_ON.match(piece)
    if letter is None or letter[0][-1].islower() or _GOES_NOWHERE.search(before):
        return True
    return before.endswith((".m.", "U.S.", "U.K.")) and " " not in piece
