"""A downloaded zip file is verified like a folder, and a bad one is told without a traceback."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from golocal.commands import main
from golocal.publishing import unpacking
from golocal.publishing.archive import pack
from golocal.publishing.manifest import Checked, write_manifest
from golocal.publishing.sums import write_sums

Write = Callable[..., Path]
DAY = datetime.date(2031, 1, 1)


@pytest.fixture
def archive(tmp_path: Path, write: Write) -> Path:
    """A zip file of a tree without problems, with its hash beside it."""
    tree = write(
        tmp_path / "tree", {"index.html": '<html><body><a href="a.html">x</a></body></html>', "a.html": "<html></html>"}
    )
    write_manifest(tree, version="1", offline=True, checked=Checked("", 0, ""))
    (tmp_path / "dist").mkdir()
    pack(tree, tmp_path / "dist/copy.zip", top="copy-1", date=DAY)
    write_sums(tmp_path / "dist")
    return tmp_path / "dist/copy.zip"


def verified(place: Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["verify", str(place)])
    return result.exit_code, result.output


def test_a_whole_archive_has_no_problems(archive: Path) -> None:
    assert verified(archive) == (0, "No problems.\n")


def test_another_hash_than_the_one_beside_it_is_told(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes() + b" ")
    code, text = verified(archive)
    assert code == 1
    assert text.startswith("copy.zip: its bytes are not those that SHA256SUMS names")


def test_a_folder_of_downloads_is_compared_with_its_hashes(archive: Path) -> None:
    folder = archive.parent
    (folder / "a.pdf").write_bytes(b"%PDF")
    (folder / "b.pdf").write_bytes(b"%PDF b")
    write_sums(folder)
    (folder / "b.pdf").unlink()
    said = "2 files have the bytes that SHA256SUMS names; 1 that it names are not here.\n"
    assert verified(folder) == (0, f"{said}No problems.\n")
    (folder / "a.pdf").write_bytes(b"%PDF!")
    (folder / "foreign.exe").write_bytes(b"MZ")
    code, text = verified(folder)
    assert code == 1
    assert "a.pdf: its bytes are not those that SHA256SUMS names" in text
    assert "foreign.exe: SHA256SUMS does not name it" in text


def test_a_file_that_is_no_zip_is_compared_by_its_hash(archive: Path) -> None:
    book = archive.with_name("book.zim")
    book.write_bytes(b"ZIM")
    code, text = verified(book)
    assert code == 2
    assert "only the hash can be compared: put SHA256SUMS beside it" in text
    write_sums(archive.parent)
    assert verified(book) == (0, "No problems.\n")
    book.write_bytes(b"ZIM!")
    assert verified(book)[0] == 1


def test_a_changed_file_inside_is_found(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(tmp_path / "other.zip", "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<html>evil</html>" if name.endswith("a.html") else old.read(name))
    code, text = verified(tmp_path / "other.zip")
    assert code == 1
    assert "a.html: " in text


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 cut off"])
def test_what_is_no_archive_is_said_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    code, text = verified(tmp_path / "x.zip")
    assert code == 2
    assert "is damaged or no zip file" in text
    assert "Traceback" not in text


def test_a_bomb_is_not_unpacked(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "LARGEST", 10)
    code, text = verified(archive)
    assert code == 2
    assert "none of our archives is that large" in text


def test_nothing_is_written_outside(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr("../../escaped.html", "<html></html>")
        packed.writestr("/absolute.html", "<html></html>")
    target = tmp_path / "deep/folder"
    target.mkdir(parents=True)
    unpacking.unpacked(tmp_path / "x.zip", target)
    assert not (tmp_path / "escaped.html").exists()
    assert {path.name for path in target.rglob("*.html")} == {"escaped.html", "absolute.html"}


def test_a_place_that_is_not_there_is_said(tmp_path: Path) -> None:
    code, text = verified(tmp_path / "none")
    assert code == 2
    assert "there is no" in text
