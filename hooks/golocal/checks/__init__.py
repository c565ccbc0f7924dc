"""The rules, one module each, and the run that applies them. Importing this package registers all rules."""

import importlib
import pkgutil


def _import_rules() -> None:
    for area in pkgutil.iter_modules(__path__):
        if area.ispkg:
            package = importlib.import_module(f"{__name__}.{area.name}")
            for module in pkgutil.iter_modules(package.__path__):
                importlib.import_module(f"{package.__name__}.{module.name}")


_import_rules()
