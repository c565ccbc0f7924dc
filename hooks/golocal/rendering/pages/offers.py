"""What a page says of the publications that it is part of: a row among its facts, a section with hashes, the list of all."""

from __future__ import annotations

from golocal.content.corpus import Document
from golocal.rendering.download import Download
from golocal.rendering.pages.page import Workshop
from golocal.rendering.publications import Publication
from golocal.rendering.published import FORMS
from golocal.rendering.text import EXPORT, apparatus, bullets, day_in_words, escape, folded, size_in_words

USES = {
    "PDF": "To print, to file and to cite by page. It is tagged, so that a screen reader can read it.",
    "EPUB": "To read on a telephone or a reading device, in the type, size and colours of your choice.",
}
"""What each form is good for."""
NONE_HERE = "This copy of the site holds no PDF and EPUB files."
NO_COPIES = "This is a copy of the site itself, and offers no others."


def row(workshop: Workshop, document: Document) -> str:
    """Links to the files of the publication that a page opens, with their sizes; empty where there are none."""
    return ", ".join(_link(workshop, document.path, each, _form(each)) for each in _of_page(workshop, document.path))


def panel(workshop: Workshop, document: Document) -> str:
    """The section of the page that opens a publication: every file with size, day and hash; empty for other pages."""
    publication = workshop.publications_by_page.get(document.path)
    if publication is None:
        return ""
    lines = (
        f"{_link(workshop, document.path, each, _form(each))}. {USES[_form(each)]} {_facts(workshop, publication, each)}"
        for each in _of_page(workshop, document.path)
    )
    return apparatus("Take this text with you", bullets(lines))


def every(workshop: Workshop, page: str) -> str:
    """All publications with their files, their sizes and days; the hashes, which few readers need, are folded below."""
    offered = [(each, _of_page(workshop, each.page)) for each in workshop.publications_by_page.values()]
    lines = [_in_a_row(workshop, page, publication, files) for publication, files in offered if files]
    hashes = [f"{file.path.name}: {_hash(file)}" for _, files in offered for file in files]
    return (
        f"{bullets(lines)}\n\n{folded('SHA-256 hashes of these files', bullets(hashes), EXPORT)}"
        if lines
        else NONE_HERE
    )


def copies(workshop: Workshop, page: str) -> str:
    """The whole site in one file: each form with what it is for, its size and hash."""
    lines = (
        f"**{_link(workshop, page, each.download, each.form.title)}**. {each.form.use} {_hash(each.download)}"
        for each in workshop.made.copies
    )
    return bullets(lines) if workshop.made.copies else NO_COPIES


def _in_a_row(workshop: Workshop, page: str, publication: Publication, files: list[Download]) -> str:
    title = f"[{escape(publication.title)}]({workshop.layout.link(page, publication.page)})"
    forms = ", ".join(_link(workshop, page, file, _form(file)) for file in files)
    day = day_in_words(publication.date(workshop.catalogue))
    return f"**{title}** ({escape(publication.label)}, {day}): {forms}"


def _of_page(workshop: Workshop, path: str) -> list[Download]:
    publication, made = workshop.publications_by_page.get(path), workshop.made.publications
    return made.downloads.get(publication.name, []) if publication and made else []


def _form(download: Download) -> str:
    return FORMS[download.path.suffix]


def _link(workshop: Workshop, page: str, download: Download, text: str) -> str:
    target = workshop.layout.link(page, download.path_in_sources)
    return f"[{text}]({target}) ({size_in_words(download.size)})"


def _facts(workshop: Workshop, publication: Publication, download: Download) -> str:
    return f"{day_in_words(publication.date(workshop.catalogue))}, {_hash(download)}"


def _hash(download: Download) -> str:
    """The hash at the end of a line: a full stop behind it would stand alone below it on a phone."""
    return f"SHA-256 `{download.sha256}`"
