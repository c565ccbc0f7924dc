"""A new document or record of every kind passes the checks as it is, stands in the catalogue, and says what is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import Result

from golocal.checks.run import check
from golocal.content.catalogue import PART_KINDS
from golocal.content.kinds import ALL_MODELS, RECORD_MODELS
from golocal.content.locations import identify
from golocal.findings import Finding
from golocal.scaffolding.blanks import MARK

New = Callable[..., Result]


class Case(NamedTuple):
    """What an editor types for a kind, and what must come of it."""

    arguments: tuple[str, ...]
    id: str
    path: str


CASES = {
    "academy": Case(("cold-rivers",), "2031-cold-rivers", "docs/academy/2031-cold-rivers/index.md"),
    "article": Case(("heat-rights", "--paper", "papers-9"), "papers-9/heat-rights", "volumes/papers-9/heat-rights.md"),
    "chain": Case(("light",), "light", "docs/data/chains/heat.yml"),
    "chapter": Case(("street-trees",), "street-trees", "toolkit/street-trees/index.md"),
    "chapter-part": Case(
        ("practise", "--chapter", "street-trees"), "street-trees/practise", "toolkit/street-trees/practise.md"
    ),
    "indicator": Case(("warm-rooms",), "warm-rooms", "docs/data/indicators/starter.yml"),
    "learning-path": Case(("second-winter",), "second-winter", "docs/learn/second-winter.md"),
    "measure": Case(("light-pipes",), "light-pipes", "docs/data/measures/ambrook.yml"),
    "meeting": Case(("tea",), "2031-tea", "docs/meetings/2031-tea.md"),
    "news": Case(("thaw",), "2031-05-01-thaw", "docs/news/2031-05-01-thaw.md"),
    "outcome": Case(("2032-new",), "2032-new", "docs/academy/2032-new/outcome.md"),
    "page": Case(("about/method",), "docs/about/method", "docs/about/method.md"),
    "paper": Case((), "papers-10", "volumes/papers-10/index.md"),
    "practice": Case(("lindenau-bus",), "lindenau-bus", "docs/practices/lindenau-bus.md"),
    "reference": Case(("lindenau2031bus",), "lindenau2031bus", "docs/data/references/all.yml"),
    "right": Case(("light",), "light", "docs/data/rights/core.yml"),
    "self-check": Case(("who-pays",), "who-pays", "docs/data/self-checks/warm-homes.yml"),
    "standard": Case(("rivers-pact",), "rivers-pact", "docs/data/standards/treaties.yml"),
    "task": Case(("hot-week",), "hot-week", "docs/tasks/hot-week.md"),
    "term": Case(("meter",), "meter", "docs/data/terms/core.yml"),
    "vocabulary": Case(("heat", "--file", "themes"), "heat", "docs/data/vocabularies/themes.yml"),
    "volume": Case(("10",), "hrgl-10", "volumes/hrgl-10/index.md"),
    "worksheet": Case(("warm-homes/shade",), "warm-homes/shade", "toolkit/warm-homes/worksheets/shade.md"),
}
BEFORE = {
    "chapter-part": ("chapter", "street-trees"),
    "outcome": ("academy", "2032-new"),
}


def is_open(kind: str, finding: Finding) -> bool:
    """Whether a finding only says that a record, which has no draft, has blanks."""
    return kind in RECORD_MODELS and finding.rule == "placeholder-left"


def test_there_is_a_case_for_every_kind() -> None:
    assert CASES.keys() == ALL_MODELS.keys()


@pytest.mark.parametrize("kind", CASES)
def test_a_new_one_has_no_error_and_is_in_the_catalogue(kind: str, here: Path, new: New) -> None:
    if kind in BEFORE:
        assert new(*BEFORE[kind]).exit_code == 0
    case = CASES[kind]
    result = new(kind, *case.arguments)
    assert result.exit_code == 0, result.output
    first, *steps = result.stdout.splitlines()
    assert first.partition(":")[0] == case.path
    assert len(steps) == 2
    report = check(here)
    assert [f for f in report.findings if f.severity == "error" and not is_open(kind, f)] == []
    if kind in PART_KINDS:
        assert identify(case.path) == (kind, case.id)
        assert case.path in report.catalogue.corpus.documents
    elif kind == "vocabulary":
        assert case.id in report.catalogue.corpus.vocabularies["themes"]
    else:
        entry = report.catalogue.get(kind, case.id)
        assert entry
        assert entry.path == case.path
    assert MARK in (here / case.path).read_text("utf-8")


@pytest.mark.parametrize("kind", CASES)
def test_without_comments_it_passes_as_well(kind: str, here: Path, new: New) -> None:
    if kind in BEFORE:
        new(*BEFORE[kind])
    assert new(kind, *CASES[kind].arguments, "--bare").exit_code == 0
    assert "# Not needed" not in (here / CASES[kind].path).read_text("utf-8")
    assert [f for f in check(here).findings if f.severity == "error" and not is_open(kind, f)] == []


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("term", ["definition=Shows what a meter counts."]),
        ("reference", ["title=Buses in Lindenau", "type=report", "issued=2031", "read=part"]),
        ("vocabulary", ["label=Heat"]),
    ],
)
def test_a_record_with_all_its_facts_has_no_finding(kind: str, facts: list[str], here: Path, new: New) -> None:
    given = [part for fact in facts for part in ("--set", fact)]
    assert new(kind, *CASES[kind].arguments, *given).exit_code == 0
    assert check(here).findings == []
    assert f"{MARK}" not in (here / CASES[kind].path).read_text("utf-8")
