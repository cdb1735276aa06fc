"""Where sentences and words begin and end, without models and downloads.

sentencex finds the ends of sentences; what it joins or cuts wrongly is mended by the rules here. Their cases are in
tests/data/language/sentences.txt.
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

from summarizer.language.words import stop_words, words
from summarizer.limits import LIMITS
from summarizer.types import Article, BlockKind

Span = tuple[int, int]  # code points; the end is one past the last

# Characters that sentencex is shown at once, more than nearly any paragraph of news has, as a cut upsets how it pairs
# quotes (of 6,701 paragraphs 70 came out otherwise at 4,000, none at 10,000). Its time grows with the square of quotes left open
# (measured: 400,000 characters of them take 40 s in one piece).
_WINDOW = 10_000
_UNREAD = frozenset({BlockKind.HEADING, BlockKind.CAPTION, BlockKind.CODE})

_HEAD = re.compile(
    r"[\W_]*(\w)"
)  # a piece without any goes with the sentence before, as does one with a small letter
_OPENING = "«“„("
_ENDS_OPEN = re.compile(r"\s+[«“„(]\s*$")
_INITIAL = re.compile(r"(?:^|[\s.(])[^\W\d_a-zа-яіїєґ]\.$")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_WITH_ORDINALS = frozenset({"de", "cs", "sk", "da", "no", "fi", "hu", "tr", "et", "sl", "hr"})
_DOTTED_NAME = re.compile(
    r"(?:^|\s)[a-z]{1,4}\.$|[\u0e00-\u0e7f.]{1,4}\.$"
)  # the name of a module, as in os.Create; a rank in Thai
# Abbreviations behind which a name follows, beside those that sentencex knows.
_ABBREVIATIONS = {
    "en": "Gov Sen Rep Gen Lt Col Capt Sgt Maj Cpl Pvt Adm Cmdr Hon Rev Messrs No Dept",
    "vi": "TP Tp ThS TS PGS GS BS KTS LS",
    "uk": "вул просп м бул пл обл ім див акад проф доц",
    "ru": "ул просп г обл им см акад проф доц",
    "pl": "godz nr str ul al pl prof dr hab inż gen św",
    "id": "Jl Dr Ir Prof",
}
_TITLES = {
    language: re.compile(rf"(?:^|[\s(«“\"])(?:{'|'.join(names.split())})\.$")
    for language, names in _ABBREVIATIONS.items()
}
_LONG_WORD = re.compile(r"[a-z]{7}\.")  # no abbreviation is longer
_TIME_OR_STATE = (".m.", "U.S.", "U.K.", "D.C.")
# Who speaks, behind a closing quote, in languages that put a full stop before it.
_SPEAKER = re.compile(r"(?:と|[^“「。]{0,12}(?:说|說|表示|称|稱|指出|强调|强調))")
# Begins with one set of characters, which makes it a quick look.
_MAY_BE_PASSED = re.compile(r"[.!?\"»”…гр](?:(?<=…)|(?=[A-ZÀ-ÞА-ЯІЇЄҐ])|(?:рн|уб)?\.)")
# Ends that sentencex passes over: dots before a capital, glued sentences, units that it takes for abbreviations.
_PASSED = re.compile(
    r"(?<=…)\s+(?=[^\W\d_a-zà-ÿа-яіїєґ])"
    r"|(?<=[a-zà-ÿа-яіїєґ]{4}[.!?])(?=[A-ZÀ-ÞА-ЯІЇЄҐ][a-zà-ÿа-яіїєґ’']+\s)"
    r"|(?<=[a-zà-ÿ.!?][\"»”])(?=[A-ZÀ-Þ][a-zà-ÿ’']*\s[a-zà-ÿ])"
    r"|(?<=\s(?:грн|руб)\.)\s+(?=[А-ЯІЇЄҐ«])|(?<=\d\s[рг]\.)\s+(?=[А-ЯІЇЄҐ«])"
)


class Tokenizer:
    """A language's sentences and words, as sumy asks for them; `language` is an ISO 639-1 code or None."""

    def __init__(self, language: str | None) -> None:
        self._language = language or "en"

    def spans(self, paragraph: str) -> list[Span]:
        """Where each sentence of a paragraph stands, without the blanks around it."""
        merged: list[Span] = []
        for start, end in self._pieces(paragraph):
            if merged and self._is_one(paragraph, merged[-1], start, end):
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

    def _pieces(self, paragraph: str) -> list[Span]:
        """What sentencex takes for sentences, cut where it passed over an end."""
        found: list[Span] = []
        carried: int | None = None  # where a quotation was opened that the piece before had kept
        passed = [
            may.end() for may in _MAY_BE_PASSED.finditer(paragraph) if _PASSED.match(paragraph, may.end())
        ]
        sound = paragraph.encode("utf-8", "replace").decode("utf-8")  # as long, without lone surrogates
        for border in _boundaries(self._language, sound):
            start, end = _trim(paragraph, *border)
            start, carried = (carried if carried is not None else start), None
            if start < end and paragraph[end - 1] in _OPENING:
                opened = _ENDS_OPEN.search(paragraph, max(start, end - 4), end)
                if opened and opened.start() > start:
                    carried, end = _trim(paragraph, opened.start(), end)[0], opened.start()
            found += _cut(paragraph, start, end, passed)
        return found if carried is None else [*found, (carried, len(paragraph.rstrip()))]

    def _is_one(self, paragraph: str, last: Span, start: int, end: int) -> bool:
        """Whether a piece belongs to the sentence before it."""
        head = _HEAD.match(paragraph, start, end)
        if head is None or head[1].islower() or (start == last[1] and paragraph[start] == "-"):
            return True
        before = paragraph[max(last[0], last[1] - 20) : last[1]]
        if before.endswith(("”", "」")):
            return _SPEAKER.match(paragraph, start, end) is not None
        if not before.endswith(".") or (
            start > last[1] and _LONG_WORD.match(before, max(0, len(before) - 8))
        ):
            return False
        return self._is_abbreviated(before, paragraph[start:end], start == last[1])

    def _is_abbreviated(self, before: str, piece: str, glued: bool) -> bool:
        """Whether the dot before a piece is no end: an initial, an ordinal, a title, the name of a module."""
        titles = _TITLES.get(self._language)
        if _INITIAL.search(before):
            return self._language != "vi"  # whose names may have one letter
        if self._language in _WITH_ORDINALS and _ORDINAL.search(before):
            return piece.split(maxsplit=1)[0].lower() not in stop_words(self._language)
        if (glued or self._language == "th") and _DOTTED_NAME.search(before):
            return True
        return bool(titles and titles.search(before)) or (
            before.endswith(_TIME_OR_STATE) and " " not in piece
        )


