"""The lines of a PDF to paragraphs: what stands where on its pages tells which lines belong together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import dropwhile, pairwise, takewhile
from statistics import median

from summarizer.article.blocks import Piece
from summarizer.article.pdf_page import Line, Page
from summarizer.article.plain import END, is_heading
from summarizer.types import BlockKind

EDGE = 2  # lines at the top and at the bottom of a page that may be its running head and foot
REPEATS = 3  # pages that a line stands on, in one place, to be one
LARGER = 1.15  # a heading's letters, to those of the running text
LOOSER = 1.25  # the gap between two paragraphs, to that between two lines
HEADING_MOST = 200  # characters; judgement: a large text that is longer is a poster's, not a heading
_NUMBER = re.compile(r"\d+|(?<!\w)[ivxlc]+(?!\w)", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[•▪◦‣●■\uf0b7]\s*|[-–*]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)")  # noqa: RUF001 - dashes
_SURE_BULLET = re.compile(r"^[•▪◦‣●■\uf0b7]")
_CAPTION = re.compile(r"^\w+\.?\s\d+(?:\.\d+)*\s?[.:]")  # "Figure 3:", in any language
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")  # letters of scripts without spaces
_CONTENTS = re.compile(r"(?:\.\s?){4}\s*\w{0,5}$")  # a chapter's name, dots, and its page
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st"}
)


def pieces_of(pages: Iterable[Page]) -> list[Piece]:
    """The pages' headings, paragraphs and lists without what is repeated at their edges."""
    lines = [line for page in without_edges(list(pages)) for line in page if not _CONTENTS.search(line.text)]
    if not lines:
        return []
    body, leading, width = _measures(lines)
    return [_piece(group, body) for group in _groups(lines, leading, width)]


def largest(page: Page) -> str | None:
    """What stands first in a page's largest letters, where these are larger than its running text."""
    size = max((line.size for line in page), default=0.0)
    if not page or size <= LARGER * _measures(page)[0]:
        return None
    rest = dropwhile(lambda line: line.size < size, page)
    text = joined(line.text for line in takewhile(lambda line: line.size == size, rest))
    return text if len(text) <= HEADING_MOST else None


def without_edges(pages: list[Page]) -> list[Page]:
    """The pages without running heads, feet and page numbers: what stands on several in one and the same place."""
    edges = [{_place(line) for line in _edge(page)} for page in pages]
    seen = Counter(place for places in edges for place in places)
    most = max(2, min(REPEATS, len(pages)))
    running = {place for place, count in seen.items() if count >= most}
    return [
        [line for line in page if _place(line) not in running & places]
        for page, places in zip(pages, edges, strict=True)
    ]


def _edge(page: Page) -> Page:
    heights = sorted({round(line.y) for line in page})
    outer = {*heights[:EDGE], *heights[-EDGE:]}
    return [line for line in page if round(line.y) in outer]


def _place(line: Line) -> tuple[str, int]:
    """What a line says and where; but in a sentence, the number of a page is any number."""
    text = line.text.strip().casefold()
    return text if END.search(text) else _NUMBER.sub("#", text), round(line.y)


def _measures(lines: list[Line]) -> tuple[float, float, float]:
    """The size of the running text, the gap between two of its lines in that size, and how long they are."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0]
    gaps = Counter(
        round((above.y - below.y) / body, 1)
        for above, below in pairwise(lines)
        if 0 < above.y - below.y < 3 * body and round(below.size, 1) == body
    )
    widths = [len(line.text) for line in lines if round(line.size, 1) == body]
    return body, gaps.most_common(1)[0][0] if gaps else 1.2, median(widths)


def _groups(lines: list[Line], leading: float, width: float) -> Iterator[list[Line]]:
    group = lines[:1]
    for above, below in pairwise(lines):
        if _parted(above, below, leading, width):
            yield group
            group = []
        group.append(below)
    yield group


def _parted(above: Line, below: Line, leading: float, width: float) -> bool:
    """Whether a paragraph ends between two lines."""
    if abs(above.size - below.size) > 0.1 * above.size or _SURE_BULLET.match(below.text):
        return True
    ended = bool(END.search(above.text))
    gap = above.y - below.y
    if gap <= 0 or gap > 10 * above.size:  # a new column or page: the sentence says whether it goes on
        return ended or is_short(above, width)
    indented = below.x - above.x > 0.7 * above.size
    return gap > LOOSER * leading * above.size or (
        ended and (indented or is_short(above, width) or bool(_BULLET.match(below.text)))
    )


def is_short(line: Line, width: float) -> bool:
    """Whether a line ends well before the others do."""
    return len(line.text) < 0.6 * width


def _piece(group: list[Line], body: float) -> Piece:
    text = joined(line.text for line in group)
    size = group[0].size
    if size > LARGER * body and len(text) <= HEADING_MOST:
        return BlockKind.HEADING, text
    if _BULLET.match(text):
        return BlockKind.LIST, _BULLET.sub("", text)
    if size < body and _CAPTION.match(text):
        return BlockKind.CAPTION, text
    return BlockKind.HEADING if is_heading(text) else BlockKind.PARAGRAPH, text


def joined(lines: Iterable[str]) -> str:
    """Lines as one text: words that were cut at their ends are whole again."""
    text = ""
    for line in (" ".join(line.translate(_LIGATURES).split()) for line in lines):
        if re.search(r"[^\W\d_][-\u00ad\u2010]$", text) and line[:1].islower():
            text = text[:-1] + line
        elif text and not (_WIDE.match(text[-1]) and _WIDE.match(line)):
            text += " " + line
        else:
            text += line
    return text
