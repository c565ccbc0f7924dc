"""How a command tells findings, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from golocal.findings import Finding
from golocal.findings.formats import FORMATS, summary, written
from golocal.reading.settings import read_settings

STYLE = click.option(
    "--format",
    "style",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    show_default=True,
    help="Form of the findings.",
)


def tell(root: Path, style: str, findings: Sequence[Finding]) -> NoReturn:
    """Print the findings and end: exit code 1 if one of them is an error, otherwise 0."""
    site = read_settings(root).get("site_url") if style == "sarif" else ""
    output = written(style, findings, str(site or ""))
    if output:
        click.echo(output)
    if style != "text":
        click.echo(summary(findings), err=True)
    sys.exit(1 if any(finding.severity == "error" for finding in findings) else 0)
