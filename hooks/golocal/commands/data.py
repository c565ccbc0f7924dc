"""`golocal data`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from golocal.checks.run import CACHE, check
from golocal.commands.group import CannotRun, main, repository
from golocal.findings.formats import as_text
from golocal.publishing.data.files import DATA_TROUBLES, write_data
from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of
from golocal.rendering.text import size_in_words


@main.command("data")
@click.argument("folder", type=click.Path(path_type=Path))
def data_command(folder: Path) -> None:
    """Write all records as tables, catalogue and citations to FOLDER, without building the site."""
    root = repository()
    report = check(root, cache=root / CACHE)
    if report.failed:
        click.echo(as_text(report.findings))
        sys.exit(1)
    try:
        sizes = write_data(report.catalogue, identity_of(read_settings(root)), folder)
    except (*DATA_TROUBLES, OSError) as error:
        raise CannotRun(str(error)) from error
    click.echo(f"{len(sizes)} files in {folder}, {size_in_words(sum(sizes.values()))}")
