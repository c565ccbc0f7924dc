"""The invented world: every kind, no finding, and relations that hold in both directions."""

from __future__ import annotations

from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.content.kinds import ALL_MODELS
from golocal.content.mentions import RecordKey

WORLD = Path(__file__).parent / "world"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    report = check(WORLD)
    assert report.findings == []
    return report.catalogue


def test_world_has_every_kind(catalogue: Catalogue) -> None:
    sources = catalogue.corpus.sources()
    assert {source.kind for source in sources} == set(ALL_MODELS)


def test_world_says_that_it_is_invented() -> None:
    assert "Everything here is invented" in (WORLD / "docs/index.md").read_text("utf-8")


def test_every_vocabulary_that_a_model_names_exists(catalogue: Catalogue) -> None:
    named = {name for model in ALL_MODELS.values() for name in _vocabularies(model.model_json_schema())}
    assert named <= set(catalogue.corpus.vocabularies)


def _vocabularies(schema: object) -> set[str]:
    if isinstance(schema, dict):
        own = {schema["vocabulary"]} if isinstance(schema.get("vocabulary"), str) else set()
        return own.union(*(_vocabularies(child) for child in schema.values()))
    if isinstance(schema, list):
        return set().union(*(_vocabularies(child) for child in schema))
    return set()


def test_entry_knows_its_page_and_anchors(catalogue: Catalogue) -> None:
    standard = catalogue.get("standard", "warm-covenant")
    task = catalogue.get("task", "cold-week")
    term = catalogue.get("term", "duty-bearer")
    assert standard and task and term
    assert (standard.title, standard.page, standard.page_anchor) == (
        "Warm Covenant",
        "docs/library/standards/warm-covenant.md",
        "",
    )
    assert (set(standard.anchors), set(task.anchors)) == ({"art-4"}, {"today", "this-week"})
    assert (task.page, catalogue.place_of(task)) == ("docs/tasks/cold-week.md", (1, 1))
    assert (term.page, term.page_anchor, term.path, *catalogue.place_of(term)) == (
        "docs/library/terms.md",
        "duty-bearer",
        "docs/data/terms/core.yml",
        1,
        1,
    )


def test_entries_of_a_kind_are_sorted(catalogue: Catalogue) -> None:
    assert [entry.key.id for entry in catalogue.of_kind("term")] == ["duty-bearer", "rights-holder"]
    assert catalogue.get("term", "nobody") is None


def test_mentions_stand_in_order_with_their_places(catalogue: Catalogue) -> None:
    document = catalogue.corpus.documents["docs/tasks/cold-week.md"]
    found = [
        (*mention.target, mention.anchor, mention.line, mention.column) for mention in catalogue.mentions(document)
    ]
    assert found == [
        ("right", "housing", "", 16, 10),
        ("chapter", "warm-homes", "", 20, 12),
        ("reference", "heat2029survey", "", 25, 66),
        ("worksheet", "warm-homes/heat-list", "", 29, 9),
        ("practice", "tarnholm-heat-fund", "", 29, 67),
    ]


@pytest.mark.parametrize(
    ("kind", "id", "users"),
    [
        ("worksheet", "warm-homes/heat-list", ["docs/tasks/cold-week.md"]),
        ("academy", "2031-warm-cities", [
            "docs/academy/2031-warm-cities/outcome.md", "volumes/hrgl-9/index.md", "volumes/papers-9/index.md",
        ]),
        ("volume", "hrgl-9", ["docs/academy/2031-warm-cities/index.md", "volumes/papers-9/index.md"]),
        ("outcome", "2031-warm-cities", ["docs/academy/2031-warm-cities/index.md"]),
        ("indicator", "homes-below-18", [
            "docs/about/index.md", "docs/data/chains/heat.yml", "docs/data/measures/ambrook.yml",
            "toolkit/warm-homes/sustain.md",
        ]),
    ],
)  # fmt: skip
def test_incoming_names_who_uses_a_record(catalogue: Catalogue, kind: str, id: str, users: list[str]) -> None:
    assert catalogue.incoming[RecordKey(kind, id)] == users


def test_nobody_leans_on_the_draft(catalogue: Catalogue) -> None:
    assert RecordKey("task", "draft-task") not in catalogue.incoming


def test_incoming_is_the_other_side_of_mentions(catalogue: Catalogue) -> None:
    there = {(source.path, m.target) for source in catalogue.corpus.sources() for m in catalogue.mentions(source)}
    back = {(path, target) for target, paths in catalogue.incoming.items() for path in paths}
    assert there == back


def test_data_that_name_a_right_are_among_its_users(catalogue: Catalogue) -> None:
    housing = [path for path in catalogue.incoming[RecordKey("right", "housing")] if path.startswith("docs/data/")]
    kinds = {catalogue.corpus.data[path].kind for path in housing}
    assert kinds == {"chain", "indicator", "measure", "standard"}
