"""The entry for residents reaches every right from what happens to people, and every right leads back to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.content.locations import HOME, I_LIVE_HERE, collection_page
from golocal.rendering.identity import Identity
from golocal.rendering.site import Site

IDENTITY = Identity("The guide", "Independent.", "CC BY-SA 4.0")
AREAS = "life-areas"


@pytest.fixture(scope="module")
def site(repository: Path, catalogue: Catalogue) -> Site:
    return Site(repository, catalogue, IDENTITY)


@pytest.fixture(scope="module")
def text(site: Site) -> str:
    return site.page(I_LIVE_HERE).text


def test_every_right_is_reached_from_a_situation(site: Site, text: str) -> None:
    happened = text.partition("## What happened?")[2].partition("\n## ")[0]
    linked = set(re.findall(r"\]\(library/rights/([a-z-]+)\.md\)", happened))
    assert linked == {entry.key.id for entry in site.catalogue.of_kind("right")}


def test_every_area_of_life_has_situations_and_is_one_jump_away(site: Site, text: str) -> None:
    for area, entry in site.catalogue.corpus.vocabularies[AREAS].items():
        section = text.partition(f"### {entry['label']} {{: #{area} }}")[2].partition("\n#")[0]
        assert section.count("\n- ") >= 2, area
        assert f"](#{area})" in text


def test_no_situation_is_named_twice_and_each_is_a_short_sentence(site: Site) -> None:
    said = [one["says"] for right in site.catalogue.of_kind("right") for one in right.data["situations"]]
    assert len(said) == len(set(said))
    assert [one for one in said if len(one) > 100 or not one.endswith(".")] == []


def test_every_right_says_it_in_everyday_words_and_leads_to_the_others(site: Site) -> None:
    for right in site.catalogue.of_kind("right"):
        text = site.page(right.page).text
        opening = text.partition("\n## ")[0]
        assert all(f"“{one['says']}”" in opening for one in right.data["situations"]), right.key.id
        assert "](../../i-live-here.md)" in opening
        assert text.index("## What the city owes you") < text.index("## Where to complain")


@pytest.mark.parametrize("page", [HOME, collection_page("right")])
def test_residents_find_it_from_the_home_page_and_the_list_of_rights(site: Site, page: str) -> None:
    assert re.search(r"\]\((?:\.\./)*i-live-here\.md\)", site.page(page).text)


def test_it_says_in_which_order_to_complain_and_what_it_cannot_do(text: str) -> None:
    order = ("office itself", "appeal", "ombudsperson", "equality body", "authority", "institution", "court", "Outside")
    section = text.partition("## Where to complain, and in which order")[2].partition("\n## ")[0]
    steps = re.findall(r"^\d\. .*", section, re.MULTILINE)
    assert len(steps) == len(order)
    assert [word for word, step in zip(order, steps, strict=True) if word not in step] == []
    assert "Time limits differ from country to country" in section
    assert "## What this site cannot do" in text


def test_without_the_page_no_right_leads_to_it(world: Path) -> None:
    site = Site(world, check(world).catalogue, IDENTITY)
    text = site.page("docs/library/rights/housing.md").text
    assert "“My flat is cold, and nobody comes.”" in text
    assert "i-live-here" not in text
