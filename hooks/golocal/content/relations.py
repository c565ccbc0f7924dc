"""Every relation between records, once, as subject, predicate and object. Both directions are read from the same row.

Nothing is listed here by record: relations come from the fields that name records or values of vocabularies, from the links and
citations in texts, and from the place of a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from golocal.content.catalogue import Catalogue, Entry
from golocal.content.corpus import Document
from golocal.content.mentions import SOURCE_FIELDS, RecordKey, in_values, named
from golocal.content.vocabulary_fields import values_at, vocabularies_of
from golocal.reading.codes import places_of_codes

SDG_TARGET = "sdg-target"
RIGHTS = "rights"
OUTSIDE = frozenset({"page"})
"""Kinds of documents about the site itself: they are no part of the library."""


class Predicate(NamedTuple):
    """What a relation says: from the subject, from the object, and in a sentence."""

    name: str
    inverse: str
    meaning: str


PREDICATES: dict[str, Predicate] = {
    predicate.name: predicate
    for predicate in (
        Predicate("cites", "cited-by", "The subject rests on a source, in its text or in a field."),
        Predicate(
            "classified-as", "class-of", "The subject has a value of a vocabulary; the kind of the object names it."
        ),
        Predicate("concerns", "concern-of", "A standard or document is about a right."),
        Predicate("illustrates", "illustrated-by", "A worked example uses a provision, right or indicator."),
        Predicate("leads-through", "step-of", "A learning path has a page among its modules."),
        Predicate("measures", "measured-by", "An indicator measures a right."),
        Predicate("mentions", "mentioned-by", "A text names a record or links to its page."),
        Predicate("monitors", "monitored-by", "An indicator serves a standard or one of its provisions."),
        Predicate("outcome-of", "has-outcome", "An outcome document belongs to an Academy."),
        Predicate("part-of", "has-part", "A provision, page, worksheet or article belongs to a larger whole."),
        Predicate("rests-on", "basis-of", "A right follows from a standard or one of its provisions."),
        Predicate("see-also", "see-also-of", "The subject recommends another record to its reader."),
        Predicate("serves", "served-by", "A practice serves a right."),
        Predicate("takes-up", "taken-up-by", "An Academy or a volume takes up the theme of another."),
        Predicate("targets", "targeted-by", "A right or indicator is close to a target of the 2030 Agenda."),
    )
}
_BY_FIELD = {
    **dict.fromkeys(SOURCE_FIELDS, "cites"),
    "of": "outcome-of",
    "provisions": "rests-on",
    "read": "leads-through",
    "right": "measures",
    "rights": "concerns",
    "see_also": "see-also",
    "standards": "monitors",
    "takes_up": "takes-up",
    "volume": "takes-up",
}
_BY_KIND = {
    ("practice", "rights"): "serves",
    **{(kind, name): "illustrates" for kind in ("chain", "measure") for name in ("standard", "right", "indicator")},
}
_REVERSED = {("volume", "academy"): "takes-up"}
_WHOLES = {"chapter-part": "chapter", "worksheet": "chapter", "article": "paper"}


class Node(NamedTuple):
    """One end of a relation: a record, a provision of a standard, or a value of the vocabulary that `kind` names."""

    kind: str
    id: str
    anchor: str = ""

    @property
    def key(self) -> RecordKey:
        """The record without its anchor."""
        return RecordKey(self.kind, self.id)

    @property
    def name(self) -> str:
        """The end as a record link names it: `standard:icescr#art-11-1`, `themes:housing`."""
        return named(self.key, self.anchor)


class Relation(NamedTuple):
    """One statement."""

    subject: Node
    predicate: str
    object: Node


def relations(catalogue: Catalogue) -> list[Relation]:
    """All relations, each once, sorted. Every record, provision and vocabulary value that one names exists."""
    known = _Known(catalogue)
    found = {relation for relation in _all(catalogue) if known.has(relation.subject) and known.has(relation.object)}
    return sorted(relation for relation in found if relation.subject != relation.object)


class _Known:
    """What a relation may name."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._parts = {RecordKey(d.kind, d.id) for d in catalogue.corpus.documents.values() if d.kind not in OUTSIDE}

    def has(self, node: Node) -> bool:
        """Whether the node exists; targets of the 2030 Agenda are outside and always do."""
        entry = self._catalogue.entries.get(node.key)
        if entry:
            return not node.anchor or node.anchor in entry.anchors
        vocabulary = self._catalogue.corpus.vocabularies.get(node.kind, {})
        return node.kind == SDG_TARGET or node.key in self._parts or node.id in vocabulary


