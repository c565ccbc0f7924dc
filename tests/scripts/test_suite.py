"""The steps of scripts/test, and the scripts themselves on a machine that lacks something."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap
import suite
from suite import Step

SCRIPTS = Path(bootstrap.__file__).parent


def test_the_steps_stand_in_order_and_pytest_is_last() -> None:
    names = [step.name for step in suite.steps([], [])]
    assert names == ["ruff check", "ruff format", "mypy", "golocal schema --check", "codespell", "pytest"]


@pytest.mark.parametrize(
    ("left_out", "arguments", "command"),
    [
        ([], [], ("pytest",)),
        (["slow"], [], ("pytest", "-m", "not slow")),
        (["browser", "slow"], ["-k", "x"], ("pytest", "-m", "not browser and not slow", "-k", "x")),
    ],
)
def test_marks_and_arguments_reach_pytest(left_out: list[str], arguments: list[str], command: tuple[str, ...]) -> None:
    assert suite.steps(left_out, arguments)[-1].command == command


def test_all_steps_run_and_failed_ones_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "run", lambda command, *rest, environment: 1 if command.name == "bad" else 0)
    todo = [Step("first", ("good",)), Step("second", ("bad",)), Step("third", ("good",))]
    assert suite.run(todo, {}) == 1
    said = capsys.readouterr().out
    assert [line for line in said.splitlines() if line.startswith("==")] == ["== first", "== second", "== third"]
    assert said.endswith("failed: second\n")
    assert suite.run(todo[:1], {}) == 0


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The scripts in a repository whose environment has everything, none of it real."""
    root = tmp_path / "repository"
    shutil.copytree(SCRIPTS, root / "scripts", ignore=shutil.ignore_patterns("vendor", "__pycache__"))
    return root


def script(root: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/nowhere", **variables}
    place = [sys.executable, str(root / command[0]), *command[1:]]
    return subprocess.run(place, capture_output=True, text=True, check=False, env=environment, cwd=root.parent)


@pytest.mark.parametrize("name", ["scripts/build", "scripts/test"])
def test_a_script_that_cannot_run_says_so_without_traceback(copy: Path, name: str) -> None:
    (copy / ".venv" / "bin").mkdir(parents=True)
    for program in ("python", "pip"):
        (copy / ".venv" / "bin" / program).touch(mode=0o755)
    done = script(copy, name)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("could not run: ")


def test_a_wrong_argument_is_refused_before_anything_is_installed(copy: Path) -> None:
    done = script(copy, "scripts/test", "-k", "x")
    assert done.returncode == 2
    assert "unknown argument -k; arguments for pytest stand after --" in done.stdout
    assert not (copy / ".venv").exists()


@pytest.mark.parametrize("path", ["scripts/build", "scripts/test", ".ci/run"])
def test_the_scripts_can_be_executed(path: str) -> None:
    file = SCRIPTS.parent / path
    assert file.stat().st_mode & 0o111
    assert file.read_text(encoding="utf-8").startswith("#!/usr/bin/env ")
