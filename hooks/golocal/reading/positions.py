"""From an offset in a text to a line and a column."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache


class Positions:
    """Lines of one text. Lines and columns are 1-based, columns counted in characters."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Offset of the character at a line and a column."""
        return self._starts[line - 1] + column - 1


@lru_cache(maxsize=1)
def positions_of(text: str) -> Positions:
    """The lines of a text; several rules ask for those of the same text one after the other."""
    return Positions(text)
