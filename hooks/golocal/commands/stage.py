"""`golocal stage`."""

from __future__ import annotations

from pathlib import Path

import click

from golocal.commands.group import CannotRun, main
from golocal.commands.sound import sound_sources
from golocal.publishing import staging
from golocal.publishing.data.files import DATA_TROUBLES
from golocal.reading.settings import read_settings


@main.command("stage")
@click.argument("folder", type=click.Path(path_type=Path))
def stage_command(folder: Path) -> None:
    """Write a plain tree of Markdown to FOLDER, for any renderer."""
    root, catalogue = sound_sources()
    try:
        pages = staging.stage(root, catalogue, read_settings(root), folder)
    except (staging.NotOurs, *DATA_TROUBLES) as error:
        raise CannotRun(str(error)) from error
    click.echo(f"{pages} pages in {folder}")
