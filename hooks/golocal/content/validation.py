"""Validate plain values by a model and say, for each fault, where it stands and what would be accepted."""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from golocal.content.fields import Vocabularies
from golocal.content.kinds.common import Model
from golocal.reading.yamltree import Path, YamlTree


class ModelFault(NamedTuple):
    """A value that the model refuses.

    Attributes:
        kind: `unknown-key`, `missing-key`, `wrong-type` or `not-in-vocabulary`.
        key: dotted path of the key, such as `evidence.report`; an entry of a list is its index in brackets, as in `see_also.[0]`.
        value: what was given, shortened; empty for a missing key.
        expected: what would be accepted, in words; for `not-in-vocabulary` the vocabulary's name and its closest ids.
        hint: what else to write, in words; mostly empty.
    """

    kind: str
    line: int
    column: int
    key: str
    value: str
    expected: str
    hint: str = ""


def validate(
    model: type[Model], value: Any, tree: YamlTree, path: Path, vocabularies: Vocabularies
) -> list[ModelFault]:
    """All faults of the value that stands at `path` in the tree."""
    if not isinstance(value, dict):
        line, column = tree.place_of(path)
        return [ModelFault("wrong-type", line, column, ".".join(map(str, path)), str(value)[:60], "keys with values")]
    try:
        model.model_validate(without_empty(value), context=vocabularies)
    except ValidationError as error:
        return _faults(error.errors(include_url=False), model, tree, path)
    return []


def _faults(errors: list[ErrorDetails], model: type[Model], tree: YamlTree, base: Path) -> list[ModelFault]:
    """A fault for each error; a value that is neither in its vocabulary nor the one word accepted besides is one fault."""
    beside = {_place(error): error["ctx"]["expected"] for error in errors if error["type"] == "literal_error"}
    listed = {_place(error) for error in errors if error["type"] == "vocabulary"}
    faults = []
    for error in errors:
        place = _place(error)
        if error["type"] == "literal_error" and place in listed:
            continue
        fault = _fault(error, model, tree, base)
        if error["type"] == "vocabulary" and place in beside:
            fault = fault._replace(hint=f"for all of them write `{beside[place].strip(chr(39))}`")
        faults.append(fault)
    return faults


def _place(error: ErrorDetails) -> Path:
    """Path of the value, without the names that the model gives to the alternatives of a value."""
    path = tuple(part for part in error["loc"] if part != "[key]")
    is_alternative = error["type"] in ("vocabulary", "literal_error") and str(path[-1]).endswith("]")
    return path[:-1] if is_alternative else path


def without_empty(value: Any) -> Any:
    """The value without keys that have no value: an empty key means that it is left out."""
    if isinstance(value, dict):
        return {key: without_empty(child) for key, child in value.items() if child is not None}
    if isinstance(value, list):
        return [without_empty(child) for child in value]
    return value


def _fault(details: ErrorDetails, model: type[Model], tree: YamlTree, base: Path) -> ModelFault:
    local = _place(details)
    key = ".".join(f"[{part}]" if isinstance(part, int) else part for part in local)
    shown = str(details["input"])[:60].replace("\n", " ")
    context = details.get("ctx", {})
    if details["type"] == "extra_forbidden":
        return ModelFault(
            "unknown-key",
            *tree.place_of_key((*base, *local)),
            key,
            shown,
            ", ".join(_fields_at(model, local[:-1])),
        )
    if details["type"] == "missing":
        return ModelFault("missing-key", *tree.place_of((*base, *local[:-1])), key, "", _description(model, local))
    if details["type"] == "vocabulary":
        return ModelFault(
            "not-in-vocabulary",
            *tree.place_of((*base, *local)),
            key,
            context["value"],
            context["accepted"],
            context["hint"],
        )
    return ModelFault("wrong-type", *tree.place_of((*base, *local)), key, shown, _expected(details))


_EXPECTED = {
    "string_type": "text",
    "list_type": "a list: one value a line, each after `- `",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "string_too_short": "at least {min_length} characters",
    "string_too_long": "at most {max_length} characters",
    "too_short": "at least {min_length} entry",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
    "literal_error": "one of {expected}",
    "string_pattern_mismatch": "small letters, digits and hyphens, such as icescr-art-2",
}


def _expected(details: ErrorDetails) -> str:
    context = details.get("ctx", {})
    if details["type"] == "field_type":
        return str(context["expected"])
    pattern = _EXPECTED.get(details["type"])
    expected = pattern.format(**context) if pattern else details["msg"]
    if details["type"] == "string_too_long":
        expected += f"; there are {len(details['input'])}"
    return expected


def _model_at(model: type[Model], path: Path) -> type[Model]:
    for part in path:
        field = model.model_fields.get(str(part)) if isinstance(part, str) else None
        inner = _inner_model(field.annotation) if field else None
        model = inner or model
    return model


def _inner_model(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        inner = _inner_model(argument)
        if inner:
            return inner
    return None


def _fields_at(model: type[Model], path: Path) -> list[str]:
    return [field.alias or name for name, field in _model_at(model, path).model_fields.items()]


def _description(model: type[Model], path: Path) -> str:
    fields = _model_at(model, path[:-1]).model_fields
    for name, field in fields.items():
        if path[-1] in (name, field.alias):
            return field.description or ""
    return ""
