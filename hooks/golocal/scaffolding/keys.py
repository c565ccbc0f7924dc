"""The keys of a draft as lines of YAML: needed ones with a value, the others as comments that say what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from golocal.publishing.fieldguide import Row
from golocal.rendering.text import quoted
from golocal.scaffolding.blanks import MARK, Setting, blank

Value = str | list[str]
OPTIONAL = "Not needed. To use a key, take away the sign # before it and fill it in."

_PLAIN = re.compile(r"[^\W_](?:[\w ,;.()/'’–+-]|:(?! )|(?<! )#)*")


def yaml_lines(rows: Sequence[Row], facts: Mapping[str, Value], setting: Setting, *, bare: bool) -> Iterator[str]:
    """Lines for all keys of a kind.

    Args:
        facts: values by key, dotted where the key stands inside another.
        bare: leave out the keys that are neither needed nor given.
    """
    used = used_rows(rows, facts)
    for row in used:
        yield from _used(row, facts.get(row.key), setting, is_parent=any(_above(other) == row.key for other in used))
    others = [row for row in _single(rows) if row not in used]
    if others and not bare:
        yield f"# {OPTIONAL}"
        yield from (f"# {_indent(row)}{_name(row)}:  # {_remark(row)}" for row in others)


def open_rows(rows: Sequence[Row], facts: Mapping[str, Value]) -> list[Row]:
    """Keys that a draft needs and that have no fact yet."""
    used = used_rows(rows, facts)
    parents = {_above(row) for row in used}
    return [row for row in used if row.key not in facts and row.key not in parents and not _is_free(row)]


def used_rows(rows: Sequence[Row], facts: Mapping[str, Value]) -> list[Row]:
    """Keys that a draft has: the needed ones and those that are given, each with the keys that it stands in."""
    used: list[Row] = []
    for row in _single(rows):
        given = any(key == row.key or key.startswith(f"{row.key}.") for key in facts)
        has_place = not _above(row) or any(other.key == _above(row) for other in used)
        if given or (row.needed and has_place):
            used.append(row)
    return used


def _single(rows: Sequence[Row]) -> list[Row]:
    """Keys that stand once, not in each entry of a list or below a free key."""
    return [row for row in rows if "[]" not in row.key and "*" not in row.key]


def _is_free(row: Row) -> bool:
    return row.schema.get("type") == "object"


def _used(row: Row, fact: Value | None, setting: Setting, *, is_parent: bool) -> Iterator[str]:
    begin = f"{_indent(row)}{_name(row)}:"
    if is_parent:
        yield begin
    elif fact is not None:
        yield from _valued(begin, fact, row)
    elif _is_free(row):
        yield from (f"{begin}  # {MARK}: {_remark(row)}", f"{_indent(row)}  a: {MARK}")
    else:
        first, *more = _valued(begin, blank(row, setting), row)
        yield first if MARK in first else f"{first}  # {MARK}: {_remark(row)}"
        yield from more


def _valued(begin: str, value: Value, row: Row) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{begin} {scalar(value, is_text=row.schema.get('type') == 'string')}"
    elif not value:
        yield f"{begin} []"
    else:
        yield begin
        yield from (f"{_indent(row)}  - {scalar(entry)}" for entry in value)


def scalar(text: str, *, is_text: bool = False) -> str:
    """Text as a YAML scalar, in quotes only where it needs them, or where other programs would see a number in a text."""
    if is_text and re.fullmatch(r"\d+\.\d+", text):
        return quoted(text)
    return text if _PLAIN.fullmatch(text) and text == text.strip() else quoted(text)


def _above(row: Row) -> str:
    return row.key.rpartition(".")[0]


def _name(row: Row) -> str:
    return row.key.rpartition(".")[2]


def _indent(row: Row) -> str:
    return "  " * row.key.count(".")


def _remark(row: Row) -> str:
    form = "see docs/contribute/fields.md" if "the keys below" in row.form else row.form.replace("`", "")
    return f"{row.meaning.rstrip('.')} ({form})"
