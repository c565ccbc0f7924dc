"""Pairs of bars as SVG: two counts for each row, told apart by fill and outline, with their numbers beside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

WIDTH, LABEL, HIGH, STEP = 640, 130, 26, 80
"""Of the figure, of the place for labels, of a bar, and from one row to the next."""
LEAST = 4
"""Length of the shortest bar, so that a 1 beside a 90 can be seen."""


class Pair(NamedTuple):
    """A row: what it is called, where its label leads, and two counts."""

    label: str
    target: str
    first: int
    second: int


def bars(title: str, description: str, names: tuple[str, str], rows: Iterable[Pair]) -> str:
    """The figure with a legend on top."""
    pairs = list(rows)
    most = max([1, *(value for pair in pairs for value in (pair.first, pair.second))])
    scale = (WIDTH - LABEL - 60) / most
    drawn = "".join(_row(pair, STEP * (index + 1), scale) for index, pair in enumerate(pairs))
    legend = _bar("bar-first", 0, 8, HIGH, names[0]) + _bar("bar-second", 320, 8, HIGH, names[1])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bars" viewBox="0 0 {WIDTH} {STEP * (len(pairs) + 1)}">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>{legend}{drawn}</svg>\n"
    )


def _row(pair: Pair, top: int, scale: float) -> str:
    label = f'<text x="0" y="{top + HIGH}" dominant-baseline="central">{escape(pair.label)}</text>'
    link = f"<a href={quoteattr(pair.target)}>{label}</a>"
    counts = ((pair.first, "bar-first", top), (pair.second, "bar-second", top + HIGH))
    return link + "".join(
        _bar(kind, LABEL, y, max(LEAST, round(value * scale)) if value else 0, str(value)) for value, kind, y in counts
    )


def _bar(kind: str, x: int, y: int, length: int, text: str) -> str:
    bar = f'<rect class="{kind}" x="{x}" y="{y + 2}" width="{length}" height="{HIGH - 4}"/>' if length else ""
    return f'{bar}<text x="{x + length + 10}" y="{y + HIGH // 2}" dominant-baseline="central">{escape(text)}</text>'
