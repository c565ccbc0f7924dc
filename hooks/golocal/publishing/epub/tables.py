"""Tables of an EPUB. One that a telephone cannot hold is read there row by row, each cell under the head of its column.

Reading systems turn pages: what is wider than the page cannot be scrolled to, it is cut off.
"""

from __future__ import annotations

import re

from lxml import etree

from golocal.publishing.epub.markup import E
from golocal.rendering.page_tree import plain_text

STACK, BLANK, HEAD = "stack", "blank", "data-head"
"""Classes of tables that are stacked and of rows to fill in, and the attribute of a cell with the head of its column."""
MOST_COLUMNS, MOST_LETTERS = 3, 22
"""What a small page holds even if the type is half as large again: letters are those of the longest words, side by side."""
ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}
"""Browsers forget that something is a table when a style sheet lays it out otherwise, unless it is said again."""
SIGNS = ("?", ":", ".", "!")
"""What a head may end with; others get a colon before the text of the cell."""

_BREAKS = re.compile(r"[\s/–-]+")


def prepare(table: etree._Element) -> None:
    """Mark a written table that does not fit a small page, and its cells."""
    rows = table.findall(f".//{E.name('tr')}")
    heads = [_text(cell) for cell in rows[0]] if rows else []
    if len(heads) <= MOST_COLUMNS and _letters(rows) <= MOST_LETTERS:
        return
    table.set("class", f"{table.get('class', '')} {STACK}".strip())
    table.set("role", "table")
    for element in table.iter(*map(E.name, ROLES)):
        element.set("role", ROLES[etree.QName(element).localname])
    for row in rows[1:]:
        for head, cell in zip(heads, row, strict=False):
            cell.set(HEAD, head if head.endswith(SIGNS) else f"{head}:")
        if not any(map(_text, row)):
            row.set("class", BLANK)


def _letters(rows: list[etree._Element]) -> int:
    """Letters of the longest words of all columns together."""
    columns: dict[int, int] = {}
    for row in rows:
        for number, cell in enumerate(row):
            columns[number] = max(columns.get(number, 0), *map(len, _BREAKS.split(_text(cell))))
    return sum(columns.values())


def _text(cell: etree._Element) -> str:
    return " ".join(plain_text(cell).split())
