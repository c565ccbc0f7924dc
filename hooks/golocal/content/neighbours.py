"""Relations as one record sees them: its neighbours, with the provisions at both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from golocal.content.fields import Vocabularies
from golocal.content.locations import TOPIC_FOLDERS
from golocal.content.mentions import RecordKey
from golocal.content.relations import SDG_TARGET, Node, Relation

GROUPED = {"population-classes": "size-groups", "standard-regions": "regions", "starter-sets": "size-groups"}
"""Vocabularies whose entries name the topics that they belong to, and the vocabulary of these topics."""


class Topic(NamedTuple):
    """An entry of a vocabulary that has a page of its own."""

    vocabulary: str
    id: str


class Ends(NamedTuple):
    """Provisions at the two ends of all relations between two records."""

    here: frozenset[str]
    there: frozenset[str]


def neighbours(rows: Iterable[Relation]) -> Mapping[RecordKey, Mapping[RecordKey, Ends]]:
    """For each record the records to which it is related in either direction; values of vocabularies are left out."""
    found: dict[RecordKey, dict[RecordKey, Ends]] = defaultdict(dict)
    for row in rows:
        if row.predicate not in ("classified-as", "targets") and row.subject.key != row.object.key:
            _add(found, row.subject, row.object)
            _add(found, row.object, row.subject)
    return dict(found)


def _add(found: dict[RecordKey, dict[RecordKey, Ends]], here: Node, there: Node) -> None:
    known = found[here.key].get(there.key, Ends(frozenset(), frozenset()))
    found[here.key][there.key] = Ends(
        known.here | frozenset(filter(None, [here.anchor])), known.there | frozenset(filter(None, [there.anchor]))
    )


def members(rows: Iterable[Relation], vocabularies: Vocabularies) -> Mapping[Topic, list[RecordKey]]:
    """For each topic that records name, directly or by a value that belongs to it, these records, sorted."""
    found: dict[Topic, set[RecordKey]] = defaultdict(set)
    for row in rows:
        if row.predicate == "classified-as":
            for topic in topics_of(row.object, vocabularies):
                found[topic].add(row.subject.key)
    return {topic: sorted(keys) for topic, keys in sorted(found.items())}


def topics_of(value: Node, vocabularies: Vocabularies) -> list[Topic]:
    """Topics to which a value of a vocabulary belongs."""
    if value.kind in TOPIC_FOLDERS:
        return [Topic(value.kind, value.id)]
    broader = GROUPED.get(value.kind, "")
    known = vocabularies.get(broader, {})
    return [Topic(broader, id) for id in groups_of(vocabularies, value.kind, value.id) if id in known]


def groups_of(vocabularies: Vocabularies, vocabulary: str, id: str) -> list[str]:
    """Ids of the broader groups that an entry of a vocabulary names."""
    return [str(group) for group in vocabularies.get(vocabulary, {}).get(id, {}).get("groups") or []]


def targets(rows: Iterable[Relation]) -> Mapping[RecordKey, list[str]]:
    """Targets of the 2030 Agenda of each record that names some."""
    found: dict[RecordKey, list[str]] = defaultdict(list)
    for row in rows:
        if row.object.kind == SDG_TARGET:
            found[row.subject.key].append(row.object.id)
    return {key: sorted(ids, key=target_order) for key, ids in found.items()}


def target_order(target: str) -> tuple[int, int, str]:
    """The order of targets such as 4.7, 10.2 and 16.b."""
    goal, _, number = target.partition(".")
    return int(goal) if goal.isdigit() else 99, int(number) if number.isdigit() else 99, number
