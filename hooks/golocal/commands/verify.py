"""`golocal verify`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from golocal.commands.group import CannotRun, main
from golocal.publishing.manifest import Problem
from golocal.publishing.sums import NAME, differs_from_sums
from golocal.publishing.unpacking import NotAnArchive, unpacked
from golocal.verifying.run import verify


@main.command("verify")
@click.argument("place", default="site", type=click.Path(path_type=Path))
def verify_command(place: Path) -> None:
    """Verify a built tree or a downloaded zip file of it: manifest, links, requests to other hosts, raw sources.

    PLACE is a folder or a zip file. If a file SHA256SUMS lies beside a zip file and names it, its hash is compared too.

    Exit code 0: nothing wrong; 1: at least one problem; 2: could not run.
    """
    if place.is_dir():
        problems = verify(place)
    elif place.is_file():
        problems = _of_archive(place)
    else:
        raise CannotRun(
            f"there is no {place}: build the site first, with `golocal build`, or name a folder or zip file"
        )
    for problem in problems:
        click.echo(problem)
    count = f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}"
    click.echo(count if problems else "No problems.", err=bool(problems))
    sys.exit(1 if problems else 0)


def _of_archive(archive: Path) -> list[Problem]:
    if differs_from_sums(archive):
        return [Problem(archive.name, f"its bytes are not those that {NAME} names: fetch it again")]
    with tempfile.TemporaryDirectory() as folder:
        try:
            return verify(unpacked(archive, Path(folder)))
        except NotAnArchive as error:
            raise CannotRun(str(error)) from error
