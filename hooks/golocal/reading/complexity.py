"""What would keep the renderer busy for minutes or make it fail: too much of one thing in one block."""

from __future__ import annotations

import re

from golocal.reading.masking import MAX_FENCE_LENGTHS, kinds_of_fences
from golocal.reading.parts import Fault
from golocal.reading.positions import Positions

MAX_EMPHASIS = 1000
MAX_NESTING = 20
MAX_COLUMNS = 60
MAX_LINES = 1000
MAX_DEFINITIONS = 200

_EMPHASIS = re.compile(r"\n[ \t]*\n|[*_]")
_NESTED = re.compile(
    rf"^(?:[ ]*(?:(?:[-*+]|\d{{1,9}}\.)[ \t]+|>[ ]?)){{{MAX_NESTING}}}"
    rf"|^[ ]{{{4 * MAX_NESTING}}}[ ]*(?:[-*+:]|\d{{1,9}}\.)[ \t]",
    re.MULTILINE,
)
_COLUMNS = re.compile(rf"^[ ]{{0,3}}(?=[ ]*(?:\|[ ]*)?:?-)(?:[ :-]*\|){{{MAX_COLUMNS}}}", re.MULTILINE)


def too_complex(text: str, masked: str, start: int, positions: Positions) -> list[Fault]:
    """A fault for each kind of excess after offset `start`, at the first place where it occurs."""
    excesses = [
        (_first_emphasis(masked, start), f"more than {MAX_EMPHASIS} signs of emphasis in one block"),
        (_first(_NESTED, masked, start), f"more than {MAX_NESTING} levels of lists and quotes"),
        (_first(_COLUMNS, masked, start) if "|" in masked else -1, f"a table of more than {MAX_COLUMNS} columns"),
        (_first_long_block(masked, start), "a block of too many lines"),
        (
            start if kinds_of_fences(text) > MAX_FENCE_LENGTHS else -1,
            f"fences of more than {MAX_FENCE_LENGTHS} lengths",
        ),
    ]
    return [Fault("too-complex", *positions.place(offset), detail) for offset, detail in excesses if offset >= 0]


def _first(pattern: re.Pattern[str], masked: str, start: int) -> int:
    match = pattern.search(masked, start)
    return match.start() if match else -1


def _first_emphasis(masked: str, start: int) -> int:
    if masked.count("*", start) + masked.count("_", start) < MAX_EMPHASIS:
        return -1
    count, first = 0, start
    for match in _EMPHASIS.finditer(masked, start):
        if match.group() not in "*_":
            count = 0
            continue
        first = first if count else match.start()
        count += 1
        if count == MAX_EMPHASIS:
            return first
    return -1


def _first_long_block(masked: str, start: int) -> int:
    """Offset of the first block with more lines, or with more definitions, than the renderer takes."""
    first = offset = start
    lines = definitions = 0
    for line in masked[start:].split("\n"):
        offset += len(line) + 1
        if not line.strip():
            first, lines, definitions = offset, 0, 0
            continue
        lines += 1
        definitions += line.startswith(":")
        if lines > MAX_LINES or definitions > MAX_DEFINITIONS:
            return first
    return -1
