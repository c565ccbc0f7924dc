"""Tables that no single kind stands behind: vocabularies, relations and what relations say."""

from __future__ import annotations

from golocal.content.relations import PREDICATES
from golocal.publishing.data.columns import Column, shape_of
from golocal.publishing.data.records import Records
from golocal.publishing.data.table import Reference, Table, cells


def vocabularies(records: Records) -> Table:
    """The allowed values of fields."""
    columns = (
        Column("vocabulary", "Name of the vocabulary, as relations and the descriptions of columns name it."),
        Column("id", "The value, as tables and JSON hold it."),
        *shape_of("vocabulary").columns,
    )
    rows = [
        {"vocabulary": name, "id": id, **cells(entry, columns[2:])}
        for name, entries in records.vocabularies.items()
        for id, entry in sorted(entries.items())
    ]
    meaning = "The closed lists of values that fields take."
    return Table("vocabularies", "Vocabularies", meaning, columns, rows, ("vocabulary", "id"))


def relation_table(records: Records) -> Table:
    """Every relation between what is published."""
    end = "kind, id and, after `#`, the provision; for a value of a vocabulary, vocabulary and id."
    columns = (
        Column("subject", f"What the statement is about: {end}"),
        Column("subject_title", "The subject in words."),
        Column("predicate", "What is said; the table of predicates explains it and names the inverse."),
        Column("object", f"The other end: {end}"),
        Column("object_title", "The object in words."),
    )
    rows = [
        {
            "subject": row.subject.name,
            "subject_title": records.title_of(row.subject),
            "predicate": row.predicate,
            "object": row.object.name,
            "object_title": records.title_of(row.object),
        }
        for row in records.relations
    ]
    reference = Reference(("predicate",), "predicates", ("name",))
    meaning = "Every relation between records, once. Read from the object, the predicate is the inverse."
    key = ("subject", "predicate", "object")
    return Table("relations", "Relations", meaning, columns, rows, key, (reference,))


def predicates() -> Table:
    """What relations say."""
    columns = (
        Column("name", "The predicate, as relations name it."),
        Column("inverse", "What the same relation is called from the object."),
        Column("meaning", "What it says."),
    )
    rows = [{"name": one.name, "inverse": one.inverse, "meaning": one.meaning} for one in PREDICATES.values()]
    meaning = "What relations say, from both ends."
    return Table("predicates", "Predicates", meaning, columns, rows, ("name",), (), "relations")
