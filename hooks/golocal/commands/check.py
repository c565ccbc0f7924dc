"""`golocal check`."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import click

import golocal.checks
from golocal.checks.run import CACHE, check
from golocal.commands.group import main, repository
from golocal.commands.telling import STYLE, tell

assert golocal.checks  # importing it registers the rules


@main.command("check")
@STYLE
@click.option("--no-cache", is_flag=True, help="Read and check everything anew.")
@click.argument("paths", nargs=-1)
def check_command(style: str, no_cache: bool, paths: tuple[str, ...]) -> None:
    """Check all sources; with PATHS report only what concerns these files and folders.

    Exit code 0: nothing wrong; 1: at least one error; 2: could not run.
    """
    gc.disable()  # a short run that makes many small tuples and no cycles
    root = repository()
    wanted = [_inside(root, path) for path in paths]
    report = check(root, cache=None if no_cache else root / CACHE)
    findings = [f for f in report.findings if not wanted or any(_covers(path, f.path) for path in wanted)]
    tell(root, style, findings)


def _inside(root: Path, path: str) -> str:
    full = Path(os.path.normpath(Path(path).absolute()))
    if not full.exists():
        raise click.UsageError(f"there is no file or folder {path}")
    if not full.is_relative_to(root):
        raise click.UsageError(f"{path} is not inside {root}")
    return full.relative_to(root).as_posix()


def _covers(folder: str, path: str) -> bool:
    return folder in (".", path) or path.startswith(f"{folder}/")
