"""What a page says of the publications that it is part of: a row among its facts, a section with hashes, the list of all."""

from __future__ import annotations

from golocal.content.corpus import Document
from golocal.rendering.download import Download
from golocal.rendering.pages.page import Workshop
from golocal.rendering.publications import Publication
from golocal.rendering.published import FORMS
from golocal.rendering.text import apparatus, bullets, day_in_words, escape, size_in_words

USES = {
    "PDF": "To print, to file and to cite by page. It is tagged, so that a screen reader can read it.",
    "EPUB": "To read on a telephone or a reading device, in the type, size and colours of your choice.",
}
"""What each form is good for."""
NONE_HERE = "This copy has no publications: `scripts/build` makes them."


def row(workshop: Workshop, document: Document) -> str:
    """Links to the files of the publication that a page opens, with their sizes; empty where there are none."""
    return ", ".join(_link(workshop, document.path, each, _form(each)) for each in _of_page(workshop, document.path))


def panel(workshop: Workshop, document: Document) -> str:
    """The section of the page that opens a publication: every file with size, day and hash; empty for other pages."""
    publication = workshop.publications_by_page.get(document.path)
    if publication is None:
        return ""
    lines = (
        f"{_link(workshop, document.path, each, _form(each))}{_facts(workshop, publication, each)} {USES[_form(each)]}"
        for each in _of_page(workshop, document.path)
    )
    return apparatus("Take this text with you", bullets(lines))


def every(workshop: Workshop, page: str) -> str:
    """All publications with their files."""
    if workshop.published is None:
        return NONE_HERE
    lines = []
    for publication in workshop.publications_by_page.values():
        files = [
            f"{_link(workshop, page, each, _form(each))}{_facts(workshop, publication, each)}"
            for each in _of_page(workshop, publication.page)
        ]
        title = f"[{escape(publication.title)}]({workshop.layout.link(page, publication.page)})"
        lines += [f"**{title}** ({escape(publication.label)}): {' '.join(files)}"] if files else []
    return bullets(lines)


def _of_page(workshop: Workshop, path: str) -> list[Download]:
    publication = workshop.publications_by_page.get(path)
    return workshop.published.downloads.get(publication.name, []) if publication and workshop.published else []


def _form(download: Download) -> str:
    return FORMS[download.path.suffix]


def _link(workshop: Workshop, page: str, download: Download, text: str) -> str:
    target = workshop.layout.link(page, download.path_in_sources)
    return f"[{text}]({target}) ({size_in_words(download.size)})"


def _facts(workshop: Workshop, publication: Publication, download: Download) -> str:
    day = day_in_words(publication.date(workshop.catalogue))
    return f", {day}, SHA-256 `{download.sha256}`."
