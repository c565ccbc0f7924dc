"""EPUB files of a few lines of HTML."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import etree
from tests.publishing.pdf.making import IMPRINT, PUBLICATION, tree_of

from golocal.publishing.epub.writer import epub
from golocal.publishing.publications.book import Book, Part
from golocal.publishing.publications.imprint import Imprint

from .opened import Opened, one

ROOT = Path(__file__).parents[3]
COVER = b"\x89PNG\r\n\x1a\n"
SOURCES = '<ul><li id="ref-a">Author. <em lang="fr">Titre</em>.</li></ul>'
GLOSSARY = (
    '<dl><dt id="term-right">Right</dt><dd>What one is owed.</dd>'
    '<dt id="term-duty">Duty</dt><dd>What one owes.</dd><dt>Claim</dt><dd>See Right.</dd></dl>'
)


def part(id: str, title: str, inside: str, level: int = 1, is_about: bool = False) -> Part:
    """A part with its heading."""
    tree = tree_of(f'<h{level} id="{id}">{title}</h{level}>{inside}')
    return Part(id, level, title, tree, is_about)


def book(*parts: Part, imprint: Imprint = IMPRINT) -> Book:
    """A publication of these parts, with one source and two terms."""
    about = [part("sources", "Sources", SOURCES, is_about=True), part("glossary", "Glossary", GLOSSARY, is_about=True)]
    return Book(PUBLICATION, imprint, [*parts, *about])


def opened(*parts: Part, imprint: Imprint = IMPRINT, root: Path = ROOT, **changes: str) -> Opened:
    """The EPUB of the same; other keywords change the imprint."""
    return Opened(epub(book(*parts, imprint=replace(imprint, **changes)), COVER, root))  # type: ignore[arg-type]


def section(inside: str) -> etree._Element:
    """What becomes of some HTML in a text."""
    return one(opened(part("t0", "Part", inside)).page("t0.xhtml"), ".//h:section")
