"""Pages of the invented world in plain Markdown: what stands around a text, and what is made of records alone."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.content.locations import COLLECTION_PAGES, topic_page
from golocal.content.neighbours import members
from golocal.content.relations import relations
from golocal.reading.markdown import read_markdown
from golocal.rendering.identity import Identity
from golocal.rendering.layout import FLAT, REPOSITORY, Layout
from golocal.rendering.site import Site

IDENTITY = Identity("The world", "Independent of everybody.", "CC0")
PRACTICE = "docs/practices/tarnholm-heat-fund.md"
STANDARD = "docs/library/standards/warm-covenant.md"


@pytest.fixture
def site(world: Path) -> Site:
    return Site(world, check(world).catalogue, IDENTITY)


def test_a_written_page_begins_with_title_summary_and_trust_line(site: Site) -> None:
    assert site.page(PRACTICE).text.startswith(
        "# A heat fund for tenants\n\n"
        "Tarnholm pays a share of the heating bill of tenants with low incomes, and counts who asks for it.\n"
        "{: .lead }\n\n"
        "Our own text · version 1.0 · published 1 March 2031 · not yet reviewed by a practitioner. "
        "Independent of everybody.\n{: .trust }\n"
    )


def test_pages_that_are_always_made_are_known_by_their_paths(site: Site) -> None:
    of_records = {entry.page for entry in site.catalogue.entries.values()}
    assert set(COLLECTION_PAGES) <= set(site.generated)
    categories = {"docs/news/category/publication.md"}
    categories |= {
        topic_page(*topic) for topic in members(relations(site.catalogue), site.catalogue.corpus.vocabularies)
    }
    assert set(site.generated) == (of_records & set(site.generated)) | set(COLLECTION_PAGES) | categories


def test_a_written_page_ends_with_its_sources(site: Site) -> None:
    sources = site.page(PRACTICE).text.partition("\n## Sources {: .sources }\n")[2]
    assert re.findall(r"\{: #(ref-\S+) \}", sources) == ["ref-invented2020coalition", "ref-heat2029survey"]
    assert "*Read in part.*" in sources


def test_every_citation_leads_to_a_source_of_its_page(site: Site) -> None:
    for path in site.paths:
        text = site.page(path).text
        assert set(re.findall(r"\(#(ref-[^)]+)\)", text)) <= set(re.findall(r"\{: #(ref-\S+) \}", text)), path


def test_front_matter_is_kind_title_and_description(site: Site) -> None:
    lines = site.page(STANDARD).with_front_matter().splitlines()
    assert lines[:7] == [
        "---",
        "kind: standard",
        'title: "Warm Covenant"',
        'description: "An invented treaty on dwellings that can be heated."',
        'changed: "20 June 2031"',
        'licence: "CC0 1.0"',
        "---",
    ]
    written = site.page(PRACTICE).with_front_matter().partition("\n---\n")[0]
    assert written.endswith('version: "1.0"\nchanged: "1 March 2031"\nlicence: "CC0"')


def test_relations_show_at_both_ends(site: Site) -> None:
    assert "](../tasks/cold-week.md)" in site.page(PRACTICE).text
    assert "](../practices/tarnholm-heat-fund.md)" in site.page("docs/tasks/cold-week.md").text
    assert "](../indicators/homes-below-18.md)" in site.page(STANDARD).text.partition("## Related pages")[2]


def test_provisions_have_the_anchors_that_record_links_name(site: Site) -> None:
    assert "### Article 4 {: #art-4 }" in site.page(STANDARD).text


def test_a_generated_page_says_whose_it_is(site: Site) -> None:
    assert site.page(STANDARD).generated
    assert "Library record. Independent of everybody.\n{: .trust }" in site.page(STANDARD).text


def test_a_written_page_takes_the_place_of_a_generated_one(site: Site, world: Path) -> None:
    assert site.page("docs/library/terms.md").generated
    page = "---\ntitle: Words\nsummary: Our own page about words.\nstatus: draft\nprovenance: original\n---\n\nWords.\n"
    (world / "docs/library").mkdir(exist_ok=True)
    (world / "docs/library/terms.md").write_text(page, encoding="utf-8")
    renewed = Site(world, check(world).catalogue, IDENTITY)
    assert not renewed.page("docs/library/terms.md").generated
    assert "Words." in renewed.page("docs/library/terms.md").text


@pytest.mark.parametrize("layout", [REPOSITORY, FLAT], ids=["repository", "flat"])
def test_every_link_leads_to_a_page_or_file(world: Path, layout: Layout) -> None:
    site = Site(world, check(world).catalogue, IDENTITY, layout=layout)
    places = {
        layout.place(path)
        for path in [*site.paths, *site.files, *site.figures, *(file.path for file in site.catalogue.corpus.files)]
    }
    for path in site.paths:
        found = links_of(site.page(path).with_front_matter(), layout.place(path))
        assert [target for target in found if target not in places] == [], path


def links_of(text: str, place: str) -> list[str]:
    """Paths of the files that the links of a page lead to."""
    targets = [link.target.partition("#")[0] for link in read_markdown(text).links]
    folder = posixpath.dirname(place)
    return [posixpath.normpath(posixpath.join(folder, target)) for target in targets if target and ":" not in target]


def test_a_preview_needs_no_pandoc(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("golocal.rendering.pandoc._pandoc", lambda: pytest.fail("pandoc was asked for"))
    site = Site(world, check(world).catalogue, IDENTITY, preview=True)
    assert "([heat2029survey](#ref-heat2029survey))" in site.page(PRACTICE).text


CHAIN = "docs/library/chains/ambrook-heat.md"


def rows(text: str, mark: str) -> dict[str, str]:
    """Values of a panel by their names."""
    return dict(re.findall(rf"^(.+) \{{: \.{mark} \}}\n:   (.+)$", text, re.MULTILINE))


def test_a_chain_is_a_figure_whose_links_work_and_a_list_in_full(site: Site) -> None:
    text = site.page(CHAIN).text
    figure, whole = rows(text, "link"), rows(text, "fact")
    assert list(figure) == list(whole)
    assert len(figure) == 8
    assert figure["Standard"].endswith("](../standards/warm-covenant.md#art-4)")
    assert (figure["Objective"], figure["Budget line"]) == ("No cold home", "Heating fund")
    assert whole["Objective"] == "No home in Ambrook is colder than 18 degrees by 2035."


def test_a_card_of_a_chain_shows_the_figure(world: Path) -> None:
    page = world / "docs/about/index.md"
    page.write_text(page.read_text("utf-8") + "\n[](chain:ambrook-heat)\n", encoding="utf-8")
    text = Site(world, check(world).catalogue, IDENTITY).page("docs/about/index.md").text
    assert rows(text, "link")["Standard"].endswith("](../library/standards/warm-covenant.md#art-4)")
    assert "[The whole example](../library/chains/ambrook-heat.md)" in text


def test_links_to_originals_say_what_they_are_and_where(world: Path) -> None:
    standards = world / "docs/data/standards/treaties.yml"
    text = re.sub(r"\n  url: \S+", "", standards.read_text("utf-8"))
    standards.write_text(text.replace("\n  source:", "\n  url: https://www.treaties.example/4\n  source:", 1), "utf-8")
    site = Site(world, check(world).catalogue, IDENTITY)
    assert "[Text at treaties.example](<https://www.treaties.example/4>)" in site.page(STANDARD).text
    meeting = site.page("docs/meetings/2030-heat-experts.md").text
    assert "[Original at example.org](<https://example.org/heat-experts>)" in meeting


def test_the_list_of_an_index_page_stands_before_how_to_read_it(world: Path) -> None:
    head = "---\ntitle: Tasks\nsummary: Situations of a town, each on one page.\nstatus: draft\nprovenance: original\n"
    page = f'{head}version: "1.0"\n---\n\nAn opening.\n\n## How to read it\n\nSlowly.\n'
    (world / "docs/tasks/index.md").write_text(page, encoding="utf-8")
    text = Site(world, check(world).catalogue, IDENTITY).page("docs/tasks/index.md").text
    assert text.index("An opening.") < text.index("(cold-week.md)") < text.index("## How to read it")