def _all(catalogue: Catalogue) -> Iterator[Relation]:
    for entry in catalogue.entries.values():
        if entry.path not in catalogue.corpus.documents:
            node = Node(*entry.key)
            yield from _from_values(node, entry.data)
            yield from _of_provisions(entry)
            yield from _from_codes(node, entry.data)
    for document in catalogue.corpus.documents.values():
        if document.kind not in OUTSIDE:
            node = Node(document.kind, document.id)
            yield from _from_values(node, document.front)
            yield from _from_text(catalogue, node, document)
            yield from _from_place(node)


def _from_values(node: Node, data: Mapping[str, Any]) -> Iterator[Relation]:
    """Relations that the fields of a record or the front matter of a document state. A source is a leaf: it has none."""
    for path, target, anchor in in_values(data, node.kind):
        names = [part for part in path if isinstance(part, str)]
        subject = Node(node.kind, node.id, names[1]) if node.kind == "standard" and len(names) > 2 else node
        yield _named(subject, names[-1], Node(*target, anchor))
    for target in data.get("sdg_targets") or []:
        yield Relation(node, "targets", Node(SDG_TARGET, str(target)))
    for field, vocabulary in vocabularies_of(node.kind).items() if node.kind != "reference" else ():
        if vocabulary != RIGHTS:
            for value in values_at(data, field):
                yield Relation(node, "classified-as", Node(vocabulary, value))


def _named(subject: Node, field: str, target: Node) -> Relation:
    turned = _REVERSED.get((subject.kind, field))
    if turned:
        return Relation(target, turned, subject)
    return Relation(subject, _BY_KIND.get((subject.kind, field)) or _BY_FIELD.get(field, "mentions"), target)


def _of_provisions(entry: Entry) -> Iterator[Relation]:
    whole = Node(*entry.key)
    provisions = entry.data.get("provisions") or {} if entry.key.kind == "standard" else {}
    return (Relation(whole._replace(anchor=anchor), "part-of", whole) for anchor in provisions)


def _from_codes(node: Node, data: Any) -> Iterator[Relation]:
    """Indicators whose codes stand in the texts of a record; titles of sources may hold anything."""
    if isinstance(data, str) and node.kind != "reference":
        for begin, end in places_of_codes(data):
            yield Relation(node, "mentions", Node("indicator", data[begin:end].lower()))
    for child in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _from_codes(node, child)


def _from_text(catalogue: Catalogue, node: Node, document: Document) -> Iterator[Relation]:
    """What the text itself cites and names, beyond the fields."""
    stated = {named(target, anchor) for _, target, anchor in in_values(document.front, document.kind)}
    for name in document.outgoing - stated:
        target = _target(catalogue, name)
        if target:
            yield Relation(node, "cites" if target.kind == "reference" else "mentions", target)


def _target(catalogue: Catalogue, name: str) -> Node | None:
    """What a link names: a record as `kind:id#anchor`, or the page of one by its path."""
    path, _, anchor = name.partition("#")
    kind, colon, id = path.partition(":")
    if colon:
        # Other anchors than those of provisions are headings of a page, and may change with it.
        return Node(kind, id, anchor if kind == "standard" else "")
    document = catalogue.corpus.documents.get(path)
    if document:
        return Node(document.kind, document.id)
    shown = catalogue.generated.get(name) or catalogue.generated.get(path)
    return Node(*shown, anchor if shown.kind == "standard" else "") if shown else None


def _from_place(node: Node) -> Iterator[Relation]:
    whole = _WHOLES.get(node.kind)
    if whole:
        yield Relation(node, "part-of", Node(whole, node.id.partition("/")[0]))
