"""A tool from npm is what was looked at when its version was chosen, and is fetched once."""

from __future__ import annotations

import hashlib
import tarfile
from pathlib import Path

import pytest

import npm
from bootstrap import CannotRun
from npm import Tool

CONTENT = b"a tool"
TOOL = Tool("some-tool", "1.2.3", "dist/tool.jar", hashlib.sha256(CONTENT).hexdigest())


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stands in for the client of npm: an archive with one file; notes what was asked for."""
    (tmp_path / "tool.jar").write_bytes(CONTENT)
    archive, asked = tmp_path / "some-tool.tgz", list[str]()
    with tarfile.open(archive, "w:gz") as package:
        package.add(tmp_path / "tool.jar", "package/dist/tool.jar")

    def give(name: str, folder: Path) -> Path:
        asked.append(name)
        return archive

    monkeypatch.setattr(npm, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(npm, "_archive", give)
    return asked


def test_a_tool_is_fetched_once(packed: list[str]) -> None:
    assert npm.provide(TOOL).read_bytes() == CONTENT
    assert npm.provide(TOOL) == TOOL.path
    assert packed == ["some-tool@1.2.3"]


def test_a_damaged_file_is_fetched_again(packed: list[str]) -> None:
    npm.provide(TOOL).write_bytes(b"half")
    assert npm.provide(TOOL).read_bytes() == CONTENT
    assert len(packed) == 2


def test_another_file_than_expected_is_refused(packed: list[str]) -> None:
    with pytest.raises(CannotRun, match="has the hash"):
        npm.provide(Tool("some-tool", "1.2.3", "dist/tool.jar", "0" * 64))
    with pytest.raises(CannotRun, match=r"has no file dist/other\.jar"):
        npm.provide(Tool("some-tool", "1.2.3", "dist/other.jar", TOOL.sha256))


def test_a_machine_without_npm_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("NPM", raising=False)
    monkeypatch.setattr(npm, "CACHE", tmp_path)
    with pytest.raises(CannotRun, match="apt-get install npm"):
        npm.provide(TOOL)
