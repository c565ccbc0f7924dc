"""Tables of a Markdown source, with the place of each and the words of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from golocal.reading.markdown import Source
from golocal.reading.masking import CITED, FENCE_FILLER, FILLER, MARKUP
from golocal.reading.prose import plain

_DELIMITER = re.compile(r"[ >]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_EDGES = re.compile(r"^[ >]*\|?|\|?[ ]*$")
_NO_LETTERS = re.compile(f"[{FILLER}{FENCE_FILLER}{MARKUP}{CITED}]+")


class Table(NamedTuple):
    """A table.

    Attributes:
        line, column: place of its head.
        columns: text of the cells of each column, the head first; rows that are too short are filled up.
    """

    line: int
    column: int
    columns: list[list[str]]


def tables_of(source: Source) -> Iterator[Table]:
    """All tables in the body, in order; code holds none."""
    masked = source.masked[source.body :]
    if "|" not in masked:
        return
    first = source.masked.count("\n", 0, source.body) + 1
    lines = plain(masked).split("\n")
    for number, line in enumerate(lines):
        if number and "-" in line and "|" in lines[number - 1] and _DELIMITER.fullmatch(line):
            rows = [_cells(lines[number - 1]), *_rows(lines, number + 1)]
            width = len(rows[0])
            filled = [(row + [""] * width)[:width] for row in rows]
            indent = len(lines[number - 1]) - len(lines[number - 1].lstrip(" >"))
            yield Table(first + number - 1, indent + 1, [list(column) for column in zip(*filled, strict=True)])


def _rows(lines: list[str], start: int) -> Iterator[list[str]]:
    for line in lines[start:]:
        if "|" not in line:
            return
        yield _cells(line)


def _cells(line: str) -> list[str]:
    return [_NO_LETTERS.sub("", cell).strip() for cell in _EDGES.sub("", line).split("|")]
