"""Pages that look at all records at once: atlas, timeline, crosswalk, coverage."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.content.locations import ATLAS, COVERAGE, CROSSWALK, TIMELINE
from golocal.reading.settings import read_settings
from golocal.rendering.csv_table import csv_table
from golocal.rendering.identity import Identity, identity_of
from golocal.rendering.pages.crosswalk import COLUMNS, FILE
from golocal.rendering.search.kinds import FOR_EDITORS, weight_of
from golocal.rendering.search.sections import sections_of
from golocal.rendering.site import Site

IDENTITY = Identity("The world", "Independent of everybody.", "CC BY-SA")
PRACTICE = "docs/practices/tarnholm-heat-fund.md"


def site_of(world: Path) -> Site:
    return Site(world, check(world).catalogue, IDENTITY, preview=True)


@pytest.fixture(scope="module")
def library(repository: Path, catalogue: Catalogue) -> Site:
    return Site(repository, catalogue, identity_of(read_settings(repository)), preview=True)


@pytest.fixture
def three(world: Path) -> Path:
    """The world with two more practices: one beside the first, one far away."""
    text = (world / PRACTICE).read_text("utf-8")
    beside = text.replace("latitude: 61.5", "latitude: 61.6").replace("city: Tarnholm", "city: Next door")
    far = text.replace("longitude: -20.25", "longitude: 30.5").replace("city: Tarnholm", "city: Farholm")
    for name, copy in (("beside", beside), ("far", far)):
        (world / f"docs/practices/{name}.md").write_text(copy.replace("title: A heat", f"title: {name}"), "utf-8")
    return world


def test_the_atlas_has_a_mark_for_each_place_and_a_list_for_those_on_one_another(three: Path) -> None:
    site = site_of(three)
    figure = site.figures["docs/library/atlas-northern-isles.svg"]
    names = re.findall(r"<a [^>]*href=\"([^\"]+)\"><title>([^<]+)</title>", figure)
    assert sorted(names) == [
        ("../practices/far.md", "Farholm: far fund for tenants"),
        ("atlas.md#northern-isles-mark-1", "2 practices: Next door, Tarnholm"),
    ]
    text = site.page(ATLAS).text
    assert "- **2** Next door: [beside fund for tenants](../practices/beside.md); Tarnholm: [A heat" in text
    assert "{: #northern-isles-mark-1 }" in text


def test_the_atlas_shows_the_same_as_a_table(library: Site) -> None:
    text = library.page(ATLAS).text
    rows = re.findall(r"^\| .+ \| \[.+?\]\((\S+?)\) \| .+ \| \d{4} \|$", text, re.MULTILINE)
    assert sorted(rows) == [f"../practices/{entry.key.id}.md" for entry in library.catalogue.of_kind("practice")]
    linked = {
        target
        for path, figure in library.figures.items()
        if "atlas" in path
        for target in re.findall(r'href="(.+?)"', figure)
    }
    anchors = set(re.findall(r"\{: #(\S+) (?:\.listing )?\}", text))
    assert {target.partition("#")[2] for target in linked if "#" in target} <= anchors
    in_lists = set(
        re.findall(r"\]\((\.\./practices/\S+?)\)", "\n".join(re.findall(r"^- \*\*\d+\*\* .+$", text, re.MULTILINE)))
    )
    assert set(rows) == in_lists | {target for target in linked if "#" not in target}


def test_each_letter_of_a_mark_is_explained(library: Site) -> None:
    letters = {
        letter
        for figure in library.figures.values()
        for letter in re.findall(r'<circle class="map-one"[^>]*/><text[^>]*>([^<]+)</text>', figure)
    }
    assert letters
    explained = set(re.findall(r"\*\*([A-Z]+)\*\* \[", library.page(ATLAS).text))
    assert letters <= explained


def test_the_figures_of_a_page_stand_in_it(world: Path, render: Callable[..., html.HtmlElement]) -> None:
    site = site_of(world)
    assert "land without borders" in site.page(ATLAS).text
    for path, page in ((ATLAS, "atlas-world.svg"), (TIMELINE, "timeline.svg")):
        assert f"]({page})" in site.page(path).text
    tree = render(site.page(ATLAS).text, world, ATLAS, site.figures)
    assert [figure.get("aria-label") for figure in tree.iter("svg")] == [
        "Map of the world with 1 practice",
        "Map of Northern Isles with 1 practice in 1 mark",
    ]
    assert not tree.xpath("//img")
    mark = tree.xpath("//a[@class='map-mark'][last()]")[-1]
    assert mark.get("href") == "../practices/tarnholm-heat-fund.md"
    assert mark.findtext("title") == "Tarnholm: A heat fund for tenants"


def test_a_world_without_practices_has_an_atlas_that_says_so(world: Path) -> None:
    (world / PRACTICE).unlink()
    assert "There is no practice yet." in site_of(world).page(ATLAS).text


def test_the_timeline_has_every_standard_and_practice_once_in_its_decade(library: Site) -> None:
    text = library.page(TIMELINE).text
    years = [int(year) for year in re.findall(r"^- \*\*(\d{4})\*\* ", text, re.MULTILINE)]
    dated = [*library.catalogue.of_kind("standard"), *library.catalogue.of_kind("practice")]
    assert len(years) == len(dated)
    assert years == sorted(years)
    for decade, rows in re.findall(r"^## (\d{4})s .*?\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL):
        assert {int(year) // 10 * 10 for year in re.findall(r"^- \*\*(\d{4})", rows, re.MULTILINE)} == {int(decade)}
    assert "- **2001** Treaty: [Warm" not in text


def rows_of(site: Site) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(site.files[FILE], newline="")))


def test_the_crosswalk_pairs_a_right_with_all_that_hangs_together_with_it(world: Path) -> None:
    site = site_of(world)
    text = site.page(CROSSWALK).text
    assert "[Right to housing](rights/housing.md) · Core · Targets of the 2030 Agenda: *11.1*{: .facet-target }" in text
    assert (
        "- [Warm Covenant](standards/warm-covenant.md): [Article 4](standards/warm-covenant.md#art-4) · *Northern*"
        in text
    )
    found = [(row["kind"], row["id"], row["provisions"], row["size"]) for row in rows_of(site)]
    assert found == [
        ("standard", "warm-covenant", "Article 4", ""),
        ("sdg-target", "11.1", "", ""),
        ("indicator", "homes-below-18", "", ""),
        ("practice", "tarnholm-heat-fund", "", "Under 10,000"),
    ]


def test_the_page_and_the_table_of_the_crosswalk_agree(library: Site) -> None:
    rows = rows_of(library)
    assert tuple(rows[0]) == COLUMNS
    text = library.page(CROSSWALK).text
    sections = dict(re.findall(r"^## .+? \{: #(\S+) \.listing \}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    assert sections.keys() == {entry.key.id for entry in library.catalogue.of_kind("right")}
    for right, section in sections.items():
        own = [row for row in rows if row["right"] == right]
        assert section.count("\n- ") == sum(row["kind"] != "sdg-target" for row in own)
        assert section.count("facet-target") == sum(row["kind"] == "sdg-target" for row in own)


def test_a_cell_cannot_become_a_formula() -> None:
    rows = [["=1+1", "+1", "-1", "@sum", "\tx", "plain, with comma", 'a "quote"']]
    text = csv_table(["a"] * 7, rows)
    assert next(csv.reader(io.StringIO(text.split("\r\n")[1]))) == [
        "'=1+1", "'+1", "'-1", "'@sum", "'\tx", "plain, with comma", 'a "quote"',
    ]  # fmt: skip
    assert text.endswith("\r\n")


def gaps(site: Site) -> dict[str, int]:
    found = re.findall(r"^\| \[(.+?)\]\(#\S+\) \| (\d+) \|$", site.page(COVERAGE).text, re.MULTILINE)
    return {name: int(number) for name, number in found}


def test_coverage_counts_what_is_missing(world: Path) -> None:
    before = gaps(site_of(world))
    assert (before["Rights without practices"], before["Practices that nobody has confirmed"]) == (0, 1)
    assert (before["Indicators without standards"], before["Standards without provisions"]) == (0, 0)
    (world / PRACTICE).unlink()
    starter = world / "docs/data/indicators/starter.yml"
    starter.write_text(re.sub(r"  standards: .*\n", "", starter.read_text("utf-8")), "utf-8")
    after = gaps(site_of(world))
    assert (after["Rights without practices"], after["Practices that nobody has confirmed"]) == (1, 0)
    assert after["Indicators without standards"] == 1
    assert "- Places by size: Large places\n" in site_of(world).page(COVERAGE).text


def test_coverage_counts_every_value_of_a_practice(world: Path) -> None:
    assert "- Housing policy: 0 practices\n" in site_of(world).page(COVERAGE).text
    text = (world / PRACTICE).read_text("utf-8")
    (world / PRACTICE).write_text(text.replace("themes: [budgeting]", "themes: [budgeting, housing-policy]"), "utf-8")
    counted = gaps(site_of(world))
    assert (counted["Thin themes"], counted["Thin stages"]) == (0, 1)


def test_each_gap_is_explained_and_lists_what_it_counts(library: Site) -> None:
    text = library.page(COVERAGE).text
    counted = gaps(library)
    assert len(counted) >= 12
    for name, number in counted.items():
        section = text.partition(f"\n## {name} {{")[2].partition("\n## ")[0]
        assert section.count("\n- ") == number, name
        assert number or section.endswith("None.\n")
        assert re.search(r"See \[the guide to the kind [\w-]+\]\(kinds/[\w-]+\.md\)", section), name


def test_coverage_is_for_editors_and_stands_behind_in_a_search(library: Site) -> None:
    assert weight_of(COVERAGE, library.page(COVERAGE).kind) == FOR_EDITORS


def test_a_search_passes_over_lists_of_other_records(library: Site, render: Callable[..., html.HtmlElement]) -> None:
    for path in (
        ATLAS,
        TIMELINE,
        CROSSWALK,
        COVERAGE,
        "docs/library/standards/index.md",
        "docs/library/themes/housing.md",
    ):
        content = html.tostring(render(library.page(path).text), encoding="unicode")
        words = " ".join(section.shown for section in sections_of(html.fragment_fromstring(content)))
        assert library.page(path).title not in ("", words)
        assert all(entry.title not in words for entry in library.catalogue.of_kind("practice")), path


def test_a_search_finds_a_standard_by_its_provisions_and_not_by_what_names_them(
    library: Site, render: Callable[..., html.HtmlElement]
) -> None:
    page = library.page("docs/library/standards/icescr.md")
    content = html.tostring(render(page.text), encoding="unicode")
    words = " ".join(section.shown for section in sections_of(html.fragment_fromstring(content)))
    assert "without discrimination of any kind" in words
    assert "Named by" not in words
