"""Every page of this repository that can be cited: its citations are read by other programs, each under a key of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rispy
from pybtex.database import parse_string

from golocal.content.catalogue import Catalogue
from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of
from golocal.rendering.pages.apparatus import CITED_RECORDS
from golocal.rendering.site import Site

BLOCK = re.compile(r"^```(bibtex|ris)\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
OF_OTHERS = {"academy", "meeting", "outcome", "standard", "volume"}


@pytest.fixture(scope="module")
def site(repository: Path, catalogue: Catalogue) -> Site:
    return Site(repository, catalogue, identity_of(read_settings(repository)), preview=True)


@pytest.fixture(scope="module")
def exports(site: Site) -> dict[str, dict[str, str]]:
    """BibTeX and RIS of each page that has them."""
    cited = {path: site.page(path).text.partition("\n## How to cite")[2] for path in site.paths}
    return {path: dict(BLOCK.findall(text)) for path, text in cited.items() if text}


def test_every_document_and_record_of_its_own_is_cited(site: Site, exports: dict[str, dict[str, str]]) -> None:
    entries = site.catalogue.entries.values()
    records = {entry.page for entry in entries if entry.key.kind in CITED_RECORDS}
    written = {path for path, document in site.catalogue.corpus.documents.items() if document.kind != "page"}
    assert set(exports) == records | written
    assert all(set(forms) == {"bibtex", "ris"} for forms in exports.values())


def test_all_of_it_is_one_file_of_each_form(site: Site, exports: dict[str, dict[str, str]]) -> None:
    entries = parse_string("\n\n".join(forms["bibtex"] for forms in exports.values()), "bibtex").entries
    records = rispy.loads("\n\n".join(forms["ris"] for forms in exports.values()))
    assert len(entries) == len(records) == len(exports)
    assert set(entries) == {record["id"] for record in records}
    assert {record["authors"][0] for record in records} == {identity_of(read_settings(site.root)).name}


def test_nothing_of_others_is_cited_as_ours(site: Site, exports: dict[str, dict[str, str]]) -> None:
    said = ("Catalogue record of ‘", "Digest of ‘")
    for path, forms in exports.items():
        (record,) = rispy.loads(forms["ris"])
        assert record["title"].startswith(said) == (site.page(path).kind in OF_OTHERS), path
        assert "Independent; not a publication of" in "".join(record["notes"]), path


def test_more_authors_than_are_named_are_called_others(repository: Path, catalogue: Catalogue) -> None:
    sources = Site(repository, catalogue, identity_of(read_settings(repository))).workshop.expander.sources
    assert not [source.label for source in sources.values() if re.search(r"\band and\b", source.entry)]
