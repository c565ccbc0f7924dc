"""A book as a Typst file: its facts, the template, its parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from golocal.publishing.pdf.blocks import blocks
from golocal.publishing.pdf.text import array, boolean, call, content, literal
from golocal.publishing.publications.book import Book, Part
from golocal.publishing.publications.imprint import Imprint
from golocal.publishing.publications.tidy import HEADINGS, UNLISTED, classes
from golocal.rendering.page_tree import plain_text
from golocal.rendering.text import day_in_words

TEMPLATE = Path(__file__).with_name("document.typ")


def typst_source(book: Book) -> str:
    """The whole Typst file. Raises PageRefused where something cannot be printed."""
    about = [part.id for part in book.parts if part.is_about]
    heads = zip(book.parts, _heads(book.parts), strict=True)
    body = "\n\n".join(_part(part, head, below=part.id in about[1:-1]) for part, head in heads)
    known = f"{facts(book.imprint, book.publication.contents)}\n{_entries(book)}"
    return f"{known}\n{TEMPLATE.read_text(encoding='utf-8')}\n{body}\n"


def facts(imprint: Imprint, depth: int) -> str:
    """What the template must know; `depth` is that of the contents."""
    language, _, region = imprint.language.partition("-")
    date = imprint.date
    return call(
        "#let facts = ",
        label=literal(imprint.label),
        title=literal(imprint.title),
        description=literal(imprint.summary),
        author=literal(imprint.author),
        lang=literal(language),
        region=literal(region) if region else "none",
        date=call("datetime", year=str(date.year), month=str(date.month), day=str(date.day)),
        day=literal(day_in_words(date)),
        version=literal(imprint.version),
        reviewed=literal(imprint.reviewed),
        independence=literal(imprint.independence),
        licence=literal(imprint.licence),
        depth=str(depth),
    )


def _entries(book: Book) -> str:
    """Level and title of each line of the contents."""
    names = HEADINGS[: book.publication.contents]
    headings = [each for part in book.parts for each in part.tree.iter(*names) if UNLISTED not in classes(each)]
    return f"#let entries = {array(array([str(each.tag)[1:], literal(plain_text(each))]) for each in headings)}"


def _heads(parts: list[Part]) -> Iterator[str]:
    """What the head of a page calls each part; every chapter has a part "Prepare"."""
    chapter = ""
    for part in parts:
        chapter = part.title if part.level == 1 else chapter
        yield part.title if part.level == 1 else f"{chapter}: {part.title}"


def _part(part: Part, head: str, *, below: bool) -> str:
    """A part on a page of its own, or below the one before it: short lists of sources and terms fill no page."""
    begin = call("begin-part", literal(head), below=boolean(below))
    heading, *others = part.tree
    body = blocks(others)
    return "\n\n".join([f"#{begin}", blocks([heading]), f"#small{content(body)}" if part.is_about else body])
