"""PDF files of a few lines of HTML, and what a checker that we did not write says of a file."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import page as page_validation
from lxml import etree

from golocal.publishing.pdf.blocks import flow
from golocal.publishing.pdf.compiler import compile_pdf
from golocal.publishing.pdf.source import typst_source
from golocal.publishing.publications.book import Book, Part
from golocal.publishing.publications.imprint import Imprint
from golocal.publishing.publications.tidy import tidy
from golocal.rendering.citing.citable import Citable
from golocal.rendering.publications import Publication

ROOT = Path(__file__).resolve().parents[3]
IMPRINT = Imprint(
    label="Chapter 7",
    title="Title",
    summary="Summary",
    language="en",
    author="The project",
    version="1.0",
    date=datetime.date(2031, 3, 1),
    reviewed="Not yet reviewed",
    independence="Independent.",
    licence="CC BY-SA 4.0",
    cited=Citable("key", "The project", "Title", "Chapter"),
)
PUBLICATION = Publication("name", "docs/index.md", "Chapter 7", "Title", "Summary", ())
PROFILES = {
    page_validation.ValidationProfile.PDF_UA_1: 104,
    page_validation.ValidationProfile.PDF_A_2A: 154,
}
"""Profiles with the number of rules that the checker must know at least."""
FALSE_ALARM = "PDFA2A-STREAM-LENGTH-001"
"""The checker takes a last byte 13 of a stream for a part of the end of line behind it; `assert_lengths` reads what stands there."""
_STREAM = re.compile(rb"/Length (\d+)[^>]*>>\s*stream\r?\n")


def tree_of(inside: str) -> etree._Element:
    """The tidy tree of some HTML."""
    return tidy(etree.fromstring(f"<div>{inside}</div>"))


def markup(inside: str) -> str:
    """Typst markup of some HTML."""
    return flow(tree_of(inside))


def source(inside: str, imprint: Imprint = IMPRINT) -> str:
    """The Typst file of a publication with one part of some HTML under a heading."""
    part = Part("t0", 1, "Part", tree_of(f'<h1 id="t0">Part</h1>{inside}'))
    return typst_source(Book(PUBLICATION, imprint, [part]))


def pdf(inside: str, imprint: Imprint = IMPRINT) -> bytes:
    """The PDF of the same."""
    return compile_pdf(source(inside, imprint), ROOT)


def assert_accessible(file: Path) -> None:
    """Every rule of PDF/UA-1 and PDF/A-2a that page-validation knows holds."""
    assert_lengths(file.read_bytes())
    for profile, known in PROFILES.items():
        report = page_validation.validate_pdf(file, profile=profile)
        failures = [failure for failure in report.failures if failure.rule_id != FALSE_ALARM]
        assert [f"{failure.rule_id}: {failure.message}" for failure in failures] == []
        assert report.rules.passed + len(report.failures) == report.rules.total >= known


def assert_lengths(data: bytes) -> None:
    """Every stream is as long as it says: the end of line and `endstream` follow its last byte."""
    found = list(_STREAM.finditer(data))
    assert len(found) > 5
    ends = {data[match.end() + int(match[1]) :][:10] for match in found}
    assert ends == {b"\nendstream"}
