"""The reference of all front matter keys and record fields, as a page for editors, made of the models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from golocal.content.fields import Vocabularies
from golocal.content.kinds import ALL_MODELS, DOCUMENT_MODELS, RECORD_MODELS
from golocal.findings.pages import PUBLISHED
from golocal.publishing.schemas import any_value, entries, model_schema, without_null
from golocal.rendering.text import quoted

MAX_VALUES = 8

_TITLE = "Fields"
_SUMMARY = (
    "Every key of the front matter and of the data files, kind by kind: whether it is needed, its form, what it means."
)
_INTRODUCTION = """\
This page is made from the models by `golocal schema`; do not edit it.

A key with a full stop stands inside another: `evidence.report` is the key `report` below `evidence`. `[]` means each entry of a list, \
`*` any key. An optional key without a value counts as left out. The same fields, for tools that complete and check YAML as you type, \
stand as JSON Schemas in `docs/schemas/`.
"""
_TABLE = "| Key | Needed | Form | Meaning |\n| --- | --- | --- | --- |"
_PATTERNS = {
    r"^\d{4}": "a year, month or day such as 2026, 2026-11, 2026-11-23",
    "^[a-z0-9]": "a key: small letters, digits, hyphens",
}


class Row(NamedTuple):
    """A key of a kind, with its form and meaning in words, and the part of the JSON Schema that describes its value."""

    key: str
    needed: bool
    form: str
    meaning: str
    schema: dict[str, Any]


def field_guide(vocabularies: Vocabularies) -> str:
    """The page as a Markdown document of the kind page."""
    sections = [_section(kind, vocabularies) for kind in [*sorted(DOCUMENT_MODELS), *sorted(RECORD_MODELS)]]
    return "\n".join([front_matter(_TITLE, _SUMMARY), _INTRODUCTION, *sections])


def front_matter(title: str, summary: str) -> str:
    """Front matter of a page that is made by a command."""
    keys = ["status: published", "provenance: original", 'version: "1.0"', f"published: {PUBLISHED}"]
    return "\n".join(["---", f"title: {quoted(title)}", f"summary: {quoted(summary)}", *keys, "---", ""])


def rows_of(kind: str, vocabularies: Vocabularies) -> list[Row]:
    """All keys of a kind in the order of its model. Raises KeyError for an unknown kind."""
    schema = model_schema(ALL_MODELS[kind])
    return list(_Words(schema.get("$defs", {}), vocabularies).rows(schema, ""))


def _section(kind: str, vocabularies: Vocabularies) -> str:
    rows = [
        f"| `{row.key}` | {'yes' if row.needed else 'no'} | {_cell(row.form)} | {_cell(row.meaning)} |"
        for row in rows_of(kind, vocabularies)
    ]
    place = (
        "Front matter of a Markdown document."
        if kind in DOCUMENT_MODELS
        else "Records of a data file, each below its id."
    )
    return "\n".join([f"## {kind}\n", f"{ALL_MODELS[kind].__doc__} {place}\n", _TABLE, *rows, ""])


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


class _Words:
    """Puts parts of one schema into words."""

    def __init__(self, definitions: dict[str, Any], vocabularies: Vocabularies) -> None:
        self._definitions = definitions
        self._vocabularies = vocabularies

    def rows(self, schema: dict[str, Any], prefix: str) -> Iterator[Row]:
        """Rows of the keys of an object, each followed by those inside it."""
        required = schema.get("required", [])
        for key, declared in schema["properties"].items():
            part = without_null(declared)
            yield Row(prefix + key, key in required, self.form(part), declared.get("description", ""), part)
            inner, mark = self._inside(part)
            if inner:
                yield from self.rows(inner, f"{prefix}{key}{mark}.")

    def _inside(self, part: dict[str, Any]) -> tuple[dict[str, Any] | None, str]:
        for child, mark in ((part, ""), (part.get("items"), "[]"), (any_value(part), ".*")):
            if isinstance(child, dict) and "$ref" in child:
                return self._definitions[child["$ref"].rpartition("/")[2]], mark
        return None, ""

    def form(self, part: dict[str, Any]) -> str:
        """The form of a value."""
        if "vocabulary" in part:
            return self._vocabulary(part["vocabulary"])
        if "anyOf" in part:
            return ", or ".join(self.form(option) for option in part["anyOf"])
        if "const" in part:
            return f"`{part['const']}`"
        if "enum" in part:
            return " or ".join(
                f"`{value}`" for value in part["enum"] if isinstance(value, str) and value not in ("true", "false")
            )
        return self._typed(part)

    def _vocabulary(self, name: str) -> str:
        if name == "rights":
            return "the code of a right"
        values = entries(self._vocabularies, name)
        if len(values) <= MAX_VALUES:
            return " or ".join(f"`{value}`" for value in values)
        return f"an id of `docs/data/vocabularies/{name}.yml`"

    def _typed(self, part: dict[str, Any]) -> str:
        kind = part.get("type")
        if kind == "array":
            return f"a list, each: {self.form(part['items'])}"
        if "$ref" in part:
            return "the keys below"
        if kind == "object":
            return f"any keys, each with: {self.form(any_value(part))}"
        if isinstance(kind, list):
            return ("a whole number" if "integer" in kind else "a number") + _limits(part)
        return _text(part)


def _limits(part: dict[str, Any]) -> str:
    return f" from {part['minimum']} to {part['maximum']}" if {"minimum", "maximum"} <= part.keys() else ""


def _text(part: dict[str, Any]) -> str:
    if part.get("format") == "date":
        return "a date such as 2026-11-23"
    for start, words in _PATTERNS.items():
        if str(part.get("pattern", "")).startswith(start):
            return words
    least, most = part.get("minLength", 0), part.get("maxLength")
    if most is None:
        return "text"
    return f"text, {least} to {most} characters" if least > 1 else f"text, at most {most} characters"
