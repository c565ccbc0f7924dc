"""What all commands share: the group, the repository in which they run, and how they fail."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path
from typing import Any

import click

import golocal
from golocal.reading.settings import SettingsUnreadable

SHARED = frozenset({"__main__", "group", "sound", "telling", "texts"})
"""Modules of this folder that hold no command."""


class Commands(click.Group):
    """A group that reads the module of a command when it is called, so that a check does not wait for the server and the renderer.

    A fault of the operating system or of the settings is one line and exit code 2, never a traceback.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, sorted."""
        folder = Path(__file__).parent
        return sorted({module.name for module in pkgutil.iter_modules([str(folder)])} - SHARED)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its module imported; None where there is no such module.

        Editors install what reading and checking need. A command that needs more stays in the list and says so when it is called.
        """
        if cmd_name in self.list_commands(ctx):
            try:
                importlib.import_module(f"golocal.commands.{cmd_name}")
            except ModuleNotFoundError as error:
                return _without(cmd_name, error.name or "")
        return super().get_command(ctx, cmd_name)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; tell an OSError or unreadable settings in one line."""
        try:
            return super().main(*args, **kwargs)
        except (OSError, SettingsUnreadable) as error:
            click.echo(f"golocal: could not run: {error}", err=True)
            sys.exit(2)


class CannotRun(click.ClickException):
    """The command cannot do its work: exit code 2."""

    exit_code = 2


def _without(name: str, package: str) -> click.Command:
    """A command in place of one whose package is missing."""
    said = f"the package {package} is missing: install requirements/publish.txt into .venv (scripts/build does it)"

    def refuse() -> None:
        raise CannotRun(said)

    loose = {"ignore_unknown_options": True, "allow_extra_args": True}
    return click.Command(name, callback=refuse, context_settings=loose, help=f"Cannot run: {said}.")


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
