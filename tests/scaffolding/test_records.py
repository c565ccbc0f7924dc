"""`golocal new` for records: they are added to a data file, and what stood there stays as it was, byte by byte."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from golocal.checks.run import check

New = Callable[..., Result]
TERMS = "docs/data/terms/core.yml"
KEPT = b"# Kept by hand.\nmeter:\n    title: 'Meter'   # four spaces, single quotes\n    definition: \"A device that counts.\"\n\n"


@pytest.mark.parametrize(
    "before",
    [
        KEPT,
        KEPT.rstrip(b"\n"),
        KEPT.replace(b"\n", b"\r\n"),
        BOM_UTF8 + KEPT,
        KEPT + b"# The end.\n",
        b"",
        b"# Nothing yet.\n",
    ],
    ids=["plain", "no last line break", "windows", "byte order mark", "comment at the end", "empty", "only a comment"],
)
def test_what_stands_in_the_file_is_kept(here: Path, new: New, before: bytes) -> None:
    file = here / "docs/data/terms/more.yml"
    file.write_bytes(before)
    result = new("term", "dial", "--file", "more", "--set", "definition=Shows what a meter counts.")
    assert result.exit_code == 0, result.output
    after = file.read_bytes()
    assert after.startswith(before)
    assert (b"\r\n" in before) == (b"\r\n" in after)
    assert after.count(b"\n") == after.count(b"\r\n") or b"\r\n" not in after
    line = int(result.stdout.splitlines()[0].rpartition(":")[2])
    assert after.splitlines()[line - 1] == b"dial:"
    catalogue = check(here).catalogue
    assert catalogue.get("term", "dial")
    assert bool(catalogue.get("term", "meter")) == (b"meter" in before)


def test_a_new_file_is_begun(here: Path, new: New) -> None:
    assert new("term", "dial", "--file", "devices").stdout.startswith("docs/data/terms/devices.yml:1\n")
    assert check(here).catalogue.get("term", "dial")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{meter: {title: Meter, definition: Counts.}}\n", "is not written as one key a line"),
        (b"  meter:\n    title: Meter\n    definition: Counts.\n", "is not written as one key a line"),
        (b"meter: [\n", "has faults; mend them first"),
        (b"- meter\n", "has faults; mend them first"),
        (b"dial:\n  title: Dial\n", "is there already, in docs/data/terms/more.yml:1; nothing was changed"),
    ],
)
def test_a_file_that_cannot_take_a_record_is_left_alone(here: Path, new: New, content: bytes, told: str) -> None:
    file = here / "docs/data/terms/more.yml"
    file.write_bytes(content)
    result = new("term", "dial", "--file", "more")
    assert (result.exit_code, file.read_bytes()) == (2, content)
    assert told in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("term", "duty-bearer"), f"the term `duty-bearer` is there already, in {TERMS}:1; nothing was changed"),
        (("term", "Duty Bearer"), "for example `duty-bearer`"),
        (("term",), "give the new term an id: golocal new term ID"),
        (("vocabulary", "heat"), "say which file it goes into"),
        (("vocabulary", "budgeting", "--file", "themes"), "`budgeting` stands in themes.yml already, in line"),
        (("term", "dial", "--file", "../x"), "is refused"),
    ],
)
def test_refusals(here: Path, new: New, arguments: tuple[str, ...], told: str) -> None:
    result = new(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_with_several_files_it_asks_which(here: Path, new: New) -> None:
    (here / "docs/data/terms/more.yml").write_text("", encoding="utf-8")
    assert "one of `core`, `more` or a new one: --file NAME" in new("term", "dial").stderr
