"""The catalogue: every record and document by kind and id, and the relations between them in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from golocal.content.corpus import Corpus, DataFile, Document
from golocal.content.locallinks import LocalLink, local_links
from golocal.content.locations import record_page
from golocal.content.mentions import Mention, RecordKey, in_document, in_record, named

PART_KINDS = frozenset({"chapter-part", "page"})


@dataclass(frozen=True)
class Entry:
    """A record of the catalogue.

    Attributes:
        page: repository path of its page, written or generated.
        page_anchor: anchor on that page, empty where it has the page to itself.
        anchors: anchors that a record link may name.
        data: front matter or record as plain values.
        path: where it is defined.
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


class Catalogue:
    """All entries of a corpus and how they refer to one another."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.entries: dict[RecordKey, Entry] = {}
        self.doubles: list[tuple[Entry, Entry]] = []
        self._mentions: dict[str, list[Mention]] = {}
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

    def place_of(self, entry: Entry) -> tuple[int, int]:
        """Line and column where an entry is defined."""
        data = self.corpus.data.get(entry.path)
        return data.tree.place_of_key((entry.key.id,)) if data else (1, 1)

    def get(self, kind: str, id: str) -> Entry | None:
        """The entry of that kind and id."""
        return self.entries.get(RecordKey(kind, id))

    def of_kind(self, kind: str) -> list[Entry]:
        """Entries of one kind by id."""
        return sorted((entry for key, entry in self.entries.items() if key.kind == kind), key=lambda entry: entry.key)

    def mentions(self, source: Document | DataFile) -> list[Mention]:
        """All records that a source names, in order of place."""
        if source.path not in self._mentions:
            self._mentions[source.path] = _mentions(source)
        return self._mentions[source.path]

    def local_links(self, source: Document | DataFile) -> list[LocalLink]:
        """All links and images of a source that are meant to lead to a file of the repository."""
        return list(local_links(source.path, source.source)) if isinstance(source, Document) else []

    @cached_property
    def paths(self) -> dict[str, str]:
        """Paths that a link may name, by their form without capital letters."""
        return {path.casefold(): path for path in sorted(self.corpus.linkable)}

    @cached_property
    def generated(self) -> dict[str, RecordKey]:
        """Records by the page that the build makes for them, with `#` and the anchor where several share a page."""
        pages = [(entry, f"#{entry.page_anchor}" if entry.page_anchor else "") for entry in self.entries.values()]
        return {entry.page + anchor: entry.key for entry, anchor in pages if entry.page != entry.path}

    @cached_property
    def settled(self) -> frozenset[str]:
        """Every name that a published source may use: records and files that exist and are no drafts, with their anchors."""
        names = set(self.corpus.linkable)
        for path, document in self.corpus.documents.items():
            names |= {f"{path}#{anchor}" for anchor in document.anchors}
            if document.status == "draft":
                names -= {path, *(f"{path}#{anchor}" for anchor in document.anchors)}
        for key, entry in self.entries.items():
            if entry.status != "draft":
                names |= {named(key), *(named(key, anchor) for anchor in entry.anchors)}
        return frozenset(names)

    @cached_property
    def incoming(self) -> dict[RecordKey, list[str]]:
        """For each record, the paths of the sources that name it, sorted."""
        users: dict[RecordKey, set[str]] = defaultdict(set)
        for source in self.corpus.sources():
            for mention in self.mentions(source):
                users[mention.target].add(source.path)
        return {key: sorted(paths) for key, paths in users.items()}


def _mentions(source: Document | DataFile) -> list[Mention]:
    if isinstance(source, Document):
        return in_document(source.source, source.kind)
    found = [
        mention
        for id, record in source.records.items()
        for mention in in_record(record, source.kind, (id,), source.tree)
    ]
    return sorted(found, key=lambda mention: mention[2:])


def _document_entry(document: Document) -> Entry:
    key = RecordKey(document.kind, document.id)
    return Entry(
        key,
        document.title,
        document.summary,
        document.status,
        document.path,
        "",
        document.anchors,
        document.front,
        document.path,
    )


def _record_entries(data: DataFile) -> Iterator[Entry]:
    for id, record in data.records.items():
        key = RecordKey(data.kind, id)
        page, page_anchor = record_page(data.kind, id)
        provisions = record.get("provisions")
        anchors = frozenset(provisions) if isinstance(provisions, dict) else frozenset()
        title = str(record.get("short_title") or record.get("title") or record.get("question") or id)
        summary = str(record.get("summary") or record.get("definition") or "")
        yield Entry(key, title, summary, "published", page, page_anchor, anchors, record, data.path)
