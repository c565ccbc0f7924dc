"""The tables of a worksheet as its page shows them: the one model behind every form of the sheet that one can fill in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from golocal.rendering.page_tree import plain_text

HEADINGS = frozenset({"h2", "h3", "h4"})


@dataclass(frozen=True)
class SheetTable:
    """One table to fill in.

    Attributes:
        heading: the heading above it, which several tables may share; empty where the page has none.
        head: names of the columns.
        rows: cells as plain text, as many in each row as the head has; a cell to fill in is empty.
    """

    heading: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class WorksheetTables:
    """A worksheet as tables.

    Attributes:
        title: of the sheet, without its chapter.
        notes: the paragraphs that open the page: what to have checked, the licence, when to begin.
        tables: in the order of the page; none where the sheet is text alone.
    """

    title: str
    notes: tuple[str, ...]
    tables: tuple[SheetTable, ...]


def tables_of(title: str, page: etree._Element) -> WorksheetTables:
    """The tables of a page, given as the tree of its text."""
    return WorksheetTables(title, tuple(_opening(page)), tuple(_tables(page)))


def _opening(page: etree._Element) -> Iterator[str]:
    for block in page:
        if block.tag != "p":
            return
        yield _line(block)


def _tables(page: etree._Element) -> Iterator[SheetTable]:
    heading = ""
    for element in page.iter(*HEADINGS, "table"):
        if element.tag in HEADINGS:
            heading = _line(element)
        else:
            head = _cells(element.findall("./thead/tr/th"))
            yield SheetTable(heading, head, tuple(_cells(row) for row in element.iterfind("./tbody/tr")))


def _cells(row: etree._Element | list[etree._Element]) -> tuple[str, ...]:
    return tuple(_line(cell) for cell in row)


def _line(element: etree._Element) -> str:
    return " ".join(plain_text(element).split())
