"""`golocal check`."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

import golocal.checks
from golocal.checks.run import CACHE, check
from golocal.commands.group import main, repository
from golocal.commands.telling import STYLE, tell
from golocal.commands.texts import as_json, as_table
from golocal.content.catalogue import Catalogue
from golocal.content.texts import figures

assert golocal.checks  # importing it registers the rules


@main.command("check")
@STYLE
@click.option("--no-cache", is_flag=True, help="Read and check everything anew.")
@click.option(
    "--report", "reports", is_flag=True, help="Print figures of each text instead: length, citations, sentences, links."
)
@click.argument("paths", nargs=-1)
def check_command(style: str, no_cache: bool, reports: bool, paths: tuple[str, ...]) -> None:
    """Check all sources; with PATHS report only what concerns these files and folders.

    Exit code 0: nothing wrong; 1: at least one error; 2: could not run.
    """
    gc.disable()  # a short run that makes many small tuples and no cycles
    root = repository()
    wanted = [_inside(root, path) for path in paths]
    report = check(root, cache=None if no_cache else root / CACHE)
    if reports:
        _report(root, report.catalogue, style, wanted)
    findings = [f for f in report.findings if not wanted or any(_covers(path, f.path) for path in wanted)]
    tell(root, style, findings)


def _report(root: Path, catalogue: Catalogue, style: str, wanted: list[str]) -> NoReturn:
    documents = [document for _, document in sorted(catalogue.corpus.documents.items())]
    rows = figures(root, [d for d in documents if not wanted or any(_covers(path, d.path) for path in wanted)])
    click.echo(as_json(rows) if style == "json" else as_table(rows))
    sys.exit(0)


def _inside(root: Path, path: str) -> str:
    full = Path(os.path.normpath(Path(path).absolute()))
    if not full.exists():
        raise click.UsageError(f"there is no file or folder {path}")
    if not full.is_relative_to(root):
        raise click.UsageError(f"{path} is not inside {root}")
    return full.relative_to(root).as_posix()


def _covers(folder: str, path: str) -> bool:
    return folder in (".", path) or path.startswith(f"{folder}/")
