"""What the head of a page tells programs says the same as its citations, for every page of the invented world that can be cited."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import rispy
from pybtex.database import parse_string

from golocal.checks.run import check
from golocal.publishing.data.files import write_data
from golocal.rendering.citing.bibtex import bibtex
from golocal.rendering.citing.citable import Citable
from golocal.rendering.citing.csl import csl_of_page
from golocal.rendering.citing.plain import plain
from golocal.rendering.citing.ris import ris
from golocal.rendering.identity import Identity
from golocal.rendering.kind_names import ONE
from golocal.rendering.made import Made
from golocal.rendering.opendata import OpenData
from golocal.rendering.pages import apparatus
from golocal.rendering.pages.head import DATA, TERMS
from golocal.rendering.site import Site

ADDRESS = "https://guide.example/town/"
IDENTITY = Identity("The world", "Independent; of nobody else.", "CC BY-SA 4.0", series="World Papers", site=ADDRESS)


@pytest.fixture
def site(world: Path) -> Site:
    return Site(world, check(world).catalogue, IDENTITY, preview=True)


def cited_pages(site: Site) -> dict[str, Citable]:
    """Everything with a citation, by its path."""
    found = {}
    for path, document in site.catalogue.corpus.documents.items():
        if document.kind in ONE and document.status != "draft":
            found[path] = apparatus.citable_document(site.workshop, document)
    for path, page in site.generated.items():
        if page.record and page.record.key.kind in apparatus.CITED_RECORDS:
            found[path] = apparatus.citable_record(site.workshop, page.record)
    return found


def forms(site: Site, path: str, cited: Citable) -> dict[str, dict[str, str]]:
    """Title, author, year, and address of a page as each form gives them."""
    head = site.head(path)
    tags = dict(head.tags)
    linked = json.loads(head.linked)
    (bib,) = parse_string(bibtex(cited), "bibtex").entries.values()
    (of_ris,) = rispy.loads(ris(cited))
    csl = csl_of_page(cited)
    rows: dict[str, tuple[Any, ...]] = {
        "Highwire": (
            tags["citation_title"],
            tags["citation_author"],
            tags["citation_publication_date"][:4],
            tags["citation_fulltext_html_url"],
        ),
        "Dublin Core": (tags["DC.title"], tags["DC.creator"], tags["DC.date"][:4], tags["DC.identifier"]),
        "schema.org": (linked["name"], linked["author"]["name"], linked["dateModified"][:4], linked["url"]),
        "RIS": (of_ris["title"], of_ris["authors"][0], of_ris["year"], of_ris["urls"][0]),
        "CSL": (csl["title"], csl["author"][0]["literal"], str(csl["issued"]["date-parts"][0][0]), csl["URL"]),
        "BibTeX": (None, None, bib.fields["year"], bib.fields["url"]),
    }
    return {name: dict(zip(("title", "author", "year", "address"), row, strict=True)) for name, row in rows.items()}


def test_all_forms_agree(site: Site) -> None:
    pages = cited_pages(site)
    assert len(pages) > 10
    for path, cited in pages.items():
        assert cited.date
        expected = {
            "title": cited.full_title,
            "author": cited.author,
            "year": str(cited.date.year),
            "address": cited.address,
        }
        for form, said in forms(site, path, cited).items():
            assert {name: value for name, value in said.items() if value is not None} == {
                name: value for name, value in expected.items() if said[name] is not None
            }, (path, form)
        assert all(value in plain(cited) for value in (cited.full_title, cited.author, cited.address))


def test_no_record_or_digest_is_given_as_the_work_or_as_by_its_body(site: Site) -> None:
    of_others = {path: cited for path, cited in cited_pages(site).items() if cited.provenance != "original"}
    assert of_others
    for path, cited in of_others.items():
        linked = json.loads(site.head(path).linked)
        tags = dict(site.head(path).tags)
        assert linked["@type"] == "WebPage"
        assert linked["about"]["name"] == cited.title != linked["name"]
        assert linked["author"]["name"] == linked["publisher"]["name"] == tags["citation_author"] == "The world"
        assert "Not the work itself" in linked["disambiguatingDescription"]
        assert tags["citation_title"].startswith(("Catalogue record of", "Digest of"))
        assert "citation_journal_title" not in tags


def test_terms_are_a_set_of_defined_terms(site: Site) -> None:
    linked = json.loads(site.head(TERMS).linked)
    terms = site.catalogue.of_kind("term")
    assert [term["name"] for term in linked["hasDefinedTerm"]] == [entry.title for entry in terms]
    assert linked["hasDefinedTerm"][0]["@id"] == f"{ADDRESS}library/terms/#{terms[0].key.id}"


def test_the_data_are_a_dataset_with_its_files(world: Path, tmp_path: Path) -> None:
    (world / DATA).parent.mkdir()
    (world / DATA).write_text(
        '---\ntitle: Data\nsummary: All records as tables, for programs.\nstatus: published\nprovenance: original\nversion: "1.0"\n'
        "published: 2026-11-23\n---\n\nSee below.\n",
        encoding="utf-8",
    )
    report = check(world)
    write_data(report.catalogue, IDENTITY, tmp_path / "data")
    site = Site(world, report.catalogue, IDENTITY, preview=True, made=Made(data=OpenData.of(tmp_path / "data")))
    linked = json.loads(site.head(DATA).linked)
    assert linked["@type"] == "Dataset"
    assert linked["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    files = [row["contentUrl"] for row in linked["distribution"]]
    assert f"{ADDRESS}data/standards.csv" in files
    assert all((tmp_path / "data" / file.removeprefix(f"{ADDRESS}data/")).is_file() for file in files)


def test_a_plain_page_of_the_site_says_nothing(site: Site) -> None:
    assert site.head("docs/index.md").tags == ()


def test_linked_data_cannot_end_their_element(world: Path) -> None:
    task = world / "docs/tasks/cold-week.md"
    site = Site(world, check(world).catalogue, Identity("A </script><b>", "None.", "CC BY-SA 4.0"), preview=True)
    assert task.is_file()
    linked = site.head("docs/tasks/cold-week.md").linked
    assert "<" not in linked
    assert json.loads(linked)["author"]["name"] == "A </script><b>"
