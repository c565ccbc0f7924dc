"""Tables of an EPUB. One that a telephone cannot hold is read row by row where there is no room, each cell behind the head of its column.

Reading systems turn pages: what is wider than the page cannot be scrolled to, it is cut off.
"""

from __future__ import annotations

import re

from lxml import etree

from golocal.publishing.epub.markup import E
from golocal.rendering.page_tree import plain_text

STACK, HOLDER, BLANK, HEAD = "stack", "holder", "blank", "data-head"
"""Classes of tables that may be stacked, of the box around a table and of rows to fill in, and the attribute of a cell with its head."""
MOST_COLUMNS, MOST_LETTERS = 3, 22
"""What a small page holds even if the type is half as large again: letters are those of the longest words, side by side."""
ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}
"""Browsers forget that something is a table when a style sheet lays it out otherwise, unless it is said again."""
SIGNS = ("?", ":", ".", "!")
"""What a head may end with; others get a colon before the text of the cell."""

_BREAKS = re.compile(r"[\s/–-]+")


def prepare(table: etree._Element) -> None:
    """Make a written table fit: what is no head is none, and one that is too large for a small page is marked, with its cells."""
    rows = table.findall(f".//{E.name('tr')}")
    for cell in table.findall(f".//{E.name('th')}"):
        if not _text(cell):
            # The corner above row names says nothing; read aloud as a head it would confuse.
            cell.tag = E.name("td")
            cell.attrib.pop("scope", "")
    heads = [_text(cell) for cell in rows[0]] if rows else []
    if len(heads) <= MOST_COLUMNS and _letters(rows) <= MOST_LETTERS:
        return
    table.set("class", f"{table.get('class', '')} {STACK}".strip())
    table.set("role", "table")
    for element in table.iter(*map(E.name, ROLES)):
        element.set("role", ROLES[etree.QName(element).localname])
    for row in rows[1:]:
        for head, cell in zip(heads, row, strict=False):
            if head:
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
