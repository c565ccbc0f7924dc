"""Tables as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from golocal.publishing.data.columns import Column
from golocal.publishing.data.table import Table
from golocal.rendering.csv_table import harmless

ENCODING = "utf-8"
SEPARATOR = "\n"
"""Between the items of a list in one cell: no item holds a line break."""


def as_csv(table: Table) -> bytes:
    """The table as RFC 4180 has it: a head, commas, lines that end with CR and LF, in UTF-8 without a mark at the beginning."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_written(row.get(column.name), column) for column in table.columns] for row in table.rows)
    return text.getvalue().encode(ENCODING)


def as_rows(table: Table) -> bytes:
    """The table as a JSON list of objects, one a line; empty cells are left out, lists are lists."""
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in table.rows)
    return f"[\n{rows}\n]\n".encode(ENCODING)


def _written(value: Any, column: Column) -> str:
    if value is None:
        return ""
    if column.type == "boolean":
        return "true" if value else "false"
    if column.many:
        return harmless(SEPARATOR.join(value))
    return harmless(value) if column.type == "string" else str(value)
