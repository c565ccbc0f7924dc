"""Staff-days as the chapters write them: in the steps, in the table of stages, on the first page."""

from __future__ import annotations

import re
from pathlib import Path

Span = tuple[int, int]
"""Lowest and highest number of staff-days."""

STAGE = re.compile(r"^\| [^|]+\((?:steps )?([\d, ]+)\) \|(.+)\|$", re.MULTILINE)


def span(text: str) -> Span:
    """The staff-days at the end of a line, `4 to 6 staff-days` or `1 staff-day`."""
    found = re.search(r"(\d+)(?: to (\d+))? staff-days?\.?$", text.strip())
    assert found, f"no staff-days in: {text}"
    low = int(found[1])
    return low, int(found[2] or low)


def steps(chapter: Path, label: str) -> list[Span]:
    """The staff-days of each step, from the line below `Time` or `Small town`."""
    page = (chapter / "practise.md").read_text(encoding="utf-8")
    return [span(line) for line in re.findall(rf"^{label}\n:   (.+)$", page, flags=re.MULTILINE)]


def stages(chapter: Path) -> dict[tuple[int, ...], list[Span]]:
    """The table of stages in prepare.md: the steps of a stage, and its columns by size of place."""
    rows = STAGE.findall((chapter / "prepare.md").read_text(encoding="utf-8"))
    return {
        tuple(int(step) for step in numbers.split(",")): [
            span(f"{cell.strip()} staff-days") for cell in cells.split("|")
        ]
        for numbers, cells in rows
    }


def total(spans: list[Span]) -> Span:
    """The sum of the low and of the high ends."""
    return sum(low for low, _ in spans), sum(high for _, high in spans)


def words(days: Span) -> str:
    """A span as the tables write it."""
    return f"{days[0]} to {days[1]}" if days[0] != days[1] else str(days[0])
