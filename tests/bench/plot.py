"""A plot as plain SVG: points with labels over a logarithmic axis, legible on light and on dark."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 64, 736, 56, 384  # of the field that the axes enclose
_LETTER = 7.4  # the width of one at the labels' size, in a wide font
# Where a label may stand beside its point: how far across and down, and which end of it is there; the best first.
_SPOTS = (
    (9, 4, "start"),
    (-9, 4, "end"),
    (0, -10, "middle"),
    (0, 19, "middle"),
    (7, -9, "start"),
    (7, 17, "start"),
    (-7, -9, "end"),
    (-7, 17, "end"),
    (16, -24, "start"),
    (16, 34, "start"),
    (-16, -24, "end"),
    (-16, 34, "end"),
    (28, -42, "start"),
    (28, 52, "start"),
    (-28, -42, "end"),
    (-28, 52, "end"),
)
_FARTHER = 20  # square pixels that may be covered rather than take the next spot; judgement
_NEAR = 8  # of the spots: farther ones get a line
_STYLE = """
  svg { font: 12px system-ui, sans-serif; --ink: #1f2328; --soft: #656d76; --grid: #d8dee4; --paper: #ffffff;
        --ours: #0a7d5a; --theirs: #5b6b8c; }
  @media (prefers-color-scheme: dark) {
    svg { --ink: #e6edf3; --soft: #9198a1; --grid: #30363d; --paper: #0d1117; --ours: #3fb98d; --theirs: #8b9dc3; }
  }
  .paper { fill: var(--paper); } .grid { stroke: var(--grid); } .zero { stroke: var(--soft); stroke-dasharray: 4 4; }
  text { fill: var(--soft); } .title { fill: var(--ink); font-size: 15px; font-weight: 600; }
  .theirs { fill: var(--theirs); } .ours { fill: var(--ours); } text.ours { font-weight: 600; }
  text.ours, text.theirs { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
"""


@dataclass(frozen=True, slots=True)
class Point:
    """A labelled point; `ours` stands out."""

    label: str
    x: float
    y: float
    ours: bool = False


def scatter(points: Sequence[Point], title: str, across: str, upward: str) -> str:
    """An SVG of the points: `x`, which is above nought, on a logarithmic axis, `y` on a plain one with a line at 0."""
    low, high = _decades([point.x for point in points])
    bottom = math.floor(min(0, *(point.y for point in points)))
    top = math.ceil(max(0.5, *(point.y for point in points)) + 0.2)
    places = {
        point: (
            LEFT + (RIGHT - LEFT) * (math.log10(point.x) - low) / (high - low),
            BOTTOM - (BOTTOM - TOP) * (point.y - bottom) / (top - bottom),
        )
        for point in points
    }
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}">',
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}" rx="8"/>',
        f'<text class="title" x="{LEFT}" y="26">{escape(title)}</text>',
        f'<text x="{LEFT}" y="44">{escape(upward)}</text>',
        f'<text x="{RIGHT}" y="{HEIGHT - 14}" text-anchor="end">{escape(across)}</text>',
        *_across(low, high),
        *_upward(bottom, top),
        *_marks(places),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _decades(values: Sequence[float]) -> tuple[float, float]:
    """The ends of the axis as powers of ten: where 1, 2 or 5 times one encloses all values."""
    steps = [math.log10(step) + power for power in range(-4, 7) for step in (1, 2, 5)]
    low, high = math.log10(min(values)), math.log10(max(values))
    return max(step for step in steps if step <= low), min(step for step in steps if step > high)


def _across(low: float, high: float) -> Iterator[str]:
    for power in range(math.floor(low), math.ceil(high) + 1):
        for step in (1, 2, 5):
            value = math.log10(step) + power
            if low - 1e-9 <= value <= high + 1e-9:
                x = LEFT + (RIGHT - LEFT) * (value - low) / (high - low)
                yield f'<path class="grid" d="M{x:.1f} {TOP}V{BOTTOM}"/>'
                yield f'<text x="{x:.1f}" y="{BOTTOM + 18}" text-anchor="middle">{step * 10.0**power:g}</text>'


def _upward(bottom: int, top: int) -> Iterator[str]:
    for value in range(bottom, top + 1):
        y = BOTTOM - (BOTTOM - TOP) * (value - bottom) / (top - bottom)
        yield f'<path class="{"grid" if value else "zero"}" d="M{LEFT} {y:.1f}H{RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:+d}</text>'.replace("+0<", "0<")


def _marks(places: dict[Point, tuple[float, float]]) -> Iterator[str]:
    """Points and their labels, each label at the nearest spot that covers least of what is there already."""
    taken = 5 * [(x - 7, y - 7, x + 7, y + 7) for x, y in places.values()]  # worse to cover than letters
    for point, (x, y) in sorted(places.items(), key=lambda place: (not place[0].ours, place[1])):
        wide = _LETTER * len(point.label)
        boxes = [_box(x + across, y + down, wide, anchor) for across, down, anchor in _SPOTS]
        costs = [
            sum(_overlap(box, other) for other in taken) + _outside(box) + _FARTHER * spot
            for spot, box in enumerate(boxes)
        ]
        best = costs.index(min(costs))
        taken.append(boxes[best])
        yield from _drawn(point, x, y, best)


def _drawn(point: Point, x: float, y: float, spot: int) -> Iterator[str]:
    """A point, its label, and a line between them where they are apart."""
    across, down, anchor = _SPOTS[spot]
    kind = "ours" if point.ours else "theirs"
    if spot >= _NEAR:
        yield f'<path class="grid" d="M{x:.1f} {y:.1f}L{x + across:.1f} {y + down - (4 if down < 0 else 10):.1f}"/>'
    yield f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{6 if point.ours else 4.5}"/>'
    at = f'x="{x + across:.1f}" y="{y + down:.1f}" text-anchor="{anchor}"'
    yield f'<text class="{kind}" {at}>{escape(point.label)}</text>'


def _box(x: float, y: float, wide: float, anchor: str) -> tuple[float, float, float, float]:
    """What a label covers whose line of writing is at `y`."""
    left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    return left, y - 11, left + wide, y + 4


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    upward = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, across) * max(0.0, upward)


def _outside(box: tuple[float, ...]) -> float:
    """What lies beyond the field counts as covered, many times over."""
    return 100 * (max(0.0, LEFT - box[0], box[2] - RIGHT) + max(0.0, TOP - box[1], box[3] - BOTTOM))