def paragraph_spans(article: Article) -> list[Span]:
    """Where the article's running text stands: all blocks but headings, captions and code, if there are others."""
    running = [(block.start, block.end) for block in article.blocks if block.kind not in _UNREAD]
    if running:
        return running
    return [_trim(article.text, *found.span()) for found in re.finditer(r"\S[^\n]*", article.text)]


def _boundaries(language: str, text: str) -> Iterator[Span]:
    """The sentences that sentencex finds, in linear time: it is shown a window, the next begins at the last sentence."""
    first = 0
    while first < len(text):
        window = text[first : first + _WINDOW]
        pieces = get_sentence_boundaries(language, window)
        found = [(first + piece["start_index"], first + piece["end_index"]) for piece in pieces]
        whole = first + len(window) == len(text)
        if not whole and found and found[-1][0] - first > _WINDOW // 2:
            first = found.pop()[0]  # it may go on behind the window
        else:
            first += len(window)
        yield from found


def _cut(text: str, start: int, end: int, borders: list[int]) -> list[Span]:
    """A stretch of text in pieces, cut at those borders that are in it; no piece is empty."""
    inner = borders[bisect_right(borders, start) : bisect_left(borders, end)] if borders else borders
    if not inner:
        return [(start, end)] if start < end else []
    pairs = (_trim(text, *pair) for pair in itertools.pairwise([start, *inner, end]))
    return [pair for pair in pairs if pair[0] < pair[1]]


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
