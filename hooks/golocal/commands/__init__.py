"""The command line: `golocal check | due | metrics | new | serve | schema | stage | build | verify`. Each module of this folder holds one command."""

from golocal.commands.group import main

__all__ = ["main"]
