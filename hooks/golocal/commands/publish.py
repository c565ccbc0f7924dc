"""`golocal publish`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from golocal.commands.group import CannotRun, main
from golocal.commands.sound import sound_sources
from golocal.publishing.data.files import DATA_TROUBLES, write_data
from golocal.publishing.publications.make import PUBLICATION_TROUBLES, write_publications
from golocal.publishing.publications.refused import PublicationsRefused
from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of
from golocal.rendering.text import size_in_words


@main.command("publish")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def publish_command(folder: Path) -> None:
    """Write all chapters, papers, learning paths, tasks and worksheets in every form to FOLDER, without building the site.

    Exit code 0: written; 1: the sources have errors, or a publication cannot be made; 2: could not run.
    """
    root, catalogue = sound_sources()
    try:
        with tempfile.TemporaryDirectory() as data:
            write_data(catalogue, identity_of(read_settings(root)), Path(data))
            folder.mkdir(parents=True, exist_ok=True)
            written = write_publications(root, catalogue, Path(data), folder)
    except PublicationsRefused as refused:
        click.echo(str(refused))
        sys.exit(1)
    except (*DATA_TROUBLES, *PUBLICATION_TROUBLES, OSError) as error:
        raise CannotRun(str(error)) from error
    pdfs, office = written.ending(".pdf"), written.ending(".docx", ".xlsx")
    size = size_in_words(sum((folder / name).stat().st_size for name in written))
    said = f"{len(pdfs)} publications as PDF and EPUB in {folder}, and {len(office)} office files of worksheets, {size}"
    click.echo(f"{said}; {pdfs.anew} PDF made anew")
