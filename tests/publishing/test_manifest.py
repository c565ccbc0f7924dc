"""The manifest: the same tree gives the same bytes, and any difference is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from golocal.publishing.manifest import (
    NAME,
    Checked,
    ManifestUnreadable,
    differences,
    read_manifest,
    write_manifest,
)

FILES = {"index.html": "home", "b/é.html": "b", "b/a.txt": ""}
CHECKED = Checked("rules", 2, "inputs")
Write = Callable[..., Path]


def manifest_of(folder: Path) -> bytes:
    write_manifest(folder, version="1", offline=False, checked=CHECKED)
    return (folder / NAME).read_bytes()


def test_two_folders_with_the_same_files_give_the_same_bytes(tmp_path: Path, write: Write) -> None:
    one = write(tmp_path / "one", FILES)
    two = write(tmp_path / "two", dict(reversed(FILES.items())))
    assert manifest_of(one) == manifest_of(two)
    assert manifest_of(one) == manifest_of(one), "writing it again does not list the manifest itself"


def test_it_lists_every_file_but_itself(tmp_path: Path, write: Write) -> None:
    stored = json.loads(manifest_of(write(tmp_path, FILES)))
    assert list(stored["files"]) == ["b/a.txt", "b/é.html", "index.html"]
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert stored["files"]["b/a.txt"] == [0, empty]
    assert (stored["version"], stored["offline"]) == ("1", False)
    assert stored["checked"] == {"rules": "rules", "findings": 2, "inputs": "inputs"}


def test_what_was_written_is_read_again(tmp_path: Path, write: Write) -> None:
    folder = write(tmp_path, FILES)
    written = write_manifest(folder, version="1", offline=True, checked=CHECKED)
    assert read_manifest(folder) == written
    assert differences(folder, written) == []


@pytest.mark.parametrize(
    ("change", "path", "text"),
    [
        ({"index.html": "hole"}, "index.html", "SHA-256 differs"),
        ({"index.html": "homes"}, "index.html", "5 bytes; the manifest says 4"),
        ({"more.html": ""}, "more.html", "does not name it"),
    ],
)
def test_other_bytes_and_files_too_many_are_named(
    tmp_path: Path, write: Write, change: dict[str, str], path: str, text: str
) -> None:
    folder = write(tmp_path, FILES)
    manifest = write_manifest(folder, version="1", offline=False, checked=CHECKED)
    write(folder, change)
    (problem,) = differences(folder, manifest)
    assert problem.path == path
    assert text in problem.text


def test_missing_files_and_links_are_named(tmp_path: Path, write: Write) -> None:
    folder = write(tmp_path / "tree", FILES)
    manifest = write_manifest(folder, version="1", offline=False, checked=CHECKED)
    (folder / "b/a.txt").unlink()
    (folder / "index.html").rename(tmp_path / "moved")
    (folder / "index.html").symlink_to(tmp_path / "moved")
    found = [(problem.path, problem.text) for problem in differences(folder, manifest)]
    assert found == [
        ("b/a.txt", "the manifest names it, but it is missing"),
        ("index.html", "it is not a plain file"),
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1, "files": []}', "\xff"])
def test_something_else_is_no_manifest(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="latin-1")
    with pytest.raises(ManifestUnreadable, match="cannot be read"):
        read_manifest(tmp_path)


def test_no_manifest_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(ManifestUnreadable, match="there is no manifest"):
        read_manifest(tmp_path)
