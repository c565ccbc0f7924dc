"""`golocal schema`."""

from __future__ import annotations

import sys

import click

import golocal.checks
from golocal.checks.run import read_vocabularies
from golocal.commands.group import CannotRun, main, repository
from golocal.publishing import written
from golocal.publishing.schemas import MissingVocabulary

assert golocal.checks  # importing it registers the rules


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
