"""A world in which drafts are begun."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from golocal.commands import main

New = Callable[..., Result]


@pytest.fixture
def here(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented world, in which commands run."""
    monkeypatch.chdir(world)
    return world


@pytest.fixture
def new(here: Path) -> New:
    """Runs `golocal new` on a fixed day, with the answers that a person would type."""

    def run(*arguments: str, answers: str | None = None) -> Result:
        asking = ["--input"] if answers is not None else ["--no-input"]
        return CliRunner().invoke(main, ["new", *arguments, *asking, "--on", "2031-05-01"], input=answers)

    return run
