"""JSON Schemas of all kinds, for editors whose tools complete and check YAML as they type."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from golocal.content.fields import Vocabularies
from golocal.content.kinds import ALL_MODELS, RECORD_MODELS
from golocal.content.kinds.common import Model

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# Our reader takes every plain scalar as text: `issued: 2019` is right, though other YAML tools see a number.
_SCALAR = ["string", "number"]
_LIMITS = {"ge": "minimum", "le": "maximum"}


class MissingVocabulary(Exception):
    """A model names a vocabulary that has no file; the text is its name."""


class _WithoutFieldTitles(GenerateJsonSchema):
    """Pydantic's schemas without the titles that it makes of field names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def all_schemas(vocabularies: Vocabularies) -> dict[str, dict[str, Any]]:
    """The schema of each kind. Of a data kind it describes a file: an object from id to record."""
    return {kind: schema_of(kind, vocabularies) for kind in sorted(ALL_MODELS)}


def schema_of(kind: str, vocabularies: Vocabularies) -> dict[str, Any]:
    """The schema of one kind, its vocabularies written out. Raises KeyError for an unknown kind, MissingVocabulary."""
    schema: dict[str, Any] = _adapted(model_schema(ALL_MODELS[kind]), vocabularies)
    if kind in RECORD_MODELS:
        schema = _file_schema(schema)
    return {"$schema": DIALECT, "$id": f"{kind}.schema.json", **schema}


def entries(vocabularies: Vocabularies, name: str) -> list[str]:
    """Ids of a vocabulary, sorted. Raises MissingVocabulary."""
    if name not in vocabularies:
        raise MissingVocabulary(name)
    return sorted(vocabularies[name])


def as_json(schema: Mapping[str, Any]) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def model_schema(model: type[Model]) -> dict[str, Any]:
    """The schema of a model as it is declared: with the names of vocabularies in place of their values."""
    schema: dict[str, Any] = _with_limits(model.model_json_schema(by_alias=True, schema_generator=_WithoutFieldTitles))
    return schema


def any_value(part: dict[str, Any]) -> dict[str, Any]:
    """The schema of the values of an object whose keys are free, or of a pattern."""
    values = [*part.get("patternProperties", {}).values(), part.get("additionalProperties")]
    return next((value for value in values if isinstance(value, dict)), {})


def without_null(declared: dict[str, Any]) -> dict[str, Any]:
    """The schema of an optional value where it is given."""
    options = [option for option in declared.get("anyOf", []) if option.get("type") != "null"]
    return options[0] if len(options) == 1 else declared


def _with_limits(part: Any) -> Any:
    """The limits of numbers under their names in JSON Schema; pydantic keeps its own where a number may be text."""
    if isinstance(part, list):
        return [_with_limits(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {_LIMITS.get(key, key): _with_limits(value) for key, value in part.items()}


def _adapted(part: Any, vocabularies: Vocabularies) -> Any:
    if isinstance(part, list):
        return [_adapted(item, vocabularies) for item in part]
    if not isinstance(part, dict):
        return part
    adapted = {key: _adapted(value, vocabularies) for key, value in part.items()}
    if isinstance(adapted.get("vocabulary"), str):
        adapted["enum"] = entries(vocabularies, adapted.pop("vocabulary"))
    elif adapted.get("type") == "string" and not adapted.keys() & {"enum", "const", "format"}:
        adapted["type"] = _SCALAR
    return adapted


def _file_schema(record: dict[str, Any]) -> dict[str, Any]:
    definitions = record.pop("$defs", {})
    name = record["title"]
    return {
        "title": f"Records of the kind {name}",
        "description": "A mapping from id to record.",
        "type": "object",
        "additionalProperties": {"$ref": f"#/$defs/{name}"},
        "$defs": {**definitions, name: record},
    }
