"""What commands share that write something out of the sources: they begin with a check, and sources with errors end them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from golocal.checks.run import CACHE, check
from golocal.commands.group import repository
from golocal.content.catalogue import Catalogue
from golocal.findings.formats import as_text


def sound_sources() -> tuple[Path, Catalogue]:
    """The repository and its catalogue. Ends the process with 1, after all findings, where the sources have errors."""
    root = repository()
    report = check(root, cache=root / CACHE)
    if report.failed:
        click.echo(as_text(report.findings))
        sys.exit(1)
    return root, report.catalogue
