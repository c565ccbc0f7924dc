"""`golocal verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from golocal.commands.group import CannotRun, main
from golocal.verifying.run import verify


@main.command("verify")
@click.argument("folder", default="site", type=click.Path(path_type=Path))
def verify_command(folder: Path) -> None:
    """Verify the built tree in FOLDER: manifest, links, requests to other hosts, raw sources.

    Exit code 0: nothing wrong; 1: at least one problem; 2: could not run.
    """
    if not folder.is_dir():
        raise CannotRun(f"there is no folder {folder}: build the site first, with `golocal build`")
    problems = verify(folder)
    for problem in problems:
        click.echo(problem)
    count = f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}"
    click.echo(count if problems else "No problems.", err=bool(problems))
    sys.exit(1 if problems else 0)
