"""Pages of vocabularies and the lists of all records of a kind, in groups by which one looks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.content.locations import TOPIC_FOLDERS, topic_page
from golocal.rendering.identity import Identity
from golocal.rendering.pages.rows import MOST
from golocal.rendering.pages.topics import SHELVES
from golocal.rendering.site import Site

IDENTITY = Identity("The world", "Independent of everybody.", "CC BY-SA")
PRACTICE = "docs/practices/tarnholm-heat-fund.md"


def site_of(world: Path) -> Site:
    return Site(world, check(world).catalogue, IDENTITY, preview=True)


def add_practice(world: Path, name: str, **values: str) -> None:
    """A copy of the practice of the world with other values in its front matter."""
    text = (world / PRACTICE).read_text("utf-8")
    for key, value in {"title": name.capitalize(), **values}.items():
        text = re.sub(rf"^{key}: .*$", f"{key}: {value}", text, count=1, flags=re.MULTILINE)
    (world / f"docs/practices/{name}.md").write_text(text, "utf-8")


def headings(text: str, level: int = 2) -> list[str]:
    return re.findall(rf"^{'#' * level} (.+?)(?: \{{:.*)?$", text, re.MULTILINE)


@pytest.mark.parametrize("vocabulary", TOPIC_FOLDERS)
def test_each_vocabulary_has_a_list_of_all_its_entries(world: Path, vocabulary: str) -> None:
    site = site_of(world)
    page = site.page(topic_page(vocabulary))
    assert page.title == SHELVES[vocabulary].title
    entries = site.catalogue.corpus.vocabularies[vocabulary]
    assert [line for line in page.text.split("\n") if line.startswith("- ")] != []
    assert all(
        f"**[{entry['label']}](" in page.text or f"**{entry['label']}**" in page.text for entry in entries.values()
    )


def test_an_entry_without_records_has_no_page_and_no_link(world: Path) -> None:
    site = site_of(world)
    assert topic_page("size-groups", "large") not in site
    assert "- **Large places** (0 practices)" in site.page(topic_page("size-groups")).text


def test_small_places_are_one_page_with_a_section_for_each_size(world: Path) -> None:
    sizes = world / "docs/data/vocabularies/population-classes.yml"
    sizes.write_text(sizes.read_text("utf-8").replace("groups: [large]", "groups: [small-town]"), "utf-8")
    add_practice(world, "bigger", population_class="over-10000", city="Bigholm")
    text = site_of(world).page(topic_page("size-groups", "small-town")).text
    assert headings(text, 3) == ["Under 10,000", "Over 10,000"]
    assert "{: #under-10000 }" in text
    assert text.index("Tarnholm, Arvenia") < text.index("Bigholm, Arvenia")
    assert "[Homes below 18 degrees](../indicators/homes-below-18.md)" in text


def test_a_region_lists_its_practices_by_country_and_its_standards(world: Path) -> None:
    add_practice(world, "elsewhere", country_or_area="XB", city="Lowtown")
    text = site_of(world).page(topic_page("regions", "northern-isles")).text
    assert headings(text, 3) == ["Arvenia", "Low Isles"]
    assert "[Warm Covenant](../standards/warm-covenant.md)" in text.partition("\n## Standards {: .listing }\n")[2]


def test_a_theme_shows_what_its_pages_are_about(world: Path) -> None:
    text = site_of(world).page(topic_page("themes", "budgeting")).text
    assert "[Right to housing](../rights/housing.md) · on " in text.partition("## Rights of these pages")[2]
    assert "All: [Themes](index.md)." in text


def test_the_list_of_practices_stands_in_regions_with_size_and_themes(world: Path) -> None:
    head = "---\ntitle: Practices\nsummary: What towns did, each on one page.\nstatus: draft\nprovenance: original\n"
    (world / "docs/practices/index.md").write_text(f'{head}version: "1.0"\n---\n\nAn opening.\n', encoding="utf-8")
    text = site_of(world).page("docs/practices/index.md").text
    assert "## Northern Isles (1) {: #northern-isles .listing }" in text
    row = "- [A heat fund for tenants](tarnholm-heat-fund.md) · Tarnholm, Arvenia · *Under 10,000*{: .facet-size } · *Budgeting*{: .facet-theme }"
    assert f"\n1 practice\n{{: .fold .roomy }}\n\n{row}" in text
    assert "[by size of the place](../library/sizes/index.md)" in text


def test_records_stand_in_groups(world: Path) -> None:
    site = site_of(world)
    assert headings(site.page("docs/library/rights/index.md").text) == ["Core (1)"]
    assert headings(site.page("docs/library/standards/index.md").text) == ["Northern (1)"]
    assert headings(site.page("docs/library/indicators/index.md").text) == ["Right to housing (1)"]


def test_indicators_of_all_rights_stand_first(world: Path) -> None:
    starter = world / "docs/data/indicators/starter.yml"
    text = starter.read_text("utf-8")
    more = text.replace("homes-below-18:", "plan-in-force:").replace("right: housing", "right: all-rights")
    starter.write_text(text + more, "utf-8")
    found = headings(site_of(world).page("docs/library/indicators/index.md").text)
    assert found == ["All rights (1)", "Right to housing (1)"]


def test_the_library_leads_to_all_ways_through_it(world: Path) -> None:
    head = "---\ntitle: Library\nsummary: All records, and ways to them.\nstatus: draft\nprovenance: original\n"
    (world / "docs/library").mkdir()
    (world / "docs/library/index.md").write_text(f'{head}version: "1.0"\n---\n\nWays:\n\n[](list:ways)\n', "utf-8")
    text = site_of(world).page("docs/library/index.md").text
    found = set(re.findall(r"^- \*\*\[.+?\]\((\S+?)\)\*\*", text, re.MULTILINE))
    assert found == {
        *(f"{folder}/index.md" for folder in TOPIC_FOLDERS.values()),
        "atlas.md",
        "timeline.md",
        "crosswalk.md",
    }


def test_an_address_of_a_generated_page_is_taken(world: Path) -> None:
    (world / "docs/library/atlas").mkdir(parents=True)
    page = "---\ntitle: Other\nsummary: A page that takes the address of the atlas.\nstatus: draft\nprovenance: original\nversion: '1.0'\n---\n\nText.\n"
    (world / "docs/library/atlas/index.md").write_text(page, "utf-8")
    assert "url-collision" in {finding.rule for finding in check(world).findings}


def test_a_list_of_standards_says_what_an_abbreviation_stands_for(world: Path) -> None:
    listed = site_of(world).page("docs/library/standards/index.md").text
    assert "[Warm Covenant](warm-covenant.md) · Covenant on Warm Dwellings · Treaty · 2001 · binding" in listed


def test_an_issue_lists_only_articles_that_its_text_does_not_name(world: Path) -> None:
    issue = world / "volumes/papers-9/index.md"
    assert "Articles" not in headings(site_of(world).page("volumes/papers-9/index.md").text)
    named = "[who pays for heat](article:papers-9/who-pays)"
    issue.write_text(issue.read_text("utf-8").replace(named, "who pays for heat"), "utf-8")
    assert "Articles" in headings(site_of(world).page("volumes/papers-9/index.md").text)


def test_many_practices_of_a_topic_fold_and_can_be_filtered_and_few_stand_open(world: Path) -> None:
    page = topic_page("regions", "northern-isles")
    few = site_of(world).page(page).text
    assert "filter-place" not in few
    assert ".roomy" not in few
    for number in range(MOST):
        add_practice(world, f"more-{number}", city=f"Town {number}")
    many = site_of(world).page(page).text
    assert many.index("{: .filter-place }") < many.index("## Practices (9)")
    assert "9 practices\n{: .fold .roomy }" in many


def test_a_page_asks_for_practices_by_the_size_of_the_place(world: Path) -> None:
    head = "---\ntitle: Towns\nsummary: What towns of each size did.\nstatus: draft\nprovenance: original\n"
    (world / "docs/about/towns.md").write_text(f'{head}version: "1.0"\n---\n\n[](list:practices-by-size)\n', "utf-8")
    lines = re.findall(r"^- .*", site_of(world).page("docs/about/towns.md").text, re.MULTILINE)
    assert lines == ["- [Small places](../library/sizes/small-town.md) (1)"]


def test_tasks_stand_in_the_order_of_the_policy_cycle_each_with_its_situation(world: Path) -> None:
    task = world / "docs/tasks/cold-week.md"
    text = task.read_text("utf-8")
    (world / "docs/tasks/after-all.md").write_text(
        text.replace("policy_stages: [plan]", "policy_stages: [budget]"), "utf-8"
    )
    head = "---\ntitle: Tasks\nsummary: What to do, each on one page.\nstatus: draft\nprovenance: original\n"
    (world / "docs/tasks/index.md").write_text(f'{head}version: "1.0"\n---\n\nAn opening.\n', "utf-8")
    listed = site_of(world).page("docs/tasks/index.md").text
    assert listed.index("](cold-week.md)") < listed.index("](after-all.md)")
