"""A worksheet as what is filled in: the tidy tree of its page without what only the web page needs.

Links lead to the web, or are plain text where the site has no address: a file that is handed round has no page beside it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag

from lxml import etree

from golocal.content.catalogue import Entry
from golocal.content.dates import days_of
from golocal.publishing.archive import EARLIEST
from golocal.publishing.publications.tidy import BOX, HEADINGS, NOT_PRINTED, classes, tidy
from golocal.reading.addresses import scheme_of
from golocal.rendering.identity import Identity
from golocal.rendering.licence import CC0
from golocal.rendering.page_tree import MarkdownSettings, page_tree, plain_text
from golocal.rendering.published import office_name
from golocal.rendering.site import Site
from golocal.rendering.text import SOURCES
from golocal.rendering.worksheet_tables import WorksheetTables

LEAD, TRUST, TERM = "lead", "trust", "term"


@dataclass(frozen=True)
class Form:
    """A worksheet to fill in.

    Attributes:
        name: of its files, without the ending.
        version: that its page names, in words; empty where it names none.
        date: newest date that its page names, as `2026-11-29`; it is the date of the files.
        author: the project as a body.
        whose: who made it, what it is and under which licence.
        address: of its page; empty where the site has none.
        tree: blocks to show below the title, with the opening paragraphs and `lead` first.
        sheet: its tables, without the texts between them.
    """

    name: str
    title: str
    summary: str
    version: str
    date: str
    author: str
    whose: str
    address: str
    tree: etree._Element
    sheet: WorksheetTables

    @property
    def boxes(self) -> list[str]:
        """Texts of the boxes: what must be known before anybody writes."""
        boxes = [box for box in self.tree.iter("aside") if BOX in classes(box)]
        return [": ".join([line(box[0]), " ".join(map(line, list(box)[1:]))]) for box in boxes]


def forms(site: Site, settings: MarkdownSettings) -> Iterator[Form]:
    """All worksheets. Raises OSError."""
    for entry in site.catalogue.of_kind("worksheet"):
        yield form_of(site, settings, entry)


def form_of(site: Site, settings: MarkdownSettings, entry: Entry) -> Form:
    """A worksheet as a form. Raises OSError."""
    identity, page = site.workshop.identity, site.page(entry.path)
    document = site.catalogue.corpus.documents[entry.path]
    tree = tidy(page_tree(page, site.root, settings), NOT_PRINTED - {SOURCES})
    trust = " ".join(line(child) for child in tree if TRUST in classes(child))
    for child in list(tree):
        if child.tag == "h1" or TRUST in classes(child):
            tree.remove(child)
    _say_figures(tree)
    _settle_links(tree, entry.path, identity)
    return Form(
        name=office_name(entry.path),
        title=page.title,
        summary=page.summary,
        version=page.version,
        date=max(days_of(document), default=EARLIEST).isoformat(),
        author=identity.name,
        whose=f"{identity.name}. {_origin(site, entry)}{trust} {CC0}.",
        address=identity.address_of(entry.path),
        tree=tree,
        sheet=site.workshop.worksheets[entry.path],
    )


def _origin(site: Site, entry: Entry) -> str:
    """Which chapter a worksheet belongs to, because its text may speak of a step."""
    chapters = (
        chapter for chapter in site.catalogue.of_kind("chapter") if entry.key.id.startswith(f"{chapter.key.id}/")
    )
    return next((f"Worksheet of the chapter “{chapter.title}”. " for chapter in chapters), "")


def line(element: etree._Element) -> str:
    """The text of an element on one line."""
    return " ".join(plain_text(element).split())


def cells(table: etree._Element) -> list[list[str]]:
    """Texts of a table by columns, the head of each first."""
    rows = [table.findall("./thead/tr/th"), *(row.findall("td") for row in table.iterfind("./tbody/tr"))]
    return [[line(cell) for cell in column] for column in zip(*rows, strict=True)]


def _say_figures(tree: etree._Element) -> None:
    """In place of a figure stands what it says: a form is written on, and office programs draw figures each in their way."""
    for figure in list(tree.iter("img", "svg")):
        words, tail = figure.get("alt") or figure.get("aria-label") or "", figure.tail
        figure.clear()
        figure.tag, figure.text, figure.tail = "span", f"[Figure: {words}]", tail


def _settle_links(tree: etree._Element, path: str, identity: Identity) -> None:
    for element in tree.iter("*"):
        element.attrib.pop("id", "")
    for link in tree.iter("a"):
        address = "" if TERM in classes(link) else _address(path, link.get("href", ""), identity)
        link.attrib.clear()
        if address:
            link.set("href", address)
    for link in [link for link in tree.iter("a") if not link.attrib]:
        link.tag = "span"


def _address(path: str, address: str, identity: Identity) -> str:
    """The full address of a link; empty for a place on the same page, and where the site has no address."""
    target, anchor = urldefrag(address)
    if scheme_of(address) or not target:
        return address if target else ""
    page = identity.address_of(posixpath.normpath(posixpath.join(posixpath.dirname(path), target)))
    return f"{page}#{anchor}" if page and anchor else page


def headings_of_tables(tree: etree._Element) -> list[str]:
    """The heading above each table, in their order; empty where it has none."""
    found, heading = [], ""
    for element in tree.iter(*HEADINGS, "table"):
        if element.tag == "table":
            found.append(heading)
        else:
            heading = line(element)
    return found
