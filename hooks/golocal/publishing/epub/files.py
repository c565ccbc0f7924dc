"""All publications as EPUB files in a folder. One takes a tenth of a second, so all are made anew each time."""

from __future__ import annotations

from pathlib import Path

from golocal.publishing.epub.cover import cover_picture
from golocal.publishing.epub.markup import Unfit
from golocal.publishing.epub.writer import epub
from golocal.publishing.pdf.text import PageRefused
from golocal.publishing.publications.book import Binder
from golocal.publishing.publications.imprint import NoDate
from golocal.publishing.publications.refused import PublicationsRefused
from golocal.rendering.publications import publications

ABOUT_THE_FILE = (
    "EPUB 3.3, to read on a telephone, a tablet or a reading device, in the type, size and colours of your choice. Sources and "
    "terms open as notes where the device can do that. A program, EPUBCheck, tests the form of the file whenever the project "
    "changes, and another, axe, its pages; people who use a screen reader have not tested it."
)


def write_epubs(binder: Binder, folder: Path) -> list[str]:
    """Write each publication as NAME.epub into a folder that exists; the names of the files.

    Raises:
        PublicationsRefused: one or more of them cannot become an EPUB.
        OSError: a file cannot be read or written.
    """
    root, written, troubles = binder.site.root, [], []
    for publication in publications(binder.site.catalogue):
        name = f"{publication.name}.epub"
        try:
            book = binder.book(publication, ABOUT_THE_FILE)
            data = epub(book, cover_picture(book.imprint, root), root)
        except (NoDate, PageRefused, Unfit) as refused:
            troubles.append(f"{name}: {refused}")
            continue
        (folder / name).write_bytes(data)
        written.append(name)
    if troubles:
        raise PublicationsRefused("\n".join(troubles))
    return written
