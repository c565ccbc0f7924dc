"""Every publication in every form, out of a checked catalogue, into one folder."""

from __future__ import annotations

from pathlib import Path

from golocal.content.catalogue import Catalogue
from golocal.publishing.epub.files import write_epubs
from golocal.publishing.office.files import write_office
from golocal.publishing.pdf.files import write_pdfs
from golocal.publishing.publications.book import Binder
from golocal.publishing.publications.files import FilesWritten
from golocal.publishing.publications.refused import PublicationsRefused
from golocal.reading.settings import SettingsUnreadable, language_of, read_settings
from golocal.rendering.identity import identity_of
from golocal.rendering.made import Made
from golocal.rendering.opendata import OpenData
from golocal.rendering.page_tree import MarkdownSettings
from golocal.rendering.pandoc import CitationsUnavailable
from golocal.rendering.site import Site

CACHE = Path(".cache/publications")
PUBLICATION_TROUBLES = (CitationsUnavailable, PublicationsRefused, SettingsUnreadable)
"""Why publications cannot be made; the text of each says what to do."""


def write_publications(root: Path, catalogue: Catalogue, data: Path, folder: Path) -> FilesWritten:
    """Write all publications into a folder that exists.

    They are made of the pages as they are before any publication is offered: no file holds its own hash.

    Args:
        data: folder of open data, which texts name.

    Raises:
        CitationsUnavailable: pandoc could not be run.
        PublicationsRefused: something cannot be published in a form.
        SettingsUnreadable: mkdocs.yml cannot be read.
        OSError: a file cannot be read or written.
    """
    settings = read_settings(root)
    site = Site(root, catalogue, identity_of(settings), made=Made(data=OpenData.of(data)))
    markdown = MarkdownSettings.from_config(settings)
    binder = Binder(site, markdown, language_of(settings))
    epubs = write_epubs(binder, folder)
    pdfs = write_pdfs(binder, folder, root / CACHE / "pdf")
    office = write_office(site, markdown, folder, root / CACHE / "office")
    return FilesWritten({**dict.fromkeys(epubs, True), **pdfs, **office})
