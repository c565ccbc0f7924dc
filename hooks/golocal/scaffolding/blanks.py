"""Blanks: values that stand in a draft until the editor knows the fact. Each is marked, and the model accepts it."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from golocal.content.catalogue import Catalogue
from golocal.content.mentions import SOURCE_FIELDS
from golocal.publishing.fieldguide import Row
from golocal.reading.parts import RECORD_KINDS

MARK = "TODO"

# Where a list has an entry that claims least, a blank takes it.
MODEST = ("unknown", "not-seen", "reported", "self-reported", "none", "draft")


class Setting(NamedTuple):
    """What blanks are made from.

    Attributes:
        on: the day that the draft is begun.
    """

    catalogue: Catalogue
    on: datetime.date


def blank(row: Row, setting: Setting) -> str | list[str]:
    """A value that the model accepts for a key nobody has filled in yet."""
    return _known_record(row, setting) or _of_form(row.schema, row, setting)


def _known_record(row: Row, setting: Setting) -> str:
    """The first record that the key could name: a draft may not lean on one that is not there."""
    name = row.key.rpartition(".")[2]
    kind = "reference" if name in SOURCE_FIELDS else name if name in RECORD_KINDS else ""
    found = [] if row.schema.get("type") == "array" else setting.catalogue.of_kind(kind)
    if not found:
        return ""
    is_link = not {"pattern", "vocabulary", "anyOf"} & row.schema.keys()
    return f"{kind}:{found[0].key.id}" if is_link else found[0].key.id


def _of_form(schema: dict[str, Any], row: Row, setting: Setting) -> str | list[str]:
    if "anyOf" in schema:
        return _of_form(schema["anyOf"][0], row, setting)
    if schema.get("type") == "array":
        return [str(_of_form(schema["items"], row, setting))] if schema.get("minItems") else []
    choices = _choices(schema, setting)
    if choices:
        return next((value for value in MODEST if value in choices), choices[0])
    return _number(schema, setting) or _text(schema, row, setting)


def _choices(schema: dict[str, Any], setting: Setting) -> list[str]:
    if "vocabulary" in schema:
        return sorted(setting.catalogue.corpus.vocabularies.get(schema["vocabulary"], {}))
    if "const" in schema:
        return [schema["const"]]
    values = [value for value in schema.get("enum", []) if isinstance(value, str)]
    return ["no"] if "no" in values else values


def _number(schema: dict[str, Any], setting: Setting) -> str:
    kinds = schema.get("type")
    if not isinstance(kinds, list) or not {"integer", "number"} & set(kinds):
        return ""
    least = max(int(schema.get("minimum", 0)), 0)
    return str(setting.on.year if least > 1000 else least)


def _text(schema: dict[str, Any], row: Row, setting: Setting) -> str:
    if schema.get("format") == "date":
        return setting.on.isoformat()
    if "pattern" in schema:
        return str(setting.on.year) if schema["pattern"].startswith(r"^\d{4}") else MARK.lower()
    return f"{MARK}: {row.meaning.rstrip('.')} ({row.form})"
