"""The package document: what an EPUB is, what it holds, in which order it is read, and what is true of its accessibility."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from golocal.publishing.epub.markup import LANGUAGE, Maker
from golocal.publishing.publications.book import Book
from golocal.publishing.publications.imprint import Imprint

PACKAGE, OPF, DC = "package.opf", "http://www.idpf.org/2007/opf", "http://purl.org/dc/elements/1.1/"
OURS = uuid.UUID("ccd30099-6bf0-4f89-a95c-07931449460f")
"""Namespace of the identifiers of publications. It must never change."""
FEATURES = ("tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability", "ARIA")
SUMMARY = (
    "All content is text that a reading system can enlarge, recolour and speak. Headings, lists, tables with header cells, "
    "and passages in other languages are marked. {figures}There is no sound, no video, no movement and no script. A program, "
    "EPUBCheck, tests the form of the file, and another, axe, its pages; people who use a screen reader have not tested it. "
    "No conformance with a standard of accessibility is claimed."
)
FIGURES = "Every figure has a text in its place. "

P = Maker(OPF, {None: OPF})
D = Maker(DC, {"dc": DC})


class Item(NamedTuple):
    """A file of an EPUB.

    Attributes:
        properties: as EPUB calls them, such as `nav` or `svg`.
        is_read: whether it is a part of the order of reading.
    """

    name: str
    kind: str
    properties: str = ""
    is_read: bool = False

    @property
    def id(self) -> str:
        """An id in the package document, which may not begin with a digit."""
        return f"file-{self.name}"


def identifier(book: Book) -> str:
    """The same for every edition of a publication by one publisher in one language."""
    imprint = book.imprint
    return uuid.uuid5(OURS, f"{imprint.author}\n{book.publication.name}\n{imprint.language}").urn


def package(book: Book, items: Iterable[Item]) -> bytes:
    """The package document of a book with these files, those that are read in the order of reading."""
    items = list(items)
    language = book.imprint.language
    shows = any("svg" in item.properties or item.kind.startswith("image/") for item in items if not _is_cover(item))
    root = P(
        "package",
        {"version": "3.0", "unique-identifier": "publication", LANGUAGE: language},
        P("metadata", *_description(book), *_accessibility(shows)),
        P("manifest", *map(_listed, items)),
        P("spine", *(P("itemref", {"idref": item.id}) for item in items if item.is_read)),
    )
    etree.indent(root)
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _is_cover(item: Item) -> bool:
    return item.properties == "cover-image"


def _listed(item: Item) -> etree._Element:
    given = {"id": item.id, "href": item.name, "media-type": item.kind}
    return P("item", given | ({"properties": item.properties} if item.properties else {}))


def _meta(property: str, text: str, **more: str) -> etree._Element:
    return P("meta", {"property": property, **more}, text)


def _description(book: Book) -> Iterator[etree._Element]:
    imprint = book.imprint
    yield D("identifier", {"id": "publication"}, identifier(book))
    yield D("title", imprint.title)
    yield D("creator", imprint.author)
    yield D("publisher", imprint.author)
    yield D("language", imprint.language)
    yield D("date", imprint.date.isoformat())
    yield _meta("dcterms:modified", f"{imprint.date.isoformat()}T00:00:00Z")
    yield D("description", " ".join(filter(None, (imprint.summary, imprint.independence))))
    yield D("rights", imprint.licence)
    if imprint.version:
        yield _meta("schema:version", imprint.version)
    if imprint.cited.address:
        yield D("source", imprint.cited.address)
    yield from _series(imprint)


def _series(imprint: Imprint) -> Iterator[etree._Element]:
    cited = imprint.cited
    if cited.series:
        yield _meta("belongs-to-collection", cited.series, id="series")
        yield _meta("collection-type", "series", refines="#series")
        if cited.number:
            yield _meta("group-position", cited.number, refines="#series")


def _accessibility(shows: bool) -> Iterator[etree._Element]:
    yield _meta("schema:accessMode", "textual")
    if shows:
        yield _meta("schema:accessMode", "visual")
    yield _meta("schema:accessModeSufficient", "textual")
    for feature in (*FEATURES, *(["alternativeText"] if shows else [])):
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", SUMMARY.format(figures=FIGURES if shows else ""))
