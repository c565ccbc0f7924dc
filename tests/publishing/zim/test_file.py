"""A ZIM file as a whole: the same bytes wherever it is made, what it says of itself, and faults in a sentence."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import golocal
from golocal.publishing.zim.facts import LONGEST_DESCRIPTION, LONGEST_TEXT, LONGEST_TITLE, facts_of, picture
from golocal.publishing.zim.file import ZimRefused, can_write_zim, write_zim
from golocal.publishing.zim.identifiers import NotAZim, fix_identifiers
from golocal.reading.settings import read_settings
from golocal.rendering.identity import Identity, identity_of

ROOT = Path(golocal.__file__).parents[2]
DAY = datetime.date(2031, 1, 1)
PAGE = "<html><body><article><h1>{0}</h1><p>{0} and water</p></article></body></html>"
FILES = {"index.html": PAGE.format("Shade"), "a/b.html": PAGE.format("Trees"), "a/c.css": "p { color: red }"}
Write = Callable[..., Path]


def written(folder: Path, file: Path, day: datetime.date = DAY) -> bytes:
    write_zim(ROOT, folder, file, day)
    return file.read_bytes()


def test_the_same_copy_gives_the_same_bytes_in_any_folder(tmp_path: Path, write: Write) -> None:
    one = written(write(tmp_path / "one", FILES), tmp_path / "1.zim")
    two = written(write(tmp_path / "else/where", dict(reversed(FILES.items()))), tmp_path / "else/2.zim")
    assert one == two
    assert one[:4] == b"ZIM\x04"


def test_another_word_and_another_day_give_another_file_and_identifier(tmp_path: Path, write: Write) -> None:
    folder = write(tmp_path / "one", FILES)
    first = written(folder, tmp_path / "1.zim")
    later = written(folder, tmp_path / "2.zim", DAY + datetime.timedelta(days=1))
    (folder / "a/b.html").write_text(PAGE.format("Roots"), encoding="utf-8")
    other = written(folder, tmp_path / "1.zim")
    assert len({file[8:24] for file in (first, later, other)}) == 3


def test_what_is_no_zim_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "x.zim"
    file.write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises(NotAZim):
        fix_identifiers(file)
    assert file.read_bytes() == b"PK\x03\x04" + bytes(100)


def test_a_failure_of_libzim_is_told(tmp_path: Path, write: Write) -> None:
    with pytest.raises(ZimRefused, match=r"\w") as refused:
        written(write(tmp_path / "one", {"a.html": PAGE.format("No first page")}), tmp_path / "none/1.zim")
    assert "Traceback" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_facts_keep_the_limits_of_openzim() -> None:
    settings = read_settings(ROOT)
    facts = facts_of(identity_of(settings), settings, DAY)
    assert facts["Language"] == "eng"
    assert facts["Date"] == "2031-01-01"
    assert facts["Title"] == "Go Local"
    assert facts["Description"] == "Human rights in local government"
    assert identity_of(settings).independence in facts["LongDescription"]
    long = Identity("A" * 90 + ": " + "b" * 90, "c" * 5000, "CC0", site="https://town.example/")
    facts = facts_of(long, {}, DAY)
    assert (len(facts["Title"]), len(facts["Description"])) == (LONGEST_TITLE, LONGEST_DESCRIPTION)
    assert len(facts["LongDescription"]) == LONGEST_TEXT
    assert facts["Source"] == "https://town.example/"


def test_the_picture_has_the_size_that_readers_ask_for() -> None:
    data = picture(ROOT)
    assert data.startswith(b"\x89PNG")
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (48, 48)


def test_no_command_loads_libzim() -> None:
    assert can_write_zim()
    program = "import sys, golocal.commands.build, golocal.publishing.zim.file as z; z.can_write_zim(); print('libzim' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
