"""Columns of the tables of a kind, made of its model: nothing is listed by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from golocal.content.kinds import ALL_MODELS
from golocal.publishing.schemas import any_value, model_schema, without_null

PERSON = "Name"
"""Model of a person or body, which a cell can name."""


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        name: small letters and underscores.
        type: `string`, `integer`, `number`, `boolean` or `date`.
        many: whether a cell holds a list of such values.
        needed: whether no cell is empty.
        vocabulary: list of allowed values; empty for free values.
        path: keys that lead to the value in the record; empty for a column that no field stands behind.
    """

    name: str
    meaning: str
    type: str = "string"
    many: bool = False
    needed: bool = True
    vocabulary: str = ""
    path: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The name in words, for the head of a sheet."""
        words = self.name.replace("_", " ")
        return words if words.isupper() else words[0].upper() + words[1:]


@dataclass(frozen=True)
class Parts:
    """A list or mapping of objects inside a record, which gets a table of its own.

    Attributes:
        name: of the field, which is the name of the table.
        keyed: whether the objects have keys of their own; otherwise they are counted from 1.
    """

    name: str
    meaning: str
    keyed: bool
    columns: tuple[Column, ...]


@dataclass
class Shape:
    """How records of a kind fall into tables."""

    columns: list[Column] = field(default_factory=list)
    parts: list[Parts] = field(default_factory=list)


def shape_of(kind: str) -> Shape:
    """Columns of a kind, and what gets a table of its own. Raises KeyError for an unknown kind."""
    schema = model_schema(ALL_MODELS[kind])
    return _shape(schema, schema.get("$defs", {}), (), True)


def _shape(schema: dict[str, Any], definitions: dict[str, Any], path: tuple[str, ...], needed: bool) -> Shape:
    shape, required = Shape(), schema.get("required", [])
    for key, declared in schema["properties"].items():
        part, meaning = without_null(declared), declared.get("description", "")
        given = needed and key in required
        inner = _object(part, definitions)
        listed = _object(part.get("items") or any_value(part), definitions)
        if inner:
            below = _shape(inner, definitions, (*path, key), given)
            shape.columns += below.columns
        elif listed and listed["title"] != PERSON:
            own = tuple(_shape(listed, definitions, (), True).columns)
            shape.parts.append(Parts(key, meaning, part.get("type") == "object", own))
        else:
            shape.columns.append(_column(part, (*path, key), meaning, given))
    return shape


def _object(part: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any] | None:
    return definitions[part["$ref"].rpartition("/")[2]] if "$ref" in part else None


def _column(part: dict[str, Any], path: tuple[str, ...], meaning: str, needed: bool) -> Column:
    many = part.get("type") in ("array", "object")
    value = part["items"] if part.get("type") == "array" else any_value(part) if many else part
    name = "_".join(path).replace("-", "_")
    return Column(name, meaning, _type(value), many, needed, next(_vocabularies(value), ""), path)


def _vocabularies(part: dict[str, Any]) -> Iterator[str]:
    if "vocabulary" in part:
        yield part["vocabulary"]
    for option in part.get("anyOf", []):
        yield from _vocabularies(option)


def _type(part: dict[str, Any]) -> str:
    if part.get("format") == "date":
        return "date"
    if True in part.get("enum", []):
        return "boolean"
    types = part.get("type", "string")
    return next((name for name in ("integer", "number") if name in types), "string")
