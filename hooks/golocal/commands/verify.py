"""`golocal verify`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from golocal.commands.group import CannotRun, main
from golocal.publishing import manifest, sums
from golocal.publishing.manifest import Problem
from golocal.publishing.unpacking import NotAnArchive, unpacked
from golocal.verifying.run import verify


@main.command("verify")
@click.argument("place", default="site", type=click.Path(path_type=Path))
def verify_command(place: Path) -> None:
    """Verify a built tree or a downloaded zip file of it: manifest, links, requests to other hosts, raw sources.

    PLACE is a folder or a file. Of a folder of downloads, and of other files than zip files, the hashes are compared with
    those in the file SHA256SUMS beside them; of a zip file too, where there is one.

    Exit code 0: nothing wrong; 1: at least one problem; 2: could not run.
    """
    if place.is_dir():
        problems = _of_folder(place)
    elif place.is_file():
        problems = _of_file(place)
    else:
        raise CannotRun(f"there is no {place}: build the site first, with `golocal build`, or name a folder or a file")
    for problem in problems:
        click.echo(problem)
    count = f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}"
    click.echo(count if problems else "No problems.", err=bool(problems))
    sys.exit(1 if problems else 0)


def _of_folder(folder: Path) -> list[Problem]:
    if (folder / manifest.NAME).exists() or not sums.sums_in(folder):
        return verify(folder)
    compared = sums.compare(folder)
    absent = f"; {compared.absent} that it names are not here" if compared.absent else ""
    click.echo(f"{compared.same} files have the bytes that {sums.NAME} names{absent}.")
    return compared.problems


def _of_file(file: Path) -> list[Problem]:
    differs = sums.differs_from_sums(file)
    if differs:
        return [Problem(file.name, sums.OTHER_BYTES)]
    if file.suffix == ".zip":
        return _of_archive(file)
    if differs is None:
        raise CannotRun(f"of {file} only the hash can be compared: put {sums.NAME} beside it, from where you got it")
    return []


def _of_archive(archive: Path) -> list[Problem]:
    with tempfile.TemporaryDirectory() as folder:
        try:
            return verify(unpacked(archive, Path(folder)))
        except NotAnArchive as error:
            raise CannotRun(str(error)) from error
