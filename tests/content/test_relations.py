"""Every relation stands once, can be read from both ends, and names only what exists."""

from __future__ import annotations

from pathlib import Path

import pytest

import golocal.checks
from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.content.mentions import RecordKey, in_record
from golocal.content.relations import PREDICATES, SDG_TARGET, Node, relations

assert golocal.checks  # importing it registers the rules

REPOSITORY = Path(__file__).parents[2]


def statements(root: Path) -> set[str]:
    rows = relations(check(root).catalogue)
    return {f"{row.subject.name} {row.predicate} {row.object.name}" for row in rows}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return check(REPOSITORY).catalogue


@pytest.mark.parametrize(
    "statement",
    [
        "indicator:homes-below-18 measures right:housing",
        "indicator:homes-below-18 monitors standard:warm-covenant#art-4",
        "indicator:homes-below-18 targets sdg-target:11.1",
        "indicator:homes-below-18 classified-as starter-sets:small-town",
        "standard:warm-covenant concerns right:housing",
        "standard:warm-covenant#art-4 part-of standard:warm-covenant",
        "standard:warm-covenant#art-4 cites reference:covenant2001text",
        "chain:ambrook-heat illustrates indicator:homes-below-18",
        "chain:ambrook-heat illustrates standard:warm-covenant#art-4",
    ],
)
def test_a_field_that_names_a_record_is_a_relation(world: Path, statement: str) -> None:
    assert statement in statements(world)


def test_a_text_relates_to_what_it_cites_and_links_to(world: Path) -> None:
    text = (world / "docs/practices/tarnholm-heat-fund.md").read_text(encoding="utf-8")
    more = (
        "\n\nSee [the form](../../toolkit/warm-homes/worksheets/heat-list.md) and [it](standard:warm-covenant#art-4).\n"
    )
    (world / "docs/practices/tarnholm-heat-fund.md").write_text(text + more, encoding="utf-8")
    found = statements(world)
    assert "practice:tarnholm-heat-fund mentions standard:warm-covenant#art-4" in found
    assert "practice:tarnholm-heat-fund mentions worksheet:warm-homes/heat-list" in found


def test_the_end_of_a_relation_that_does_not_exist_is_left_out(world: Path) -> None:
    chain = world / "docs/data/chains/heat.yml"
    chain.write_text(chain.read_text(encoding="utf-8").replace("#art-4", "#art-5"), encoding="utf-8")
    assert not any("art-5" in statement for statement in statements(world))


def test_both_ends_of_an_academy_and_its_volume_state_one_relation(world: Path) -> None:
    taken_up = [
        statement for statement in statements(world) if statement.startswith("academy:") and "takes-up" in statement
    ]
    assert taken_up == ["academy:2031-warm-cities takes-up volume:hrgl-9"]
    assert not any(statement.startswith("volume:") and " academy:" in statement for statement in statements(world))


def test_every_relation_of_the_library_names_what_exists(catalogue: Catalogue) -> None:
    parts = {Node(document.kind, document.id) for document in catalogue.corpus.documents.values()}
    rows = relations(catalogue)
    assert len(rows) == len(set(rows))
    for node in {end for row in rows for end in (row.subject, row.object)}:
        entry = catalogue.entries.get(node.key)
        assert (
            (entry and (not node.anchor or node.anchor in entry.anchors))
            or node in parts
            or node.kind == SDG_TARGET
            or node.id in catalogue.corpus.vocabularies[node.kind]
        ), node.name


def test_relations_cover_what_catalogue_and_pages_know(catalogue: Catalogue) -> None:
    """Each record that names another in its data is a subject whose object that is, or the other way round."""
    pairs = {frozenset((row.subject.key, row.object.key)) for row in relations(catalogue)}
    named = [
        (RecordKey(data.kind, id), mention.target)
        for data in catalogue.corpus.data.values()
        for id, record in data.records.items()
        for mention in in_record(record, data.kind, (id,), data.tree)
    ]
    assert len(named) > 1000
    for user, target in named:
        assert user == target or target not in catalogue.entries or frozenset((user, target)) in pairs


def test_every_predicate_is_read_from_the_other_end_under_a_name_of_its_own(catalogue: Catalogue) -> None:
    names = [name for predicate in PREDICATES.values() for name in (predicate.name, predicate.inverse)]
    assert len(names) == len(set(names))
    rows = relations(catalogue)
    assert {row.predicate for row in rows} <= PREDICATES.keys()
