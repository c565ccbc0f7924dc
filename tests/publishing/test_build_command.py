"""`golocal build`: what it says, and how it ends."""

from __future__ import annotations

import signal
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from golocal.commands import build as build_command
from golocal.commands import main
from golocal.publishing import build as build_module
from golocal.publishing.build import Build
from golocal.publishing.lock import only_one

from .building import Bench, publish


@dataclass
class Commands:
    """The command line with a stub in place of MkDocs."""

    bench: Bench

    def __call__(self, *arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["build", *arguments])
        return result.exit_code, result.output


@pytest.fixture
def run(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Commands:
    monkeypatch.chdir(bench.root)
    monkeypatch.setattr(Build.__init__, "__kwdefaults__", {"render": bench.stub, "publish": publish})
    monkeypatch.setattr(build_command, "can_write_zim", lambda: False)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    return Commands(bench)


def test_the_command_says_what_it_made(run: Commands) -> None:
    code, output = run()
    assert code == 0
    assert "online site: " in output
    assert "2 pages, " in output
    assert "1 practice" in output
    assert "site/ holds the site" in output
    assert "No ZIM file: libzim is not installed." in output
    begin = time.monotonic()
    code, output = run()
    assert code == 0
    assert "Nothing has changed since the last build" in output
    assert time.monotonic() - begin < 2


def test_the_command_ends_with_1_for_faults_and_2_where_it_cannot_run(run: Commands, tmp_path: Path) -> None:
    run.bench.stub.links_to = "missing.html"
    code, output = run()
    assert code == 1
    assert "Nothing was published" in output
    with only_one(run.bench.root / build_module.LOCK):
        assert run()[0] == 2
    (run.bench.root / "mkdocs.yml").unlink()
    code, output = run()
    assert (code, output) == (2, "Error: no mkdocs.yml here or above: run golocal inside the repository\n")
