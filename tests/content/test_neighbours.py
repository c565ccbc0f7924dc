"""What one record sees of the relations: neighbours with provisions at both ends, topics, targets."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

import golocal.checks
from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.content.mentions import RecordKey
from golocal.content.neighbours import GROUPED, Ends, Topic, groups_of, members, neighbours, target_order, targets
from golocal.content.relations import Node, Relation, relations

assert golocal.checks  # importing it registers the rules

RIGHT, STANDARD = RecordKey("right", "housing"), RecordKey("standard", "warm-covenant")


@pytest.fixture
def seen(world: Path) -> Mapping[RecordKey, Mapping[RecordKey, Ends]]:
    return neighbours(relations(check(world).catalogue))


def test_each_end_knows_the_provision(seen: Mapping[RecordKey, Mapping[RecordKey, Ends]]) -> None:
    assert seen[RIGHT][STANDARD] == Ends(frozenset(), frozenset({"art-4"}))
    assert seen[STANDARD][RIGHT] == Ends(frozenset({"art-4"}), frozenset())


def test_relations_are_seen_from_both_ends(catalogue: Catalogue) -> None:
    seen = neighbours(relations(catalogue))
    assert seen
    for here, others in seen.items():
        assert here not in others
        for there, ends in others.items():
            assert seen[there][here] == Ends(ends.there, ends.here)


def test_records_belong_to_topics_directly_and_through_groups(world: Path) -> None:
    catalogue = check(world).catalogue
    found = members(relations(catalogue), catalogue.corpus.vocabularies)
    practice = RecordKey("practice", "tarnholm-heat-fund")
    assert practice in found[Topic("themes", "budgeting")]
    assert found[Topic("size-groups", "small-town")] == [RecordKey("indicator", "homes-below-18"), practice]
    assert found[Topic("regions", "northern-isles")] == [practice, STANDARD]
    assert Topic("size-groups", "large") not in found


def test_every_group_that_a_vocabulary_names_exists(catalogue: Catalogue) -> None:
    vocabularies = catalogue.corpus.vocabularies
    for vocabulary, broader in GROUPED.items():
        for id in vocabularies[vocabulary]:
            assert set(groups_of(vocabularies, vocabulary, id)) <= set(vocabularies[broader]), id
    sizes = vocabularies["population-classes"]
    assert all(len(groups_of(vocabularies, "population-classes", id)) == 1 for id in sizes)


def test_small_places_are_those_under_50_000(catalogue: Catalogue) -> None:
    vocabularies = catalogue.corpus.vocabularies
    small = [
        id
        for id in vocabularies["population-classes"]
        if "small-town" in vocabularies["population-classes"][id]["groups"]
    ]
    assert small == ["under-5000", "5000-20000", "20000-50000"]


def test_targets_stand_in_their_order() -> None:
    right = Node("right", "housing")
    rows = [Relation(right, "targets", Node("sdg-target", id)) for id in ("11.1", "16.b", "4.7", "16.10", "1.4")]
    assert targets(rows) == {RIGHT: ["1.4", "4.7", "11.1", "16.10", "16.b"]}
    assert target_order("odd") > target_order("17.19")
