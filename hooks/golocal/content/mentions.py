"""Where a source names records: in record links, in citations, in fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from golocal.reading.markdown import Source
from golocal.reading.parts import record_reference
from golocal.reading.yamltree import Path, YamlTree

SOURCE_FIELDS = ("source", "sources", "as_summarised_by")
LINKED_DOCUMENTS = {"of": "academy", "academy": "academy"}
_RECORD_LINK = re.compile(r"[a-z-]+:[a-z0-9][a-z0-9/-]*(?:#[a-z0-9-]+)?")


class RecordKey(NamedTuple):
    """Kind and id: what a record link names."""

    kind: str
    id: str


class Mention(NamedTuple):
    """A place where a source names a record."""

    target: RecordKey
    anchor: str
    line: int
    column: int

    @property
    def name(self) -> str:
        """The record as a link names it: `kind:id#anchor`."""
        return named(self.target, self.anchor)


def named(key: RecordKey, anchor: str = "") -> str:
    """A record as a link names it: `kind:id#anchor`."""
    return f"{key.kind}:{key.id}#{anchor}" if anchor else f"{key.kind}:{key.id}"


def in_document(source: Source, kind: str) -> list[Mention]:
    """All records that a Markdown source names, in order of place."""
    return sorted(_in_document(source, kind), key=lambda mention: mention[2:])


def _in_document(source: Source, kind: str) -> Iterator[Mention]:
    for link in source.links:
        reference = record_reference(link.target)
        if reference and not link.is_image:
            yield Mention(RecordKey(*reference[:2]), reference[2], link.line, link.column)
    for citation in source.citations:
        for work in citation.works:
            yield Mention(RecordKey("reference", work.key), "", work.line, work.column)
    yield from in_record(source.front.value, kind, (), source.front)


def in_record(value: Any, kind: str, path: Path, tree: YamlTree) -> Iterator[Mention]:
    """All records that a record, or any value in it, names; the value stands at `path` in the tree."""
    for place, target, anchor in in_values(value, kind, path):
        yield Mention(target, anchor, *tree.place_of(place))


def in_values(value: Any, kind: str, path: Path = ()) -> Iterator[tuple[Path, RecordKey, str]]:
    """All records that plain values name: the path of the value inside the record, the record, and the anchor there."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from in_values(child, kind, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from in_values(child, kind, (*path, index))
    elif isinstance(value, str):
        found = _named_record(value, kind, _field_name(path))
        if found:
            yield path, RecordKey(*found[:2]), found[2]


def _field_name(path: Path) -> str:
    names = [part for part in path if isinstance(part, str)]
    return names[-1] if names else ""


def _named_record(value: str, kind: str, name: str) -> tuple[str, str, str] | None:
    if name in SOURCE_FIELDS:
        return "reference", value, ""
    if name == "rights" or (name == "right" and ":" not in value):
        return None if value == "all-rights" else ("right", value, "")
    if name in LINKED_DOCUMENTS and kind in ("outcome", "volume"):
        return LINKED_DOCUMENTS[name], value, ""
    if name == "volume" and kind == "academy":
        return "volume", value, ""
    return record_reference(value) if _RECORD_LINK.fullmatch(value) else None
