"""Small pieces of Markdown text that several pages are made of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from golocal.reading.addresses import host_of

FACT, LINK = "fact", "link"
"""Marks of the first column of a panel of facts, and of a chain."""
APPARATUS, FOLD, EXPORT = "apparatus", "fold", "export"
"""Marks of headings about the page itself, of blocks that are shown on demand, and of those that only programs read."""
PANEL, ROOMY = "panel", "roomy"
"""Marks of the facts of a page, and of folds that are folded on a small screen alone: a wide one and paper show them open."""
LISTING = "listing"
"""Mark of headings and folds that list other records. Search passes over them: those are found by themselves."""

RELATED, SOURCES = "related", "sources"
"""Marks of headings of the list of related pages and of the list of sources. A publication leaves out the one and has the other once."""

NAMED = 3
"""So many facts are named in the label of a panel."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]|])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_LINE_START = re.compile(r"^( ?)(?:([-+#>])|(\d+)(?=[.)])|([:=~]))", re.MULTILINE)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def escape(text: str) -> str:
    """Plain text as Markdown that shows exactly this text."""
    shown = _ENTITY.sub("&amp;", _SPECIAL.sub(r"\\\1", text)).replace("<", "&lt;")
    return _LINE_START.sub(_without_meaning, _INDENT.sub(" ", shown))


def _without_meaning(start: re.Match[str]) -> str:
    space, sign, number, other = start.groups()
    if sign:
        return f"{space}\\{sign}"
    return f"{space}{number}\\" if number else f"{space}&#{ord(other)};"


def long_date(value: str) -> str:
    """`2026-11-23` as "23 November 2026"; a year or month alone as it can be read."""
    parts = value.split("-")
    if len(parts) == 3:
        day = datetime.date.fromisoformat(value)
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}" if len(parts) == 2 else value


def day_in_words(day: datetime.date | None) -> str:
    """A day as "23 November 2026"; empty for none."""
    return long_date(day.isoformat()) if day else ""


def size_in_words(size: int) -> str:
    """A size in bytes as "31 kB" or "1.2 MB"; what is smaller than a kilobyte counts as one."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(round(size / 1000), 1)} kB"


def first_sentence(text: str) -> str:
    """The text up to its first full stop, question mark or exclamation mark that a blank follows."""
    return re.split(r"(?<=[.?!])\s", text, maxsplit=1)[0]


def in_people(size: str) -> str:
    """The label of a class of population with the word "people", unless it is a word without a number."""
    return f"{size} people" if any(map(str.isdigit, size)) else size


def link_to_host(name: str, address: str | None) -> str:
    """A link whose text says what it is and on whose site: "Original at ohchr.org"; empty without an address."""
    return f"[{name} at {escape(host_of(address).removeprefix('www.'))}](<{address}>)" if address else ""


def facts(pairs: Iterable[tuple[str, str]], mark: str = FACT) -> str:
    """A definition list, marked as a panel of facts or as a chain; pairs without a value are left out."""
    return "\n\n".join(f"{label} {{: .{mark} }}\n:   {value}" for label, value in pairs if value)


def bullets(lines: Iterable[str]) -> str:
    """A list of lines that are Markdown already."""
    return "\n".join(f"- {line}" for line in lines)


def section(heading: str, text: str, anchor: str = "") -> str:
    """A section of level two, empty where it has no text."""
    mark = f" {{: #{anchor} }}" if anchor else ""
    return f"## {heading}{mark}\n\n{text}\n" if text else ""


def marked(heading: str, text: str, mark: str) -> str:
    """A section of level two whose heading carries a mark; empty where it has no text."""
    return f"## {heading} {{: .{mark} }}\n\n{text}\n" if text else ""


def listing(heading: str, text: str, anchor: str = "") -> str:
    """A section of level two that lists other records, which search passes over; empty where it has no text."""
    mark = f"#{anchor} " if anchor else ""
    return f"## {heading} {{: {mark}.{LISTING} }}\n\n{text}\n" if text else ""


def apparatus(heading: str, text: str) -> str:
    """A section about the page itself, which search passes over; empty where it has no text."""
    return marked(heading, text, APPARATUS)


def folded(label: str, block: str, *classes: str) -> str:
    """A block under a label. The site shows it on demand; elsewhere it stands open."""
    marks = " ".join(f".{name}" for name in (FOLD, *classes))
    return f"{label}\n{{: {marks} }}\n\n{block}"


def panel(pairs: Iterable[tuple[str, str]], label: str = "") -> str:
    """The facts of a page under a label that says what is among them; empty without facts.

    Args:
        label: Markdown; the names of the first three facts if empty.
    """
    given = [(name, value) for name, value in pairs if value]
    first = ", ".join(name for name, _ in given[:NAMED]).lower() + (" and more" if len(given) > NAMED else "")
    return folded(f"Facts: {label or first}", facts(given), ROOMY, PANEL) if given else ""


def quoted(text: str) -> str:
    """Text as a YAML scalar in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
