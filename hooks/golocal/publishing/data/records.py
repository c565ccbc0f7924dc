"""Records as their models read them, with typed values, and the addresses of their pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from golocal.content.catalogue import Catalogue
from golocal.content.kinds import ALL_MODELS
from golocal.content.locations import address
from golocal.content.mentions import RecordKey
from golocal.content.relations import OUTSIDE, Node, Relation, relations
from golocal.content.validation import without_empty
from golocal.content.vocabulary_fields import vocabularies_of

RIGHTS = "rights"
VOCABULARY = "vocabulary"


class Record(NamedTuple):
    """A record or document that is published.

    Attributes:
        address: of its page, relative to the root of the site.
        data: values by the keys of the source, each of the type that the model gives it.
    """

    key: RecordKey
    title: str
    address: str
    data: dict[str, Any]


class Records:
    """All that open data are made of: everything but drafts and pages about the site itself."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @cached_property
    def by_kind(self) -> dict[str, list[Record]]:
        """Records of each kind by id; kinds without records are there too."""
        found: dict[str, list[Record]] = {kind: [] for kind in sorted(ALL_MODELS) if kind not in (*OUTSIDE, VOCABULARY)}
        for record in self._all():
            found[record.key.kind].append(record)
        return {kind: sorted(records) for kind, records in found.items()}

    @cached_property
    def known(self) -> dict[RecordKey, Record]:
        """Every record by its key."""
        return {record.key: record for records in self.by_kind.values() for record in records}

    @cached_property
    def vocabularies(self) -> dict[str, dict[str, Any]]:
        """The vocabularies that a field uses, by name; the codes of rights are records."""
        used = {name for kind in ALL_MODELS for name in vocabularies_of(kind).values()} - {RIGHTS}
        return {name: self.catalogue.corpus.vocabularies[name] for name in sorted(used)}

    @cached_property
    def relations(self) -> list[Relation]:
        """Relations between what is published."""
        return [row for row in relations(self.catalogue) if self._is_open(row.subject) and self._is_open(row.object)]

    def label(self, vocabulary: str, id: str) -> str:
        """What readers see in place of an id of a vocabulary or the code of a right; where there is none, its id in words."""
        entry = self.catalogue.corpus.vocabularies.get(vocabulary, {}).get(id, {})
        return str(entry.get("label") or entry.get("title") or id.replace("-", " ").capitalize())

    def title_of(self, node: Node) -> str:
        """What readers see in place of an end of a relation: "ICESCR, Article 11(1)"."""
        entry = self.catalogue.entries.get(node.key)
        provision = entry.data.get("provisions", {}).get(node.anchor, {}).get("label") if entry and node.anchor else ""
        title = entry.title if entry else self.known[node.key].title if node.key in self.known else ""
        return f"{title}, {provision}" if provision else title or self.label(node.kind, node.id)

    def _is_open(self, node: Node) -> bool:
        return node.kind not in self.by_kind or node.key in self.known

    def _all(self) -> Iterator[Record]:
        for document in self.catalogue.corpus.documents.values():
            if document.kind not in OUTSIDE and document.status != "draft":
                key = RecordKey(document.kind, document.id)
                yield Record(key, document.title, address(document.path), self._read(document.kind, document.front))
        for entry in self.catalogue.entries.values():
            if entry.path not in self.catalogue.corpus.documents:
                anchor = f"#{entry.page_anchor}" if entry.page_anchor else ""
                yield Record(
                    entry.key, entry.title, address(entry.page) + anchor, self._read(entry.key.kind, entry.data)
                )

    def _read(self, kind: str, data: dict[str, Any]) -> dict[str, Any]:
        model = ALL_MODELS[kind].model_validate(without_empty(data), context=self.catalogue.corpus.vocabularies)
        return model.model_dump(mode="json", exclude_none=True, by_alias=True)
