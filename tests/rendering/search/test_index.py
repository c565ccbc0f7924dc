"""The index of the invented world: what can be found, with which values; drafts are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.rendering.identity import Identity
from golocal.rendering.search.index import SearchIndex, synonyms
from golocal.rendering.search.kinds import FOR_EDITORS, OVERVIEW, weight_of
from golocal.rendering.search.units import Unit
from golocal.rendering.site import Site

IDENTITY = Identity("Go Local", "Independent.", "CC BY-SA 4.0")
PAGE = "<h1>Title</h1><p class='lead'>Lead.</p><h2 id='a'>A</h2><p>Text.</p>"
PRACTICE = "docs/practices/ambrook-warm-rooms.md"


def site_of(world: Path) -> Site:
    return Site(world, check(world).catalogue, IDENTITY, preview=True)


def indexed(site: Site) -> list[Unit]:
    index = SearchIndex(site)
    for path in site.paths:
        index.add(path, path, PAGE)
    return index.units


def of(site: Site, start: str) -> list[Unit]:
    return [unit for unit in indexed(site) if unit.address.startswith(start)]


def test_a_practice_carries_its_values(world: Path) -> None:
    site = site_of(world)
    path = next(path for path in site.paths if path.startswith("docs/practices/") and not path.endswith("index.md"))
    [unit] = of(site, path)
    assert unit.kind == ("City practice", "Practices")
    assert {"right", "theme", "stage", "region", "country", "population", "evidence", "independent", "year"} <= {
        *unit.facets
    }
    assert all((value and value[0].isupper()) or value[0].isdigit() for value in unit.facets["population"])


def test_a_practice_says_where_it_is_and_how_many_people_live_there(world: Path) -> None:
    site = site_of(world)
    places = {unit.place: unit.size for unit in indexed(site) if unit.place}
    assert list(places) == ["Tarnholm, Arvenia"]
    assert places["Tarnholm, Arvenia"].endswith(" people")
    assert all(unit.kind == ("City practice", "Practices") for unit in indexed(site) if unit.place)


def test_terms_and_sources_are_found_one_by_one(world: Path) -> None:
    site = site_of(world)
    for kind in ("term", "reference"):
        entries = site.catalogue.of_kind(kind)
        found = {unit.address for page in {entry.page for entry in entries} for unit in of(site, page)}
        pages = {entry.page for entry in entries} if kind == "term" else set()
        assert found == {f"{entry.page}#{entry.key.id}" for entry in entries} | pages
        assert len(found) > len(pages)


def test_a_page_that_records_share_is_found_by_its_title_and_not_by_their_words(world: Path) -> None:
    site = site_of(world)
    path = site.catalogue.of_kind("term")[0].page
    index = SearchIndex(site)
    index.add(path, "terms/", "<h1>Terms</h1><p class='lead'>A list.</p><h2 id='a'>A</h2><p>Zeppelin.</p>")
    [itself] = [unit for unit in index.units if unit.address == "terms/"]
    assert {"terms", "list"} <= itself.counts().keys()
    assert "zeppelin" not in itself.counts()


def test_drafts_are_not_found(world: Path) -> None:
    task = world / "docs/tasks/cold-week.md"
    assert of(site_of(world), "docs/tasks/cold-week.md")
    task.write_text(task.read_text("utf-8").replace("status: published", "status: draft"), encoding="utf-8")
    assert of(site_of(world), "docs/tasks/cold-week.md") == []


def test_pages_that_lead_to_others_are_not_found(world: Path) -> None:
    assert [unit for unit in indexed(site_of(world)) if unit.address in ("docs/index.md", "docs/find.md")] == []


def test_tasks_weigh_more_than_records_and_lists_less(world: Path) -> None:
    site = site_of(world)
    weights = {unit.address: unit.weight for unit in indexed(site)}
    assert weights["docs/tasks/cold-week.md"] > weights["docs/library/standards/warm-covenant.md"]
    assert weights["docs/library/standards/warm-covenant.md"] > weights["docs/library/standards/index.md"]


@pytest.mark.parametrize(
    ("path", "weight"),
    [
        ("docs/contribute/rules/word-doubled.md", FOR_EDITORS),
        ("docs/contribute/fields.md", FOR_EDITORS),
        ("docs/contribute/report.md", OVERVIEW),
        ("docs/about/privacy.md", 100),
    ],
)
def test_only_pages_with_examples_for_editors_weigh_least(path: str, weight: int) -> None:
    assert weight_of(path, "page") == weight


@pytest.mark.parametrize("text", ["", "one", "one; two words ;; three"])
def test_synonyms_stand_between_semicolons(text: str) -> None:
    found = synonyms({"x": {"label": "Preferred", "description": text}})
    assert found == {"Preferred": [word.strip() for word in text.split(";") if word.strip()]}


def test_two_entries_for_one_phrase_add_up() -> None:
    entries = {key: {"label": "Preferred", "description": key} for key in ("one", "two")}
    assert synonyms(entries) == {"Preferred": ["one", "two"]}
