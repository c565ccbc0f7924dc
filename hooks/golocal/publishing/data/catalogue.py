"""`catalogue.json`: every record whole, as the page of a record gives it; and the JSON Schema that it follows."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

from golocal.content.kinds import ALL_MODELS
from golocal.publishing.data.package import CC0
from golocal.publishing.data.records import Records
from golocal.publishing.schemas import DIALECT, entries, model_schema
from golocal.rendering.identity import Identity

NAME = "catalogue.json"
SCHEMA = "catalogue.schema.json"
_HEAD = ("kind", "id", "address")


def catalogue_json(records: Records, identity: Identity, edition: datetime.date) -> bytes:
    """All records by kind and the vocabularies."""
    kinds = {
        kind: [{"kind": kind, "id": record.key.id, "address": record.address, **record.data} for record in found]
        for kind, found in records.by_kind.items()
    }
    whole = {
        "$schema": SCHEMA,
        "title": identity.name,
        "independence": identity.independence,
        "edition": edition.isoformat(),
        "licence": CC0["name"],
        "records": kinds,
        "vocabularies": records.vocabularies,
    }
    return _as_bytes(whole)


def catalogue_schema(records: Records) -> bytes:
    """The JSON Schema of the catalogue, the allowed values of this edition written out."""
    vocabularies = records.catalogue.corpus.vocabularies
    definitions: dict[str, Any] = {}
    for kind in records.by_kind:
        schema = _with_values(model_schema(ALL_MODELS[kind]), vocabularies)
        definitions |= schema.pop("$defs", {})
        definitions[kind] = _with_head(kind, schema)
    each = {kind: {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}} for kind in records.by_kind}
    text = {"type": "string"}
    values = {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": {"type": "object"}}}
    known = dict.fromkeys(("$schema", "title", "independence", "licence"), text)
    properties = {
        **known,
        "edition": {"type": "string", "format": "date"},
        "records": {"type": "object", "properties": each, "required": sorted(each), "additionalProperties": False},
        "vocabularies": values,
    }
    whole = {"type": "object", "properties": properties, "required": sorted(properties), "additionalProperties": False}
    return _as_bytes({"$schema": DIALECT, "$id": SCHEMA, **whole, "$defs": definitions})


def _with_head(kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    head = {"kind": {"const": kind}, "id": {"type": "string"}, "address": {"type": "string"}}
    required = [*_HEAD, *schema.get("required", [])]
    return {**schema, "properties": {**head, **schema["properties"]}, "required": required}


def _with_values(part: Any, vocabularies: Mapping[str, Mapping[str, Any]]) -> Any:
    """The schema of values that have their types: what sources may write as text as well has one type here."""
    if isinstance(part, list):
        return [_with_values(item, vocabularies) for item in part]
    if not isinstance(part, dict):
        return part
    adapted = {key: _with_values(value, vocabularies) for key, value in part.items()}
    if isinstance(adapted.get("vocabulary"), str):
        adapted["enum"] = entries(vocabularies, adapted.pop("vocabulary"))
    elif isinstance(adapted.get("type"), list):
        adapted["type"] = adapted["type"][0]
    elif True in adapted.get("enum", []):
        adapted = {**{key: value for key, value in adapted.items() if key != "enum"}, "type": "boolean"}
    return adapted


def _as_bytes(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
