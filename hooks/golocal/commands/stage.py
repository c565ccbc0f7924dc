"""`golocal stage`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from golocal.checks.run import CACHE, check
from golocal.commands.group import CannotRun, main, repository
from golocal.findings.formats import as_text
from golocal.publishing import staging
from golocal.publishing.data.files import DATA_TROUBLES
from golocal.reading.settings import read_settings


@main.command("stage")
@click.argument("folder", type=click.Path(path_type=Path))
def stage_command(folder: Path) -> None:
    """Write a plain tree of Markdown to FOLDER, for any renderer."""
    root = repository()
    report = check(root, cache=root / CACHE)
    if report.failed:
        click.echo(as_text(report.findings))
        sys.exit(1)
    try:
        pages = staging.stage(root, report.catalogue, read_settings(root), folder)
    except (staging.NotOurs, *DATA_TROUBLES) as error:
        raise CannotRun(str(error)) from error
    click.echo(f"{pages} pages in {folder}")
