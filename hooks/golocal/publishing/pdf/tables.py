"""Tables as Typst markup: a header that repeats on each page, and columns as wide as their text needs.

What decides about the widths is measured by Typst, in `data-table` of document.typ. It gets the longest words of each
column, which must not be broken, and how much text the column and each of its cells hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from golocal.publishing.pdf.inline import in_language
from golocal.publishing.pdf.text import PageRefused, array, call, content, literal
from golocal.publishing.publications.book import PLACE
from golocal.rendering.page_tree import plain_text

ALIGNMENTS = {"align-left": "left", "align-right": "right", "align-center": "center"}
MEASURED = 3
"""Words of a column that are measured: the longest by letters need not be the widest."""
WRITTEN = 30
"""Letters that a column to be filled in has room for, where there is room."""

_BREAKS = re.compile(r"(?<=[-/–])(?=\w)|\s+")
Write = Callable[[etree._Element], str]


def table(element: etree._Element, write: Write) -> str:
    """A table; `write` makes the markup of a cell.

    Raises:
        PageRefused: rows of different length, or no header.
    """
    head = element.findall("./thead/tr/th")
    rows = [row.findall("td") for row in element.iterfind("./tbody/tr")]
    if not head or any(len(row) != len(head) for row in rows):
        raise PageRefused("a table has no header, or a row with another number of cells")
    columns = [[plain_text(cell) for cell in column] for column in zip(head, *rows, strict=True)]
    return "#" + call(
        "data-table",
        *(content(in_language(cell, write(cell))) for row in [head, *rows] for cell in row),
        place=literal(element.get(PLACE, "")),
        words=array(array(map(literal, longest_words(column))) for column in columns),
        letters=array(map(str, map(_letters, columns))),
        rows=array(array(str(len(text.strip())) for text in row) for row in zip(*columns, strict=True)),
        align=array(_alignment(cell) for cell in head),
        to_fill=array(str(number) for number, column in enumerate(columns) if _is_empty(column)),
    )


def longest_words(texts: list[str]) -> list[str]:
    """The longest pieces of text that a line cannot divide, longest first."""
    words = {word for text in texts for word in _BREAKS.split(text) if word}
    return sorted(words, key=lambda word: (-len(word), word))[:MEASURED]


def _letters(column: list[str]) -> int:
    """Letters of the longest text of a column; what people write into an empty one is longer than its head."""
    return max(WRITTEN * _is_empty(column), *(len(" ".join(text.split())) for text in column))


def _is_empty(column: list[str]) -> bool:
    """Whether a column has nothing below its head, and something could stand there."""
    return len(column) > 1 and not any(text.strip() for text in column[1:])


def _alignment(cell: etree._Element) -> str:
    return next((value for name, value in ALIGNMENTS.items() if name in cell.get("class", "").split()), "left")
