"""The cover of an EPUB as a picture, for the shelf of the reading system, and as a page of text, for the reader."""

from __future__ import annotations

from pathlib import Path

from golocal.publishing.epub.markup import MEANING, E, page
from golocal.publishing.pdf.compiler import compile_pictures
from golocal.publishing.pdf.source import facts
from golocal.publishing.publications.imprint import Imprint
from golocal.rendering.text import day_in_words

TEMPLATE = Path(__file__).with_name("cover.typ")


def cover_source(imprint: Imprint) -> str:
    """The Typst file of the picture."""
    return f"{facts(imprint, depth=1)}\n{TEMPLATE.read_text(encoding='utf-8')}"


def cover_picture(imprint: Imprint, root: Path) -> bytes:
    """The picture as PNG. Raises PageRefused if no font has a letter of the title."""
    return compile_pictures(cover_source(imprint), root)[0]


def title_page(imprint: Imprint) -> bytes:
    """The title page with all that the cover says, and more."""
    version = f"Version {imprint.version}, " if imprint.version else ""
    lines = [
        E("p", {"class": "label"}, imprint.label),
        E("h1", {"id": "title"}, imprint.title),
        E("p", {"class": "lead"}, imprint.summary),
        E("p", {"class": "author"}, E("strong", imprint.author)),
        E("p", imprint.independence),
        E("p", f"{version}{day_in_words(imprint.date)}. {imprint.reviewed}."),
        E("p", f"{imprint.licence}."),
    ]
    section = E("section", {MEANING: "titlepage", "aria-labelledby": "title", "class": "title-page"}, *lines)
    return page(imprint.title, imprint.language, section)
