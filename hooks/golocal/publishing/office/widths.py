"""How wide the columns of a table are, in letters: no word is broken, and what is to be filled in has room."""

from __future__ import annotations

from golocal.publishing.pdf.tables import longest_words

WRITTEN = 18
"""Letters that a column to be filled in has room for at least, as far as there is room."""
MOST, MOST_BESIDE = 60, 45
"""Letters of a line of text at most: in any table, and beside a column to be filled in."""
MARGIN = 2


def least(column: list[str]) -> int:
    """Letters without which a word of the column would be broken. The head is the first cell."""
    return max((len(word) for word in longest_words(column)), default=1) + MARGIN


def widths(columns: list[list[str]], room: int) -> list[int]:
    """Letters of each column. Together they fill the room, or more where words need it; what is left over is for writing."""
    to_fill = [not all(column[1:]) for column in columns]
    most = MOST_BESIDE if any(to_fill) else MOST
    needed = [least(column) for column in columns]
    wanted = [
        max(need, min(max(map(len, column)), most), WRITTEN if empty else 0)
        for need, column, empty in zip(needed, columns, to_fill, strict=True)
    ]
    spare = room - sum(wanted)
    if spare >= 0:
        growing = to_fill if any(to_fill) else [True] * len(columns)
        return [wish + spare // sum(growing) * grows for wish, grows in zip(wanted, growing, strict=True)]
    left, more = max(room - sum(needed), 0), sum(wanted) - sum(needed)
    return [need + left * (wish - need) // more for need, wish in zip(needed, wanted, strict=True)] if more else needed
