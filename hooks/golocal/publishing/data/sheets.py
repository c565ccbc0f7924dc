"""What all workbooks share: fixed bytes, a language, text that is never a formula, pages that print."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from golocal.publishing.archive import EARLIEST, entry_of

LANGUAGE = "en"
LINE_HEIGHT, MOST_POINTS = 15.0, 409.0
MOST_ON_A_PAGE = 260
"""Width of a sheet that can still be read when it is made to fit a page."""
MOST_SIGNS = 32_767
"""Characters that a cell can hold (Microsoft, "Excel specifications and limits")."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
_CORE = "docProps/core.xml"
INK, PAPER, LINE = "#1d3557", "#eef2f7", "#b8c4d4"


class CellTooLong(ValueError):
    """A text does not fit into a cell; the message begins with the text."""


@dataclass
class Book:
    """A workbook while it is written."""

    workbook: Workbook
    _formats: dict[tuple[tuple[str, Any], ...], Format]

    def style(self, **properties: Any) -> Format:
        """The format with these properties; text wraps and stands at the top unless they say otherwise."""
        whole = {"text_wrap": True, "valign": "top", **properties}
        key = tuple(sorted(whole.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(whole)
        return self._formats[key]

    def sheet(self, name: str, *, landscape: bool = True, width: int = 0) -> Worksheet:
        """A new sheet that prints on A4, with its name and the page number at the foot.

        Args:
            width: of all columns, in characters; a sheet that is too wide for one page runs over several, in small print.
        """
        sheet = self.workbook.add_worksheet(name)
        sheet.set_paper(9)
        if landscape:
            sheet.set_landscape()
        if width > MOST_ON_A_PAGE:
            sheet.set_print_scale(60)
            sheet.print_across()
        else:
            sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer("&L&8&A&R&8Page &P of &N")
        return sheet

    @property
    def head(self) -> Format:
        """The format of the row of headings."""
        return self.style(bold=True, font_color="#ffffff", bg_color=INK, border=1, border_color=LINE, valign="vcenter")


class Pages:
    """Receives a finished workbook: its bytes."""

    def __init__(self) -> None:
        self.content = b""


@contextmanager
def book(properties: Mapping[str, str], date: datetime.date, target: Pages) -> Iterator[Book]:
    """Write a workbook into `target`: the same calls give the same bytes.

    Args:
        properties: title, author and others as `Workbook.set_properties` names them.
        date: on which it was made.
    """
    stream = io.BytesIO()
    workbook = Workbook(stream, _OPTIONS)
    created = datetime.datetime.combine(date, datetime.time())
    workbook.set_properties({**properties, "created": created})
    workbook.set_calc_mode("auto")
    yield Book(workbook, {})
    workbook.close()
    target.content = _with_language(stream.getvalue())


def text(sheet: Worksheet, row: int, column: int, value: str, style: Format) -> None:
    """Write text as text, whatever it begins with.

    Raises:
        CellTooLong: it does not fit.
    """
    if len(value) > MOST_SIGNS:
        raise CellTooLong(f"{value[:60]} ...: {len(value)} characters, a cell of a workbook holds {MOST_SIGNS}")
    sheet.write_string(row, column, value, style)


def height(cells: Iterable[tuple[object, int]], size: float = LINE_HEIGHT) -> float:
    """Height of a row in points that shows all its cells, as far as a row may be high; not every program finds it itself.

    Args:
        cells: content and width of each cell, in characters.
        size: height of one line in points.
    """
    return min(max(_lines(str(value), width) for value, width in cells) * size + 3, MOST_POINTS)


def _lines(value: str, width: int) -> int:
    room = max(width - 1, 1)
    return sum(1 if len(line) <= room else len(wrap(line, room)) for line in value.split("\n"))


def _with_language(content: bytes) -> bytes:
    """The workbook with its language among its properties, which the library does not write."""
    mark = f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>".encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in given.namelist():
            data = given.read(name)
            whole = data.replace(b"</cp:coreProperties>", mark) if name == _CORE else data
            packed.writestr(entry_of(name, EARLIEST), whole)
    return stream.getvalue()
