"""Steps and recommendations: numbered headings of level 3, each followed by a definition list."""

from __future__ import annotations

import re

from golocal.reading.parts import Heading, Item

_NUMBERED = re.compile(r"(\d{1,3})\.\s+(\S.*)")
_DEFINITION = re.compile(r"^:[ ]{1,3}(.*)$")


def read_items(lines: list[str], headings: list[Heading]) -> list[Item]:
    """Items among the headings; `lines` are the lines of the whole file."""
    items = []
    for index, heading in enumerate(headings):
        match = _NUMBERED.match(heading.text) if heading.level == 3 else None
        if match:
            last = headings[index + 1].line - 1 if index + 1 < len(headings) else len(lines)
            details = _details(lines[heading.line : last])
            items.append(Item(int(match.group(1)), match.group(2), heading.slug, heading.line, heading.column, details))
    return items


def _details(lines: list[str]) -> tuple[tuple[str, str], ...]:
    details: list[tuple[str, str]] = []
    term = ""
    for line in lines:
        match = _DEFINITION.match(line)
        if match:
            details.append((term or (details[-1][0] if details else ""), match.group(1).strip()))
            term = ""
        elif details and line.startswith("    ") and line.strip():
            details[-1] = (details[-1][0], f"{details[-1][1]} {line.strip()}".strip())
        elif line.strip():
            term = line.strip()
    return tuple(details)
