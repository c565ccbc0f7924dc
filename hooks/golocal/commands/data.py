"""`golocal data`."""

from __future__ import annotations

from pathlib import Path

import click

from golocal.commands.group import CannotRun, main
from golocal.commands.sound import sound_sources
from golocal.publishing.data.files import DATA_TROUBLES, write_data
from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of
from golocal.rendering.text import size_in_words


@main.command("data")
@click.argument("folder", type=click.Path(path_type=Path))
def data_command(folder: Path) -> None:
    """Write all records as tables, catalogue and citations to FOLDER, without building the site."""
    root, catalogue = sound_sources()
    try:
        sizes = write_data(catalogue, identity_of(read_settings(root)), folder)
    except (*DATA_TROUBLES, OSError) as error:
        raise CannotRun(str(error)) from error
    click.echo(f"{len(sizes)} files in {folder}, {size_in_words(sum(sizes.values()))}")
