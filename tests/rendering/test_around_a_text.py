"""What stands around a text and is made of relations: citations, history, related pages, news."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from golocal.checks.run import check
from golocal.rendering.identity import Identity
from golocal.rendering.layout import FLAT
from golocal.rendering.pages.rows import MOST
from golocal.rendering.site import Site

IDENTITY = Identity("The world", "Independent of everybody.", "CC BY-SA", series="World Papers")
HEAD = "---\ntitle: {0}\nsummary: An invented page about nothing else.\nstatus: draft\nprovenance: original\nversion: '1.0'\n"
PRACTICE = "docs/practices/tarnholm-heat-fund.md"
STANDARD = "docs/library/standards/warm-covenant.md"
Write = Callable[..., Path]


def site_of(world: Path, identity: Identity = IDENTITY) -> Site:
    return Site(world, check(world).catalogue, identity, layout=FLAT, preview=True)


def part(text: str, heading: str) -> str:
    """The section under a heading of level two."""
    found = re.search(rf"^## {heading}\b.*?\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def groups(section: str) -> dict[str, list[str]]:
    """Titles under each label of a section of related pages."""
    rows = re.split(r"^(.+)\n\{: \.group \}$", section, flags=re.MULTILINE)[1:]
    return {
        label: re.findall(r"^- \[(.+?)\]\(", links, re.MULTILINE)
        for label, links in zip(rows[::2], rows[1::2], strict=True)
    }


def test_a_page_says_how_to_cite_it_at_its_end(world: Path) -> None:
    cited = part(site_of(world).page(PRACTICE).text, "How to cite")
    assert cited.startswith("\nThe world. 2031. “A heat fund for tenants.” City practice, version 1.0, 1 March 2031. ")
    assert "```bibtex\n@misc{golocal_practice_tarnholm-heat-fund,\n" in cited
    assert "```ris\nTY  - ELEC\n" in cited
    assert "http" not in cited


def test_the_address_stands_in_the_citation_where_the_site_has_one(world: Path) -> None:
    site = site_of(world, Identity("The world", "", "", site="https://example.org/base"))
    address = "https://example.org/base/practices/tarnholm-heat-fund/"
    cited = part(site.page(PRACTICE).text, "How to cite")
    assert (f"[{address}]({address})" in cited, f"url = {{{address}}}" in cited, f"UR  - {address}" in cited) == (
        True,
    ) * 3
    flat = Identity("The world", "", "", site="https://example.org/", folders=False)
    assert flat.address_of("docs/index.md") == "https://example.org/index.html"


def test_records_of_others_are_cited_as_our_records(world: Path) -> None:
    site = site_of(world)
    for path in ("volumes/hrgl-9/index.md", STANDARD):
        assert "“Catalogue record of ‘" in part(site.page(path).text, "How to cite"), path
    assert "“Catalogue record of" not in site.page("docs/library/indicators/homes-below-18.md").text


def test_a_volume_of_unknown_authors_and_year_says_so(world: Path) -> None:
    volume = world / "volumes/hrgl-9/index.md"
    known = volume.read_text(encoding="utf-8")
    assert "Not found in the sources read" not in site_of(world).page("volumes/hrgl-9/index.md").text
    bare = known.replace("year: 2031\nauthors:\n  - Coalition of Lantern Towns\n", "")
    volume.write_text(bare, encoding="utf-8")
    assert [finding for finding in check(world).findings if finding.path == "volumes/hrgl-9/index.md"] == []
    assert site_of(world).page("volumes/hrgl-9/index.md").text.count("Not found in the sources read") == 2


def test_plain_pages_and_lists_are_not_cited(world: Path) -> None:
    site = site_of(world)
    plain = ["docs/about/index.md", "docs/index.md", "docs/library/standards/index.md", "docs/library/terms.md"]
    assert [path for path in plain if part(site.page(path).text, "How to cite")] == []


def test_history_shows_the_changes_newest_first(world: Path, write: Write) -> None:
    changes = "changes:\n  - date: 2031-01-02\n    note: First *draft*.\n  - date: 2031-02-03\n    note: Checked.\n---\n\nText.\n"
    write(world, {"docs/about/notes.md": HEAD.format("Notes") + changes})
    page = site_of(world).page("docs/about/notes.md")
    assert part(page.text, "History") == "\n- 3 February 2031: Checked.\n- 2 January 2031: First \\*draft\\*.\n"
    assert page.changed == "3 February 2031"


def test_a_record_is_edited_where_it_is_defined(world: Path) -> None:
    site = site_of(world)
    assert site.page(STANDARD).source == "docs/data/standards/treaties.yml"
    assert site.page(PRACTICE).source == PRACTICE
    assert site.page("docs/library/standards/index.md").source == ""


def test_a_record_can_be_taken_along_with_typed_values(world: Path) -> None:
    site = site_of(world)
    files = {path: json.loads(text) for path, text in site.data_files.items()}
    assert set(files) == {f"{path[:-3]}.json" for path, page in site.generated.items() if page.record}
    record = files["docs/library/standards/warm-covenant.json"]
    assert (record["kind"], record["id"], record["licence"]) == ("standard", "warm-covenant", "CC0 1.0")
    assert record["binding"] is True
    assert "[warm-covenant.json](warm-covenant.json)" in site.page(STANDARD).text


def test_relations_are_grouped_and_shown_at_both_ends(world: Path) -> None:
    site = site_of(world)
    assert groups(part(site.page(PRACTICE).text, "Related pages"))["Tasks"] == ["A cold week is forecast"]
    assert (
        "A heat fund for tenants"
        in groups(part(site.page("docs/tasks/cold-week.md").text, "Related pages"))["Practices"]
    )
    assert groups(part(site.page(STANDARD).text, "Related pages"))["Indicators"]


def test_a_plain_link_relates_pages_too(world: Path, write: Write) -> None:
    text = "category: publication\ndate: 2031-04-05\n---\n\nSee [why](../../toolkit/warm-homes/why.md).\n"
    write(world, {"docs/news/2031-04-05-a-link.md": HEAD.format("A link") + text})
    assert groups(part(site_of(world).page("toolkit/warm-homes/why.md").text, "Related pages"))["News"] == ["A link"]


def test_pages_of_one_chapter_are_not_related(world: Path, write: Write) -> None:
    why = world / "toolkit/warm-homes/why.md"
    why.write_text(f"{why.read_text(encoding='utf-8')}\n[](chapter:warm-homes)\n", encoding="utf-8")
    site = site_of(world)
    assert "Toolkit" not in groups(part(site.page("toolkit/warm-homes/index.md").text, "Related pages"))


def test_a_long_group_shows_the_rest_on_demand(world: Path, write: Write) -> None:
    text = "category: publication\ndate: 2031-04-05\n---\n\nOf [](standard:warm-covenant).\n"
    numbers = range(10, 10 + MOST + 1)
    write(world, {f"docs/news/2031-04-05-{n}.md": HEAD.format(f"Note {n}") + text for n in numbers})
    section = part(site_of(world).page(STANDARD).text, "Related pages")
    assert groups(section)["News"] == [f"Note {n}" for n in numbers]
    before, _, after = section.partition("\nand 3 more\n{: .fold }\n")
    assert (before.count("[Note "), after.count("[Note ")) == (MOST - 2, 3)


@pytest.fixture
def posts(world: Path, write: Write) -> Path:
    """The world with five more posts."""
    category = "category: publication\ndate: 2031-05-0{0}\n---\n\nText.\n"
    return write(world, {f"docs/news/post-{n}.md": HEAD.format(f"Post {n}") + category.format(n) for n in range(1, 6)})


def test_a_page_asks_for_the_newest_posts(posts: Path, write: Write) -> None:
    written = "---\n\nNew:\n\n[](list:latest-news)\n\nMore.\n\n```text\n[](list:latest-news)\n```\n"
    write(posts, {"docs/about/notes.md": HEAD.format("Notes") + written})
    text = site_of(posts).page("docs/about/notes.md").text
    assert re.findall(r"\[Post (\d)\]\(\.\./news/", text) == ["5", "4", "3"]
    assert text.index("New:\n\n- ") < text.index("\n\nMore.") < text.index("```text\n[](list:latest-news)\n```")


def test_the_newest_posts_are_those_from_the_field_and_one_of_the_site_itself(posts: Path, write: Write) -> None:
    known = posts / "docs/data/vocabularies/news-categories.yml"
    known.write_text(known.read_text("utf-8") + "site:\n  label: This site\n", "utf-8")
    own = "category: site\ndate: 2031-06-0{0}\n---\n\nText.\n"
    write(posts, {f"docs/news/own-{n}.md": HEAD.format(f"Own {n}") + own.format(n) for n in (1, 2)})
    write(posts, {"docs/about/notes.md": HEAD.format("Notes") + "---\n\n[](list:latest-news)\n"})
    text = site_of(posts).page("docs/about/notes.md").text
    assert re.findall(r"\[((?:Post|Own) \d)\]\(\.\./news/", text) == ["Post 5", "Post 4", "Post 3", "Own 2"]


def test_a_page_asks_for_the_collections_of_the_library(posts: Path, write: Write) -> None:
    write(posts, {"docs/about/notes.md": HEAD.format("Notes") + "---\n\n[](list:library)\n"})
    text = site_of(posts).page("docs/about/notes.md").text
    found = re.findall(r"^- \[(\w+)\]\(\.\./library/(\S+)\), (\d+)$", text, re.MULTILINE)
    assert [name for name, _, _ in found] == ["Rights", "Standards", "Indicators", "Terms", "Sources"]
    assert found[0][1:] == ("rights/index.md", str(len(check(posts).catalogue.of_kind("right"))))


def test_each_category_with_posts_has_a_page(posts: Path, write: Write) -> None:
    index = "---\n\nDated notes.\n"
    write(posts, {"docs/news/index.md": HEAD.format("News") + index})
    site = site_of(posts)
    page = site.page("docs/news/category/publication.md")
    assert re.findall(r"\[Post (\d)\]\(\.\./post", page.text) == ["5", "4", "3", "2", "1"]
    assert "](category/publication.md)" in site.page("docs/news/post-1.md").text
    listed = site.page("docs/news/index.md").text
    assert re.findall(r"\[Post (\d)\]", listed) == ["5", "4", "3", "2", "1"]
    assert "](category/publication.md) (6)" in part(listed, "By category")


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("", "has named none here"),
        ("hall@example.org", "[hall@example.org](mailto:hall@example.org)"),
        ("https://example.org/ask", "[https://example.org/ask](https://example.org/ask)"),
        ("Town hall, *Room* 3", "Write to: Town hall, \\*Room\\* 3"),
    ],
)
def test_the_report_page_names_the_contact_of_the_publisher(
    world: Path, write: Write, contact: str, shown: str
) -> None:
    write(world, {"docs/contribute/report.md": HEAD.format("Report an error") + "---\n\nTell us.\n"})
    assert (
        shown in site_of(world, Identity("The world", "", "", contact=contact)).page("docs/contribute/report.md").text
    )


def test_exports_are_folded_and_not_searched(world: Path, render: Callable[..., html.HtmlElement]) -> None:
    tree = render(site_of(world).page(PRACTICE).text)
    folds = tree.xpath("//details[contains(@class, 'export')]")
    assert [fold.findtext("summary") for fold in folds] == ["BibTeX", "RIS", "CSL-JSON"]
    assert all(fold.get("data-search-exclude") == "" and fold.find("pre/code") is not None for fold in folds)
    assert [head.get("id") for head in tree.xpath("//h2[@data-search-exclude]")] == ["how-to-cite"]
    (citation,) = tree.xpath("//p[@class='citation']")
    assert not citation.xpath("ancestor::details")


def test_a_fold_without_a_block_stays_a_paragraph(render: Callable[..., html.HtmlElement]) -> None:
    tree = render("Text.\n\nBibTeX\n{: .fold .export }\n")
    assert not tree.xpath("//details")
    assert tree.xpath("//p[contains(@class, 'fold')]")
