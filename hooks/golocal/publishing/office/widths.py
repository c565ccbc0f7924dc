"""How wide the columns of a table are, in letters: no word is broken, and what is to be filled in has room."""

from __future__ import annotations

from golocal.publishing.pdf.tables import longest_words

WRITTEN = 18
"""Letters that a column to be filled in has room for at least, as far as there is room."""
MOST = 60
"""Letters of a line that is still read with ease."""
MARGIN = 2


def least(column: list[str]) -> int:
    """Letters without which a word of the column would be broken. The head is the first cell."""
    return max((len(word) for word in longest_words(column)), default=1) + MARGIN


def widths(columns: list[list[str]], room: int) -> list[int]:
    """Letters of each column. Together they fill the room, or more where words need it."""
    needed = [least(column) for column in columns]
    wanted = [max(least_, _wish(column)) for least_, column in zip(needed, columns, strict=True)]
    left = room - sum(needed)
    more = [wish - need for wish, need in zip(wanted, needed, strict=True)]
    if left <= 0:
        return needed
    if sum(more) >= left:
        return [need + left * one // sum(more) for need, one in zip(needed, more, strict=True)]
    return [max(wish * room // sum(wanted), wish) for wish in wanted]


def _wish(column: list[str]) -> int:
    to_fill = any(not text for text in column[1:])
    return max(min(max(map(len, column)), MOST), WRITTEN if to_fill else 0)
