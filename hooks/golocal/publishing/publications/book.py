"""A publication put together: the tidy trees of its texts, then sources, glossary, pages on the site and imprint.

Ids are unique in the whole, links lead to places inside or to addresses on the web. Every form of a publication is made of this.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace

from lxml import etree

from golocal.publishing.publications.backmatter import back_matter
from golocal.publishing.publications.imprint import Imprint
from golocal.publishing.publications.links import Linker, text_id
from golocal.publishing.publications.quotes import set_quotes, typographic
from golocal.publishing.publications.tidy import HEADINGS, UNLISTED, classes, tidy
from golocal.rendering.kind_names import ONE
from golocal.rendering.page_tree import MarkdownSettings, page_tree
from golocal.rendering.publications import Publication, Text
from golocal.rendering.site import Site
from golocal.rendering.staged_page import StagedPage

DEEPEST = 6
PLACE = "data-place"
"""Attribute of a table: repository path of its page and its number there, for a finding."""
NAMED_BY_KIND = frozenset({"worksheet"})
"""Kinds that contents and running heads say before the title: who looks for a form must see that it is one."""
OF_THE_PAGE = frozenset({"trust"})
"""Paragraphs about a page that the imprint says once for all."""


@dataclass(frozen=True)
class Part:
    """One text of a publication: a `div` of blocks whose first is its heading.

    Attributes:
        id: of the heading.
        level: of the heading, 1 for the highest.
        is_about: whether it is made for the publication: sources, glossary, imprint.
    """

    id: str
    level: int
    title: str
    tree: etree._Element
    is_about: bool = False


@dataclass(frozen=True)
class Book:
    """A publication with all its parts in their order."""

    publication: Publication
    imprint: Imprint
    parts: list[Part]


class Binder:
    """Makes books of the pages of a site. The tree of each page is made once, however many publications it is in."""

    def __init__(self, site: Site, settings: MarkdownSettings, language: str = "en") -> None:
        """`language` is that of the texts."""
        self.site = site
        self._settings = settings
        self._language = language
        self._tidied: dict[str, etree._Element] = {}

    def book(self, publication: Publication, about_the_file: str = "") -> Book:
        """The publication as trees.

        Args:
            about_the_file: a sentence of the imprint about this form, in Markdown.

        Raises:
            PageRefused: no text names a date.
            OSError: a source cannot be read.
        """
        imprint = Imprint.of(self.site, publication, self._language)
        parts = [self._part(publication, number, text) for number, text in enumerate(publication.texts)]
        numbers = {path: number for number, path in enumerate(publication.paths)}
        linker = Linker(numbers, [part.tree for part in parts], self.site.workshop.identity)
        for text, part in zip(publication.texts, parts, strict=True):
            linker.join(text.path, part.tree)
        back = back_matter(self.site, publication, imprint, linker.used, about_the_file)
        return Book(publication, imprint, [*parts, *(self._back_part(id, page) for id, page in back)])

    def _part(self, publication: Publication, number: int, text: Text) -> Part:
        tree = copy.deepcopy(self._tree(text.path))
        dropped = OF_THE_PAGE | ({"lead"} if text.path == publication.page else set())
        for child in list(tree):
            if child.tag == "h1" or (child.tag == "p" and not dropped.isdisjoint(classes(child))):
                tree.remove(child)
        for element in tree.iter("*"):
            if element.get("id"):
                element.set("id", text_id(number, element.get("id", "")))
        if text.level < max(
            each.level for each in publication.texts
        ):  # parts of a chapter stand beside its own sections
            for heading in tree.iter("h2"):
                heading.set("class", UNLISTED)
        page = self.site.page(text.path)
        title = text.title or (f"{ONE[page.kind]}: {page.title}" if page.kind in NAMED_BY_KIND else page.title)
        return _titled(tree, text_id(number), text.level, typographic(title))

    def _tree(self, path: str) -> etree._Element:
        if path not in self._tidied:
            self._tidied[path] = self._rendered(self.site.page(path))
        return self._tidied[path]

    def _back_part(self, id: str, page: StagedPage) -> Part:
        return replace(_titled(self._rendered(page), id, 1, page.title), is_about=True)

    def _rendered(self, page: StagedPage) -> etree._Element:
        tree = tidy(page_tree(page, self.site.root, self._settings))
        set_quotes(tree)
        for number, table in enumerate(tree.iter("table")):
            table.set(PLACE, f"{page.path}#{number}")
        return tree


def _titled(tree: etree._Element, id: str, level: int, title: str) -> Part:
    """The tree under a heading of that level; headings inside move down with it."""
    for element in tree.iter(*HEADINGS):
        element.tag = f"h{min(int(str(element.tag)[1:]) - 1 + level, DEEPEST)}"
    heading = etree.Element(f"h{level}", {"id": id})
    heading.text = title
    tree.insert(0, heading)
    return Part(id, level, title, tree)
