"""The reference of all front matter keys and record fields, as a page for editors, made of the models."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from golocal.content.fields import Vocabularies
from golocal.content.kinds import ALL_MODELS, DOCUMENT_MODELS
from golocal.publishing.schemas import schema_of
from golocal.rendering.text import quoted

PUBLISHED = "2026-11-23"
MAX_VALUES = 8

_SUMMARY = "Every key of the front matter and of the data files, kind by kind: whether it is needed, its form, what it means."
_TABLE = "| Key | Needed | Form | Meaning |\n| --- | --- | --- | --- |"


class Row(NamedTuple):
    """A key of a kind; keys of nested values are joined by full stops, `*` stands for any key, `[]` for a list."""

    key: str
    needed: bool
    form: str
    meaning: str


def field_guide(vocabularies: Vocabularies) -> str:
    """The page as a Markdown document of the kind page."""
    sections = [_section(kind, vocabularies) for kind in [*sorted(DOCUMENT_MODELS), *sorted(ALL_MODELS.keys() - DOCUMENT_MODELS)]]
    return f"{front_matter('Fields', _SUMMARY)}\n{_INTRODUCTION}\n" + "\n".join(sections)


def front_matter(title: str, summary: str) -> str:
    """Front matter of a page that this package writes."""
    keys = ["status: published", "provenance: original", 'version: "1.0"', f"published: {PUBLISHED}"]
    return "\n".join(["---", f"title: {quoted(title)}", f"summary: {quoted(summary)}", *keys, "---", ""])


def rows_of(kind: str, vocabularies: Vocabularies) -> list[Row]:
    """All keys of a kind in the order of its model."""
    schema = schema_of(kind, vocabularies)
    record = schema if kind in DOCUMENT_MODELS else _resolved(schema["additionalProperties"], schema)
    return list(_rows(record, schema, "", _vocabulary_names(kind)))
