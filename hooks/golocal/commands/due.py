"""`golocal due`."""

from __future__ import annotations

from datetime import datetime

import click

import golocal.checks
from golocal.checks.due import due
from golocal.checks.run import CACHE
from golocal.commands.group import main, repository
from golocal.commands.telling import STYLE, tell

assert golocal.checks  # importing it registers the rules


@main.command("due")
@click.option(
    "--on", "on", type=click.DateTime(["%Y-%m-%d"]), required=True, metavar="DATE", help="The day, such as 2027-01-31."
)
@STYLE
def due_command(on: datetime, style: str) -> None:
    """Tell what is due on a day: reviews, and practices that nobody has confirmed for 24 months.

    Reviews of the next 60 days are warnings. Archived documents are never due.

    Example: golocal due --on 2027-01-31

    Exit code 0: nothing is overdue; 1: at least one error; 2: could not run.
    """
    root = repository()
    tell(root, style, due(root, on.date(), cache=root / CACHE))
