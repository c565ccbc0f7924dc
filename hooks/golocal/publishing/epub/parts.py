"""The parts of a book as files of XHTML. An element that is not known is refused, never dropped."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from lxml import etree

from golocal.publishing.epub import tables
from golocal.publishing.epub.figures import figure
from golocal.publishing.epub.markup import LANGUAGE, MEANING, E, Unfit, page, set_all
from golocal.publishing.publications.book import Book, Part
from golocal.publishing.publications.links import REFERENCE, TERM
from golocal.publishing.publications.tidy import BOX, BOX_TITLE, classes
from golocal.reading.addresses import scheme_of

KNOWN = frozenset(
    "a abbr aside blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr li ol p pre span strong sub sup "
    "table tbody td th thead tr ul".split()
)
KEPT = ("class", "colspan", "dir", "id", "reversed", "rowspan", "scope", "start", "title")
"""Attributes that are taken over as they are."""
WEB = frozenset({"http", "https", "mailto"})
MEANINGS = {
    "sources": ("bibliography", "doc-bibliography"),
    "glossary": ("glossary", "doc-glossary"),
    "on-the-site": ("appendix", "doc-appendix"),
    "imprint": ("colophon", "doc-colophon"),
}
"""What a part behind the texts is for, in the words of EPUB and of ARIA."""
LINKS = {REFERENCE: ("noteref", "doc-noteref"), TERM: ("glossref", "doc-glossref")}
"""Beginnings of the ids of sources and terms with what a link to them is. Reading systems that can open notes in a window do it by that."""
NOTE = ("footnote", "doc-footnote")
IMAGES = {".gif": "image/gif", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}
"""Kinds of images that every reading system of EPUB 3.3 must show."""


def file_of(part: Part) -> str:
    """The name of a part's file."""
    return f"{part.id}.xhtml"


def meaning_of(part: Part) -> tuple[str, str]:
    """What a part is in the words of EPUB and of ARIA; empty texts for a text below a chapter."""
    if part.is_about:
        return MEANINGS.get(part.id, ("appendix", "doc-appendix"))
    return ("chapter", "doc-chapter") if part.level == 1 else ("", "")


@dataclass
class PartWriter:
    """Writes the parts of one book.

    Attributes:
        images: files that the parts show: name in the EPUB by repository path.
    """

    book: Book
    images: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._files = {
            str(element.get("id")): file_of(part)
            for part in self.book.parts
            for element in part.tree.iter("*")
            if element.get("id")
        }

    def write(self, part: Part) -> bytes:
        """The file of a part. Raises Unfit where an EPUB cannot hold something."""
        section = E("section", {"aria-labelledby": part.id})
        meaning, role = meaning_of(part)
        set_all(section, _meant(meaning, role) if role else {})
        section.extend(self._element(child, file_of(part)) for child in part.tree)
        return page(part.title, self.book.imprint.language, section)

    def _element(self, element: etree._Element, file: str) -> etree._Element:
        if element.tag == "svg":
            return figure(element)
        if element.tag == "img":
            return self._image(element)
        if element.tag not in KNOWN:
            raise Unfit(f"the element `{element.tag}` is not known")
        written = E(str(element.tag), {name: value for name in KEPT if (value := element.get(name))})
        self._name_language(element, written)
        written.text, written.tail = element.text, element.tail
        written.extend(self._element(child, file) for child in element)
        self._give_meaning(element, written, file)
        return written

    @staticmethod
    def _name_language(element: etree._Element, written: etree._Element) -> None:
        language = element.get("lang")
        if language:
            written.set("lang", language)
            written.set(LANGUAGE, language)

    def _give_meaning(self, element: etree._Element, written: etree._Element, file: str) -> None:
        if element.tag == "a":
            set_all(written, self._link(element.get("href", ""), file))
        elif element.tag == "aside" and BOX in classes(element):
            _name_box(written)
        elif element.tag == "dl" and _first_id(element).startswith(TERM):
            _group_entries(written)
        elif element.tag == "table":
            tables.prepare(written)
        elif element.tag == "div" and element.find("table") is not None:
            written.set("class", tables.HOLDER)
        elif element.tag == "li" and element.get("id", "").startswith(REFERENCE):
            _make_note(written)

    def _link(self, address: str, file: str) -> dict[str, str]:
        """Places in the publication and addresses of the web are links; anything else is text."""
        if address.startswith("#"):
            id = address[1:]
            if id not in self._files:
                raise Unfit(f"a link leads to `{id}`, which is not in the publication")
            target = address if self._files[id] == file else f"{self._files[id]}{address}"
            meant = next((meant for beginning, meant in LINKS.items() if id.startswith(beginning)), None)
            return {"href": target, **(_meant(*meant) if meant else {})}
        return {"href": address} if (scheme_of(address) or "").lower() in WEB else {}

    def _image(self, image: etree._Element) -> etree._Element:
        path, alternative = image.get("src", ""), image.get("alt", "")
        if not alternative.strip():
            raise Unfit(f"an image has no alternative text: {path}")
        ending = posixpath.splitext(path)[1]
        if ending not in IMAGES:
            raise Unfit(f"an image of this kind cannot be shown: {path}")
        name = self.images.setdefault(path, f"image-{len(self.images) + 1}{ending}")
        written = E("img", {"src": name, "alt": alternative})
        written.tail = image.tail
        return written


def _meant(meaning: str, role: str) -> dict[str, str]:
    """Attributes that say the same to reading systems and to screen readers."""
    return {MEANING: meaning, "role": role}


def _make_note(item: etree._Element) -> None:
    """What stands in an item becomes a note with its id; the list stays a list."""
    note = E("div", {"id": item.get("id", ""), **_meant(*NOTE)})
    note.text, item.text = item.text, None
    note.extend(list(item))
    item.append(note)
    item.attrib.pop("id", "")


def _name_box(box: etree._Element) -> None:
    """A box is a group with its title as name: a page with many boxes would have too many landmarks otherwise."""
    box.tag = E.name("div")
    box.set("role", "group")
    title = next((child for child in box if BOX_TITLE in child.get("class", "").split()), None)
    if title is not None:
        box.set("aria-label", "".join(map(str, title.itertext())))


def _first_id(element: etree._Element) -> str:
    return element[0].get("id", "") if len(element) else ""


def _group_entries(entries: etree._Element) -> None:
    """Each term of the glossary with its meaning in one group, which is what a link to the term shows."""
    group = E("div")
    for row in list(entries):
        if row.tag == E.name("dt"):
            id = str(row.attrib.pop("id", ""))
            group = E("div", {"id": id} if id else {})
            row.addprevious(group)
        group.append(row)
