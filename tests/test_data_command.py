"""`golocal data` writes all files without a site, and says in one line why it cannot."""

from __future__ import annotations

import builtins
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from golocal.commands import main


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


@pytest.fixture(autouse=True)
def inside(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(world)
    return world


def test_it_writes_every_file_and_says_how_many(tmp_path: Path) -> None:
    code, said = run("data", str(tmp_path / "out"))
    files = list((tmp_path / "out").iterdir())
    assert code == 0
    assert said.startswith(f"{len(files)} files in ")
    described = json.loads((tmp_path / "out/datapackage.json").read_text(encoding="utf-8"))
    assert described["title"] == "The invented world"
    assert not (tmp_path / "site").exists()


def test_faulty_sources_are_listed_and_nothing_is_written(inside: Path, tmp_path: Path) -> None:
    (inside / "docs/data/terms/core.yml").write_text("x: [", encoding="utf-8")
    code, said = run("data", str(tmp_path / "out"))
    assert code == 1
    assert "docs/data/terms/core.yml:2:1: error[yaml-broken]" in said
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    code, said = run("data", str(tmp_path / "out"))
    assert code == 2
    assert "Traceback" not in said


def test_without_its_package_a_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = builtins.__import__

    def lacking(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("golocal.publishing.data"):
            raise ModuleNotFoundError("No module named 'xlsxwriter'", name="xlsxwriter")
        return whole(name, *rest, **more)

    monkeypatch.delitem(__import__("sys").modules, "golocal.commands.data", raising=False)
    monkeypatch.setattr(builtins, "__import__", lacking)
    code, said = run("data", "anywhere")
    assert code == 2
    assert "xlsxwriter is missing: install requirements/publish.txt" in said
