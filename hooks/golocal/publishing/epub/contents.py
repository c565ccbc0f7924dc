"""The contents of an EPUB, nested as the headings are, and its landmarks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from golocal.publishing.epub.markup import MEANING, E, page
from golocal.publishing.epub.parts import MEANINGS, file_of
from golocal.publishing.publications.book import Book
from golocal.publishing.publications.tidy import HEADINGS
from golocal.rendering.page_tree import plain_text

DEEPEST = 3
"""Lowest level of headings in the contents."""
CONTENTS, TITLE_PAGE = "contents.xhtml", "title.xhtml"
LANDMARKS = {"bibliography": "Sources", "glossary": "Glossary", "colophon": "Imprint"}


class Entry(NamedTuple):
    """A line of the contents."""

    level: int
    title: str
    address: str


def contents(book: Book) -> bytes:
    """The file with contents and landmarks."""
    table = E(
        "nav",
        {MEANING: "toc", "role": "doc-toc", "aria-labelledby": "contents"},
        E("h1", {"id": "contents"}, "Contents"),
        nested([*entries(book)]),
    )
    landmarks = E(
        "nav",
        {MEANING: "landmarks", "aria-labelledby": "landmarks", "hidden": "hidden"},
        E("h2", {"id": "landmarks"}, "Landmarks"),
        E(
            "ol",
            *(E("li", E("a", {MEANING: meaning, "href": file}, title)) for meaning, title, file in _landmarks(book)),
        ),
    )
    return page("Contents", book.imprint.language, table, landmarks)


def entries(book: Book) -> Iterator[Entry]:
    """The headings of all parts in the order of reading, down to the deepest level."""
    for part in book.parts:
        for heading in part.tree.iter(*HEADINGS):
            level = int(str(heading.tag)[1:])
            if level <= DEEPEST and heading.get("id"):
                anchor = "" if heading.get("id") == part.id else f"#{heading.get('id')}"
                yield Entry(level, " ".join(plain_text(heading).split()), f"{file_of(part)}{anchor}")


def nested(rows: list[Entry]) -> etree._Element:
    """Entries as lists in lists; one that skips a level stands right below the one before."""
    top = E("ol")
    open_lists: list[tuple[int, etree._Element]] = [(0, top)]
    for level, title, address in rows:
        while len(open_lists) > 1 and open_lists[-1][0] >= level:
            open_lists.pop()
        above = open_lists[-1][1]
        item = etree.SubElement(_list_in(above), E.name("li"))
        item.append(E("a", {"href": address}, title))
        open_lists.append((level, item))
    return top


def _list_in(element: etree._Element) -> etree._Element:
    """The list of an entry for those below it, made with the first of them; the top is a list itself."""
    if element.tag == E.name("ol"):
        return element
    last = element[-1]
    if last.tag != E.name("ol"):
        last = E("ol")
        element.append(last)
    return last


def _landmarks(book: Book) -> Iterator[tuple[str, str, str]]:
    yield "titlepage", "Title page", TITLE_PAGE
    yield "toc", "Contents", CONTENTS
    first = next((part for part in book.parts if not part.is_about), None)
    if first is not None:
        yield "bodymatter", "Beginning of the text", file_of(first)
    for part in book.parts:
        meaning = MEANINGS.get(part.id, ("", ""))[0] if part.is_about else ""
        if meaning in LANDMARKS:
            yield meaning, LANDMARKS[meaning], file_of(part)
