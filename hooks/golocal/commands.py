"""The command line: `golocal check | schema | new | stage | build | verify`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

import golocal.checks
from golocal.checks.run import CACHE, check
from golocal.findings.formats import FORMATS, summary


class Context(click.Group):
    """A group whose unexpected faults are one line and exit code 2, never a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; an operating system error is told in one line."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            click.echo(f"golocal: could not run: {error}", err=True)
            sys.exit(2)


@click.group(cls=Context, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(golocal.__version__, prog_name="golocal")
def main() -> None:
    """Check, render, publish and verify the knowledge base in this folder."""


def repository() -> Path:
    """The repository in which the command runs: the nearest folder upwards with mkdocs.yml."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise click.ClickException("no mkdocs.yml here or above: run golocal inside the repository")


@main.command("check")
@click.option("--format", "style", type=click.Choice(sorted(FORMATS)), default="text", show_default=True)
@click.option("--no-cache", is_flag=True, help="Read and check everything anew.")
@click.argument("paths", nargs=-1)
def check_command(style: str, no_cache: bool, paths: tuple[str, ...]) -> None:
    """Check all sources; with PATHS report only what concerns these files and folders.

    Exit code 0: nothing wrong; 1: at least one error; 2: could not run.
    """
    root = repository()
    wanted = [_inside(root, path) for path in paths]
    report = check(root, cache=None if no_cache else root / CACHE)
    findings = [f for f in report.findings if not wanted or any(_covers(path, f.path) for path in wanted)]
    output = FORMATS[style](findings)
    if output:
        click.echo(output)
    if style != "text":
        click.echo(summary(findings), err=True)
    sys.exit(1 if any(f.severity == "error" for f in findings) else 0)


def _inside(root: Path, path: str) -> str:
    full = Path(path).absolute()
    if not full.exists():
        raise click.UsageError(f"there is no file or folder {path}")
    if not full.is_relative_to(root):
        raise click.UsageError(f"{path} is not inside {root}")
    return full.relative_to(root).as_posix()


def _covers(folder: str, path: str) -> bool:
    return folder in (".", path) or path.startswith(f"{folder}/")
