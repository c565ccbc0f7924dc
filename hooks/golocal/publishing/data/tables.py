"""The tables of open data: which there are, and their rows. Every format is written from these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from golocal.publishing.data.columns import Column, Parts, Shape, shape_of
from golocal.publishing.data.derived import predicates, relation_table, vocabularies
from golocal.publishing.data.records import Record, Records
from golocal.publishing.data.table import Reference, Row, Table, cells


class Collection(NamedTuple):
    """Kinds that share a table."""

    name: str
    title: str
    meaning: str
    kinds: tuple[str, ...]


COLLECTIONS = (
    Collection(
        "rights", "Rights", "What each right means in a town, what the city owes and where to complain.", ("right",)
    ),
    Collection("standards", "Standards", "Instruments, with what they ask of local governments.", ("standard",)),
    Collection("indicators", "Indicators", "Method sheets of indicators that a town can compute.", ("indicator",)),
    Collection("terms", "Terms", "Terms as this site uses them.", ("term",)),
    Collection("practices", "Practices", "Facts of what cities did; the texts stand on their pages.", ("practice",)),
    Collection("volumes", "Volumes", "Catalogue records of the volumes of the Centre's series.", ("volume",)),
    Collection("academies", "Academies", "Records of the editions of the Academy.", ("academy",)),
    Collection("outcomes", "Outcome documents", "Digests of what is reported of outcome documents.", ("outcome",)),
    Collection("meetings", "Meetings and reports", "Records of expert meetings and of reports.", ("meeting",)),
    Collection(
        "documents",
        "Our own texts",
        "Chapters, their parts, worksheets, tasks, learning paths, papers, articles and news: what is known about each.",
        ("chapter", "chapter-part", "worksheet", "task", "learning-path", "paper", "article", "news"),
    ),
    Collection(
        "chains", "Worked examples", "Chains from a standard to a responsible unit, with invented figures.", ("chain",)
    ),
    Collection("measures", "Measures", "Rows of an invented plan of a town, as an example.", ("measure",)),
    Collection(
        "questions", "Questions to test yourself", "Questions with one right answer, explained.", ("self-check",)
    ),
    Collection("sources", "Sources", "Everything that is cited, with how much of it was read.", ("reference",)),
)
_ID = Column("id", "Name of the record; with its kind it is the same as long as the record exists.")
_KIND = Column("kind", "Kind of the record, as relations name it.")
_ADDRESS = Column("address", "Address of its page, relative to the root of the site.")
_COUNT = Column("position", "Position in the list, from 1.", "integer")
_PARTS = {
    "changes": ("History of texts", "What changed in a text, and when."),
    "modules": ("Modules of learning paths", "What a learning path consists of, in order."),
    "situations": ("Situations", "Situations of daily life that lead a resident to a right."),
    "provisions": ("Provisions", "Articles and paragraphs of standards whose text was checked, in our words."),
}


def all_tables(records: Records) -> list[Table]:
    """All tables: a collection, what is part of its records, and at last vocabularies and relations."""
    tables: list[Table] = []
    parts: dict[str, list[tuple[Collection, str, Parts]]] = {}
    for collection in COLLECTIONS:
        shapes = {kind: shape_of(kind) for kind in collection.kinds}
        tables.append(_collection(records, collection, shapes))
        for kind, shape in shapes.items():
            for part in shape.parts:
                parts.setdefault(part.name, []).append((collection, kind, part))
    tables += [_parts(records, name, found) for name, found in parts.items()]
    return [*tables, vocabularies(records), relation_table(records), predicates()]


def _collection(records: Records, collection: Collection, shapes: dict[str, Shape]) -> Table:
    several = len(collection.kinds) > 1
    columns = _merged([shape.columns for shape in shapes.values()])
    head = (_KIND, _ID) if several else (_ID,)
    rows = [_row(record, shapes[kind].columns, several) for kind in shapes for record in records.by_kind[kind]]
    references = [Reference((column.name,), "sources", ("id",)) for column in columns if column.name == "source"]
    name, title, meaning, _ = collection
    return Table(name, title, meaning, (*head, *columns, _ADDRESS), rows, _names(head), tuple(references))


def _merged(shapes: list[list[Column]]) -> list[Column]:
    """The columns of several kinds, each once; one that not all kinds need may be empty."""
    columns: dict[str, Column] = {}
    for column in (column for shape in shapes for column in shape):
        columns.setdefault(column.name, column)
    everywhere = {name for name in columns if all(any(c.name == name and c.needed for c in shape) for shape in shapes)}
    return [_needed(column, name in everywhere) for name, column in columns.items()]


def _needed(column: Column, needed: bool) -> Column:
    return Column(column.name, column.meaning, column.type, column.many, needed, column.vocabulary, column.path)


def _row(record: Record, columns: Iterable[Column], with_kind: bool) -> Row:
    head = {"kind": record.key.kind} if with_kind else {}
    return {**head, "id": record.key.id, **cells(record.data, columns), "address": record.address}


def _parts(records: Records, name: str, found: list[tuple[Collection, str, Parts]]) -> Table:
    """The table of what is part of records, such as provisions: of one kind, or of all that have a history."""
    several = len(found) > 1
    owner, kind, part = found[0]
    keyed = Column("anchor", "Anchor on the page; after `#` in the names of relations.") if part.keyed else _COUNT
    whole = Column(kind.replace("-", "_"), f"The {kind.replace('-', ' ')}.") if not several else _ID
    head = (_KIND, whole, keyed) if several else (whole, keyed)
    rows = [
        {
            **({"kind": kind} if several else {}),
            whole.name: record.key.id,
            keyed.name: place,
            **cells(inner, own.columns),
        }
        for _, kind, own in found
        for record in records.by_kind[kind]
        for place, inner in _placed(record.data.get(own.name) or ())
    ]
    references = [Reference((whole.name,), owner.name, ("id",))] if not several and len(owner.kinds) == 1 else []
    references += [Reference((c.name,), "sources", ("id",)) for c in part.columns if c.name == "source"]
    title, meaning = _PARTS.get(name, (name.title(), part.meaning))
    home = owner.name if not several else "documents"
    return Table(
        name,
        title,
        meaning,
        (*head, *part.columns),
        rows,
        _names(head),
        tuple(references),
        home,
    )


def _placed(value: Any) -> Iterator[tuple[Any, dict[str, Any]]]:
    return iter(value.items()) if isinstance(value, dict) else enumerate(value, 1)


def _names(columns: Iterable[Column]) -> tuple[str, ...]:
    return tuple(column.name for column in columns)
