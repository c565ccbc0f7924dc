"""Tables as comma-separated values that a spreadsheet program can open without harm."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

MARK = "\ufeff"
"""First sign of a file that people open in a spreadsheet program, which takes it for another encoding without one."""
_ACTIVE = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table as text (RFC 4180), lines ended by CR and LF. A cell that a program could take for a formula begins with an apostrophe."""
    return csv_rows([columns, *rows])


def csv_rows(rows: Iterable[Sequence[str]]) -> str:
    """Rows as `csv_table` has them, the first like any other."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def harmless(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    `=`, `+`, `-`, `@`, a tab and a line break at the beginning can make a program compute, or run, what a cell says. `original` undoes it.
    """
    return f"'{text}" if _ACTIVE.match(text) else text


def original(cell: str) -> str:
    """The text that `harmless` was given."""
    return cell[1:] if cell.startswith("'") and _ACTIVE.match(cell) else cell
