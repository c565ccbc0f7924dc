"""Tables as Typst markup: a header that repeats on each page, and columns as wide as their text needs.

The build does not run this yet; only tests do.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from lxml import etree

from golocal.publishing.typst_inline import in_language
from golocal.publishing.typst_text import PageRefused, call, content
from golocal.rendering.page_tree import plain_text

ALIGNMENTS = {"align-left": "left", "align-right": "right", "align-center": "center"}
LINE = 70
"""Letters that fit beside one another in a table as wide as the page."""
SHORT = 18
"""Letters of a cell that need not be broken."""

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
    columns = _widths([head, *rows])
    aligned = f"({', '.join(_alignment(cell) for cell in head)},)"
    header = call("table.header", *(_cell(cell, write) for cell in head))
    body = [_cell(cell, write) for row in rows for cell in row]
    return f"#{call('table', header, *body, columns=columns, align=aligned)}"


def _cell(cell: etree._Element, write: Write) -> str:
    return content(in_language(cell, write(cell)))


def _alignment(cell: etree._Element) -> str:
    return next((value for name, value in ALIGNMENTS.items() if name in cell.get("class", "").split()), "left")


def _widths(rows: list[list[etree._Element]]) -> str:
    """Short columns keep their natural width; long ones share the rest by the root of their longest cell, so that none starves."""
    columns = list(zip(*rows, strict=True))
    longest = [max(map(_length, column)) for column in columns]
    words = [max(map(_longest_word, column)) for column in columns]
    shares = [f"{max(2 * math.sqrt(length), word):.1f}fr" for length, word in zip(longest, words, strict=True)]
    short = [length <= SHORT for length in longest]
    if sum(longest) <= LINE:
        short = [True] * len(longest)
    elif sum(length for length, natural in zip(longest, short, strict=True) if natural) > LINE // 2:
        short = [False] * len(longest)
    return "".join(
        ["(", *("auto, " if natural else f"{share}, " for natural, share in zip(short, shares, strict=True)), ")"]
    )


def _length(cell: etree._Element) -> int:
    return len(" ".join(plain_text(cell).split()))


def _longest_word(cell: etree._Element) -> int:
    return max(map(len, plain_text(cell).split()), default=0)
