"""A table with its rows, and how a value of a record becomes a cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from golocal.publishing.data.columns import Column
from golocal.rendering.citing.csl import name_in_words

Row = dict[str, Any]


class Reference(NamedTuple):
    """Columns whose values are keys of another table."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with its rows.

    Attributes:
        name: of its files.
        title, meaning: what it holds, in words.
        rows: cells by column; an empty cell is left out, a list is a list.
        key: columns that together name a row.
        belongs_to: table whose workbook holds it too; empty for one that has a workbook.
    """

    name: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    rows: list[Row]
    key: tuple[str, ...] = ("id",)
    references: tuple[Reference, ...] = ()
    belongs_to: str = ""


def cells(data: dict[str, Any], columns: Iterable[Column]) -> Row:
    """The cells of a record, without empty ones."""
    found = ((column.name, _cell(_at(data, column.path))) for column in columns)
    return {name: cell for name, cell in found if cell not in (None, [], "")}


def _at(data: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _cell(value: Any) -> Any:
    """A value as a cell holds it: lines end alike, a person or body in a list is one text, a mapping is a list."""
    if isinstance(value, str):
        return "\n".join(value.splitlines())
    if isinstance(value, dict):
        return [f"{key}: {_item(text)}" for key, text in value.items()]
    return [_item(item) for item in value] if isinstance(value, list) else value


def _item(value: Any) -> str:
    """One item of a list, on one line."""
    if isinstance(value, dict):
        value = name_in_words(value)
    return " ".join(str(value).split())
