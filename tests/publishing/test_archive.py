"""The archive: same folder, same bytes; nothing in it that an offline reader never opens."""

from __future__ import annotations

import datetime
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

from golocal.publishing.archive import pack, slim

DAY = datetime.date(2026, 11, 23)
FILES = {"index.html": "home", "b/page.html": "b", "a/é.txt": "a", "empty.txt": ""}
Write = Callable[..., Path]


def packed(folder: Path, archive: Path, date: datetime.date = DAY) -> bytes:
    pack(folder, archive, top="go-local-1", date=date)
    return archive.read_bytes()


def test_two_folders_with_the_same_files_give_the_same_bytes(tmp_path: Path, write: Write) -> None:
    one = write(tmp_path / "one", FILES)
    two = write(tmp_path / "elsewhere" / "two", dict(reversed(FILES.items())))
    os.utime(two / "index.html", (0, 0))
    (two / "b/page.html").chmod(0o755)
    assert packed(one, tmp_path / "1.zip") == packed(two, tmp_path / "2.zip")


def test_one_changed_byte_and_one_other_day_show(tmp_path: Path, write: Write) -> None:
    folder = write(tmp_path / "one", FILES)
    first = packed(folder, tmp_path / "1.zip")
    assert packed(folder, tmp_path / "2.zip", datetime.date(2026, 11, 24)) != first
    write(folder, {"index.html": "home!"})
    assert packed(folder, tmp_path / "3.zip") != first


def test_entries_are_sorted_below_one_folder_with_fixed_facts(tmp_path: Path, write: Write) -> None:
    packed(write(tmp_path / "one", FILES), tmp_path / "1.zip")
    with zipfile.ZipFile(tmp_path / "1.zip") as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == [f"go-local-1/{path}" for path in sorted(FILES)]
    assert {entry.date_time for entry in entries} == {(2026, 11, 23, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr >> 16) for entry in entries} == {(3, 0o100644)}


def test_days_that_zip_does_not_know_become_its_first(tmp_path: Path, write: Write) -> None:
    packed(write(tmp_path / "one", FILES), tmp_path / "1.zip", datetime.date(1970, 1, 1))
    with zipfile.ZipFile(tmp_path / "1.zip") as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}


def test_files_for_servers_and_source_maps_are_left_out(tmp_path: Path, write: Write) -> None:
    names = ["404.html", "a/404.html", "app.js", "app.js.map", "sitemap.xml", "sitemap.xml.gz"]
    folder = write(tmp_path, dict.fromkeys(names, "x"))
    assert slim(folder) == ["404.html", "app.js.map", "sitemap.xml", "sitemap.xml.gz"]
    assert sorted(path.name for path in folder.rglob("*.*")) == ["404.html", "app.js"]
