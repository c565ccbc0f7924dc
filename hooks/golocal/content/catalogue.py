"""The catalogue: every record and document by kind and id, and the relations between them in both directions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from golocal.content.corpus import Corpus, DataFile, Document
from golocal.content.locations import record_page
from golocal.reading.parts import record_reference

SOURCE_FIELDS = ("source", "sources", "as_summarised_by")
LINKED_DOCUMENTS = {"of": "academy", "academy": "academy"}
_RECORD_LINK = re.compile(r"[a-z]+:[a-z0-9][a-z0-9/-]*(?:#[a-z0-9-]+)?")
PART_KINDS = frozenset({"chapter-part", "page"})


class RecordKey(NamedTuple):
    """Kind and id: what a record link names."""

    kind: str
    id: str


class Mention(NamedTuple):
    """A place where a source names a record: in a record link, a citation or a field."""

    target: RecordKey
    anchor: str
    line: int
    column: int


@dataclass(frozen=True)
class Entry:
    """A record of the catalogue.

    Attributes:
        page: repository path of its page, written or generated.
        page_anchor: anchor on that page, empty where it has the page to itself.
        anchors: anchors that a record link may name.
        data: front matter or record as plain values.
        path, line, column: where it is defined.
    """

    key: RecordKey
    title: str
    summary: str
    status: str
    page: str
    page_anchor: str
    anchors: frozenset[str]
    data: dict[str, Any] = field(hash=False, compare=False)
    path: str = ""
    line: int = 1
    column: int = 1


class Catalogue:
    """All entries of a corpus and how they refer to one another."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.entries: dict[RecordKey, Entry] = {}
        self.doubles: list[tuple[Entry, Entry]] = []
        for document in corpus.documents.values():
            if document.kind not in PART_KINDS:
                self._add(_document_entry(document))
        for data in corpus.data.values():
            if data.kind not in ("", "vocabulary"):
                for entry in _record_entries(data):
                    self._add(entry)

    def _add(self, entry: Entry) -> None:
        first = self.entries.setdefault(entry.key, entry)
        if first is not entry:
            self.doubles.append((first, entry))

    def get(self, kind: str, id: str) -> Entry | None:
        """The entry of that kind and id."""
        return self.entries.get(RecordKey(kind, id))

    def of_kind(self, kind: str) -> list[Entry]:
        """Entries of one kind by id."""
        return sorted((entry for key, entry in self.entries.items() if key.kind == kind), key=lambda entry: entry.key)

    def mentions(self, source: Document | DataFile) -> list[Mention]:
        """All records that a source names, in order of place."""
        found = list(_document_mentions(source) if isinstance(source, Document) else _data_mentions(source))
        return sorted(found, key=lambda mention: (mention.line, mention.column))

    @cached_property
    def incoming(self) -> dict[RecordKey, list[str]]:
        """For each record, the paths of the sources that name it, sorted."""
        users: dict[RecordKey, set[str]] = defaultdict(set)
        for source in self.corpus.sources():
            for mention in self.mentions(source):
                users[mention.target].add(source.path)
        return {key: sorted(paths) for key, paths in users.items()}

    @cached_property
    def record_users(self) -> dict[RecordKey, list[RecordKey]]:
        """For each record, the records (not sources) whose own data name it: the other end of each relation."""
        users: dict[RecordKey, set[RecordKey]] = defaultdict(set)
        for data in self.corpus.data.values():
            for id, record in data.records.items():
                for mention in _value_mentions(record, data.kind, (id,), data):
                    users[mention.target].add(RecordKey(data.kind, id))
        return {key: sorted(found) for key, found in users.items()}


def _document_entry(document: Document) -> Entry:
    key = RecordKey(document.kind, document.id)
    anchors = frozenset(document.anchors)
    return Entry(
        key,
        document.title,
        document.summary,
        document.status,
        document.path,
        "",
        anchors,
        document.front,
        document.path,
    )


def _record_entries(data: DataFile) -> Iterator[Entry]:
    for id, record in data.records.items():
        key = RecordKey(data.kind, id)
        page, page_anchor = record_page(data.kind, id)
        provisions = record.get("provisions")
        anchors = frozenset(provisions) if isinstance(provisions, dict) else frozenset()
        title = str(record.get("short_title") or record.get("title") or id)
        summary = str(record.get("summary") or record.get("definition") or "")
        place = data.tree.place_of_key((id,))
        yield Entry(key, title, summary, "published", page, page_anchor, anchors, record, data.path, *place)


def _document_mentions(document: Document) -> Iterator[Mention]:
    for link in document.source.links:
        reference = record_reference(link.target)
        if reference and not link.is_image:
            yield Mention(RecordKey(*reference[:2]), reference[2], link.line, link.column)
    for citation in document.source.citations:
        for work in citation.works:
            yield Mention(RecordKey("reference", work.key), "", work.line, work.column)
    yield from _value_mentions(document.front, document.kind, (), document)


def _data_mentions(data: DataFile) -> Iterator[Mention]:
    for id, record in data.records.items():
        yield from _value_mentions(record, data.kind, (id,), data)


def _value_mentions(
    value: Any, kind: str, path: tuple[str | int, ...], owner: Document | DataFile
) -> Iterator[Mention]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _value_mentions(child, kind, (*path, key), owner)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _value_mentions(child, kind, (*path, index), owner)
    elif isinstance(value, str):
        found = _named_record(value, kind, _field_name(path))
        if found:
            tree = owner.source.front if isinstance(owner, Document) else owner.tree
            yield Mention(RecordKey(*found[:2]), found[2], *tree.place_of(path))


def _field_name(path: tuple[str | int, ...]) -> str:
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
