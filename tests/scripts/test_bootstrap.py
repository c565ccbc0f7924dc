"""The bootstrap says in one line what a person has to install; a second run costs nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import bootstrap
from bootstrap import CannotRun


class Machine:
    """Stands in for venv and pip: remembers the commands, and makes what they would make."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.commands: list[list[str]] = []
        self.venv_is_complete = True
        self.pip_works = True

    def run(self, command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        self.commands.append([str(part) for part in command])
        binaries = self.root / ".venv" / "bin"
        if "venv" in command:
            binaries.mkdir(parents=True, exist_ok=True)
            for name in ("python", "pip") if self.venv_is_complete else ("python",):
                (binaries / name).touch()
            code = 0 if self.venv_is_complete else 1
            return subprocess.CompletedProcess(command, code, "", "" if code == 0 else "ensurepip is not available")
        return subprocess.CompletedProcess(command, 0 if self.pip_works else 1, "", "no route to the index")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    (tmp_path / "requirements").mkdir()
    for group in ("site", "dev"):
        (tmp_path / "requirements" / f"{group}.txt").write_text(f"{group}==1", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]", encoding="utf-8")
    machine = Machine(tmp_path)
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "BINARIES", tmp_path / ".venv" / "bin")
    monkeypatch.setattr(subprocess, "run", machine.run)
    return machine


def test_a_fresh_machine_gets_everything_once(machine: Machine) -> None:
    bootstrap.install("site", "dev")
    pip = [command for command in machine.commands if "pip" in command]
    assert pip[0][-5:] == ["--require-hashes", "-r", "requirements/site.txt", "-r", "requirements/dev.txt"]
    assert pip[1][-4:] == ["--no-deps", "--no-build-isolation", "--editable", "."]
    machine.commands.clear()
    bootstrap.install("site", "dev")
    assert machine.commands == []


def test_a_changed_lock_is_installed_again_alone(machine: Machine) -> None:
    bootstrap.install("site", "dev")
    machine.commands.clear()
    (machine.root / "requirements/dev.txt").write_text("dev==2", encoding="utf-8")
    bootstrap.install("site", "dev")
    assert [command[-2:] for command in machine.commands] == [["-r", "requirements/dev.txt"]]


def test_an_environment_that_lost_its_python_is_filled_again(machine: Machine) -> None:
    bootstrap.install("site", "dev")
    installed = list(machine.commands)
    machine.commands.clear()
    (machine.root / ".venv/bin/python").unlink()
    bootstrap.install("site", "dev")
    assert machine.commands == installed


def test_an_incomplete_venv_module_is_named_with_its_package(machine: Machine) -> None:
    machine.venv_is_complete = False
    for _ in range(2):  # the half of an environment that a first try leaves does not hide the fault
        with pytest.raises(CannotRun, match="apt-get install python3-venv") as fault:
            bootstrap.install("site")
        assert "ensurepip is not available" in str(fault.value)
    machine.venv_is_complete = True
    bootstrap.install("site")


def test_an_index_out_of_reach_is_told_and_tried_again(machine: Machine) -> None:
    machine.pip_works = False
    with pytest.raises(CannotRun, match=r"Is the package index reachable\?\nno route to the index"):
        bootstrap.install("site")
    machine.pip_works = True
    machine.commands.clear()
    bootstrap.install("site")
    assert any("requirements/site.txt" in command for command in machine.commands)


def test_a_group_that_is_not_needed_is_missed_with_a_word(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    bootstrap.install("site")
    machine.pip_works = False
    bootstrap.install_if_possible("dev", "No lint is run")
    said = capsys.readouterr().out
    assert "No lint is run: the packages of `dev` cannot be installed here." in said
    assert "no route to the index" in said


def test_an_old_python_is_told(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.version_info", (3, 11, 1))
    with pytest.raises(CannotRun, match=r"Python 3\.11\.2 or newer is needed"):
        bootstrap.install("site")


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (CannotRun("install python3-venv"), "install python3-venv\n"),
        (PermissionError("not yours"), "could not run: not yours\n"),
        (KeyboardInterrupt(), "stopped\n"),
    ],
)
def test_faults_are_told_without_traceback(fault: BaseException, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    def main(arguments: list[str]) -> int:
        raise fault

    assert bootstrap.told(main, []) == 2
    assert capsys.readouterr().err == said


def test_the_exit_code_of_a_script_is_passed_on() -> None:
    assert bootstrap.told(len, ["a", "b", "c"]) == 3
