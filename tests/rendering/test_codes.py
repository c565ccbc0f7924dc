"""A sheet that builds on another leads to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.rendering.identity import Identity
from golocal.rendering.site import Site

FILE = "docs/data/indicators/starter.yml"
SHEET = "docs/library/indicators/homes-below-18.md"


@pytest.fixture
def site(world: Path) -> Site:
    path = world / FILE
    first = path.read_text(encoding="utf-8")
    named = first.replace("homes-below-18:", "hou-o-01:").replace("Homes below 18 degrees\n", "Homes measured\n", 1)
    building_on_it = first.replace("All homes that were measured.", "Homes counted in HOU-O-01.")
    building_on_it = building_on_it.replace("Tenants who", "See HOU-O-01, * and HOU-O-01. Tenants who")
    path.write_text(building_on_it + named, encoding="utf-8")
    return Site(world, check(world).catalogue, Identity("The world", "Independent of everybody.", "CC0"))


def test_the_first_code_in_each_part_of_a_sheet_is_a_link_to_the_other_sheet(site: Site) -> None:
    text = site.page(SHEET).text
    assert "Homes counted in [HOU-O-01](hou-o-01.md)." in text
    assert "See [HOU-O-01](hou-o-01.md), \\* and HOU-O-01. Tenants who" in text


def test_a_code_without_a_sheet_stays_a_word(world: Path) -> None:
    path = world / FILE
    path.write_text(
        path.read_text(encoding="utf-8").replace("Tenants who", "As in HOU-O-99. Tenants who"), encoding="utf-8"
    )
    site = Site(world, check(world).catalogue, Identity("The world", "Independent of everybody.", "CC0"))
    assert "As in HOU-O-99. Tenants who" in site.page(SHEET).text
