"""Which fields of a kind hold values of which vocabulary, as the models declare it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from golocal.content.kinds import ALL_MODELS

FieldPath = tuple[str, ...]


@cache
def vocabularies_of(kind: str) -> dict[FieldPath, str]:
    """The vocabulary of each field, by the keys that lead to it: `("evidence", "report")`. Raises KeyError."""
    schema = ALL_MODELS[kind].model_json_schema(by_alias=True)
    return dict(_declared(schema, schema.get("$defs", {}), ()))


def values_at(value: Any, path: FieldPath) -> Iterator[str]:
    """The texts that stand at a path in plain values: one, each of a list, or none."""
    if isinstance(value, list):
        for child in value:
            yield from values_at(child, path)
    elif path and isinstance(value, dict):
        yield from values_at(value.get(path[0]), path[1:])
    elif not path and isinstance(value, str):
        yield value


def _declared(part: dict[str, Any], definitions: dict[str, Any], path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if "vocabulary" in part:
        yield path, part["vocabulary"]
    if "$ref" in part:
        yield from _declared(definitions[part["$ref"].rpartition("/")[2]], definitions, path)
    for option in (*part.get("anyOf", ()), part.get("items")):
        if option:
            yield from _declared(option, definitions, path)
    for key, child in part.get("properties", {}).items():
        yield from _declared(child, definitions, (*path, key))
