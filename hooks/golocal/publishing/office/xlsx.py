"""A worksheet as a workbook: a sheet for each table, and before them one with what must be known first.

Every sheet begins with its title and the note on the legal office, because sheets are printed one by one.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from textwrap import shorten, wrap

from xlsxwriter.worksheet import Worksheet

from golocal.publishing.data.sheets import INK, PAPER, Book, Pages, book, height, text
from golocal.publishing.office.form import Form
from golocal.publishing.office.widths import widths
from golocal.rendering.licence import CC0
from golocal.rendering.worksheet_tables import SheetTable

FIRST = "Read first"
OTHERS = "This workbook holds the tables. The texts between them stand in the text document and on the page."
LINE, LEAST, MOST_NAME = 100, 125, 31
"""Letters of a line of text, of a row of a table at least, and of the name of a sheet at most."""
ROW, FRAME = 30.0, "#6b7a8f"
_TABOO = re.compile(r"[\[\]:*?/\\]")


def xlsx(form: Form) -> bytes:
    """The workbook: the same form gives the same bytes.

    Raises:
        CellTooLong: a cell cannot hold a text.
    """
    made = Pages()
    properties = {
        "title": form.title,
        "subject": "Worksheet",
        "author": form.author,
        "comments": f"{form.summary} {CC0}.",
    }
    names = sheet_names(table.heading for table in form.sheet.tables)
    with book(properties, datetime.date.fromisoformat(form.date), made) as target:
        _opening(target, form, names)
        for name, table in zip(names, form.sheet.tables, strict=True):
            _table(target, form, name, table)
    return made.content


def sheet_names(headings: Iterable[str]) -> list[str]:
    """A name for each sheet: its heading as far as a name may hold it, each once."""
    names: list[str] = []
    used = {FIRST.casefold(), "history"}
    for number, heading in enumerate(headings, 1):
        whole = " ".join(_TABOO.sub(" ", heading).split()).strip("' ") or f"Table {number}"
        name, copy = _cut(whole, ""), 1
        while name.casefold() in used:
            copy += 1
            name = _cut(whole, f" ({copy})")
        used.add(name.casefold())
        names.append(name)
    return names


def _cut(name: str, ending: str) -> str:
    """Whole words of a name that leave room for the ending; part of the first word where that is too long."""
    room = MOST_NAME - len(ending)
    return (shorten(name, room, placeholder="") or name[:room]).rstrip("' ") + ending


def _opening(target: Book, form: Form, names: list[str]) -> None:
    sheet = target.sheet(FIRST)
    sheet.set_column(0, 0, LINE)
    plain, bold = target.style(), target.style(bold=True)
    stop = target.style(bold=True, bg_color=PAPER)
    lines = [(form.title, target.style(bold=True, font_size=16)), (form.summary, plain)]
    lines += [(note, bold if at == 0 else plain) for at, note in enumerate(form.sheet.notes)]
    lines += [(box, stop) for box in form.boxes]
    lines += [(whose, plain) for whose in (form.whose, form.address, OTHERS) if whose]
    for at, (words, style) in enumerate(lines):
        text(sheet, at, 0, words, style)
        sheet.set_row(at, height([(words, LINE)], 21.0 if at == 0 else 15.0) + 3)
    text(sheet, len(lines) + 1, 0, "Tables", target.style(bold=True, font_size=12))
    link = target.style(font_color="#0b4f9e", underline=1)
    for at, name in enumerate(names, len(lines) + 2):
        place = name.replace("'", "''")
        sheet.write_url(at, 0, f"internal:'{place}'!A1", link, string=name)


def _table(target: Book, form: Form, name: str, table: SheetTable) -> None:
    columns = [list(column) for column in zip(table.head, *table.rows, strict=True)]
    sizes = widths(columns, LEAST)
    sheet = target.sheet(name, width=sum(sizes))
    for at, size in enumerate(sizes):
        sheet.set_column(at, at, size)
    top = _above(target, sheet, form, table, sum(sizes))
    for row, line in enumerate(table.rows, top + 1):
        _row(target, sheet, row, line, sizes)
    _head(target, sheet, top, table)
    sheet.set_row(top, height(zip(table.head, sizes, strict=True)) + 6)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(0, top)
    sheet.print_area(0, 0, top + len(table.rows), len(sizes) - 1)


def _above(target: Book, sheet: Worksheet, form: Form, table: SheetTable, room: int) -> int:
    """Title and note over the whole width without merged cells, a row for each line; the number of rows."""
    title = f"{form.title}: {table.heading}" if table.heading else form.title
    lines = [(part, target.style(bold=True, font_size=14, text_wrap=False)) for part in wrap(title, room * 5 // 8)]
    note = form.sheet.notes[0] if form.sheet.notes else ""
    lines += [(part, target.style(text_wrap=False)) for part in wrap(note, room)]
    for at, (words, style) in enumerate(lines):
        text(sheet, at, 0, words, style)
        sheet.set_row(at, 22 if at < len(lines) - 1 else 20)
    return len(lines)


def _row(target: Book, sheet: Worksheet, row: int, line: tuple[str, ...], sizes: list[int]) -> None:
    style = target.style(border=1, border_color=FRAME, indent=1, align="left")
    needed = height(zip(line, sizes, strict=True))
    sheet.set_row(row, needed if all(line) else max(needed, ROW))
    for at, value in enumerate(line):
        if value:
            text(sheet, row, at, value, style)
        else:
            sheet.write_blank(row, at, None, style)


def _head(target: Book, sheet: Worksheet, top: int, table: SheetTable) -> None:
    """The names of the columns; marked as such, which needs a row below them and names that differ."""
    style = target.style(
        bold=True, font_color=INK, bg_color=PAPER, border=1, border_color=FRAME, indent=1, align="left"
    )
    if table.rows and len({name.casefold() for name in table.head}) == len(table.head) and all(table.head):
        heads = [{"header": name, "header_format": style} for name in table.head]
        place = (top, 0, top + len(table.rows), len(table.head) - 1)
        sheet.add_table(*place, {"columns": heads, "style": None, "autofilter": False})
    else:
        for at, name in enumerate(table.head):
            text(sheet, top, at, name, style)
