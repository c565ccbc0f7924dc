"""A table as a workbook that an official can use: labels in place of ids, filters, and a sheet that explains the columns."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from golocal.content.relations import Node
from golocal.publishing.data.columns import Column
from golocal.publishing.data.records import Records
from golocal.publishing.data.sheets import LINE, PAPER, Book, Pages, book, height, text
from golocal.publishing.data.table import Table
from golocal.reading.parts import record_reference
from golocal.rendering.identity import Identity
from golocal.rendering.text import day_in_words

NARROW, WIDE = 10, 48
_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "yes or no", "date": "date"}
_HEADS = ("Sheet", "Column", "Name in CSV and JSON", "Meaning", "Kind of value", "Vocabulary")
_EXPLAINED = (18, 26, 26, 70, 22, 20)


def workbook(tables: Sequence[Table], records: Records, identity: Identity, edition: datetime.date) -> bytes:
    """The workbook of a table and of those that belong to it.

    Raises:
        CellTooLong: a cell cannot hold a value.
    """
    made = Pages()
    properties = {"title": f"{tables[0].title}: {identity.name}", "author": identity.name, "comments": "CC0 1.0"}
    with book(properties, edition, made) as target:
        for table in tables:
            _rows(target, table, records)
        _columns(target, tables)
        _about(target, tables[0], identity, edition)
    return made.content


def _rows(target: Book, table: Table, records: Records) -> None:
    lines = [[shown(row.get(column.name), column, records) for column in table.columns] for row in table.rows]
    widths = [_width(column.title, (line[at] for line in lines)) for at, column in enumerate(table.columns)]
    sheet = target.sheet(table.title[:31], width=sum(widths))
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    for row, line in enumerate(lines, 1):
        sheet.set_row(
            row, height(("" if value is None else value, width) for value, width in zip(line, widths, strict=True))
        )
        for at, value in enumerate(line):
            _cell(target, sheet, (row, at), value)
    heads = [{"header": column.title, "header_format": target.head} for column in table.columns]
    look = {"name": "t_" + table.name.replace("-", "_"), "columns": heads, "style": "Table Style Light 15"}
    sheet.add_table(0, 0, max(len(table.rows), 1), len(table.columns) - 1, look)
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, len(table.key) if len(table.key) < 3 else 1)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, len(table.key) - 1 if len(table.key) < 3 else 0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(table.rows) + 1}"})


def shown(value: Any, column: Column, records: Records) -> Any:
    """A value as a reader sees it: labels for ids, titles for record links, a line for each item of a list."""
    if isinstance(value, list):
        return "\n".join(str(shown(item, column, records)) for item in value)
    if column.type == "boolean" and value is not None:
        return "yes" if value else "no"
    if column.type == "date" and value:
        return datetime.date.fromisoformat(value)
    if column.vocabulary:
        return records.label(column.vocabulary, value) if value else value
    parts = record_reference(value) if isinstance(value, str) and column.path else None
    return records.title_of(Node(*parts)) if parts and parts[:2] in records.known else value


def _cell(target: Book, sheet: Worksheet, place: tuple[int, int], value: Any) -> None:
    style = target.style(border=1, border_color=LINE)
    if value is None:
        sheet.write_blank(*place, None, style)
    elif isinstance(value, str):
        text(sheet, *place, value, style)
    elif isinstance(value, datetime.date):
        sheet.write_datetime(*place, value, target.style(border=1, border_color=LINE, num_format="yyyy-mm-dd"))
    else:
        sheet.write_number(*place, value, style)


def _width(head: str, values: Iterable[Any]) -> int:
    longest = max((len(line) for value in values if value is not None for line in str(value).splitlines()), default=0)
    return max(NARROW, min(max(longest, len(head) + 4), WIDE))


def _columns(target: Book, tables: Sequence[Table]) -> None:
    sheet = target.sheet("Columns")
    for at, (head, width) in enumerate(zip(_HEADS, _EXPLAINED, strict=True)):
        sheet.set_column(at, at, width)
        text(sheet, 0, at, head, target.head)
    lines = [(table, column) for table in tables for column in table.columns]
    for line, (table, column) in enumerate(lines, 1):
        kind = (
            _TYPES[column.type] + (", one a line" if column.many else "") + ("" if column.needed else "; may be empty")
        )
        cells = (table.title, column.title, column.name, column.meaning, kind, column.vocabulary)
        sheet.set_row(line, height(zip(cells, _EXPLAINED, strict=True)))
        for at, value in enumerate(cells):
            text(sheet, line, at, value, target.style(border=1, border_color=LINE))
    sheet.autofilter(0, 0, len(lines), len(_HEADS) - 1)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _about(target: Book, table: Table, identity: Identity, edition: datetime.date) -> None:
    sheet = target.sheet("About", landscape=False)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 80)
    day = day_in_words(edition)
    lines = (
        ("Table", f"{table.title}. {table.meaning}"),
        ("From", f"{identity.name}. {identity.independence}"),
        ("Edition", day),
        ("Licence", "CC0 1.0: use it without asking. The works that records describe belong to others."),
        ("Cite it as", f"{identity.name}, {edition.year}. “{table.title}.” Data, edition of {day}."),
        ("Cells", "Labels stand here in place of ids; ids stand in the CSV and JSON files of the same table."),
        *([("Site", identity.site)] if identity.site else []),
    )
    for line, (name, value) in enumerate(lines):
        text(sheet, line, 0, name, target.style(bold=True, bg_color=PAPER))
        text(sheet, line, 1, value, target.style())
        sheet.set_row(line, height([(value, 80)]))
