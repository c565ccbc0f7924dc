"""Programs outside Python: found by variable or PATH, installed on Debian, or named."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import needs
from bootstrap import CannotRun
from needs import Need

BROWSER = Need("Chromium", "browser", "CHROMIUM", ("chromium", "google-chrome"), "chromium")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole PATH, on a machine where nothing may be installed."""
    folder = tmp_path / "path"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(needs, "may_install", lambda: False)
    return folder


def program(folder: Path, name: str) -> str:
    file = folder / name
    file.touch(mode=0o755)
    return str(file)


def test_the_best_command_on_the_path_is_taken(path: Path) -> None:
    chrome = program(path, "google-chrome")
    assert needs.find(BROWSER) == chrome
    chromium = program(path, "chromium")
    assert needs.provide([BROWSER], required=True) == {BROWSER: chromium}
    assert needs.variables({BROWSER: chromium}) == {"CHROMIUM": chromium}


def test_the_variable_is_honoured(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path, "chromium")
    own = program(tmp_path, "my-browser")
    monkeypatch.setenv("CHROMIUM", own)
    assert needs.find(BROWSER) == own
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    with pytest.raises(CannotRun, match=r"CHROMIUM names .*none, but there is no such file"):
        needs.find(BROWSER)


def test_what_is_missing_is_named(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert needs.provide([BROWSER], required=False) == {}
    said = capsys.readouterr().out
    assert "Chromium is missing: put one of chromium, google-chrome on the PATH" in said
    assert "Tests marked `browser` are left out." in said


def test_what_is_missing_is_a_failure_where_nothing_may_be_left_out(path: Path) -> None:
    with pytest.raises(CannotRun, match="With CI=true nothing is left out"):
        needs.provide([BROWSER], required=True)


def test_debian_installs_what_is_missing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        if "chromium" in command:
            program(path, "chromium")
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(needs, "may_install", lambda: True)
    monkeypatch.setattr(subprocess, "run", run)
    assert needs.provide([BROWSER], required=True) == {BROWSER: str(path / "chromium")}
    assert [command[2] for command in commands] == ["update", "install"]
    needs.provide([BROWSER], required=True)
    assert len(commands) == 2


def test_a_package_manager_that_fails_is_quoted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 100, "", "Could not resolve the archive")

    monkeypatch.setattr(needs, "may_install", lambda: True)
    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(CannotRun, match=r"apt-get update failed\.\nCould not resolve the archive"):
        needs.provide([BROWSER], required=False)
