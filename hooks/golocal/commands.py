"""The command line: `golocal check | schema | stage | build | verify`."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

import golocal.checks
from golocal.checks.run import CACHE, check, read_vocabularies
from golocal.findings.formats import FORMATS, as_text, summary
from golocal.publishing import staging, written
from golocal.publishing.build import Build, BuildFailed, Result
from golocal.publishing.lock import Locked
from golocal.publishing.schemas import MissingVocabulary
from golocal.publishing.settings import SettingsUnreadable, read_settings
from golocal.rendering.references import CitationsUnavailable
from golocal.verifying.run import verify


class Commands(click.Group):
    """A group in which a fault of the operating system is one line and exit code 2, never a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; tell an OSError in one line."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            click.echo(f"golocal: could not run: {error}", err=True)
            sys.exit(2)


class CannotRun(click.ClickException):
    """The command cannot do its work: exit code 2."""

    exit_code = 2


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(golocal.__version__, prog_name="golocal")
def main() -> None:
    """Check, render, publish and verify the knowledge base in this folder."""


def repository() -> Path:
    """The repository in which the command runs: the nearest folder upwards with mkdocs.yml."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise CannotRun("no mkdocs.yml here or above: run golocal inside the repository")


@main.command("check")
@click.option("--format", "style", type=click.Choice(sorted(FORMATS)), default="text", show_default=True)
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
    output = FORMATS[style](findings)
    if output:
        click.echo(output)
    if style != "text":
        click.echo(summary(findings), err=True)
    sys.exit(1 if any(f.severity == "error" for f in findings) else 0)


def _inside(root: Path, path: str) -> str:
    full = Path(os.path.normpath(Path(path).absolute()))
    if not full.exists():
        raise click.UsageError(f"there is no file or folder {path}")
    if not full.is_relative_to(root):
        raise click.UsageError(f"{path} is not inside {root}")
    return full.relative_to(root).as_posix()


def _covers(folder: str, path: str) -> bool:
    return folder in (".", path) or path.startswith(f"{folder}/")


@main.command("schema")
@click.option("--check", "compare", is_flag=True, help="Write nothing; exit code 1 if a file is not up to date.")
def schema_command(compare: bool) -> None:
    """Write JSON Schemas, the reference of fields and the pages of the rules."""
    root = repository()
    try:
        files = written.written_files(read_vocabularies(root))
    except MissingVocabulary as error:
        raise CannotRun(f"docs/data/vocabularies/ lacks the vocabulary {error}") from error
    stale = written.stale_files(root, files) if compare else written.write_files(root, files)
    for path, state in stale:
        click.echo(f"{path}: {state if compare else written.DONE[state]}")
    if compare and stale:
        click.echo(f"Run `{written.COMMAND}` and commit what it writes.")
        sys.exit(1)
    click.echo(f"{len(files)} files are up to date.")


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
    except (staging.NotOurs, SettingsUnreadable, CitationsUnavailable) as error:
        raise CannotRun(str(error)) from error
    click.echo(f"{pages} pages in {folder}")


@main.command("build")
@click.option("--anew", is_flag=True, help="Build even if nothing has changed.")
def build_command(anew: bool) -> None:
    """Check, build the site and its offline copy, verify both, and only then put them into site/ and dist/.

    Exit code 0: built, or nothing had changed; 1: the sources or the site are faulty; 2: could not run.
    """
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        result = Build(repository(), verify=verify, say=click.echo).run(anew=anew)
    except BuildFailed as error:
        click.echo(str(error))
        click.echo("Nothing was published; the last good site and archive are as they were.", err=True)
        sys.exit(1)
    except Locked as error:
        raise CannotRun("another build is running in this repository") from error
    click.echo("\n".join(_in_words(result)))


def _in_words(result: Result) -> Iterator[str]:
    if not result.built:
        yield "Nothing has changed since the last build, and its files are whole."
    yield f"{result.pages} pages, {result.manifest.checked.findings} findings"
    if result.records:
        yield "records: " + ", ".join(f"{count} {kind}" for kind, count in result.records.items())
    if result.seconds:
        each = ", ".join(f"{name} {seconds:.1f}" for name, seconds in result.seconds.items())
        yield f"seconds: {each}; in all {sum(result.seconds.values()):.1f}"
    yield "site/ holds the site, dist/ the offline copy and SHA256SUMS."


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
