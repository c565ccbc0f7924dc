"""Names in a built tree and so in the archive: none that a computer refuses, and none that leads out when it is unpacked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from golocal.verifying.run import verify_files

Write = Callable[..., Path]


@pytest.mark.parametrize(
    "name",
    [
        "..\\..\\x.txt",
        "C:x.txt",
        "a\nb.txt",
        'a"b.txt',
        "con",
        "aux.txt",
        "x.",
        "x ",
        "é.txt",
        "x\u202ey.txt",
        "a/nul/x.txt",
        "a:b",
    ],
)
def test_names_that_do_not_work_everywhere_are_problems(tmp_path: Path, write: Write, name: str) -> None:
    (problem,) = verify_files(write(tmp_path, {name: "x"}), offline=True)
    assert problem.path.isprintable()
    assert "does not work on every computer" in problem.text


@pytest.mark.parametrize(
    "name", ["a.min.js", "a-b_c.woff2", "a b.txt", "A/b@2x.png", "lunr/min/lunr.pt-br.js", "_x.txt", "console.txt"]
)
def test_usual_names_pass(tmp_path: Path, write: Write, name: str) -> None:
    assert verify_files(write(tmp_path, {name: "x"}), offline=True) == []


def test_names_that_differ_only_by_capitals_are_problems(tmp_path: Path, write: Write) -> None:
    (problem,) = verify_files(write(tmp_path, {"a/X.txt": "1", "a/x.txt": "2"}), offline=True)
    assert str(problem) == "a/x.txt: on many computers it would be the same file as a/X.txt"
