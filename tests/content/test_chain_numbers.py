"""The invented figures of the worked examples are computed here, and each example leads to records that exist."""

from __future__ import annotations

from typing import Any

import pytest

from golocal.content.catalogue import Catalogue
from golocal.reading.parts import record_reference
from golocal.rendering.chain import RECORDS


@pytest.fixture(scope="module")
def chains(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    return {entry.key.id: entry.data for entry in catalogue.of_kind("chain")}


def test_there_is_an_example_for_three_towns(chains: dict[str, dict[str, Any]]) -> None:
    assert len({chain["town"] for chain in chains.values()}) >= 3


def test_homes(chains: dict[str, dict[str, Any]]) -> None:
    chain = chains["keep-the-home"]
    assert f"42 of 120 households, {100 * 42 / 120:.0f} per cent" in chain["baseline"]


def test_sports_halls(chains: dict[str, dict[str, Any]]) -> None:
    chain = chains["sport-for-everyone"]
    buildings, passed, wanted, halfway, for_sport, passed_for_sport = 25, 9, 16, 12, 7, 2
    assert f"{passed} of {buildings} buildings, {100 * passed / buildings:.0f} per cent" in chain["baseline"]
    assert f"{passed_for_sport} of {for_sport};" in chain["baseline"]
    assert f"{100 * wanted / buildings:.0f} per cent in the check of October 2030" in chain["target"]
    assert f"{100 * halfway / buildings:.0f} per cent half-way" in chain["target"]
    works, years, each, checks = wanted - passed, 4, 60_000, 60_000
    assert for_sport - passed_for_sport <= works
    total = works * each + checks
    assert f"{total:,} in four years from 2027, {total // years:,} a year" in chain["budget_line"]
    assert f"{works * each:,} for {works} buildings, {each:,} each on average" in chain["budget_line"]


def test_participation(chains: dict[str, dict[str, Any]]) -> None:
    chain = chains["heard-and-answered"]
    procedures, school_days = 4, 2
    hours = procedures * 30 + school_days * 20
    assert f"{hours} hours a year, a tenth of a post of {hours * 10:,} hours" in chain["budget_line"]
    assert f"Besides, {procedures * 600 + school_days * 400:,} a year" in chain["budget_line"]


def test_invented_figures_are_called_so(chains: dict[str, dict[str, Any]]) -> None:
    for chain in chains.values():
        assert "(invented" in chain["baseline"]
        assert "(invented" in chain["budget_line"]
        assert all("(invented" in chain["in_short"][key] for key in ("baseline", "budget_line"))


def test_every_record_of_an_example_exists(catalogue: Catalogue, chains: dict[str, dict[str, Any]]) -> None:
    for chain in chains.values():
        for field in RECORDS:
            kind, id, anchor = record_reference(chain[field]) or ("", "", "")
            entry = catalogue.get(kind, id)
            assert entry, chain[field]
            assert not anchor or anchor in entry.anchors, chain[field]
