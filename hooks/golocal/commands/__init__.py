"""The command line: `golocal check | due | metrics | new | serve | schema | stage | build | verify`. Each module of this folder holds one command."""

import importlib
import pkgutil

from golocal.commands.group import main

__all__ = ["main"]

for _module in pkgutil.iter_modules(__path__, prefix=f"{__name__}."):
    if not _module.name.endswith(".__main__"):
        importlib.import_module(_module.name)
