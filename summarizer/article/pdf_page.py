"""A page of a PDF to lines: what is written on it, how large and where."""

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdf import PageObject


class Line(NamedTuple):
    """A line of a page: its text, how large its letters are, and where it begins; `y` grows upwards."""

    text: str
    size: float
    x: float
    y: float


Page = list[Line]


def lines_of(page: "PageObject") -> Page:
    """The page's lines in the order in which they were written on it; raises whatever pypdf does."""
    fragments: list[Line] = []

    def visit(text: str, place: list[float], matrix: list[float], _font: object, size: float) -> None:
        if text:
            fragments.append(_fragment(text, place, matrix, size))

    page.extract_text(visitor_text=visit)
    return _joined([*fragments, Line("\n", 0.0, 0.0, 0.0)])


def _fragment(text: str, place: list[float], matrix: list[float], size: float) -> Line:
    """A text and where it is on the page; on a page that lies on its side, as if it stood."""
    x = matrix[4] * place[0] + matrix[5] * place[2] + place[4]
    y = matrix[4] * place[1] + matrix[5] * place[3] + place[5]
    right = matrix[0] * place[0] + matrix[1] * place[2]
    up = matrix[0] * place[1] + matrix[1] * place[3]
    shown = abs(size) * math.hypot(right, up)
    if not all(map(math.isfinite, (x, y, shown))) or not shown:
        return Line(text, 1.0, 0.0, 0.0)
    return Line(text, shown, x, y) if abs(right) >= abs(up) else Line(text, shown, y, -x)


def _joined(fragments: list[Line]) -> Page:
    """Fragments up to each line end as one line."""
    lines: Page = []
    waiting: list[Line] = []
    for fragment in fragments:
        head, *rest = fragment.text.split("\n")
        waiting.append(fragment._replace(text=head))
        for part in rest:
            lines.extend(_line(waiting))
            waiting = [fragment._replace(text=part)]
    return lines


def _line(fragments: list[Line]) -> Page:
    """Where the first of them stands, as large as the longest; none where all are blank."""
    shown = [fragment for fragment in fragments if fragment.text.strip()]
    if not shown:
        return []
    longest = max(shown, key=lambda fragment: len(fragment.text))
    text = "".join(fragment.text for fragment in fragments).strip()
    return [shown[0]._replace(text=text, size=longest.size)]
